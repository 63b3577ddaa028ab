"""Plans without a term: paid, never, and paying more."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import fixed_payment, percent_of_balance, rates_of, share_of
from tests.accord.loans.ready import adds_up, terms


def test_a_payment_below_the_interest_never_ends() -> None:
    plan = fixed_payment(terms(2_000_000, "0.1825"), payment=30_000)

    assert (plan.status, plan.schedule) == ("never", None)
    assert (plan.first_interest, plan.least_payment) == (30_417, 30_418)


def test_a_payment_equal_to_the_interest_never_ends() -> None:
    assert fixed_payment(terms(2_000_000, "0.1825"), payment=30_417).status == "never"


def test_the_least_payment_does_end() -> None:
    plan = fixed_payment(terms(2_000_000, "0.1825"), payment=30_418)

    assert plan.status == "paid"
    assert plan.schedule is not None
    assert plan.schedule.months > 360


def test_one_fen_a_month_on_a_large_debt_stops_at_the_longest_run() -> None:
    assert fixed_payment(terms(10_000_000), payment=1).status == "never"


@settings(max_examples=50)
@given(st.integers(1_000, 10_000_000), st.decimals(0, "0.36", places=4), st.integers(1, 50_000))
def test_paying_more_never_costs_more(principal: int, rate: Decimal, more: int) -> None:
    loan = terms(principal, str(rate))
    payment = max(principal // 50, fixed_payment(loan, payment=1).least_payment)

    slow, fast = fixed_payment(loan, payment=payment).schedule, fixed_payment(loan, payment=payment + more).schedule

    assert slow is not None
    assert fast is not None
    assert adds_up(slow)
    assert fast.total_interest <= slow.total_interest
    assert fast.months <= slow.months


def test_a_payment_of_nothing_is_refused() -> None:
    with pytest.raises(TermsError):
        fixed_payment(terms(100), payment=0)


def test_share_on_top_of_interest_reproduces_the_published_rate() -> None:
    # European Commission, example 14 (Soto 2015): 233 payments, 6.81885% with 2% costs up front
    loan = terms(20_000_000, "0.06", mode="analytic")

    plan = percent_of_balance(loan, percent=Decimal("0.02"), floor=10_000, interest_on_top=True, floor_on="principal")

    assert plan.schedule is not None
    assert plan.schedule.months == 233
    assert rates_of(plan.schedule, received=19_600_000).effective == pytest.approx(
        Decimal("0.06818850"), abs=Decimal("1e-8")
    )


def test_a_share_below_the_interest_never_ends() -> None:
    plan = percent_of_balance(terms(1_000_000, "0.24"), percent=Decimal("0.01"), floor=0, interest_on_top=False)

    assert plan.status == "never"


@pytest.mark.parametrize("percent", ["0", "1.5"])
def test_a_share_out_of_bounds_is_refused(percent: str) -> None:
    with pytest.raises(TermsError):
        percent_of_balance(terms(100), percent=Decimal(percent), floor=0, interest_on_top=True)


def test_half_a_fen_of_a_share_rounds_up() -> None:
    assert share_of(1_230, Decimal("0.0005")) == 1


def test_a_floor_on_the_payment_is_the_payment_in_the_end() -> None:
    plan = percent_of_balance(terms(1_000_000, "0.18"), percent=Decimal("0.1"), floor=10_000, interest_on_top=True)

    assert plan.schedule is not None
    assert plan.schedule.rows[-2].payment == 10_000


def test_a_fen_above_the_interest_ends_when_it_is_waited_for() -> None:
    loan = terms(12_850_000, "0.102")

    assert fixed_payment(loan, payment=109_226).status == "never"
    patient = fixed_payment(loan, payment=109_226, longest=12_000)

    assert patient.schedule is not None
    assert adds_up(patient.schedule)
    assert patient.schedule.months == 1_380
