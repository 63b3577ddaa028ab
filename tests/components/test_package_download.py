"""The papers on the screen: made on a button, shown as pictures and text, never older than the answers."""

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, EvidenceFile
from accord.documents.text import render
from accord.evidence.sheaf import Page, pack
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.components.opened import CHEN_GUOHUA, example, opened, words


def made_by(app: AppTest) -> None:
    """Tap the button and wait until the papers are there."""
    app.button(key="package_build").click().run()
    for _look in range(60):
        if not making_now(app):
            break
        app.run()


def making_now(app: AppTest) -> bool:
    """Tell whether papers are still being made."""
    return "making_package" in app.session_state


@pytest.mark.parametrize("case", [Case(), example(), example(CHEN_GUOHUA)], ids=["empty", "card", "loans"])
def test_the_papers_are_made_and_shown(case: Case) -> None:
    app = opened("package", case)

    made_by(app)

    assert not app.exception
    made = app.session_state["made_package"].built
    assert made.pdf.startswith(b"%PDF")
    assert 1 <= len(made.pages) <= 6
    assert all(page.startswith(b"\x89PNG") for page in made.pages)


def test_papers_made_before_a_change_are_not_offered_as_new() -> None:
    app = opened("package", example())
    made_by(app)

    app.session_state["case"].person.name = "另一个名字"
    app.run()

    assert any("重新生成" in element.value for element in app.info)


def test_the_private_ceiling_is_in_my_set_and_not_in_the_bank_s() -> None:
    case = example()
    case.private.best_alternative = "独一无二的后备办法"
    app = opened("package", case)

    made_by(app)
    assert "独一无二" not in words(app)
    app.session_state["case"].package.recipient = "me"
    app.run()
    made_by(app)

    assert "独一无二" in words(app)


def test_everything_is_packed_on_its_own_button() -> None:
    app = opened("package", example())
    made_by(app)

    app.button(key="bundle_build").click().run()

    assert not app.exception
    assert app.session_state["bundle"][1].startswith(b"PK")


def test_three_pictures_for_a_bank_that_takes_pictures() -> None:
    app = opened("package", example())

    app.button(key="three_build").click().run()

    assert len(app.session_state["three"][1]) == 3


def test_three_pictures_of_answers_that_changed_since_are_not_shown() -> None:
    app = opened("package", example())
    app.button(key="three_build").click().run()
    shown = len(app.get("image"))

    app.session_state["case"].person.name = "另一个名字"
    app.run()

    assert shown - len(app.get("image")) == 3


def test_the_whole_paper_can_be_copied_as_text() -> None:
    app = opened("package", example())
    made_by(app)

    assert app.code[-1].value == render(app.session_state["made_package"].built.package.paper).rstrip()


def test_ticked_pictures_come_as_an_annex_and_joined() -> None:
    case = example()
    case.evidence[1].exhibit = True
    app = opened("package", case)
    page = Page(as_bytes(specimen(8)))
    app.session_state["case"].evidence[1].files = [EvidenceFile(id="ab" * 16)]
    app.session_state["pictures"] = {"ab" * 16: pack((page,))}
    made_by(app)
    built = app.session_state["made_package"].built

    assert built.annex.startswith(b"%PDF")
    assert len(built.joined) > len(built.pdf)
