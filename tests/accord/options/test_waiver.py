"""A waiver of interest and charges."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.options.base import Fit
from accord.options.making import attempt, plan
from accord.options.waiver import OPTION
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_all_charges_waived_leaves_the_principal() -> None:
    made = plan("waiver", card(), None, ON)

    assert made.waived == 720_000
    assert made.restructured == 3_600_000


@settings(max_examples=50, deadline=None)
@given(st.decimals(0, 1, places=2))
def test_the_principal_is_never_waived(share: Decimal) -> None:
    made = plan("waiver", card(), ask(waived_share=share), ON)

    assert 0 <= made.waived <= 720_000
    assert made.restructured >= 3_600_000


def test_each_part_is_rounded_once() -> None:
    debt = card(interest="0.05", penalty_interest="0.05", fees="0.05")

    assert plan("waiver", debt, ask(waived_share=Decimal("0.5")), ON).waived == 9


def test_without_charges_there_is_nothing_to_waive() -> None:
    assert not OPTION.fits(loan(interest=None)).ok


def test_paying_everything_at_once_leaves_nothing_for_instalments() -> None:
    debt = card(principal="0.01", interest="10")
    made = attempt("waiver", debt, ask(down_payment=Decimal(5)), ON)

    assert isinstance(made, Fit)
    assert "没有余额可以分期" in made.reason


def test_a_larger_waiver_lowers_every_instalment() -> None:
    shares = [Decimal(k) / 10 for k in range(11)]
    made = [plan("waiver", card(), ask(waived_share=share, months=36), ON) for share in shares]

    assert [m.waived for m in made] == sorted(m.waived for m in made)
    assert [m.highest_instalment for m in made] == sorted((m.highest_instalment for m in made), reverse=True)


def test_a_loans_rest_bears_interest_at_its_own_rate() -> None:
    made = plan("waiver", loan(), None, ON)

    assert made.waived == 80_000
    assert made.interest > 0
