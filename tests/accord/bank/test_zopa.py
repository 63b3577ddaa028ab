"""Where both sides can agree."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.bank import BankView, Cell, Sides, plan_value, zopa
from accord.bank.zopa import ANY_DAY, pareto
from accord.loans import Terms, equal_instalments

SIDES = Sides(balance=8_640_037, affordable=190_000, bank_alternative=4_200_000)
TERMS, RATES = (24, 36, 48, 60), tuple(Decimal(rate) for rate in ("0", "0.036", "0.072", "0.12"))


@settings(max_examples=30)
@given(st.integers(1, 60), st.decimals(0, "0.36", places=3), st.floats(0, 0.1))
def test_the_grid_agrees_with_a_plain_month_loop(months: int, rate: Decimal, hazard: float) -> None:
    view = BankView(break_hazard=hazard)

    (cell,) = zopa(SIDES, view, terms=[months], annual_rates=[rate]).cells

    terms = Terms(principal=SIDES.balance, annual_rate=rate, months=months, first_due=ANY_DAY)
    balances = [SIDES.balance, *(row.balance for row in equal_instalments(terms).rows[:-1])]
    assert cell.bank_value == pytest.approx(plan_value([cell.payment] * months, balances, view), abs=100)


def test_agreeable_offers_satisfy_both_sides() -> None:
    found = zopa(SIDES, BankView(), terms=TERMS, annual_rates=RATES)

    assert found.agreeable
    assert all(cell.payment <= 190_000 and cell.bank_value >= 4_200_000 for cell in found.agreeable)


def test_along_the_pareto_set_payments_and_values_rise() -> None:
    best = zopa(SIDES, BankView(), terms=TERMS, annual_rates=RATES).pareto

    assert list(best) == sorted(best, key=lambda cell: (cell.payment, cell.bank_value))


def test_a_beaten_offer_is_not_kept() -> None:
    good, beaten = (Cell(12, Decimal(0), payment, value, True) for payment, value in ((10, 5.0), (11, 5.0)))

    assert pareto([beaten, good]) == (good,)


def test_an_empty_zone_says_what_is_missing() -> None:
    poor = zopa(SIDES._replace(affordable=100_000), BankView(), terms=TERMS, annual_rates=RATES)
    stern = zopa(SIDES._replace(bank_alternative=9_000_000), BankView(), terms=TERMS, annual_rates=RATES)

    assert not poor.agreeable
    assert poor.missing_payment == 144_001 - 100_000
    assert not stern.agreeable
    assert stern.missing_value > 0


def test_nothing_is_missing_where_both_can_agree() -> None:
    found = zopa(SIDES, BankView(), terms=TERMS, annual_rates=RATES)

    assert (found.missing_payment, found.missing_value) == (0, 0)
