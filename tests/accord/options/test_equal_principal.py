"""Equal principal."""

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
