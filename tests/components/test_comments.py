"""What an advisor said reaches the owner by itself, is decided there, and stands in no paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Recipient
from accord.case.places import About
from accord.case.workbook import read_workbook
from accord.crypto import Ticket
from accord.documents.package import package
from accord.store import Attempt, Change, NewComment, NewSuggestion, View
from accord.store.records import SEEN
from components import checked
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, opened, words

LIST = "comments.received()"
CASE = example()
PRINCIPAL = f"debts.{CASE.debts[0].id}.principal"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        yield found


@pytest.fixture
def advisor(own: Shared) -> Ticket:
    return own.store.claim(own.link().key, Attempt())


def _suggest(own: Shared, advisor: Ticket, value: str = "85000", about: str = PRINCIPAL) -> bytes:
    new = NewSuggestion("debts", about, value, own.store.open(own.key).sections["debts"].version)
    own.store.suggest(advisor, new)
    return new.id


def _listed() -> AppTest:
    return drawn(LIST, example(), language="en")


def _links(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_the_count_shows_in_the_rail_until_it_was_seen(own: Shared, advisor: Ticket) -> None:
    remark = NewComment("debts", "Is the fee in this?", PRINCIPAL)
    own.store.comment(advisor, remark)
    _suggest(own, advisor)
    app = opened("2_your_position", example())
    assert "顾问有 2 条新意见" in _links(app)

    own.store.comment(own.key, NewComment("case", "", of=(remark.id,), mark=SEEN))
    app.run()

    assert "顾问有 1 条新意见" in _links(app)


def test_what_was_seen_is_kept_with_the_workbook(own: Shared, advisor: Ticket) -> None:
    _suggest(own, advisor)
    _listed()

    assert not [label for label in _links(opened("2_your_position", example())) if "新意见" in label]
    assert [row.mark for row in own.store.comments(own.key)] == [SEEN]
    assert own.store.comments(advisor)[0].by_owner


def test_what_is_new_is_told_once_in_passing(own: Shared, advisor: Ticket) -> None:
    _suggest(own, advisor)
    app = opened("start", example(), language="en")
    assert app.toast[0].value == "1 new remark from your advisor"

    assert not app.run().toast


def test_the_page_is_drawn_anew_when_somebody_said_something(own: Shared, advisor: Ticket) -> None:
    app = opened("2_your_position", example())
    before = app.session_state["remarks_drawn"]

    own.store.comment(advisor, NewComment("position", "Look", "position.cause"))
    app.run()

    assert app.session_state["remarks_drawn"] != before
    assert "Look" in words(app)


def test_nobody_without_a_link_is_asked_to_look_again(own: Shared) -> None:
    app = opened("4_materials", example())

    assert not app.toast
    assert own.store.comments(own.key) == []


def test_a_remark_stands_with_its_place_its_writer_and_its_words_as_text(own: Shared, advisor: Ticket) -> None:
    own.store.comment(advisor, NewComment("debts", "[x](http://evil.example)", PRINCIPAL, "Zhang"))

    shown = words(_listed())

    assert "Principal" in shown
    assert "Zhang" in shown
    assert "[x](http" not in shown


def test_a_remark_can_be_deleted(own: Shared, advisor: Ticket) -> None:
    new = NewComment("debts", "No", PRINCIPAL)
    own.store.comment(advisor, new)
    app = _listed()

    app.button(key=f"remark_away_{new.id.hex()}").click().run()

    assert [row.mark for row in own.store.comments(own.key)] == [SEEN]


def test_a_suggestion_shows_both_values_and_is_taken(own: Shared, advisor: Ticket) -> None:
    name = _suggest(own, advisor).hex()
    app = _listed()
    shown = words(app).replace("\\", "")
    assert f"{CASE.debts[0].principal:,.2f}" in shown
    assert "85,000.00" in shown

    app.button(key=f"take_{name}").click().run()

    assert str(app.session_state["case"].debts[0].principal) == "85000.00"
    assert [row.state for row in own.store.suggestions(own.key)] == ["accepted"]


def test_a_refused_suggestion_changes_nothing(own: Shared, advisor: Ticket) -> None:
    name = _suggest(own, advisor).hex()
    app = _listed()

    app.button(key=f"leave_{name}").click().run()

    assert app.session_state["case"].debts[0].principal == CASE.debts[0].principal
    assert [row.state for row in own.store.suggestions(own.key)] == ["refused"]


@pytest.mark.parametrize(("value", "about"), [("a lot", PRINCIPAL), ("1", "debts.debt-99.principal"), ("1", "x.y")])
def test_a_suggestion_that_cannot_be_taken_says_why(own: Shared, advisor: Ticket, value: str, about: str) -> None:
    _suggest(own, advisor, value, about)
    app = _listed()

    assert not app.exception
    assert len(app.warning) == 1
    assert [button.key for button in app.button if str(button.key).startswith("take_")] == []


def test_a_later_change_of_the_owner_is_told_beside_the_suggestion(own: Shared, advisor: Ticket) -> None:
    _suggest(own, advisor)
    text = own.store.open(own.key).sections["debts"]
    own.store.save(own.key, Change("debts", text.data.replace(b"86400", b"86500"), text.version))

    assert "You changed this part after it was suggested" in words(_listed())


def test_a_mark_says_whether_the_part_was_changed_since(own: Shared, advisor: Ticket) -> None:
    text = own.store.open(own.key).sections["debts"]
    own.store.comment(advisor, NewComment("debts", "", About("debts", text.version).text))
    assert "Checked, and unchanged since" in words(_listed())

    own.store.save(own.key, Change("debts", text.data + b" ", text.version))

    assert "it was changed since" in words(_listed())


@pytest.mark.parametrize("recipient", list(Recipient))
def test_no_paper_holds_what_an_advisor_said(own: Shared, advisor: Ticket, recipient: Recipient) -> None:
    own.store.comment(advisor, NewComment("debts", "MARKER-REMARK", PRINCIPAL, "MARKER-NAME"))
    remark = own.store.comments(own.key)[0].id
    own.store.comment(own.key, NewComment("debts", "MARKER-ANSWER", PRINCIPAL, of=(remark,)))
    frozen = checked.freeze(CASE, "debts", covered=False)
    mark = About("debts", 1).text
    own.store.comment(advisor, NewComment("debts", "", mark, "MARKER-CHECKED", frozen=frozen))
    _suggest(own, advisor, "4242424.00")
    link = own.link(view=View(unmasked=True, private_fields=("private.comments",)))

    for key in (own.key, own.store.claim(link.key, Attempt())):
        case = read_workbook(own.store.open(key).case())
        built = package(case, recipient=recipient, language="zh_CN", on=date(2026, 11, 23), opened=("comments",))
        assert not any("MARKER" in text or "4,242,424" in text for text in built.paper.texts)
