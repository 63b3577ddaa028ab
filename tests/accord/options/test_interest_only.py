"""Interest only, then the rest at once."""

from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, loan


def test_every_month_but_the_last_is_interest_alone() -> None:
    made = plan("interest_only", loan(), ask(months=12), ON)

    assert {row.payment for row in made.rows[:-1]} == {30_800}
    assert made.last_instalment == 3_080_000 + 30_800


def test_the_final_sum_is_named_with_its_day() -> None:
    made = plan("interest_only", loan(), ask(months=12), ON)

    assert made.spoken_notes[0].startswith("2027-11-23 要一次还清剩余的 ¥31,108.00")


def test_it_runs_for_three_years_at_most() -> None:
    assert plan("interest_only", loan(), ask(months=60), ON).months == 36
