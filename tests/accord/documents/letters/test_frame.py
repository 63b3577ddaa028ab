"""What every letter has."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from accord.case import Contact, Evidence, EvidenceState, OpenCase, Whose
from accord.documents.blocks import Signature
from accord.documents.facts import Facts
from accord.documents.letters import complaint_bank, frame
from accord.documents.placing import SIGN_STYLE, SIGN_WIDTH
from accord.documents.text import said
from accord.i18n import speaking
from tests.accord.documents.papers import ON, opened_sample

SIGNERS = (
    frame.APPLICANT,
    complaint_bank.SIGNER,
    "Reported by: ________________",
    "Raised by: ________________",
    "Notice by: ________________",
)


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


def test_enclosures_stop_at_a_dozen_and_say_how_many_more() -> None:
    papers = [Evidence(id=f"e{k}", title=f"材料{k}", state=EvidenceState.HAVE) for k in range(20)]
    with speaking("zh_CN"):
        alone, beside_the_index = (
            said(*frame.enclosures(replace(facts(OpenCase(evidence=papers)), indexed=indexed)))
            for indexed in (False, True)
        )

    assert [f"材料{k}（" in alone for k in range(20)] == [k < frame.MOST_ENCLOSURES for k in range(20)]
    assert "另有 8 份，可应要求提供" in alone
    assert "其余 8 份见证明材料目录" in beside_the_index


def test_papers_that_the_index_leaves_out_are_not_looked_for_there() -> None:
    papers = [Evidence(id=f"e{k}", title=f"截图{k}", state=EvidenceState.HAVE) for k in range(20)]
    night = Contact(id="c", at=datetime.fromisoformat("2026-11-03T23:00"), evidence_ids=[paper.id for paper in papers])
    known = replace(facts(OpenCase(evidence=papers, contacts=[night])), indexed=True)
    with speaking("zh_CN"):
        block = said(*frame.enclosures(known, frame.of_contacts(known)))

    assert "另有 8 份，可应要求提供" in block
    assert "目录" not in block


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
        facts_of = [Facts.of(OpenCase(), "", day) for day in days]
        blocks = [block for found in facts_of for signer in SIGNERS for block in frame.closing(found, signer)]

    lines = [line for block in blocks if isinstance(block, Signature) for line in block.lines]
    assert len(lines) == 2 * 3 * len(SIGNERS)
    assert all(SIGN_STYLE.measure(line) <= SIGN_WIDTH for line in lines)


def test_pictures_of_their_calls_support_no_request() -> None:
    with speaking("zh_CN"):
        asked, complained = frame.at_hand(facts()), frame.of_contacts(facts())

    assert "evidence-7" not in {paper.id for paper in asked}
    assert {paper.id for paper in complained} == {"evidence-7"}
    assert frame.of_contacts(facts(), date(2026, 11, 1)) == ()


def test_a_guarantor_is_no_borrower() -> None:
    case = opened_sample()
    case.debts[0].whose = Whose.GUARANTEED_BY_ME
    with speaking("zh_CN"):
        assert said(frame.who_writes(facts(case))).endswith("系信用卡（尾号1234）保证人。")


def test_an_update_offered_every_month_is_a_promise_and_no_channel() -> None:
    with speaking("zh_CN"):
        bullets, promise = frame.reach(facts())

    assert "每月" not in "".join(bullets.texts[1:])
    assert "本人每月会向贵行书面说明一次情况" in said(promise)


def test_an_english_copy_says_that_it_is_one() -> None:
    with speaking("en"):
        copy = frame.addressed("Title", "To: a bank", "a matter")
    with speaking("zh_CN"):
        original = frame.addressed("题目", "致：银行", "事情")

    assert len(copy) == len(original) + 1
    assert said(copy[1]).startswith("Reading copy.")


def test_a_record_of_another_bank_s_call_goes_with_no_request() -> None:
    known = facts(opened_sample("chen_guohua_online_loans"))
    for debt in known.case.debts:
        papers = frame.at_hand(Facts.of(known.case, debt.id, ON))

        assert papers
        assert not any("22:40" in paper.title for paper in papers)


def test_while_a_gate_is_open_no_monthly_report_is_promised() -> None:
    with speaking("zh_CN"):
        assert len(frame.reach(replace(facts(), careful=True))) == 1
        assert len(frame.reach(facts())) == 2
