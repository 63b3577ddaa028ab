"""The debt a letter or a script is about, chosen once."""

from tests.components.opened import CHEN_GUOHUA, ZHOU_MIN, example, opened


def test_one_debt_needs_no_choice() -> None:
    assert not any(box.key == "lab_debt" for box in opened("5_negotiate", example()).selectbox)


def test_a_choice_in_one_chapter_holds_in_the_next() -> None:
    case = example(CHEN_GUOHUA)
    app = opened("5_negotiate", case)

    app.selectbox(key="lab_debt").set_value(case.debts[1].id).run()
    app.switch_page("pages/package.py").run().run()

    assert app.session_state["package_debt"] == case.debts[1].id


def test_a_debt_that_is_gone_gives_way_to_the_first() -> None:
    case = example(ZHOU_MIN)
    case.package.debt_id = "debt-99"

    assert not opened("5_negotiate", case).exception
