"""电话协商内容确认函."""

from accord.case import AgreementTerm, TermRecord, TermState
from accord.documents.facts import Facts
from accord.documents.letters.confirmation import the_call
from tests.accord.documents.papers import ON, empty_case, gaps_of, letter_text, opened_sample


def test_who_said_it_and_when_is_named() -> None:
    said = letter_text("confirmation", opened_sample())

    assert "2026年11月20日 19:30，本人与贵行贷后专员何先生（工号51066，工单号SL-20261120-07）通话协商" in said


def test_the_figures_agreed_are_repeated() -> None:
    said = letter_text("confirmation", opened_sample())

    assert all(part in said for part in ("进入分期的金额：¥78,300.00", "期数：60", "首期还款日：2026年12月15日"))


def test_terms_stand_in_their_usual_order() -> None:
    said = letter_text("confirmation", opened_sample())

    assert said.index("欠款余额") < said.index("每月 15 日") < said.index("一期未还")


def test_what_was_not_mentioned_is_asked_for() -> None:
    said = letter_text("confirmation", opened_sample())

    assert said.index("请书面补充") < said.index("征信怎样报送")


def test_what_differs_is_named() -> None:
    said = letter_text("confirmation", opened_sample())

    assert said.index("与本人申请的不一致") < said.index("电话说不收手续费")


def test_a_term_without_words_shows_how_it_was_said() -> None:
    case = opened_sample()
    case.agreements[0].terms = {AgreementTerm.BREACH: TermRecord(state=TermState.ON_PHONE)}

    assert "未按约还款的后果  |  已谈到，请书面写明  |  电话告知" in letter_text("confirmation", case)


def test_silence_is_never_taken_as_consent() -> None:
    said = letter_text("confirmation", opened_sample())

    assert "视为" not in said
    assert "以贵行书面确认的内容为准" in said


def test_without_an_agreement_every_figure_is_blank_and_named() -> None:
    gaps = gaps_of("confirmation", empty_case().opened())

    assert {"商定的期数", "商定的每期还款额", "还到哪个账户", "对方的工号"} <= set(gaps)


def test_the_call_is_found_by_its_id() -> None:
    facts = Facts.of(opened_sample(), "", ON)
    assert facts.agreement is not None
    call = the_call(facts, facts.agreement)

    assert call is not None
    assert call.id == "contact-9"


def test_the_request_to_confirm_comes_before_what_was_said() -> None:
    said = letter_text("confirmation", opened_sample())

    assert said.index("请贵行书面确认以下协商内容") < said.index("通话协商")


def test_it_says_how_the_writer_can_be_reached_for_the_answer() -> None:
    said = letter_text("confirmation", opened_sample())

    assert said.index("书面确认的内容为准") < said.index("· 电话138-0000-1234，每日19:00至21:00") < said.index("发函人")
