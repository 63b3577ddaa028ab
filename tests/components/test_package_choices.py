"""Who reads the papers, in which language, and what goes in."""

from accord.case import EvidenceFile, Recipient
from tests.components.opened import example, opened, words


def test_the_language_of_the_papers_is_chosen_apart_from_the_screen() -> None:
    app = opened("package", example())

    app.segmented_control(key="package_language").set_value("en").run()

    assert app.session_state["case"].package.language == "en"
    assert app.session_state["case"].language == "zh_CN"


def test_the_recipient_decides_what_can_be_ticked() -> None:
    app = opened("package", example())
    assert any(box.key and box.key.endswith("spouse_income") for box in app.checkbox)

    app.segmented_control(key="answer:package.recipient").set_value(Recipient.ME).run()

    assert not any(box.key and box.key.endswith("spouse_income") for box in app.checkbox)


def test_parts_are_kept_in_the_order_they_are_tapped() -> None:
    app = opened("package", example())

    app.pills(key="package_parts").set_value(["budget", "case"]).run()

    assert app.session_state["case"].package.parts == ["budget", "case"]


def test_what_the_letter_lacks_is_named() -> None:
    case = example()
    case.person.name = ""

    assert "还空着的内容" in words(opened("package", case))


def test_papers_with_pictures_are_ticked_one_by_one() -> None:
    case = example()
    case.evidence[1].files = [EvidenceFile(id="ab" * 16)]
    case.evidence[2].files, case.evidence[2].for_bank = [EvidenceFile(id="cd" * 16)], False
    app = opened("package", case)
    app.checkbox(key=f"answer:evidence.{case.evidence[1].id}.exhibit").check().run()

    assert app.session_state["case"].evidence[1].exhibit
    assert any("附件：1 份证据材料" in box.label for box in app.expander)
    assert "您在第 4 章标了不给银行看" in words(app)


def test_without_pictures_no_annex_is_offered() -> None:
    assert not any("附件" in box.label for box in opened("package", example()).expander)
