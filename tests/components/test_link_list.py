"""The list of open links: what each is, how often it was opened, and gone when it is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.store import Attempt, LinkUnusableError, Role, View
from components import storeroom
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, words

LIST = "link_list.live_links()"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        yield found


def test_each_link_says_what_it_may_and_how_often_it_was_opened(own: Shared) -> None:
    link = own.link(Role.LOOK, label="张律师", max_opens=3)
    own.store.claim(link.key, Attempt())

    shown = words(drawn(LIST, example(), language="en"))

    assert "张律师" in shown
    assert "may only read" in shown
    assert "opened 1 time, at most 3" in shown


def test_each_link_says_what_it_shows(own: Shared) -> None:
    own.link(view=View(private_fields=("private.ceiling",)))
    own.link(view=View(unmasked=True, figures=False), evidence=True)

    shown = words(drawn(LIST, example(), language="en"))

    assert "Shows: answers and figures · papers" in shown
    assert "Shows: papers · uploaded proofs" in shown
    assert shown.count("stand there in full") == 1
    assert "it opens: The most you can pay a month" in shown


def test_a_label_cannot_become_markup(own: Shared) -> None:
    own.link(label="![x](http://evil.example/a.png)")

    assert "![x](" not in words(drawn(LIST, example()))


def test_a_withdrawn_link_opens_nothing_and_is_gone_from_the_list(own: Shared) -> None:
    link = own.link(label="张律师")
    ticket = own.store.claim(link.key, Attempt())
    app = drawn(LIST, example())

    app.button(key=f"withdraw_{link.id.hex()[:16]}").click().run()

    assert len(app.success) == 1
    assert "张律师" not in words(app)
    with pytest.raises(LinkUnusableError):
        own.store.open(ticket)


def test_a_second_tap_on_a_link_that_is_gone_does_no_harm(own: Shared) -> None:
    link = own.link()
    app = drawn(LIST, example())
    own.store.revoke(own.key, link.id)

    app.button(key=f"withdraw_{link.id.hex()[:16]}").click().run()

    assert not app.exception


def test_a_frozen_link_says_so(own: Shared) -> None:
    link = own.link(with_code=True)
    for number in range(own.store.limits.codes_by_link):
        with pytest.raises(LinkUnusableError):
            own.store.claim(link.key, Attempt(code="2222-3333", address=f"10.0.{number}.1"))

    assert "Shut for good" in words(drawn(LIST, example(), language="en"))


def test_without_a_store_nothing_is_listed(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storeroom, "store", lambda: None)

    assert words(drawn(LIST, example())) == ""
    assert own.store.shares(own.key) == []
