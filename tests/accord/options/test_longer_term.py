"""A longer term."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.options.longer_term import OPTION
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, loan


def test_it_starts_at_half_as_long_again() -> None:
    assert plan("longer_term", loan(), None, ON).months == 27


def test_longer_costs_less_a_month_and_more_in_all() -> None:
    short, long = (plan("longer_term", loan(), ask(months=months), ON) for months in (18, 36))

    assert long.highest_instalment < short.highest_instalment
    assert long.total_paid > short.total_paid


def test_a_mortgage_may_run_longer_than_an_unsecured_loan() -> None:
    months = OPTION.parameters(loan(kind="mortgage", months_left=300), ON)[0]

    assert (int(months.default), int(months.high)) == (360, 360)
    assert OPTION.parameters(loan(), ON)[0].high == 120


def test_an_unknown_rate_is_counted_as_none_and_said_aloud() -> None:
    made = plan("longer_term", loan(annual_rate=None), None, ON)

    assert made.interest == 0
    assert made.spoken_notes == ("还不知道年利率，这里没有计算利息，实际的每期还款额会更高。",)


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 119), st.decimals(0, "0.36", places=4))
def test_one_more_month_never_makes_the_instalment_higher(months: int, rate: Decimal) -> None:
    shorter, longer = (
        plan("longer_term", loan(annual_rate=rate), ask(months=count), ON) for count in (months, months + 1)
    )

    assert longer.usual_instalment <= shorter.usual_instalment
    assert longer.interest + months + 1 >= shorter.interest


def test_a_term_of_one_month_is_held_at_three_and_said() -> None:
    made = plan("longer_term", loan(), ask("longer_term", months=1), ON)

    assert made.months == 3
    assert "3" in made.spoken_notes[0]


def test_a_term_already_at_its_end_is_not_made_longer() -> None:
    assert plan("longer_term", loan(months_left=119), None, ON).months == 120
    assert plan("longer_term", loan(months_left=2), None, ON).months == 3
