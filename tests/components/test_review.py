"""The last look."""

from accord.case import Case
from accord.chapters import chapter
from accord.i18n import CHINESE, _, speaking
from tests.components.opened import example, opened, words


def test_every_chapter_with_answers_has_its_edit_link() -> None:
    app = opened("8_summary", example())

    links = [link.proto.label for link in app.main.get("page_link")]
    assert links.count("修改这些内容") >= 5


def test_answers_are_read_back_as_they_will_stand() -> None:
    shown = words(opened("8_summary", example())).replace("\\", "")

    assert "林静" in shown
    assert "¥79,200.00" in shown


def test_hidden_amounts_stay_hidden_when_read_back() -> None:
    app = opened("8_summary", example())

    app.session_state["hide_amounts"] = True
    app.run()

    assert "79,200" not in words(app)


def test_an_empty_case_has_nothing_to_read_back_but_a_first_step() -> None:
    app = opened("8_summary", Case())

    assert "还没有填写任何内容" in words(app)
    assert "今天" in words(app)


def test_choosing_an_answer_leads_to_its_field() -> None:
    app = opened("8_summary", example())

    app.selectbox(key="change_materials").select("debts.debt-1.principal").run()

    with speaking(CHINESE):
        assert app.title[0].value == _(chapter("materials").promise)
    assert app.session_state["opened_row"] == "debts.debt-1"


def test_the_same_field_of_two_rows_is_told_apart() -> None:
    offered = opened("8_summary", example()).selectbox(key="change_materials").options

    assert len(set(offered)) == len(offered)
    assert any("79,200" in words for words in offered)


def test_hidden_amounts_stay_hidden_in_the_list_of_answers() -> None:
    app = opened("8_summary", example())

    app.session_state["hide_amounts"] = True
    app.run()

    assert not any("79,200" in words for words in app.selectbox(key="change_materials").options)
