"""The papers on the screen: made on a button, shown as pictures and text, never older than the answers."""

import pytest

from accord.case import Case
from tests.components.opened import CHEN_GUOHUA, example, opened, words


@pytest.mark.parametrize("case", [Case(), example(), example(CHEN_GUOHUA)], ids=["empty", "card", "loans"])
def test_the_papers_are_made_and_shown(case: Case) -> None:
    app = opened("package", case)

    app.button(key="package_build").click().run()

    assert not app.exception
    made = app.session_state["made_package"]
    assert made.pdf.startswith(b"%PDF")
    assert 1 <= len(made.pages) <= 6
    assert all(page.startswith(b"\x89PNG") for page in made.pages)


def test_papers_made_before_a_change_are_not_offered_as_new() -> None:
    app = opened("package", example())
    app.button(key="package_build").click().run()

    app.session_state["case"].person.name = "另一个名字"
    app.run()

    assert any("重新生成" in element.value for element in app.info)


def test_the_private_ceiling_is_in_my_set_and_not_in_the_bank_s() -> None:
    case = example()
    case.private.best_alternative = "独一无二的后备办法"
    app = opened("package", case)

    app.button(key="package_build").click().run()
    assert "独一无二" not in words(app)
    app.session_state["case"].package.recipient = "me"
    app.run()
    app.button(key="package_build").click().run()

    assert "独一无二" in words(app)


def test_everything_is_packed_on_its_own_button() -> None:
    app = opened("package", example())
    app.button(key="package_build").click().run()

    app.button(key="bundle_build").click().run()

    assert not app.exception
    assert app.session_state["bundle"][1].startswith(b"PK")


def test_three_pictures_for_a_bank_that_takes_pictures() -> None:
    app = opened("package", example())

    app.button(key="three_build").click().run()

    assert len(app.session_state["three"]) == 3
