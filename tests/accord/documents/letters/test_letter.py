"""A letter as a paper."""

from accord.case import OpenCase
from accord.documents.letters import LETTERS, chosen_letter, letter
from accord.i18n import speaking
from tests.accord.documents.papers import ON, opened_sample


def test_a_paper_carries_title_language_reader_and_rules() -> None:
    paper = letter("request").paper(opened_sample(), "", language="zh_CN", on=ON)

    assert (paper.title, paper.language, paper.on) == ("协商还款申请书", "zh_CN", ON)
    assert paper.recipient == "东湖银行（示例）"
    assert paper.rules


def test_the_letters_language_is_not_the_screens() -> None:
    with speaking("zh_CN"):
        paper = letter("request").paper(opened_sample(), "", language="en", on=ON)

    assert paper.title == "Request for a repayment arrangement"


def test_gaps_are_named_in_the_screens_language() -> None:
    with speaking("en"):
        assert "your full name" in letter("request").missing(OpenCase(), "", on=ON)
    with speaking("zh_CN"):
        assert "您的姓名" in letter("request").missing(OpenCase(), "", on=ON)


def test_the_debt_can_be_named() -> None:
    case = opened_sample("chen_guohua_online_loans")
    last = case.debts[-1]

    assert letter("preference").paper(case, last.id, language="zh_CN", on=ON).recipient == last.creditor


def test_there_are_twelve_and_each_has_its_own_name() -> None:
    assert len(LETTERS) == len({row.id for row in LETTERS}) == len({row.title for row in LETTERS}) == 12


def test_an_unknown_choice_falls_back_to_the_request() -> None:
    case = opened_sample()
    case.package.letter = "nonsense"

    assert chosen_letter(case.package).id == "request"


def test_letters_that_offer_a_plan_wait_for_open_gates() -> None:
    waiting = {row.id for row in LETTERS if row.acknowledges}

    assert waiting == {"request", "confirmation", "update", "cannot_pay", "settlement", "breach"}
