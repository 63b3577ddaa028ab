"""Maps of offers after a pause and with a month to be skipped."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.bank.area import Area, Parties, area, openings
from accord.bank.grid import Axes, of_household, span, valued
from accord.bank.packages import Weights, all_differ, packages
from accord.bank.pauses import after_pause, variants
from accord.bank.view import BankView, kept_plan_value
from accord.budget.stress import Household, Run, Stress, survival
from accord.errors import TermsError
from accord.i18n import CHINESE, ENGLISH, speaking

DRAWN = survival(Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(paths=800, seed=6))
MOST, OTHER, VIEW = 1_500_000.0, 0.008, BankView()
LINE = of_household(DRAWN, months=60, most=MOST, other_break=OTHER)
AXES = Axes(terms=tuple(range(6, 61, 3)), waived=(0, 300_000, 600_000), first_payments=(0, 400_000, 800_000))
PARTIES = Parties(
    owed=6_000_000, waivable=900_000, affordable=140_000, cash=800_000, other_way=2e6, other_way_at_best=3.4e6
)
DUE = date(2027, 1, 5)


def _area(parties: Parties = PARTIES) -> Area:
    return area(parties, AXES, LINE, VIEW)


def _variants(parties: Parties = PARTIES) -> tuple[Area, ...]:
    return variants(_area(parties), DRAWN, other_break=OTHER)


def test_without_a_pause_nothing_changes() -> None:
    again = after_pause(DRAWN, pause=0, most=MOST, other_break=OTHER)

    assert np.array_equal(again.able, LINE.able)
    assert np.allclose(again.alive, LINE.alive)
    assert (again.before, again.start) == ((), 1)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 12), st.integers(1, 48), st.integers(0, LINE.able.shape[1] - 1))
def test_what_is_kept_after_a_pause_is_what_the_futures_say(pause: int, months: int, place: int) -> None:
    standing = after_pause(DRAWN, pause=pause, most=MOST, other_break=OTHER)

    exact = DRAWN.of_payments([0.0] * pause + [place * standing.step / 100] * months).share

    assert standing.able[months - 1, place] == pytest.approx(exact)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9), st.integers(1, 48), st.integers(0, 600_000))
def test_a_plan_after_a_pause_is_worth_what_the_month_loop_says(pause: int, months: int, waived: int) -> None:
    standing = after_pause(DRAWN, pause=pause, most=MOST, other_break=OTHER)
    found = valued(6_000_000, Axes(terms=(months,), waived=(waived,), pause=pause), standing, VIEW)

    payment, owed = float(found.payment[0, 0, 0, 0]), 6_000_000.0 - waived
    below, part = standing.place(np.array([payment]))
    later = standing.alive[:, below[0]] * (1 - part[0]) + standing.alive[:, below[0] + 1] * part[0]
    alive = [*standing.before, *later[:months].tolist()]
    balances = [owed] * pause + [owed - payment * k for k in range(months)]
    # A month of the pause brings nothing and costs nothing to handle, so its servicing cost is given back.
    free = sum(stands * VIEW.servicing_cost * VIEW.monthly_discount**k for k, stands in enumerate(standing.before, 1))
    looped = kept_plan_value([0.0] * pause + [payment] * months, balances, alive, VIEW) + free
    assert float(found.value[0, 0, 0, 0]) == pytest.approx(looped, rel=1e-9, abs=1e-3)


def test_interest_of_a_pause_is_in_the_instalments() -> None:
    rates = replace(AXES, terms=AXES.terms[:-2], annual_rates=(0.0, 0.06))
    now = valued(6_000_000, rates, LINE, VIEW)
    later = valued(6_000_000, replace(rates, pause=6), after_pause(DRAWN, pause=6, most=MOST, other_break=OTHER), VIEW)

    assert np.array_equal(later.payment[:, 0], now.payment[:, 0])
    assert later.payment[0, 1, 0, 0] * 6 == pytest.approx(now.payment[0, 1, 0, 0] * 6 + 6_000_000 * 0.005 * 6)


def test_a_pause_costs_the_bank_something_only_where_nothing_is_at_risk() -> None:
    safe = survival(Household(income=90_000, expenses=0), Stress(job_loss=0, shock=0), Run(paths=20))
    now, later = (
        valued(6_000_000, replace(AXES, terms=(6, 54), pause=pause), after, VIEW).value
        for pause in (0, 6)
        for after in [after_pause(safe, pause=pause, most=MOST, other_break=0)]
    )
    saved_first = valued(
        6_000_000, Axes(terms=(6,), pause=6), after_pause(DRAWN, pause=6, most=MOST, other_break=OTHER), VIEW
    )

    assert (later < now).all()
    # Six instalments of 10,000 yuan are beyond this household at once; after six months of saving fewer futures break.
    assert saved_first.value[0, 0, 0, 0] > valued(6_000_000, Axes(terms=(6,)), LINE, VIEW).value[0, 0, 0, 0]


def test_a_skip_a_year_spreads_the_same_money_over_more_months() -> None:
    found = valued(6_000_000, Axes(terms=(11, 12, 48), skips=1), LINE, VIEW)

    assert [span(months, 1) for months in (11, 12, 48)] == [11, 13, 52]
    assert found.payment[:, 0, 0, 0] * (11, 12, 48) == pytest.approx([6_000_000] * 3)
    assert found.able[2, 0, 0, 0] >= valued(6_000_000, Axes(terms=(48,)), LINE, VIEW).able[0, 0, 0, 0]


def test_variants_stay_within_the_longest_term_and_leave_the_map_itself_out() -> None:
    found = _variants()

    assert {(one.grid.axes.pause, one.grid.axes.skips) for one in found} == {(0, 1), (3, 0), (3, 1), (6, 0), (6, 1)}
    for one in found:
        assert one.cell(one.grid.cells - 1).calendar <= 60
        assert one.standing.able.shape == one.standing.alive.shape


def test_an_empty_area_is_opened_by_a_pause_or_a_skip_where_they_do() -> None:
    tight = replace(PARTIES, affordable=140_000, other_way=3_950_000.0, waivable=0, cash=0)
    empty = area(tight, replace(AXES, terms=(36,), waived=(0,), first_payments=(0,)), LINE, VIEW)
    assert empty.empty

    opened = openings(empty, _variants())

    assert {opening.cause for opening in opened} >= {"pause", "skip"}
    pause = next(opening for opening in opened if opening.cause == "pause")
    assert pause.amount == 3
    for tongue in (CHINESE, ENGLISH):
        with speaking(tongue):
            assert "3" in pause.speak()


def test_packages_may_differ_in_a_pause_or_a_skip() -> None:
    chosen = packages(_area(), Weights(strain=0.4, total=0.2, time=0.2, cash=0.2), DUE, others=_variants())

    assert len(chosen) == 3
    assert all_differ(chosen, PARTIES.owed)
    assert {"pause", "skip"} & {issue for package in chosen for issue in package.tests}
    assert max(package.score for package in chosen) - min(package.score for package in chosen) <= 0.03


def test_a_package_with_a_pause_begins_with_free_months_and_ends_at_nothing() -> None:
    weights = Weights(strain=0.05, total=0.6, time=0.05, cash=0.3)
    paused = [one for one in packages(_area(), weights, DUE, others=_variants()) if one.cell.pause]

    assert paused
    for package in paused:
        assert all(row.payment == 0 for row in package.schedule.rows[: package.cell.pause])
        assert package.schedule.months == package.cell.pause + package.cell.months
        assert package.schedule.rows[-1].balance == 0


def test_a_pause_or_skip_that_cannot_be_is_refused_by_name() -> None:
    with pytest.raises(TermsError) as backwards:
        Axes(terms=(12,), pause=-1)
    with pytest.raises(TermsError) as too_many:
        Axes(terms=(12,), skips=2)
    with pytest.raises(TermsError) as unseen:
        valued(6_000_000, Axes(terms=(12,), pause=3), LINE, VIEW)
    with pytest.raises(TermsError) as too_long:
        after_pause(DRAWN, pause=60, most=MOST, other_break=OTHER)
    with pytest.raises(TermsError) as too_far:
        valued(6_000_000, Axes(terms=(61,)), LINE, VIEW)
    refused = (backwards, too_many, unseen, too_long, too_far)
    assert [error.value.field for error in refused] == ["pause", "skips", "pause", "pause", "terms"]
