"""Remarks and answers: put together, drawn for both sides, settled by the owner alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.case.places import About
from accord.crypto import Ticket
from accord.i18n import speaking
from accord.store import Attempt, Change, NewComment, NewSuggestion, NotAllowedError
from accord.store.records import SEEN, SETTLED
from components import checked, link_door
from components.threads import Voice, heard, place_title
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, words

LIST, ROOM = "comments.received()", "advisor_view.room()"
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


def _remark(own: Shared, advisor: Ticket, words: str = "Is the fee in this?", name: str = "张律师") -> NewComment:
    new = NewComment("debts", words, PRINCIPAL, name)
    own.store.comment(advisor, new)
    return new


def test_answers_stand_under_what_they_answer(own: Shared, advisor: Ticket) -> None:
    first, second = _remark(own, advisor), _remark(own, advisor, "And the rate?")
    own.store.comment(own.key, NewComment("debts", "Yes", PRINCIPAL, of=(first.id,)))

    told = Voice(own.store, own.key).hear()

    assert {row.remark.id: [answer.words for answer in row.answers] for row in told.threads} == {
        first.id: ["Yes"],
        second.id: [],
    }
    assert all(answer.by_owner for thread in told.threads for answer in thread.answers)


def test_what_others_said_is_new_until_the_owner_has_seen_it(own: Shared, advisor: Ticket) -> None:
    remark = _remark(own, advisor)
    new = NewSuggestion("debts", PRINCIPAL, "85000", 1)
    own.store.suggest(advisor, new)
    voice = Voice(own.store, own.key)
    assert voice.hear().new() == {remark.id, new.id}

    own.store.comment(own.key, NewComment("case", "", of=(remark.id, new.id), mark=SEEN))

    assert voice.hear().new() == frozenset()
    assert voice.hear().stamp == heard(own.store.comments(advisor), own.store.suggestions(advisor)).stamp


def test_an_answer_to_what_is_gone_is_left_out(own: Shared, advisor: Ticket) -> None:
    remark = _remark(own, advisor)
    own.store.comment(own.key, NewComment("debts", "Yes", PRINCIPAL, of=(remark.id,)))
    own.store.delete_comment(own.key, remark.id)

    assert Voice(own.store, own.key).hear().threads == ()


@pytest.mark.parametrize("mark", [SEEN, SETTLED])
def test_an_advisor_sets_no_marks_of_the_owner(own: Shared, advisor: Ticket, mark: str) -> None:
    remark = _remark(own, advisor)

    with pytest.raises(NotAllowedError):
        own.store.comment(advisor, NewComment("debts", "", of=(remark.id,), mark=mark))


def test_the_owner_answers_and_the_advisor_reads_it(own: Shared, advisor: Ticket) -> None:
    name = _remark(own, advisor).id.hex()
    app = drawn(LIST, example(), language="en")
    app.button(key=f"remark_answer_{name}").click().run()
    app.text_area(key="remark_answer_words").set_value("It is [not](x).")
    app.button(key="remark_send_answer").click().run()
    assert not app.text_area

    own.monkeypatch.setattr(link_door, "served", lambda: True)
    own.monkeypatch.setattr(link_door, "kept_text", lambda *_asked: advisor.text)
    shown = words(drawn(ROOM, language="en", advisor_part="remarks"))
    assert "The owner" in shown
    assert "It is \\[not\\]\\(x\\)\\." in shown


def test_an_empty_answer_is_not_sent(own: Shared, advisor: Ticket) -> None:
    name = _remark(own, advisor).id.hex()
    app = drawn(LIST, example())
    app.button(key=f"remark_answer_{name}").click().run()
    app.button(key="remark_send_answer").click().run()

    assert len(app.error) == 1
    assert len(own.store.comments(own.key)) == 2  # the remark, and that it was seen


def test_a_settled_remark_is_folded_away_for_good(own: Shared, advisor: Ticket) -> None:
    name = _remark(own, advisor).id.hex()
    app = drawn(LIST, example(), language="en")

    app.button(key=f"remark_settle_{name}").click().run()

    assert [row.label for row in app.expander] == ["1 settled remark"]
    assert not [button for button in app.button if str(button.key).startswith("remark_answer_")]
    assert Voice(own.store, advisor).hear().open == ()


def test_a_mark_shows_what_was_checked_and_what_differs_since(own: Shared, advisor: Ticket) -> None:
    text = own.store.open(own.key).sections["debts"]
    frozen = checked.freeze(CASE, "debts", covered=False)
    own.store.comment(advisor, NewComment("debts", "", About("debts", text.version).text, "Zhang", frozen=frozen))
    assert "unchanged since" in words(drawn(LIST, example(), language="en"))

    later = example()
    later.debts[0].creditor = "West Hill Bank"
    own.store.save(own.key, Change("debts", text.data + b" ", text.version))
    shown = words(drawn(LIST, later, language="en"))

    assert "1 answer differs since" in shown
    assert f"{CASE.debts[0].creditor} → **West Hill Bank**".replace("(", "\\(").replace(")", "\\)") in shown


def test_a_chapter_is_a_place_with_words() -> None:
    with speaking("en"):
        assert place_title(CASE, "chapter.materials") == "4 Gather materials"
        assert place_title(CASE, PRINCIPAL).endswith("Principal")
        assert place_title(CASE, "chapter.none") == ""
