"""Three packages of equal value to the person that differ in at least two issues. Only for the person.

What is worth how much comes from three either/or questions. Offering packages of equal value side by side, and asking
which the bank likes better, shows what matters to it without giving anything away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.bank.area import Area, OfferCell
from accord.bank.grid import Floats
from accord.i18n import N_, _
from accord.loans import Holiday, Schedule, Terms, equal_instalments, with_holiday

Issue = Literal["strain", "total", "time", "cash"]
Choice = Literal["first", "second", "either"]

ISSUES: tuple[Issue, ...] = ("strain", "total", "time", "cash")
ISSUE_WORDS: dict[Issue, str] = {
    "strain": N_("a low instalment"),
    "total": N_("paying little in total"),
    "time": N_("being done soon"),
    "cash": N_("paying little at once"),
}
CHOICES: tuple[Choice, ...] = ("first", "second", "either")
HOW_MANY = 3
EQUAL_WITHIN = 0.03
FIRST_GUESS = 0.25
SWING = 0.10
DIFFERENT_MONTHS = 6
DIFFERENT_PART = 0.03
DIFFERENT_RATE = 0.01
DIFFERENT_PAUSE = 2
MOST_CANDIDATES = 400


@dataclass(frozen=True)
class Question:
    """One either/or question: two issues, and what each side says."""

    first: Issue
    second: Issue
    text: str

    @property
    def id(self) -> str:
        """Its name in answers: the two issues."""
        return f"{self.first}_{self.second}"

    def speak(self) -> str:
        """Return the question in the reader's language."""
        return _(self.text)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "strain", "time", N_("Which would you rather have: 100 yuan less a month, or being done half a year sooner?")
    ),
    Question("total", "cash", N_("Which would you rather have: 1,000 yuan less in total, or 1,000 yuan less at once?")),
    Question("strain", "total", N_("Which would you rather have: 100 yuan less a month, or 1,000 yuan less in total?")),
)


@dataclass(frozen=True)
class Weights:
    """What each issue is worth to the person; the four add up to 1."""

    strain: float = FIRST_GUESS
    total: float = FIRST_GUESS
    time: float = FIRST_GUESS
    cash: float = FIRST_GUESS

    def least(self, among: Sequence[Issue] = ISSUES) -> Issue:
        """Return the issue worth least; the first listed on ties."""
        return min(among, key=lambda issue: float(getattr(self, issue)))


def weights_from(answers: Sequence[Choice]) -> Weights:
    """Return weights from answers to `QUESTIONS`, in their order; each answer moves a tenth from one to the other."""
    parts = dict.fromkeys(ISSUES, FIRST_GUESS)
    for question, answer in zip(QUESTIONS, answers, strict=False):
        if answer == "either":
            continue
        liked, other = (question.first, question.second) if answer == "first" else (question.second, question.first)
        parts[liked] += SWING
        parts[other] -= SWING
    lowest = 0.05
    lifted = {issue: max(lowest, part) for issue, part in parts.items()}
    whole = sum(lifted.values())
    return Weights(**{issue: part / whole for issue, part in lifted.items()})


def choices_of(kept: Mapping[str, str]) -> list[Choice]:
    """Return the answers to `QUESTIONS` in their order, from answers kept by a question's name; else neither."""
    return [next((one for one in CHOICES if kept.get(question.id) == one), "either") for question in QUESTIONS]


@dataclass(frozen=True, kw_only=True)
class Package:
    """One package, booked exactly; fen; private.

    Attributes:
        cell: what it offers.
        schedule: its instalments.
        score: worth to the person, 0 to 1.
        tests: the issues in which it differs from the first package: what it asks the bank about.
    """

    cell: OfferCell
    schedule: Schedule
    score: float
    tests: tuple[str, ...]

    @property
    def total_paid(self) -> int:
        """Everything paid from now on."""
        return self.cell.first_payment + self.schedule.total_paid


def score(cell: OfferCell, found: Area, weights: Weights) -> float:
    """Return what an offer is worth to the person: 1 where nothing is asked, less for strain, total, time and cash.

    Time counts a pause and every skip; strain is what the instalment comes to a month when skips are used.
    """
    parties = found.parties
    longest = found.grid.axes.terms[-1]
    total = cell.first_payment + cell.months * cell.payment
    return 1 - (
        weights.strain * cell.monthly / max(1, parties.affordable)
        + weights.total * total / max(1, parties.owed)
        + weights.time * cell.calendar / longest
        + weights.cash * cell.first_payment / max(1, parties.cash)
    )


def packages(found: Area, weights: Weights, first_due: date, *, others: Sequence[Area] = ()) -> tuple[Package, ...]:
    """Return up to three packages that both can accept, alike in worth to the person, different in two issues.

    With `others` (`pauses.variants`) they may also differ in a pause before the first instalment, and in a month a year
    that may be skipped; one package in three at least then comes from there, where the areas allow it.

    They start from what the person likes best; among equals the bank's gain decides, because that is what gets a yes.
    Fewer than three, or none, when the area is too small for three that differ.
    """
    best: tuple[OfferCell, ...] = ()
    for band in _bands((found, *others), weights):
        trio = _most_different(band, found, varied=bool(others))
        best = trio if len(trio) > len(best) else best
        if len(best) == HOW_MANY:
            break
    return tuple(_booked(cell, best[0], found, weights, first_due) for cell in best)


def differences(one: OfferCell, other: OfferCell, owed: int) -> tuple[str, ...]:
    """Return the issues in which two offers really differ: term, rate, waiver, first payment, pause, a skip a year."""
    part = DIFFERENT_PART * owed
    gaps = {
        "term": abs(one.months - other.months) >= DIFFERENT_MONTHS,
        "rate": abs(one.annual_rate - other.annual_rate) >= DIFFERENT_RATE,
        "waiver": abs(one.waived - other.waived) >= part,
        "first_payment": abs(one.first_payment - other.first_payment) >= part,
        "pause": abs(one.pause - other.pause) >= DIFFERENT_PAUSE,
        "skip": one.skips != other.skips,
    }
    return tuple(name for name, differs in gaps.items() if differs)


def _scores(found: Area, weights: Weights, longest: int) -> Floats:
    grid, parties, axes = found.grid, found.parties, found.grid.axes
    months, spans = (np.array(values)[:, None, None, None] for values in (axes.terms, axes.spans))
    first = np.array(axes.first_payments)[None, None, None, :]
    scores: Floats = 1 - (
        weights.strain * (grid.payment * months / spans) / max(1, parties.affordable)
        + weights.total * (first + months * grid.payment) / max(1, parties.owed)
        + weights.time * (axes.pause + spans) / longest
        + weights.cash * first / max(1, parties.cash)
    )
    return scores


class _Candidates(NamedTuple):
    """The offers of one map that both can accept: their places, scores and worth to the bank."""

    area: Area
    places: NDArray[np.int64]
    scores: Floats
    value: Floats

    def near(self, level: float, most: int) -> list[OfferCell]:
        """Return offers of about one score, the bank's gain first."""
        close = np.flatnonzero(np.abs(self.scores - level) <= EQUAL_WITHIN / 2 * max(level, FIRST_GUESS))
        ranked = close[np.argsort(-self.value[close], kind="stable")][:most]
        return [self.area.cell(int(place)) for place in self.places[ranked]]


def _candidates(found: Area, weights: Weights, longest: int) -> _Candidates:
    places = np.flatnonzero(found.both)
    scores = _scores(found, weights, longest).ravel()[places]
    return _Candidates(found, places, scores, found.grid.value.ravel()[places])


def _bands(areas: Sequence[Area], weights: Weights) -> Iterator[list[OfferCell]]:
    """Yield offers of about one score, from what the person likes best downwards; the bank's gain first in each."""
    longest = areas[0].grid.axes.terms[-1]
    maps = [found for found in (_candidates(one, weights, longest) for one in areas) if found.places.size]
    top = max((float(found.scores.max()) for found in maps), default=None)
    if top is None:
        return
    for step in range(10):
        level = top - step * EQUAL_WITHIN
        near = (cell for found in maps for cell in found.near(level, MOST_CANDIDATES // len(maps)))
        yield sorted(near, key=lambda cell: -cell.value)


def _most_different(band: Sequence[OfferCell], found: Area, *, varied: bool) -> tuple[OfferCell, ...]:
    """Return the first offers of a band, at most three, that differ from each other in at least two issues.

    Where maps vary, the last of the three is the first of another map that differs so, if there is one.
    """
    chosen: list[OfferCell] = []
    for cell in _last_of_another_map(band, chosen, found) if varied else band:
        if _unlike(cell, chosen, found):
            chosen.append(cell)
        if len(chosen) == HOW_MANY:
            break
    return tuple(chosen)


def _last_of_another_map(band: Sequence[OfferCell], chosen: list[OfferCell], found: Area) -> Iterator[OfferCell]:
    """Yield a band's offers; before a third of one kind is chosen, those of another kind come first."""
    for cell in band:
        if len(chosen) == HOW_MANY - 1:
            break
        yield cell
    kinds = {(cell.pause, cell.skips) for cell in chosen}
    if len(kinds) == 1:
        yield from (cell for cell in band if (cell.pause, cell.skips) not in kinds and _unlike(cell, chosen, found))
    yield from band


def _unlike(cell: OfferCell, chosen: Sequence[OfferCell], found: Area) -> bool:
    return all(len(differences(cell, other, found.parties.owed)) > 1 for other in chosen)


def _booked(cell: OfferCell, first: OfferCell, found: Area, weights: Weights, first_due: date) -> Package:
    """Book a package to the fen; a skip is a right, so its schedule is the one without any."""
    principal = found.parties.owed - cell.waived - cell.first_payment
    terms = Terms(
        principal=principal, annual_rate=Decimal(str(cell.annual_rate)), months=cell.months, first_due=first_due
    )
    paused = Holiday(months=cell.pause, treatment="accrue_defer") if cell.pause else None
    return Package(
        cell=cell,
        schedule=with_holiday(terms, paused).schedule if paused else equal_instalments(terms),
        score=score(cell, found, weights),
        tests=differences(cell, first, found.parties.owed),
    )


def all_differ(chosen: Sequence[Package], owed: int) -> bool:
    """Tell whether every two packages differ in at least two issues."""
    return all(len(differences(one.cell, other.cell, owed)) > 1 for one, other in combinations(chosen, 2))
