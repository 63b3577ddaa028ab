"""The map of offers after a pause, and with a month to be skipped. Only for the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from accord.bank.area import Area, area
from accord.bank.grid import LINE_POINTS, Axes, Standing, span
from accord.budget.stress import Survival
from accord.errors import TermsError
from accord.i18n import N_

PAUSES = (0, 3, 6)
SKIPS = (0, 1)
TOO_LONG = N_("After this pause no month is left to look at.")


def after_pause(drawn: Survival, *, pause: int, most: float, other_break: float) -> Standing:
    """Return how plans stand that begin after `pause` months without an instalment; `most` fen ends the line.

    A future in which money runs out in the pause keeps no plan. Months count from the first instalment.

    Raises:
        TermsError: the futures end before the first instalment.
    """
    left = drawn.months - pause
    if pause < 0 or left < 1:
        raise TermsError(TOO_LONG, field="pause")
    through = np.logical_and.accumulate(drawn.kept[:pause] >= 0, axis=0)
    largest = np.minimum.accumulate(drawn.kept[pause:] / np.arange(1, left + 1)[:, None], axis=0)
    if pause:
        largest[:, ~through[-1]] = -np.inf
    largest.sort(axis=1)
    line = np.linspace(0, most, LINE_POINTS)
    able = 1 - np.stack([np.searchsorted(row, line / 100) for row in largest]) / drawn.paths
    stays = (1 - other_break) ** np.arange(1, drawn.months + 1)
    before = tuple((through.mean(axis=1) * stays[:pause]).tolist())
    return Standing(most / (LINE_POINTS - 1), able, able * stays[pause:, None], before)


def variants(found: Area, drawn: Survival, *, other_break: float, pauses: Sequence[int] = PAUSES) -> tuple[Area, ...]:
    """Return the same map after pauses and with a month a year to be skipped; the map itself is left out.

    Pause, instalments and skips together stay within the longest term of the map. Terms that the futures do not reach
    are left out, and so are maps without any term.
    """
    most = found.standing.step * (LINE_POINTS - 1)
    return tuple(_varied(found, drawn, pauses, (most, other_break)))


def _varied(found: Area, drawn: Survival, pauses: Sequence[int], line: tuple[float, float]) -> Iterator[Area]:
    most, other_break = line
    axes = found.grid.axes
    for pause, skips in product(pauses, SKIPS):
        terms = _terms(axes, pause, skips, drawn.months)
        if (pause, skips) != (axes.pause, axes.skips) and terms:
            standing = after_pause(drawn, pause=pause, most=most, other_break=other_break)
            yield area(found.parties, replace(axes, terms=terms, pause=pause, skips=skips), standing, found.view)


def _terms(axes: Axes, pause: int, skips: int, seen: int) -> tuple[int, ...]:
    longest = min(axes.terms[-1], seen)
    return tuple(months for months in axes.terms if pause + span(months, skips) <= longest)
