"""A shared workbook chapter by chapter: nothing can be changed, nothing private shows, nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.case.samples import SAMPLES
from accord.store import NewComment, Role, View
from components import drawer, link_door, reading, storeroom
from components.reader_frame import INSTEAD
from tests.components.advised import Shared, links, read, shared
from tests.components.opened import example, words
from tests.components.stores import cut_off

CASE = example()
CASE.person.name, CASE.person.phone, CASE.person.email = "欧阳测试", "13900139000", "ouyang@example.com"
CASE.debts[0].creditor, CASE.position.cause_words = "西山测试银行", "公司七月关门，我被解除合同，欧阳测试自述。"
CASE.private.best_alternative = "搬去和姐姐住"
SECRETS = (CASE.person.name, CASE.person.phone, CASE.person.email, CASE.private.best_alternative)
READ = (*SECRETS, CASE.debts[0].creditor, "公司七月关门")
FIELDS = ("text_input", "text_area", "date_input", "time_input", "number_input", "selectbox", "checkbox", "multiselect")
DESK = {"erase_ask", "package_build", "save_file_protect", "consent8_yes", "forget_ask", "carry_make", "live_from_me"}
CHAPTERS = (
    *("1_understand_the_bank", "2_your_position", "3_channel", "4_materials"),
    *("5_negotiate", "6_follow_up", "7_emergencies", "8_summary"),
)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch, CASE) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        yield found


def _fields(app: AppTest) -> dict[str, object]:
    """Return every field of a page by its key, as the browser is told of it."""
    found = {kind: app.get(kind) for kind in FIELDS}
    return {str(field.key): field.proto for fields in found.values() for field in fields}


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_is_read_and_not_written(own: Shared, page: str) -> None:
    own.hand_over(own.link())
    app = read(page, language="en")
    fields = _fields(app)

    assert not app.exception
    assert "read only" in words(app)
    assert all(shut.disabled for key, shut in fields.items() if key.startswith("shown:"))  # type: ignore[attr-defined]  # each field says so
    assert not [key for key in fields if key.startswith("answer:")]
    assert not [button for button in app.button if str(button.key).startswith(("add_", "away_", "back_"))]


@pytest.mark.parametrize("page", CHAPTERS)
def test_no_secret_shows_and_nothing_read_stays_in_the_session(own: Shared, page: str) -> None:
    own.hand_over(own.link())
    app = read(page)
    shown = words(app).replace("\\", "") + "".join(str(proto) for proto in _fields(app).values())
    kept = repr(app.session_state)

    assert not [secret for secret in SECRETS if secret in shown]
    assert not [text for text in READ if text in kept]


@pytest.mark.parametrize(("page", "name"), [(page, SAMPLES[k % len(SAMPLES)]) for k, page in enumerate(CHAPTERS)])
def test_other_cases_can_be_read(page: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "served", lambda: True)
    with shared(tmp_path, monkeypatch, example(name)) as found:
        found.hand_over(found.link(view=View(unmasked=True, private_fields=("private.gates", "private.ceiling"))))

        assert not read(page).exception


@pytest.mark.parametrize("page", CHAPTERS)
def test_an_empty_case_can_be_read(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "served", lambda: True)
    with shared(tmp_path, monkeypatch, Case()) as found:
        found.hand_over(found.link())

        assert not read(page).exception


def test_what_is_closed_says_so_and_what_is_opened_shows(own: Shared) -> None:
    own.hand_over(own.link(view=View(private_fields=("private.ceiling",))))
    app = read("2_your_position", language="en")
    fields = _fields(app)

    assert fields["shown:private.ceiling"].value == "1,350"  # type: ignore[attr-defined]  # a text field's
    assert words(app).count("closed by the owner") == 6 + len(CASE.debts)
    assert "shown:private.best_alternative" not in fields


@pytest.mark.parametrize("page", ["2_your_position", "5_negotiate", "6_follow_up"])
def test_nothing_is_saved_by_reading(own: Shared, page: str) -> None:
    own.hand_over(own.link())
    before = own.store.open(own.key).sections
    app = read(page)
    for key in [str(button.key) for button in app.button if not str(button.key).startswith("remark_")][:3]:
        app.button(key=key).click().run()
        assert not app.exception

    assert own.store.open(own.key).sections == before


def test_a_withdrawn_link_leads_to_the_door_with_the_reason(own: Shared) -> None:
    link = own.link()
    own.hand_over(link)
    app = read("4_materials", remark_at="debts")
    own.store.revoke(own.key, link.id)
    app.run()

    assert CASE.debts[0].creditor not in words(app)
    assert "打不开" in app.warning[0].value
    assert "'shown:" not in repr(app.session_state)
    assert "'remark_at" not in repr(app.session_state)


def test_a_store_that_is_away_is_said_calmly(own: Shared) -> None:
    own.hand_over(own.link())
    with cut_off():
        app = read("4_materials")

    assert len(app.warning) == 1
    assert CASE.debts[0].creditor not in words(app)
    assert app.session_state[reading.ROOM]


@pytest.mark.parametrize("page", ["call", "package", "short_way"])
def test_the_owners_desk_leads_a_reader_to_what_stands_for_it(own: Shared, page: str) -> None:
    own.hand_over(own.link())
    app = read(page)

    assert app.session_state["advisor_part"] == INSTEAD[page]
    assert not app.exception
    assert not DESK & {str(button.key) for button in app.button}


@pytest.mark.parametrize("page", CHAPTERS)
def test_chapters_are_closed_to_whom_the_figures_are_closed(own: Shared, page: str) -> None:
    own.hand_over(own.link(view=View(figures=False)))
    app = read(page, language="en")

    assert app.session_state["advisor_part"] == "papers"
    assert not [key for key in _fields(app) if key.startswith("shown:")]
    assert not any("Gather materials" in label for label in links(app))


@pytest.mark.parametrize("page", ["2_your_position", "3_channel", "5_negotiate", "6_follow_up", "7_emergencies"])
def test_no_letter_stands_in_a_chapter_for_whom_the_papers_are_closed(own: Shared, page: str) -> None:
    own.hand_over(own.link(view=View(papers=False)))
    app = read(page, language="en")

    assert not app.exception
    assert "papers were not opened" in words(app)
    assert not [box.value for box in app.code if CASE.debts[0].creditor in box.value]


def test_chapter_eight_is_read_without_the_owners_desk(own: Shared) -> None:
    own.hand_over(own.link(Role.COMMENT))
    app = read("8_summary", language="en")

    assert not app.exception
    assert {"What to do next", "Your answers, read back"} <= {element.value for element in app.header}
    assert not {"Papers and file", "Share with an advisor"} & {element.value for element in app.header}
    assert CASE.debts[0].creditor in words(app)
    assert not DESK & {str(button.key) for button in app.button}
    assert "Change these answers" not in links(app)


def test_rules_and_words_can_be_searched_while_reading(own: Shared) -> None:
    own.hand_over(own.link())
    app = read("rules", language="en")
    app.text_input(key="rules_of_words").set_value("hours").run()

    assert not app.exception
    assert app.text_input(key="rules_of_words").value == "hours"
    assert len(app.header) == 1
    assert any("shared=1" in link.proto.query_string for link in app.sidebar.get("page_link"))


def test_the_rail_names_the_shared_chapters_and_the_way_out(own: Shared) -> None:
    own.hand_over(own.link())
    app = read("4_materials", language="en")

    shown = links(app)
    assert any(label.startswith("**4 ") for label in shown)
    assert any(label.startswith("8 ") for label in shown)
    assert not any("short way" in label for label in shown)
    assert all("shared=1" in link.proto.query_string for link in app.sidebar.get("page_link"))


def test_without_a_store_there_is_no_page(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    own.hand_over(own.link())
    monkeypatch.setattr(storeroom, "store", lambda: None)

    assert len(read("1_understand_the_bank").warning) == 1


def test_the_owners_changes_and_answers_are_another_stamp(own: Shared) -> None:
    ticket = own.hand_over(own.link())
    before = reading.stamp(own.store, ticket)
    own.store.comment(own.key, NewComment("debts", "words"))

    assert reading.stamp(own.store, ticket) != before
    looker = own.hand_over(own.link(Role.LOOK))
    assert reading.stamp(own.store, looker) == reading.stamp(own.store, looker)


def test_keeping_is_asleep_while_somebody_reads(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(drawer, "ask", lambda *question, **_: asked.append(question))
    own.hand_over(own.link())
    saved = own.store.open(own.key).sections

    app = read("5_negotiate")
    app.run()

    assert asked == []
    assert "kept" not in app.session_state
    assert own.store.open(own.key).sections == saved
