"""Giving way over time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.rehearsal import Family, conceded

FAMILIES: tuple[Family, Family] = ("poly", "exp")


@given(st.floats(0, 8), st.floats(0, 8), st.floats(0.1, 5), st.sampled_from(FAMILIES))
def test_nobody_takes_a_concession_back(one: float, other: float, pace: float, family: Family) -> None:
    early, late = (conceded(t, rounds=8, start=0.05, pace=pace, family=family) for t in sorted((one, other)))

    assert 0.05 - 1e-12 <= early <= late + 1e-12
    assert late <= 1


@pytest.mark.parametrize("family", FAMILIES)
def test_everything_is_conceded_at_the_end_and_after(family: Family) -> None:
    assert [conceded(t, rounds=8, start=0.1, pace=0.5, family=family) for t in (8, 9)] == [1, 1]


def test_holding_out_gives_less_at_half_time_than_giving_way_early() -> None:
    boulware, steady, conceder = (conceded(4, rounds=8, start=0, pace=pace) for pace in (0.25, 1, 4))

    assert boulware < steady < conceder
    assert steady == 0.5


def test_starting_from_nothing_an_exponential_gives_all_at_the_end_only() -> None:
    assert [conceded(t, rounds=8, start=0, pace=1, family="exp") for t in (0, 7, 8)] == [0, 0, 1]


@pytest.mark.parametrize(("rounds", "start", "pace"), [(0, 0, 1), (8, -0.1, 1), (8, 1.1, 1), (8, 0, 0)])
def test_a_tactic_that_cannot_be_is_refused(rounds: float, start: float, pace: float) -> None:
    with pytest.raises(TermsError):
        conceded(1, rounds=rounds, start=start, pace=pace)
