"""Every assumption has a range, a source in both languages, and is a field of the model."""

from dataclasses import asdict
from datetime import date

import pytest

from accord.budget.assumptions import ASSUMPTIONS, BENEFIT_MONTHS, LOSS_OF, SPREAD_OF, Assumption, by_rule, stress_for
from accord.budget.stress import Stress
from accord.case import Likelihood, Steadiness
from accord.errors import TermsError
from accord.i18n import LANGUAGES, speaking
from accord.knowledge.rules import rule

NAMES = [assumption.name for assumption in ASSUMPTIONS]


@pytest.mark.parametrize("assumption", ASSUMPTIONS, ids=NAMES)
def test_the_table_starts_where_the_model_starts(assumption: Assumption) -> None:
    assert asdict(Stress())[assumption.name] == assumption.default
    assert assumption.low <= assumption.default <= assumption.high


@pytest.mark.parametrize("assumption", ASSUMPTIONS, ids=NAMES)
def test_every_assumption_says_what_it_is_and_where_it_comes_from(assumption: Assumption) -> None:
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said += [assumption.spoken_title, assumption.spoken_source]

    assert len(set(said)) == 4


def test_nothing_in_the_model_is_hidden_from_the_table() -> None:
    assert set(asdict(Stress())) - set(NAMES) == {"season", "shock_spread"}


def test_three_answers_choose_the_figures() -> None:
    steady = stress_for(Steadiness.STEADY, Likelihood.UNLIKELY)
    uneven = stress_for(Steadiness.UNEVEN, Likelihood.LIKELY)

    assert (steady.income_spread, steady.job_loss) == (0.04, 0.005)
    assert (uneven.income_spread, uneven.job_loss) == (0.30, 0.030)
    assert stress_for(None, None) == Stress()


def test_answers_stay_within_their_ranges() -> None:
    known = {assumption.name: assumption for assumption in ASSUMPTIONS}

    assert all(known["income_spread"].checked(spread) for spread in SPREAD_OF.values())
    assert all(known["job_loss"].checked(loss) for loss in LOSS_OF.values())


def test_a_changed_figure_wins_over_an_answer() -> None:
    changed = stress_for(Steadiness.STEADY, None, income_spread=0.2, benefit_months=6)

    assert (changed.income_spread, changed.benefit_months) == (0.2, 6)


@pytest.mark.parametrize(("name", "value"), [("shock", 0.9), ("scar", 0.1), ("luck", 0.5)])
def test_a_figure_outside_its_range_or_unknown_is_named(name: str, value: float) -> None:
    with pytest.raises(TermsError) as refused:
        stress_for(None, None, ASSUMPTIONS, **{name: value})

    assert refused.value.field == name


def test_the_law_s_months_of_benefit_bound_the_table() -> None:
    first, last = rule("benefits.unemployment.months", date(2026, 11, 23)).span or (0, 0)
    found = next(one for one in by_rule((int(first), int(last))) if one.name == BENEFIT_MONTHS)

    assert (found.default, found.high, found.basis) == (12, 24, "rule")
    assert by_rule((9, 36)) != by_rule((12, 24))


def test_a_changed_figure_is_checked_against_the_table_in_use() -> None:
    longer = by_rule((15, 36))

    assert stress_for(None, None, longer).benefit_months == 15
    assert stress_for(None, None, longer, benefit_months=36).benefit_months == 36
    with pytest.raises(TermsError):
        stress_for(None, None, by_rule((12, 24)), benefit_months=36)
