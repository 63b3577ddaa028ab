"""The twelve letters, in both languages, from full cases and from an empty one."""

from datetime import date

import pytest

from accord.case import Debt, OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents import pdf, text
from accord.documents.letters import LETTERS, Letter, letter, letter_missing, letter_paper
from accord.errors import PaperError
from accord.i18n import _, speaking
from tests.accord.documents.papers import FORBIDDEN, ON, empty_case

IDS = [row.id for row in LETTERS]
TONGUES = ["zh_CN", "en"]


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


def test_the_request_asks_first_and_speaks_of_contact_after() -> None:
    said = written("request", sample("lin_jing_card", "zh_CN").opened())

    assert said.index("申请事项") < said.index("申请原因") < said.index("不同意到住处")
    assert "¥1,305.00（人民币壹仟叁佰零伍元整）" in said
    assert "以贵行系统数据为准" in said


def test_at_most_one_rule_is_stated_and_with_its_source() -> None:
    said = written("request", sample("lin_jing_card", "zh_CN").opened())

    assert said.count("参考依据") == 1
    assert "《商业银行信用卡业务监督管理办法》第70条" in said


def test_past_its_review_a_rule_is_asked_and_not_stated() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()

    later = text.render(letter_paper("request", case, language="zh_CN", on=date(2031, 1, 1)))

    assert "参考依据" not in later
    assert "请登记本函" in later


@pytest.mark.parametrize("letter_id", ["hold_action", "preference"])
def test_neutral_letters_confirm_and_deny_nothing(letter_id: str) -> None:
    said = written(letter_id, sample("lin_jing_card", "zh_CN").opened())

    assert "不构成对欠款金额、构成和诉讼时效等事项的确认或否认" in said
    assert "86,400" not in said
    assert "愿意还款" not in said
    assert not letter(letter_id).acknowledges


@pytest.mark.parametrize("letter_id", ["hold_action", "request", "preference", "dispute", "complaint_bank"])
def test_the_plan_or_its_day_is_always_named(letter_id: str) -> None:
    said = written(letter_id, empty_case().opened())

    assert "2026年12月7日" in said


def test_refusing_visits_always_comes_with_a_working_channel() -> None:
    for name in SAMPLES:
        said = written("preference", sample(name, "zh_CN").opened())

        assert said.index("不同意") < said.index("· 电话")


def test_a_finance_company_is_no_bank() -> None:
    case = OpenCase(debts=[Debt(id="d", creditor="明德消费金融（示例）")])

    assert "贵公司" in written("request", case)
    assert "贵行" not in written("request", case)


def test_nobody_is_said_to_have_complained_before_they_say_so() -> None:
    said = written("complaint_regulator", sample("lin_jing_card", "zh_CN").opened())

    assert "________，本人已向东湖银行（示例）反映，工单号为________" in said


def test_a_complaint_lists_only_what_stands_out() -> None:
    said = written("complaint_bank", sample("lin_jing_card", "zh_CN").opened())

    assert "22:40" in said
    assert "10:20" not in said


def test_what_was_paid_now_is_no_part_of_a_smaller_instalment() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()

    assert "8,100.00" not in written("cannot_pay", case)


def test_an_illness_is_told_only_when_ticked() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    case.events = [event for event in case.events if event.kind.value == "illness"]

    closed = written("cannot_pay", case.opened())
    case.package.diagnosis = True

    assert "停止出车" not in closed
    assert "停止出车" in written("cannot_pay", case.opened())


def test_an_unknown_letter_is_a_calm_error() -> None:
    with pytest.raises(PaperError, match="no letter of this name"):
        letter("threat")
