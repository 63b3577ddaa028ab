"""Every page opens with an empty case, with each sample, in both languages, and says what its chapter says."""

import pytest

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.knowledge.article import section
from tests.components.opened import opened, words

PAGES = {
    "start": ("0", "0.1"),
    "1_understand_the_bank": ("1.1", "1.2", "1.3"),
    "2_your_position": ("2.1", "2.2", "2.3"),
    "3_channel": ("3.1", "3.2", "3.3", "3.4"),
    "4_materials": ("4.1", "4.2", "4.3"),
    "5_negotiate": ("5.1", "5.2", "5.3"),
    "6_follow_up": ("6.1", "6.2", "6.3"),
    "7_emergencies": ("7.1", "7.2", "7.3"),
    "8_summary": ("8",),
    "short_way": (),
    "package": (),
    "call": (),
    "rules": (),
    "privacy": ("privacy.promise", "privacy.kept", "privacy.yours", "privacy.limits"),
}
LANGUAGES = ("zh_CN", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_an_empty_case_and_carries_its_sections(page: str, language: str) -> None:
    app = opened(page, language=language)

    assert not app.exception
    shown = words(app)
    for number in PAGES[page]:
        assert section(number, language).body.split("\n")[0] in shown


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_a_full_case(page: str, name: str) -> None:
    app = opened(page, sample(name, "zh_CN"))

    assert not app.exception
    assert "虚构的例子" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_a_case_of_names_alone(page: str) -> None:
    case = Case.model_validate({"debts": [{"id": "debt-1"}], "incomes": [{"id": "income-1"}]})

    assert not opened(page, case).exception
