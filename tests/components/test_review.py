"""The last look."""

from accord.case import Case
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
