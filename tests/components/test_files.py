"""The workbook file and the two-tap eraser."""

from accord.case import Case, Evidence, EvidenceFile
from accord.case.workbook import write_workbook
from accord.crypto import protect, unprotect
from accord.crypto.derive import PassphraseCost
from tests.components.opened import example, opened, words

KEY = "open_file"


def test_a_file_is_shown_before_it_replaces_anything() -> None:
    app = opened("start")

    app.file_uploader(key=KEY).upload("mine.json", write_workbook(example())).run()

    assert app.session_state["case"].person.name == ""
    assert app.success


def test_what_a_file_does_not_hold_is_said_where_it_is_saved() -> None:
    case = example()
    assert "不含您上传的材料照片" not in words(opened("8_summary", case))

    case.evidence = [Evidence(id="letter", files=[EvidenceFile(id="photo")])]

    assert "不含您上传的材料照片" in words(opened("8_summary", case))


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


def test_a_file_shows_what_it_would_change() -> None:
    case = Case()
    case.person.name = "王小明"
    app = opened("start", case)

    app.file_uploader(key=KEY).upload("mine.json", write_workbook(example())).run()

    assert "王小明" in words(app)
    assert example().person.name in words(app)


def test_what_a_file_replaced_can_be_taken_back() -> None:
    case = Case()
    case.person.name = "王小明"
    app = opened("start", case)
    app.file_uploader(key=KEY).upload("mine.json", write_workbook(example())).run()
    app.button(key=f"{KEY}_confirm").click().run()

    app.button(key=f"{KEY}_back").click().run()

    assert app.session_state["case"].person.name == "王小明"


def test_a_protected_file_opens_with_its_passphrase_alone() -> None:
    app = opened("start")
    data = protect(write_workbook(example()), "correct horse", PassphraseCost(memory=8 * 1024, passes=1))
    app.file_uploader(key=KEY).upload("mine.workbook", data).run()
    assert not app.error

    app.text_input(key=f"{KEY}_passphrase").set_value("wrong horse").run()
    assert app.error
    app.text_input(key=f"{KEY}_passphrase").set_value("correct horse").run()
    app.button(key=f"{KEY}_confirm").click().run()

    assert app.session_state["case"] == example()


def test_a_protected_file_is_made_and_the_passphrase_does_not_stay() -> None:
    app = opened("8_summary", example())

    app.text_input(key="save_file_passphrase").set_value("correct horse").run()
    app.button(key="save_file_protect").click().run()

    document, data = app.session_state["save_file_made"]
    assert unprotect(data, "correct horse") == document == write_workbook(app.session_state["case"])
    assert app.text_input(key="save_file_passphrase").value == ""


def test_a_short_passphrase_is_refused_with_a_reason() -> None:
    app = opened("8_summary", example())

    app.text_input(key="save_file_passphrase").set_value("kurz").run()
    app.button(key="save_file_protect").click().run()

    assert "8" in app.error[0].value
    assert "save_file_made" not in app.session_state
