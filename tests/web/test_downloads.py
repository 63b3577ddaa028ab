"""A finished file goes to the browser it was made for, once, and to nobody else."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from accord.serving import Download, Pickup
from tests.web.asgi import Answer, ask
from web.downloads import Downloads

MINE, THEIRS = {"x-wb-bind": "a" * 64}, {"x-wb-bind": "b" * 64}
PDF = Download(b"%PDF-mine", "还款方案 (1).pdf", "application/pdf")


def _app(pickup: Pickup) -> Starlette:
    return Starlette(routes=list(Downloads(pickup).routes))


def _put(pickup: Pickup, download: Download = PDF) -> str:
    return f"/api/dl/{pickup.put(download, MINE['x-wb-bind'])}"


def test_a_file_is_handed_out_once() -> None:
    pickup = Pickup()
    path = _put(pickup)

    first, second = ask(_app(pickup), path, MINE), ask(_app(pickup), path, MINE)

    assert (first.status, first.body) == (200, b"%PDF-mine")
    assert first.header("content-type") == "application/pdf"
    assert first.header("cache-control") == "no-store"
    assert second.status == 404


def test_another_browser_gets_nothing_and_takes_nothing_away() -> None:
    pickup = Pickup()
    path = _put(pickup)

    assert ask(_app(pickup), path, THEIRS).status == 404
    assert ask(_app(pickup), path).status == 404
    assert ask(_app(pickup), path, MINE).status == 200


def test_asking_without_taking_uses_nothing_up() -> None:
    pickup = Pickup()
    path = _put(pickup)

    assert ask(_app(pickup), path, MINE, method="HEAD").status == 404
    assert ask(_app(pickup), path, MINE, method="POST").status == 405
    assert ask(_app(pickup), path, MINE).status == 200


def test_taken_run_out_and_never_there_are_told_alike() -> None:
    pickup = Pickup()
    taken = _put(pickup)
    ask(_app(pickup), taken, MINE)

    def told(path: str, who: dict[str, str]) -> Answer:
        return ask(_app(pickup), path, {**who, "accept-language": "en"})

    assert told(taken, MINE) == told("/api/dl/never", MINE) == told("/api/dl/never", THEIRS)
    assert "is safe" in told(taken, MINE).text


def test_two_equal_files_of_two_people_have_two_addresses() -> None:
    pickup = Pickup()

    assert _put(pickup) != _put(pickup)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("还款方案 (1).pdf", "_____ (1).pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ('a"; filename="b.exe', "a_ filename_b.exe"),
        ("a\r\nSet-Cookie: x=1", "a_Set-Cookie_ x_1"),
        ("", "file"),
    ],
)
def test_a_name_cannot_leave_its_place(name: str, shown: str) -> None:
    pickup = Pickup()
    answer = ask(_app(pickup), _put(pickup, Download(b"x", name, "application/pdf")), MINE)
    placed = answer.header("content-disposition")

    assert placed.startswith("attachment; ")
    assert placed.count('"') == 2
    assert placed.split('"')[1].replace("_", "") == shown.replace("_", "")
    assert answer.header("set-cookie") == ""


def test_a_kind_that_a_browser_might_run_goes_out_as_bytes() -> None:
    pickup = Pickup()

    answer = ask(_app(pickup), _put(pickup, Download(b"<script>", "a.html", "text/html")), MINE)

    assert answer.header("content-type") == "application/octet-stream"
