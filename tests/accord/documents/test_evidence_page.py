"""The evidence index and the other creditors."""

from accord.case import Evidence, EvidenceState, OpenCase
from accord.documents.evidence_page import equal_parts, evidence_index
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
