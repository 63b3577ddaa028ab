"""Interest only, then the rest at once."""

from datetime import date

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


def test_a_shorter_wait_brings_the_same_sum_sooner() -> None:
    short, long = (plan("interest_only", loan(), ask(months=months), ON) for months in (6, 24))

    assert short.last_instalment == long.last_instalment
    assert short.paid_off_on < long.paid_off_on
    assert short.interest < long.interest


def test_without_interest_nothing_is_due_until_the_last_day() -> None:
    made = plan("interest_only", loan(annual_rate="0"), ask(months=6), ON)

    assert [row.payment for row in made.rows] == [0, 0, 0, 0, 0, 3_080_000]
    assert made.first_instalment == made.usual_instalment == 3_080_000


def test_the_final_day_is_the_months_last_where_the_day_is_missing() -> None:
    made = plan("interest_only", loan(), ask(months=3, first_due=date(2026, 12, 31)), ON)

    assert made.paid_off_on == date(2027, 2, 28)
    assert "2027-02-28" in made.spoken_notes[0]
