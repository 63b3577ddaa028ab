"""What every letter has."""

from datetime import date

import pytest

from accord.case import Evidence, EvidenceState, OpenCase
from accord.documents.blocks import Signature
from accord.documents.facts import Facts
from accord.documents.letters import frame
from accord.documents.placing import SIGN_STYLE, SIGN_WIDTH
from accord.documents.text import said
from accord.i18n import speaking
from tests.accord.documents.papers import ON, opened_sample


def facts(case: OpenCase | None = None) -> Facts:
    """Return facts of a case, Lin Jing's when none is given."""
    return Facts.of(case or opened_sample(), "", ON)


def test_a_letter_names_addressee_subject_and_writer() -> None:
    with speaking("zh_CN"):
        words = [text for block in frame.opening(facts(), "题目", "事情") for text in block.texts]

    assert words[0] == "题目"
    assert words[1] == "致：东湖银行（示例） 贷后管理部门（协商还款专员）"
    assert words[2] == "事由：事情"
    assert words[3].startswith("本人林静，身份证号后四位012X")


def test_chinese_paragraphs_are_set_in_and_english_ones_are_not() -> None:
    with speaking("zh_CN"):
        assert frame.body("甲").indent
    with speaking("en"):
        assert not frame.body("a").indent


def test_the_phone_is_the_first_channel() -> None:
    with speaking("zh_CN"):
        assert frame.channels(facts())[0] == "电话138-0000-1234，每日19:00至21:00"


def test_a_person_without_a_phone_is_asked_for_one() -> None:
    with speaking("zh_CN"):
        empty = facts(OpenCase())
        ways = frame.channels(empty)

    assert ways == ("电话________，每日________",)
    assert empty.gaps == ("在银行预留的手机号", "方便接听电话的时间")


def test_a_rule_speaks_in_its_own_words_not_to_the_reader() -> None:
    with speaking("zh_CN"):
        (block,) = frame.basis("credit_card.personal_instalment.longest_term", facts())

    assert "您" not in said(block)


@pytest.mark.parametrize("rule_id", ["collection.entry", "collection.quiet_hours"])
def test_a_rule_known_from_reports_alone_is_not_stated(rule_id: str) -> None:
    with speaking("zh_CN"):
        assert frame.basis(rule_id, facts()) == ()


def test_a_rule_past_its_review_is_not_stated() -> None:
    with speaking("zh_CN"):
        old = Facts.of(opened_sample(), "", date(2030, 1, 1))

        assert frame.basis("home.consent", old) == ()


def test_enclosures_stop_at_a_dozen() -> None:
    papers = [Evidence(id=f"e{k}", title=f"材料{k}", state=EvidenceState.HAVE) for k in range(20)]
    with speaking("zh_CN"):
        (block,) = frame.enclosures(facts(OpenCase(evidence=papers)))

    assert said(block).count("材料") == frame.MOST_ENCLOSURES


def test_the_signature_carries_the_letters_date() -> None:
    with speaking("zh_CN"):
        (block,) = frame.closing(facts())

    assert isinstance(block, Signature)
    assert block.lines[-1] == "日期：2026年11月23日"
    assert "敬礼" in block.closing


def test_a_paper_without_a_name_is_not_enclosed_and_one_without_pages_has_no_count() -> None:
    papers = [
        Evidence(id="a", item="id_card", state=EvidenceState.HAVE),
        Evidence(id="b", title="录音", state=EvidenceState.HAVE, pages=0),
        Evidence(id="c", title="流水", state=EvidenceState.HAVE, pages=3),
    ]
    with speaking("zh_CN"):
        (block,) = frame.enclosures(facts(OpenCase(evidence=papers)))

    assert said(block) == "附件：录音；流水（3页）。"


def test_papers_not_meant_for_the_bank_are_not_at_hand() -> None:
    kept = Evidence(id="a", title="日记", state=EvidenceState.HAVE, for_bank=False)
    asked = Evidence(id="b", title="流水", state=EvidenceState.ASKED)

    assert frame.at_hand(facts(OpenCase(evidence=[kept, asked]))) == ()


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_lines_to_sign_and_date_fit_beside_the_closing(tongue: str) -> None:
    with speaking(tongue):
        days = (date(2026, month, 30) for month in (9, 11, 12))
        blocks = [block for day in days for block in frame.closing(Facts.of(OpenCase(), "", day))]

    lines = [line for block in blocks if isinstance(block, Signature) for line in block.lines]
    assert len(lines) == 6
    assert all(SIGN_STYLE.measure(line) <= SIGN_WIDTH for line in lines)
