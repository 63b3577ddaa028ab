"""Three packages of equal value that differ in at least two issues."""

from datetime import date

import pytest

from accord.bank.area import Parties, area
from accord.bank.grid import Axes, of_household
from accord.bank.packages import (
    QUESTIONS,
    Choice,
    Weights,
    all_differ,
    differences,
    packages,
    score,
    weights_from,
)
from accord.bank.view import BankView
from accord.budget.stress import Household, Run, Stress, survival
from accord.i18n import LANGUAGES, speaking

DRAWN = survival(Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(paths=1_000, seed=6))
AXES = Axes(
    terms=tuple(range(6, 61, 3)),
    annual_rates=(0.0, 0.036, 0.072),
    waived=(0, 300_000, 600_000),
    first_payments=(0, 400_000, 800_000),
)
PARTIES = Parties(
    owed=6_000_000, waivable=900_000, affordable=140_000, cash=800_000, other_way=2e6, other_way_at_best=3.4e6
)
FOUND = area(PARTIES, AXES, of_household(DRAWN, months=60, most=1_500_000, other_break=0.008), BankView())
DUE = date(2027, 1, 5)
ANSWERS: list[tuple[Choice, ...]] = [
    (),
    ("first", "first", "first"),
    ("second", "second", "second"),
    ("either", "first", "second"),
]


@pytest.mark.parametrize("answers", ANSWERS)
def test_three_packages_are_alike_to_the_person_and_unlike_each_other(answers: tuple[Choice, ...]) -> None:
    weights = weights_from(answers)

    chosen = packages(FOUND, weights, DUE)

    assert len(chosen) == 3
    assert all_differ(chosen, PARTIES.owed)
    scores = [package.score for package in chosen]
    assert max(scores) - min(scores) <= 0.03 * max(*scores, 0.25)


def test_every_package_keeps_both_sides_limits_to_the_fen() -> None:
    for package in packages(FOUND, Weights(), DUE):
        assert package.schedule.highest_payment <= PARTIES.affordable + 60
        assert package.cell.value >= PARTIES.other_way
        assert package.schedule.rows[-1].balance == 0
        assert package.total_paid == package.cell.first_payment + package.schedule.total_paid


def test_each_package_says_what_it_tests() -> None:
    first, *others = packages(FOUND, Weights(), DUE)

    assert first.tests == ()
    assert all(len(other.tests) > 1 for other in others)


def test_an_empty_area_has_no_packages() -> None:
    poor = area(
        Parties(owed=6_000_000, waivable=0, affordable=1_000, cash=0, other_way=2e6, other_way_at_best=3e6),
        AXES,
        FOUND.standing,
        BankView(),
    )

    assert packages(poor, Weights(), DUE) == ()


def test_answers_move_weights_and_they_add_up() -> None:
    weights = weights_from(("first", "first", "second"))

    assert weights.time < weights.strain < weights.total
    assert weights.strain + weights.total + weights.time + weights.cash == pytest.approx(1)
    assert weights.least() in {"time", "cash"}
    assert weights_from(("either",) * 3) == Weights()


def test_a_lower_instalment_scores_higher_all_else_equal() -> None:
    cell = FOUND.cell(0)

    assert score(cell._replace(payment=cell.payment * 0.9), FOUND, Weights()) > score(cell, FOUND, Weights())


def test_small_changes_are_no_differences() -> None:
    cell = FOUND.cell(0)

    assert differences(cell, cell._replace(months=cell.months + 3), PARTIES.owed) == ()
    assert differences(cell, cell._replace(months=cell.months + 6, annual_rate=0.5), PARTIES.owed) == ("term", "rate")


def test_three_questions_are_asked_in_both_languages() -> None:
    asked = set()
    for language in LANGUAGES:
        with speaking(language):
            asked |= {question.speak() for question in QUESTIONS}

    assert (len(QUESTIONS), len(asked)) == (3, 6)
