"""The evidence index and the other creditors."""

from datetime import datetime

from accord.case import Ask, Contact, Debt, Evidence, EvidenceState, OpenCase, Whose
from accord.documents.blocks import Bullets, Table
from accord.documents.evidence_page import MOST_PAPERS, equal_parts, evidence_index, other_creditors
from accord.documents.exhibits import Marks, exhibits
from accord.documents.facts import Facts
from accord.i18n import speaking
from tests.accord.documents.papers import ON, facts_of, said


def test_key_proofs_prove_the_hardship() -> None:
    with speaking("zh_CN"):
        blocks = evidence_index(facts_of("lin_jing_card"))
        words = said(blocks[:3])

    assert "解除劳动合同证明" in words
    assert "身份证" not in words


def test_papers_that_are_missing_are_not_promised() -> None:
    papers = [Evidence(id="a", title="甲", state=EvidenceState.MISSING), Evidence(id="b", title="乙")]
    with speaking("zh_CN"):
        assert evidence_index(Facts.of(OpenCase(evidence=papers), "", ON)) == ()


def test_equal_parts_follow_the_balance_of_each_debt() -> None:
    facts = facts_of("chen_guohua_online_loans")
    parts = equal_parts(facts)
    assert facts.plan is not None

    assert abs(parts[facts.debt.id] - facts.plan.usual_instalment) <= 1
    assert equal_parts(facts_of("zhou_min_mortgage", "debt-1")) == {}


def test_a_single_payment_is_shown_to_other_creditors_as_no_monthly_amount() -> None:
    facts = facts_of("chen_guohua_online_loans")
    facts.case.asks = [Ask(debt_id=facts.debt.id, option="settlement", settlement="20000")]
    single = Facts.of(facts.case, facts.debt.id, ON)
    with speaking("zh_CN"):
        rows = [row for block in other_creditors(single) if isinstance(block, Table) for row in block.rows]

    assert equal_parts(single) == {}
    assert [row[3] for row in rows] == ["–"] * 3
    assert [row[2] for row in rows] == ["38,000.00", "28,000.00", "14,000.00"]


def test_a_debt_that_is_not_the_persons_is_no_other_creditor() -> None:
    debts = [Debt(id="a", principal="100"), Debt(id="b", principal="100", whose=Whose.NOT_MINE)]
    with speaking("zh_CN"):
        assert other_creditors(Facts.of(OpenCase(debts=debts), "a", ON)) == ()


def test_two_key_proofs_at_most_and_everybodys_papers_last() -> None:
    papers = [
        Evidence(id="a", item="id_card", title="身份证", proves="身份", state=EvidenceState.HAVE),
        Evidence(id="b", title="无说明", state=EvidenceState.HAVE),
        Evidence(id="c", title="病假条", proves="停工", state=EvidenceState.HAVE),
        Evidence(id="d", title="诊断", proves="病情", state=EvidenceState.ASKED),
    ]
    with speaking("zh_CN"):
        blocks = evidence_index(Facts.of(OpenCase(evidence=papers), "", ON))

    (proofs,) = (block.items for block in blocks if isinstance(block, Bullets))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert proofs == ("病假条：停工", "无说明")
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[3][-1] == "已申请，待补交"


def test_a_long_list_says_how_many_more_there_are() -> None:
    papers = [Evidence(id=f"p{number}", title="收据", state=EvidenceState.HAVE) for number in range(MOST_PAPERS + 3)]
    with speaking("zh_CN"):
        blocks = evidence_index(Facts.of(OpenCase(evidence=papers), "", ON))

    (table,) = (block for block in blocks if isinstance(block, Table))
    assert len(table.rows) == MOST_PAPERS
    assert "另有 3 份材料未列出" in said(blocks[-1:])


def test_a_paper_in_the_annex_is_named_by_its_page() -> None:
    paper = Evidence(id="a", title="账单", state=EvidenceState.HAVE)
    facts = Facts.of(OpenCase(evidence=[paper]), "", ON).afresh(Marks(exhibits([paper], {"a": [b"jpeg"]}), {1: 8}))
    with speaking("zh_CN"):
        assert "证据一，第9页" in said(evidence_index(facts))


def test_records_of_contacts_stand_in_the_index_only_as_exhibits() -> None:
    papers = [Evidence(id=name, title=f"材料{name}", state=EvidenceState.HAVE) for name in ("a", "night")]
    case = OpenCase(
        evidence=papers,
        contacts=[Contact(id="c", at=datetime.fromisoformat("2026-11-03T23:00"), evidence_ids=["night"])],
    )
    facts = Facts.of(case, "", ON)
    with speaking("zh_CN"):
        plain, shown = (
            said(evidence_index(facts.afresh(Marks(exhibits(papers[1:], ticked)))))
            for ticked in ({}, {"night": (b"jpeg",)})
        )

    assert "材料a" in plain
    assert "材料night" not in plain
    assert "材料night" in shown
