"""The twelve letters, in both languages, from full cases and from an empty one."""

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
