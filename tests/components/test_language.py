"""The language switch: at any moment, nothing lost."""

import pytest

from tests.components.opened import opened, words


def test_the_switch_changes_the_words_and_keeps_the_answers() -> None:
    app = opened("short_way")
    app.text_input(key="answer:person.name").set_value("林静").run()

    app.sidebar.segmented_control(key="language_switch").set_value("en").run()

    assert "Seven answers" in app.title[0].value
    assert app.text_input(key="answer:person.name").value == "林静"
    assert app.session_state["case"].language == "en"


@pytest.mark.parametrize(("language", "telling"), [("zh_CN", "银行"), ("en", "bank")])
def test_a_page_speaks_one_language(language: str, telling: str) -> None:
    assert telling in words(opened("1_understand_the_bank", language=language)).lower()
