"""Equal principal."""

from accord.money import half_up
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, loan


def test_instalments_fall_and_principal_stays() -> None:
    made = plan("equal_principal", loan(), ask(months=11), ON)
    payments = [row.payment for row in made.rows]

    assert payments == sorted(payments, reverse=True)
    assert {row.principal for row in made.rows} == {280_000}


def test_it_costs_less_interest_than_equal_instalments() -> None:
    falling, level = (plan(way, loan(), ask(months=24), ON) for way in ("equal_principal", "longer_term"))

    assert falling.interest < level.interest
    assert falling.first_instalment > level.first_instalment


def test_odd_fen_go_where_nothing_is_lost() -> None:
    made = plan("equal_principal", loan(principal="1000.01", interest=None), ask(months=7), ON)
    parts = [row.principal for row in made.rows]

    assert sum(parts) == 100_001
    assert max(parts[:-1]) - min(parts[:-1]) <= 1
    assert abs(parts[-1] - parts[0]) <= 7


def test_each_months_interest_is_a_twelfth_of_the_years_on_what_was_left() -> None:
    made = plan("equal_principal", loan(), ask(months=11), ON)
    before = [made.restructured, *(row.balance for row in made.rows)]

    assert [row.interest for row in made.rows] == [half_up(left, 100) for left in before[:-1]]
    assert made.usual_instalment == made.first_instalment == made.highest_instalment
