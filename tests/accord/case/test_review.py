"""Every answer read back."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from accord.case import Case, DebtKind
from accord.case.review import GROUPS, chapter_answers, words
from accord.case.samples import SAMPLES, sample
from accord.i18n import speaking


@pytest.mark.parametrize("name", SAMPLES)
def test_every_group_of_a_full_case_is_read_back(name: str) -> None:
    case = sample(name, "zh_CN")

    for chapter_id in GROUPS:
        said = chapter_answers(case, chapter_id)
        assert all(line.label for line in said)
    assert len(chapter_answers(case, "materials")) > 60


def test_amounts_are_read_back_as_money() -> None:
    values = [line.value for line in chapter_answers(sample("lin_jing_card", "zh_CN"), "materials")]

    assert "¥79,200.00" in values


def test_an_empty_case_says_nothing_but_defaults() -> None:
    assert all(line.value != "" or line.level == 0 for line in chapter_answers(Case(), "materials"))
    assert chapter_answers(Case(), "follow_up") == ()


@pytest.mark.parametrize(
    ("value", "name", "said"),
    [
        (Decimal("0.1825"), "annual_rate", "18.25%"),
        (Decimal("1250.00"), "principal", "¥1,250.00"),
        (datetime(2026, 11, 23, 22, 40), "at", "2026-11-23 22:40"),  # noqa: DTZ001  the case holds Shanghai's clock
        (date(2026, 11, 23), "on", "2026-11-23"),
        (time(18, 30), "call_from", "18:30"),
        (True, "secured", "是"),
        (DebtKind.CREDIT_CARD, "kind", "信用卡"),
        ([DebtKind.CREDIT_CARD, DebtKind.MORTGAGE], "kinds", "信用卡、"),
        (3, "months", "3"),
    ],
)
def test_each_kind_of_answer_is_said_plainly(value: object, name: str, said: str) -> None:
    with speaking("zh_CN"):
        assert words(value, name).startswith(said)
