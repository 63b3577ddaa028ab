"""The twelve letters, in both languages, from full cases and from an empty one."""

import re
from datetime import date

import pytest

from accord.budget.means import owed
from accord.case import Debt, Evidence, OpenCase, Whose
from accord.case.samples import SAMPLES, sample
from accord.documents import faces, pdf, text
from accord.documents.letters import LETTERS, Letter, letter, letter_missing, letter_paper
from accord.documents.phrasing import long_day
from accord.documents.sheet import BOTTOM, MARGIN, POINT, WIDTH, Text
from accord.errors import PaperError
from accord.i18n import _, speaking
from accord.money import yuan
from tests.accord.documents.papers import FORBIDDEN, ON, empty_case

IDS = [row.id for row in LETTERS]
TONGUES = ["zh_CN", "en"]
EDGE = MARGIN + WIDTH + 0.1


def written(letter_id: str, case: OpenCase, tongue: str = "zh_CN") -> str:
    """Return a letter as text."""
    return text.render(letter_paper(letter_id, case, language=tongue, on=ON))


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("letter_id", IDS)
def test_every_letter_is_whole_for_every_sample(letter_id: str, name: str, tongue: str) -> None:
    case = sample(name, tongue)

    said = written(letter_id, case.opened(), tongue)

    assert not any(sign in said for sign in ("{", "}", "None"))
    assert not any(word in said for word in FORBIDDEN)
    assert case.person.name in said


@pytest.mark.parametrize("letter_id", IDS)
def test_every_letter_fits_two_pages_and_can_be_drawn(letter_id: str) -> None:
    paper = letter_paper(letter_id, sample("lin_jing_card", "zh_CN").opened(), language="zh_CN", on=ON)

    assert pdf.page_count(paper) <= 2


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("letter_id", IDS)
def test_an_empty_case_leaves_blank_lines_and_names_them(letter_id: str, tongue: str) -> None:
    case = empty_case().opened()

    with speaking(tongue):
        missing = letter_missing(letter_id, case, on=ON)

    assert "________" in written(letter_id, case, tongue)
    assert len(missing) == len(set(missing)) > 2
    assert "None" not in written(letter_id, case, tongue)


@pytest.mark.parametrize("row", LETTERS, ids=IDS)
def test_every_letter_says_what_it_means_and_will_not_do(row: Letter) -> None:
    with speaking("zh_CN"):
        assert _(row.meaning) != row.meaning
        assert all(_(line) != line for line in row.will_not)


def test_a_case_without_any_debt_still_gives_a_letter() -> None:
    assert "________" in written("request", OpenCase())


@pytest.mark.parametrize("letter_id", ["hold_action", "request", "preference", "dispute", "complaint_bank"])
def test_the_plan_or_its_day_is_always_named(letter_id: str) -> None:
    said = written(letter_id, empty_case().opened())

    assert "2026年12月7日" in said


def test_a_finance_company_is_no_bank() -> None:
    case = OpenCase(debts=[Debt(id="d", creditor="明德消费金融（示例）")])

    assert "贵公司" in written("request", case)
    assert "贵行" not in written("request", case)


def test_an_unknown_letter_is_a_calm_error() -> None:
    with pytest.raises(PaperError, match="no letter of this name"):
        letter("threat")


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("letter_id", IDS)
def test_a_rare_name_is_written_whole_in_every_letter(letter_id: str, tongue: str) -> None:
    case = sample("lin_jing_card", tongue).opened()
    case.person.name = "㛃𬱖䶮·阿依古丽"
    paper = letter_paper(letter_id, case, language=tongue, on=ON)
    drawn = "".join(mark.text for page in pdf.laid_out(paper) for mark in page if isinstance(mark, Text))

    assert faces.missing(paper.texts) == ()
    assert case.person.name in drawn.replace(" ", "")


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("letter_id", IDS)
def test_the_longest_own_words_stay_on_the_paper_and_none_is_lost(letter_id: str, tongue: str) -> None:
    case = talkative(tongue)
    paper = letter_paper(letter_id, case, language=tongue, on=ON)
    pages = pdf.laid_out(paper)
    marks = [mark for page in pages for mark in page[:-1] if isinstance(mark, Text)]
    drawn = "".join(mark.text for mark in marks).replace(" ", "")

    assert all(mark.y < BOTTOM + 1 for mark in marks)
    assert all(mark.x + faces.width(mark.text, mark.size * POINT, bold=mark.bold) <= EDGE for mark in marks)
    assert sum(words.count("长") for words in paper.texts[1:-1]) == drawn.count("长")


@pytest.mark.parametrize("letter_id", IDS)
def test_braces_and_percent_signs_are_letters_like_any_other(letter_id: str) -> None:
    case = sample("lin_jing_card", "en").opened()
    case.person.name, case.debts[0].creditor = "林{name}静", "东湖%s银行{0}"
    said = written(letter_id, case, "en")

    assert "林{name}静" in said
    assert "东湖%s银行{0}" in said


@pytest.mark.parametrize("letter_id", IDS)
def test_an_english_letter_from_nothing_holds_no_chinese_and_the_chinese_one_no_english(letter_id: str) -> None:
    case = OpenCase()

    assert re.findall(r"[\u3400-\u9fff，。：；（）]", written(letter_id, case, "en")) == []
    assert set(re.findall(r"[A-Za-z]{2,}", written(letter_id, case))) <= {"App"}


@pytest.mark.parametrize("letter_id", ["hold_action", "preference", "dispute", "contact_change"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_letter_that_acknowledges_nothing_names_no_amount_of_the_debt(name: str, letter_id: str) -> None:
    case = sample(name, "zh_CN").opened()
    debt = case.debts[0]

    assert not letter(letter_id).acknowledges
    said = written(letter_id, case)
    assert not [amount for amount in (debt.principal, debt.interest, owed(debt)) if amount and yuan(amount) in said]
    assert "愿意归还" not in said


@pytest.mark.parametrize("letter_id", [row.id for row in LETTERS if row.id not in {"complaint_bank", "update"}])
def test_no_letter_to_one_bank_names_another(letter_id: str) -> None:
    case = sample("chen_guohua_online_loans", "zh_CN").opened()
    case.contacts = []
    others = {debt.creditor for debt in case.debts[1:]} - {case.debts[0].creditor}

    assert len(others) == 3
    assert not [name for name in others if name in written(letter_id, case)]


def talkative(tongue: str) -> OpenCase:
    """Return a case in which every own word is as long as its field allows."""
    case = sample("lin_jing_card", tongue).opened()
    case.person.name = case.debts[0].creditor = "长" * 60
    case.person.email = "a" * 50 + "." + "b" * 50 + "@example.com"
    case.person.city = "长" * 60
    position = case.position
    position.own_reason = position.cause_words = position.recovery_words = case.debts[0].disputed_item = "长" * 200
    case.evidence = [Evidence(id=f"e{k}", title="长" * 60, proves="长" * 200, state="have") for k in range(14)]
    for contact in case.contacts:
        contact.said = contact.promised = "长" * 2000
        contact.who = contact.agency = contact.staff_number = contact.ticket_number = "长" * 60
    for event in case.events:
        event.words = "长" * 2000
    for payment in case.payments:
        payment.receipt = "长" * 200
    return case


LATER = date(2027, 6, 1)
"""A day on which every day the invented people promised or expected is past."""


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("letter_id", ["request", "cannot_pay", "settlement"])
def test_no_letter_promises_a_payment_or_expects_a_recovery_for_a_day_that_is_past(letter_id: str, name: str) -> None:
    case = sample(name, "zh_CN").opened()
    promised = [case.position.can_pay_on, case.position.recovery_on, *(ask.first_due for ask in case.asks)]
    said = text.render(letter_paper(letter_id, case, language="zh_CN", on=LATER))

    with speaking("zh_CN"):
        past = [long_day(day) for day in promised if day and day < LATER]
    assert past
    assert not [day for day in past if day in said]
    assert "日期：2027年6月1日" in said


@pytest.mark.parametrize("whose", [Whose.NOT_MINE, Whose.UNKNOWN])
def test_a_hold_for_a_debt_that_may_be_a_strangers_gives_no_hardship_as_its_reason(whose: Whose) -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.debts[0].whose = whose
    said = written("hold_action", case)

    assert "困难" not in said
    assert "失业" not in said
    assert "将于2026年11月27日前书面回复贵行" in said
