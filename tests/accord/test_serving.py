"""The process knows by which of the two ways it was started."""

from __future__ import annotations

import pytest

from accord import serving
from accord.serving import Download, Pickup, PickupFullError


def test_the_plain_script_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])

    assert not serving.served()


def test_serve_says_so_once_for_the_whole_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])

    serving.begin_serving()
    serving.begin_serving()

    assert serving.served()


def _download(size: int = 3) -> Download:
    return Download(b"x" * size, "plan.pdf", "application/pdf")


def test_a_file_waits_for_its_own_browser_and_is_taken_once() -> None:
    pickup = Pickup()
    name = pickup.put(_download(), "mine")

    assert pickup.take(name, "theirs") is None
    assert pickup.take(name, "mine") == _download()
    assert pickup.take(name, "mine") is None


def test_a_file_waits_five_minutes() -> None:
    pickup, now = Pickup(), [0.0]
    pickup.clock = lambda: now[0]
    name = pickup.put(_download(), "mine")

    now[0] = 300.0

    assert pickup.take(name, "mine") is None


def test_looking_whether_a_file_waits_takes_nothing() -> None:
    pickup = Pickup()
    name = pickup.put(_download(), "mine")

    assert not pickup.holds(name, "theirs")
    assert pickup.holds(name, "mine")
    assert pickup.take(name, "mine") == _download()


def test_forgetting_a_browser_leaves_the_files_of_others() -> None:
    pickup = Pickup()
    mine, theirs = pickup.put(_download(), "mine"), pickup.put(_download(), "theirs")

    pickup.forget("mine")

    assert not pickup.holds(mine, "mine")
    assert pickup.holds(theirs, "theirs")


def test_newer_files_of_a_browser_take_the_place_of_its_older_ones() -> None:
    pickup = Pickup(own=10)
    old, new = pickup.put(_download(6), "mine"), pickup.put(_download(6), "mine")

    assert pickup.take(old, "mine") is None
    assert pickup.take(new, "mine") == _download(6)


def test_nobody_pushes_out_the_file_of_another() -> None:
    pickup = Pickup(room=10, own=8)
    mine = pickup.put(_download(6), "mine")

    with pytest.raises(PickupFullError):
        pickup.put(_download(6), "theirs")

    assert pickup.take(mine, "mine") == _download(6)


def test_without_a_mark_nothing_is_laid_down() -> None:
    with pytest.raises(PickupFullError):
        Pickup().put(_download(), "")


def test_a_file_shows_neither_its_name_nor_its_words() -> None:
    assert repr(_download()) == "Download(3 bytes)"


def test_the_browsers_mark_counts_only_behind_the_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])
    assert serving.reader_mark({"X-Wb-Bind": "mark"}) == ""

    serving.begin_serving()

    assert serving.reader_mark({"X-Wb-Bind": "mark"}) == "mark"
    assert serving.reader_mark({}) == ""


def test_the_cookie_that_no_neighbour_can_set_comes_first() -> None:
    cookies = {"wb-owner": "plain", "__Host-wb-owner": "prefixed"}

    assert serving.kept_text(cookies, serving.OWNER_COOKIE) == "prefixed"
    assert serving.kept_text({"wb-owner": "plain"}, serving.OWNER_COOKIE) == "plain"
    assert serving.kept_text({}, serving.OWNER_COOKIE) == ""
