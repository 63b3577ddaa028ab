"""A promise I can keep: from the answers to a share, in words, beside what would be kept."""

from dataclasses import replace
from decimal import Decimal

import pytest

from accord.budget.promise import (
    committed_elsewhere,
    futures,
    household_of,
    largest_kept,
    promise,
    run_for,
    stress_of,
    without_buffer,
)
from accord.budget.stress import Household, Stress
from accord.case import Agreement, Case
from accord.case.samples import sample
from accord.i18n import CHINESE, ENGLISH, speaking

HOME = Household(income=8_000, expenses=5_200, buffer=6_000)
CALM = Stress(job_loss=0, income_spread=0, spending_spread=0, shock=0)


def test_the_household_is_read_from_the_answers() -> None:
    case = sample("zhou_min_mortgage", "en")

    case.position.can_pay_now = Decimal("1000.00")

    home = household_of(case, committed=50_000, at_once=220_000)

    assert home is not None
    assert home.fixed == pytest.approx(3_869.43 + 500)
    assert home.buffer == float((case.private.buffer or Decimal(0)) - 1_200)


def test_without_a_budget_there_is_no_household() -> None:
    assert household_of(Case()) is None


def test_a_sum_paid_at_once_never_makes_the_buffer_negative() -> None:
    home = household_of(sample("lin_jing_card", "en"), at_once=10**9)

    assert home is not None
    assert home.buffer == 0


def test_a_calm_life_keeps_exactly_what_is_left() -> None:
    assert promise(replace(HOME, buffer=0), CALM, [280_000] * 24).share.share == 1
    assert promise(replace(HOME, buffer=0), CALM, [280_001] * 24).share.share == 0


def test_the_largest_instalment_is_kept_eight_times_in_ten() -> None:
    found = promise(HOME, Stress(), [200_000] * 36)

    assert not found.holds
    assert promise(HOME, Stress(), [found.largest] * 36).holds
    assert not promise(HOME, Stress(), [found.largest + 200] * 36).holds


def test_a_pause_first_makes_a_plan_easier_to_keep() -> None:
    level = promise(without_buffer(HOME), Stress(), [140_000] * 48)
    later = promise(without_buffer(HOME), Stress(), [0] * 3 + [140_000] * 45)

    assert later.share.share > level.share.share


def test_a_low_share_never_stands_alone() -> None:
    with speaking(ENGLISH):
        words = promise(HOME, Stress(), [300_000] * 60).words

    assert "kept 8 times in 10 over 60 months is ¥" in words
    assert "not statistics about China" in words


def test_where_nothing_holds_the_way_on_is_said() -> None:
    poor = replace(HOME, income=5_300, buffer=0)

    found = promise(poor, Stress(), [100_000] * 60)

    assert found.largest == 0
    with speaking(CHINESE):
        assert "暂缓" in found.words


def test_instalments_of_other_agreements_come_first() -> None:
    case = sample("lin_jing_card", "en")
    case.agreements = [Agreement(id="a", debt_id="other", instalment=Decimal("300.50"))]

    assert committed_elsewhere(case, "debt-1") == 30_050
    assert committed_elsewhere(case, "other") == 0


def test_answers_choose_the_assumptions() -> None:
    case = sample("lin_jing_card", "en")

    assert stress_of(case, shock=0.1).shock == 0.1
    assert stress_of(case).income_spread in {0.04, 0.12, 0.30}


@pytest.mark.parametrize(("months", "longest"), [(1, 60), (60, 60), (61, 120), (360, 360), (361, 600)])
def test_plans_of_about_one_length_share_their_futures(months: int, longest: int) -> None:
    assert run_for(months).months == longest


def test_futures_are_remembered() -> None:
    assert futures(HOME, CALM, 12) is futures(HOME, CALM, 36)
    assert largest_kept(futures(HOME, CALM, 12), 12) == 330_000


def test_a_plan_of_a_hundred_years_is_looked_at_for_fifty() -> None:
    assert promise(HOME, CALM, [100_000] * 1_200).months == 600
