"""The workbook file and the two-tap eraser."""

from accord.case import Case
from accord.case.workbook import write_workbook
from tests.components.opened import example, opened

KEY = "open_file"


def test_a_file_is_shown_before_it_replaces_anything() -> None:
    app = opened("start")

    app.file_uploader(key=KEY).upload("mine.json", write_workbook(example())).run()

    assert app.session_state["case"].person.name == ""
    assert app.success


def test_a_confirmed_file_is_the_case() -> None:
    app = opened("start")
    app.file_uploader(key=KEY).upload("mine.json", write_workbook(example())).run()

    app.button(key=f"{KEY}_confirm").click().run()

    assert app.session_state["case"] == example()


def test_a_broken_file_leaves_the_draft_alone() -> None:
    case = Case()
    case.person.name = "王小明"
    app = opened("start", case)

    app.file_uploader(key=KEY).upload("mine.json", b'{"format": "accord-work').run()

    assert app.error
    assert app.session_state["case"].person.name == "王小明"


def test_erasing_takes_two_taps() -> None:
    app = opened("8_summary", example())

    app.button(key="erase_ask").click().run()
    assert app.session_state["case"] == example()
    app.button(key="erase_yes").click().run()

    assert app.session_state["case"] == Case()


def test_a_second_thought_keeps_everything() -> None:
    app = opened("8_summary", example())

    app.button(key="erase_ask").click().run()
    app.button(key="erase_no").click().run()

    assert app.session_state["case"] == example()


def test_remembering_is_a_choice() -> None:
    app = opened("8_summary", example())

    app.checkbox(key="remember_device").check().run()

    assert app.session_state["keeping"]["where"] == "device"
