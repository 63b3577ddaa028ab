"""The checklist follows the hardship; a paper is taken onto the person's list."""

from accord.case import Case, EvidenceState, HardshipCause
from accord.knowledge.evidence import base_papers, checklist
from tests.components.opened import example, opened, words


def test_without_a_cause_the_base_papers_stand() -> None:
    app = opened("4_materials")

    shown = [element.label for element in app.expander]
    assert all(any(paper.paper in label for label in shown) for paper in base_papers("zh_CN"))
    assert "在第 2 章说明发生了什么" in words(app)


def test_the_cause_brings_its_own_papers() -> None:
    case = Case()
    case.position.cause = HardshipCause.ILLNESS
    app = opened("4_materials", case)

    shown = " ".join(element.label for element in app.expander)
    assert all(paper.paper.split("（")[0][:4] in shown for paper in checklist("illness", "zh_CN"))


def test_a_paper_is_put_on_the_list_with_what_it_proves() -> None:
    app = opened("4_materials")
    paper = base_papers("zh_CN")[0]
    app.session_state[f"item_{paper.id}"] = True
    app.run()

    app.button(key=f"take_{paper.id}").click().run()

    taken = app.session_state["case"].evidence[0]
    assert (taken.item, taken.title, taken.state) == (paper.id, paper.paper, EvidenceState.MISSING)


def test_what_is_at_hand_is_shown_as_such() -> None:
    labels = [element.label for element in opened("4_materials", example()).expander]

    assert any("身份证" in label and "已备好" in label for label in labels)


def test_the_figures_that_no_paper_proves_are_named() -> None:
    case = example()
    case.evidence = case.evidence[:1]

    assert "手头的材料还证明不了：发生了什么，我的收入，我的支出，欠款余额" in words(
        opened("4_materials", case)
    ).replace("、", "，")
