"""Which input breaks the plan first."""

from dataclasses import replace

from accord.budget.chances import holds
from accord.budget.sensitivity import THREATS, sensitivity
from accord.budget.stress import Household, Run, Stress
from accord.i18n import CHINESE, speaking

HOME = Household(income=8_000, expenses=5_200, buffer=6_000)
RUN = Run(paths=400, seed=3)


def test_every_threat_is_weighed_and_the_first_to_break_stands_first() -> None:
    swings = sensitivity(HOME, Stress(), [1_300.0] * 24, RUN)

    assert {swing.name for swing in swings} == {threat.name for threat in THREATS}
    broken = [swing.breaks_at for swing in swings if swing.breaks_at is not None]
    assert broken == sorted(broken)
    assert all(not holds(swing.share) for swing in swings if swing.breaks_at is not None)


def test_worse_is_never_better() -> None:
    swings = sensitivity(HOME, Stress(), [1_300.0] * 24, RUN)

    falls = {swing.name: swing.fall for swing in swings}
    assert min(falls["income"], falls["expenses"], falls["buffer"]) >= 0


def test_what_is_broken_already_breaks_at_once() -> None:
    swings = sensitivity(HOME, Stress(), [4_000.0] * 24, RUN)

    assert {swing.breaks_at for swing in swings} == {0.0}


def test_what_cannot_break_says_so() -> None:
    calm = Stress(job_loss=0, income_spread=0, spending_spread=0, shock=0)

    swings = sensitivity(replace(HOME, buffer=60_000), calm, [100.0] * 24, RUN)

    assert {swing.breaks_at for swing in swings} == {None}
    with speaking(CHINESE):
        assert all(swing.spoken_title != swing.title for swing in swings)


def test_the_breaking_point_of_income_is_where_the_money_ends() -> None:
    calm = Stress(job_loss=0, income_spread=0, spending_spread=0, shock=0)

    swings = sensitivity(replace(HOME, buffer=0), calm, [2_000.0] * 12, RUN)

    income = next(swing for swing in swings if swing.name == "income")
    assert income.breaks_at is not None
    assert abs(income.breaks_at - 0.5) <= 1 / 64
