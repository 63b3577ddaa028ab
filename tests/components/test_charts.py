"""A chart on the page: picture, sentence, table."""

from tests.components.opened import example, opened, words


def test_every_picture_has_words_for_those_who_cannot_see_it() -> None:
    app = opened("5_negotiate", example())

    pictures = app.get("plotly_chart")
    tables = [element for element in app.expander if element.label == "用表格看这些数字"]
    assert len(pictures) == len(tables) == 3


def test_hidden_amounts_take_the_sentences_with_them() -> None:
    app = opened("5_negotiate", example())

    app.session_state["hide_amounts"] = True
    app.run()

    assert "78,300" not in words(app)
    assert not any(element.label == "用表格看这些数字" for element in app.expander)
