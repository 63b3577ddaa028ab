"""What every option has in common."""

from decimal import Decimal

import pytest

from accord.case import DebtKind
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options.base import (
    ANY_DEBT,
    CARDS,
    FITS,
    LOANS,
    NOT_MINE,
    Note,
    Option,
    Parameter,
    refused,
)
from accord.options.catalogue import OPTIONS, option
from tests.accord.options.invented_debts import card, loan


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_somebody_elses_debt_fits_nothing(way: Option) -> None:
    assert not way.fits(card(whose="not_mine")).ok
    assert not way.fits(loan(whose="not_mine")).ok


def test_somebody_elses_debt_is_refused_in_the_readers_language() -> None:
    fit = option("waiver").fits(card(whose="not_mine"))

    with speaking(ENGLISH):
        assert fit.reason == NOT_MINE
    with speaking(CHINESE):
        assert fit.reason.startswith("您标注了这笔欠款不是您的")


def test_the_principal_comes_first() -> None:
    fit = option("personalised_instalment").fits(card(principal=None))

    assert not fit.ok
    assert fit.reason == "请先填写本金，大致的数字就可以。"


def test_nothing_owed_needs_no_plan() -> None:
    fit = option("longer_term").fits(loan(principal="0", interest="0"))

    assert fit.reason == "按目前填写的内容，这笔没有欠款。"


def test_more_than_can_be_counted_is_refused_politely() -> None:
    fit = option("settlement").fits(loan(principal="1000000000", interest="1000000000"))

    assert "超出了本手册能计算的范围" in fit.reason


def test_card_ways_refuse_loans_and_loan_ways_refuse_cards() -> None:
    for way in OPTIONS:
        assert way.fits(loan()).ok == (way.kinds != CARDS)
        assert way.fits(card(contract_instalment="1500")).ok == (way.kinds != LOANS)


def test_cards_and_loans_are_all_debts() -> None:
    assert CARDS | LOANS == ANY_DEBT == frozenset(DebtKind)
    assert not CARDS & LOANS


def test_a_slider_keeps_its_bounds() -> None:
    slider = Parameter(
        name="months",
        title="",
        unit="months",
        low=Decimal(3),
        high=Decimal(60),
        default=Decimal(12),
        step=Decimal(1),
    )

    assert [slider.within(Decimal(n)) for n in (1, 24, 72)] == [3, 24, 60]


def test_a_fit_that_is_ok_has_no_reason() -> None:
    assert FITS.reason == ""
    assert refused("Sum paid at once", needed=5).needed == 5


def test_a_note_is_spoken_when_it_is_read() -> None:
    note = Note("{n} days overdue", {"n": "74"})

    with speaking(ENGLISH):
        assert note.speak() == "74 days overdue"
    assert note.speak() == "逾期 74 天"
