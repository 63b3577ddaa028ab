"""The front door: help before any question, three doors, links."""

from accord.case.samples import SAMPLES
from accord.chapters import chapter
from accord.i18n import CHINESE, _, speaking
from tests.components.opened import example, opened, words


def test_help_for_tonight_comes_before_any_question() -> None:
    app = opened("start")

    first = next(element.value for element in app.main.markdown)
    assert "今晚" in first
    assert [field.key for field in app.main.text_input] == ["carry_code"]  # folded away, for who comes with a code


def test_every_example_has_its_door() -> None:
    app = opened("start")

    for name in SAMPLES:
        assert app.button(key=f"example_{name}")


def test_an_example_opens_as_an_example() -> None:
    app = opened("start")

    app.button(key=f"example_{SAMPLES[0]}").click().run()

    assert app.session_state["case"].sample
    assert "虚构的例子" in words(app)


def test_who_has_begun_can_continue() -> None:
    assert not any(button.key == "door_continue" for button in opened("start").button)
    assert any(button.key == "door_continue" for button in opened("start", example()).button)


def test_continuing_comes_first_and_leads_to_what_is_still_open() -> None:
    case = example()
    case.channel.chosen = None
    app = opened("start", case)

    keys = [button.key for button in app.button]
    assert keys.index("door_continue") < keys.index("door_start")
    app.button(key="door_continue").click().run()
    with speaking(CHINESE):
        assert app.title[0].value == _(chapter("channel").promise)
