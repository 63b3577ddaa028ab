"""Three packages of equal value to the person that differ in at least two issues. Only for the person.

What is worth how much comes from three either/or questions. Offering packages of equal value side by side, and asking
which the bank likes better, shows what matters to it without giving anything away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Literal

import numpy as np

from accord.bank.area import Area, OfferCell
from accord.bank.grid import Floats
from accord.i18n import N_, _
from accord.loans import Schedule, Terms, equal_instalments

Issue = Literal["strain", "total", "time", "cash"]
Choice = Literal["first", "second", "either"]

ISSUES: tuple[Issue, ...] = ("strain", "total", "time", "cash")
ISSUE_WORDS: dict[Issue, str] = {
    "strain": N_("a low instalment"),
    "total": N_("paying little in total"),
    "time": N_("being done soon"),
    "cash": N_("paying little at once"),
}
HOW_MANY = 3
EQUAL_WITHIN = 0.03
FIRST_GUESS = 0.25
SWING = 0.10
DIFFERENT_MONTHS = 6
DIFFERENT_PART = 0.03
DIFFERENT_RATE = 0.01
MOST_CANDIDATES = 400


@dataclass(frozen=True)
class Question:
    """One either/or question: two issues, and what each side says."""

    first: Issue
    second: Issue
    text: str

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
    """Return what an offer is worth to the person: 1 where nothing is asked, less for strain, total, time and cash."""
    parties = found.parties
    longest = found.grid.axes.terms[-1]
    total = cell.first_payment + cell.months * cell.payment
    return 1 - (
        weights.strain * cell.payment / max(1, parties.affordable)
        + weights.total * total / max(1, parties.owed)
        + weights.time * cell.months / longest
        + weights.cash * cell.first_payment / max(1, parties.cash)
    )


def packages(found: Area, weights: Weights, first_due: date) -> tuple[Package, ...]:
    """Return up to three packages that both can accept, alike in worth to the person, different in two issues.

    They start from what the person likes best; among equals the bank's gain decides, because that is what gets a yes.
    Fewer than three, or none, when the area is too small for three that differ.
    """
    best: tuple[OfferCell, ...] = ()
    for band in _bands(found, weights):
        trio = _most_different(band, found)
        best = trio if len(trio) > len(best) else best
        if len(best) == HOW_MANY:
            break
    return tuple(_booked(cell, best[0], found, weights, first_due) for cell in best)


def differences(one: OfferCell, other: OfferCell, owed: int) -> tuple[str, ...]:
    """Return the issues in which two offers really differ: term, rate, waiver, first payment."""
    part = DIFFERENT_PART * owed
    gaps = {
        "term": abs(one.months - other.months) >= DIFFERENT_MONTHS,
        "rate": abs(one.annual_rate - other.annual_rate) >= DIFFERENT_RATE,
        "waiver": abs(one.waived - other.waived) >= part,
        "first_payment": abs(one.first_payment - other.first_payment) >= part,
    }
    return tuple(name for name, differs in gaps.items() if differs)


def _scores(found: Area, weights: Weights) -> Floats:
    grid, parties = found.grid, found.parties
    months = np.array(grid.axes.terms)[:, None, None, None]
    first = np.array(grid.axes.first_payments)[None, None, None, :]
    scores: Floats = 1 - (
        weights.strain * grid.payment / max(1, parties.affordable)
        + weights.total * (first + months * grid.payment) / max(1, parties.owed)
        + weights.time * months / grid.axes.terms[-1]
        + weights.cash * first / max(1, parties.cash)
    )
    return scores


def _bands(found: Area, weights: Weights) -> Iterator[list[OfferCell]]:
    """Yield offers of about one score, from what the person likes best downwards; the bank's gain first in each."""
    scores, value = _scores(found, weights).ravel(), found.grid.value.ravel()
    places = np.flatnonzero(found.both)
    if not places.size:
        return
    top = float(scores[places].max())
    for step in range(10):
        level = top - step * EQUAL_WITHIN
        close = places[np.abs(scores[places] - level) <= EQUAL_WITHIN / 2 * max(level, FIRST_GUESS)]
        ranked = close[np.argsort(-value[close], kind="stable")][:MOST_CANDIDATES]
        yield [found.cell(int(place)) for place in ranked]


def _most_different(band: Sequence[OfferCell], found: Area) -> tuple[OfferCell, ...]:
    """Return the first offers of a band, at most three, that differ from each other in at least two issues."""
    chosen: list[OfferCell] = []
    for cell in band:
        if all(len(differences(cell, other, found.parties.owed)) > 1 for other in chosen):
            chosen.append(cell)
        if len(chosen) == HOW_MANY:
            break
    return tuple(chosen)


def _booked(cell: OfferCell, first: OfferCell, found: Area, weights: Weights, first_due: date) -> Package:
    principal = found.parties.owed - cell.waived - cell.first_payment
    terms = Terms(
        principal=principal, annual_rate=Decimal(str(cell.annual_rate)), months=cell.months, first_due=first_due
    )
    return Package(
        cell=cell,
        schedule=equal_instalments(terms),
        score=score(cell, found, weights),
        tests=differences(cell, first, found.parties.owed),
    )


def all_differ(chosen: Sequence[Package], owed: int) -> bool:
    """Tell whether every two packages differ in at least two issues."""
    return all(len(differences(one.cell, other.cell, owed)) > 1 for one, other in combinations(chosen, 2))
