"""Where both can agree: the person's own area, the bank's likely area, their overlap, and what opens an empty one.

Only for the person. The bank's side is a range of assumptions, so its area has a firm part (worth more than its best
other way even at that way's best) and a possible part (worth more than it in the middle).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np

from accord.bank.grid import Axes, Bools, Floats, Standing, Valued, pareto_cells, span, valued
from accord.bank.view import BankView
from accord.budget.stress import SURVIVAL_THRESHOLD
from accord.errors import TermsError
from accord.i18n import N_, _
from accord.money import yuan

Cause = Literal["payment", "first_payment", "survival", "bank_value"]
Change = Literal["months", "waiver", "pause", "skip"]

WAIVER_STEP = 10_000
MOST_WAIVERS = 400
"""Further waivers are tried in steps of 100 yuan."""

NO_ALTERNATIVE = N_("The most that can be paid, at once or a month, cannot be below zero.")
NEEDS_PAYMENT = N_(
    "With {amount} a month more than your ceiling, there would be offers that also gain the bank something."
)
NEEDS_CASH = N_("With {amount} more at once, there would be offers that also gain the bank something.")
NEEDS_MONTHS = N_("With a term of {months} months, {more} more than looked at, there would be an area for both.")
NEEDS_WAIVER = N_("If the bank waived {amount} more, there would be an area for both.")
NEEDS_PAUSE = N_("With {months} months without an instalment first, there would be an area for both.")
NEEDS_SKIP = N_(
    "If one instalment a year might be skipped and paid at the end instead, there would be an area for both."
)
NEEDS_BOTH = N_(
    "The lowest instalment that gains the bank something is {instalment}: {over} above your ceiling and {above} above "
    "what you keep 8 times in 10."
)
NEEDS_VALUE = N_("Every offer you can keep is worth at least {amount} less to the bank than its best other way.")
NEEDS_CALM = N_(
    "What you keep 8 times in 10 lies {amount} a month below the lowest instalment that gains the bank something. "
    "Money put by, or a pause first, makes up for that."
)
NOTHING = N_(
    "Within what was looked at nothing opens an area for both. Ask for a pause and look again when income is back."
)


@dataclass(frozen=True, kw_only=True)
class Parties:
    """What both bring; fen.

    Attributes:
        owed: all that is owed.
        waivable: interest, penalty interest and fees in it, which are all a waiver may reach.
        affordable: the ceiling for this debt, a month.
        cash: what can be paid at once.
        other_way: worth of the bank's best other way: in the middle, and at its best.
        other_way_at_best: see `other_way`.
    """

    owed: int
    waivable: int
    affordable: int
    cash: int
    other_way: float
    other_way_at_best: float

    def __post_init__(self) -> None:
        """Refuse amounts below zero."""
        if min(self.affordable, self.cash) < 0:
            raise TermsError(NO_ALTERNATIVE, field="affordable" if self.affordable < 0 else "cash")


class OfferCell(NamedTuple):
    """One offer of the map; fen, rate as a yearly fraction, `able` a share of futures. Unrounded but the axes."""

    months: int
    annual_rate: float
    waived: int
    first_payment: int
    payment: float
    value: float
    able: float
    pause: int = 0
    skips: int = 0

    @property
    def calendar(self) -> int:
        """Months until the last instalment, the pause and all skips included."""
        return self.pause + span(self.months, self.skips)

    @property
    def monthly(self) -> float:
        """What the instalment comes to a month when every skip is used, fen."""
        return self.payment * self.months / span(self.months, self.skips)


@dataclass(frozen=True)
class Opening:
    """The smallest change, of one thing alone, that opens an empty area.

    Attributes:
        cause: which limit is in the way.
        note: what would open it, a message.
        amount: how much, fen; months for a longer term.
    """

    cause: Cause | Change
    note: str
    amount: int
    params: tuple[tuple[str, str], ...] = ()

    def speak(self) -> str:
        """Return the sentence in the reader's language."""
        return _(self.note).format(**dict(self.params))


@dataclass(frozen=True)
class Area:
    """A valued map with both sides' limits; private."""

    parties: Parties
    grid: Valued
    view: BankView
    standing: Standing

    @cached_property
    def mine(self) -> Bools:
        """Offers within the ceiling and the cash at hand that are kept 8 times in 10."""
        return self.within_cash & self.within_ceiling & self.kept

    @cached_property
    def banks(self) -> Bools:
        """Offers worth more to the bank than its best other way in the middle."""
        return np.asarray(self.grid.value >= self.parties.other_way)

    @cached_property
    def banks_firm(self) -> Bools:
        """Offers worth more to the bank than its best other way at that way's best."""
        return np.asarray(self.grid.value >= self.parties.other_way_at_best)

    @cached_property
    def both(self) -> Bools:
        """Offers that both sides can accept."""
        return self.mine & self.banks

    @property
    def empty(self) -> bool:
        """True when there is none."""
        return not self.both.any()

    @property
    def count(self) -> int:
        """How many offers both can accept."""
        return int(np.count_nonzero(self.both))

    @property
    def pareto(self) -> tuple[OfferCell, ...]:
        """Offers that none beats for both: payments rise, and with them the worth to the bank."""
        return tuple(self.cell(int(place)) for place in pareto_cells(self.grid.payment, self.grid.value, self.both))

    def cell(self, place: int) -> OfferCell:
        """Return the offer at a place of the flattened grid."""
        axes = self.grid.axes
        t, r, w, d = np.unravel_index(place, axes.shape)
        payment, value, able = (
            float(table.ravel()[place]) for table in (self.grid.payment, self.grid.value, self.grid.able)
        )
        terms = axes.terms[t], axes.annual_rates[r], axes.waived[w], axes.first_payments[d]
        return OfferCell(*terms, payment, value, able, axes.pause, axes.skips)

    def largest_kept(self, months: int) -> float:
        """Return the largest instalment, fen, that is kept 8 times in 10 over `months` instalments."""
        length = span(months, self.grid.axes.skips)
        return self.standing.largest_kept(length) * length / months

    @property
    def within_ceiling(self) -> Bools:
        """Offers whose instalment is no more than the ceiling."""
        return np.asarray(self.grid.payment <= self.parties.affordable)

    @property
    def within_cash(self) -> Bools:
        """Offers whose first payment is no more than the cash at hand."""
        allowed = np.array(self.grid.axes.first_payments) <= self.parties.cash
        return np.broadcast_to(allowed, self.grid.payment.shape)

    @property
    def kept(self) -> Bools:
        """Offers that are kept 8 times in 10."""
        return np.asarray(self.grid.able >= SURVIVAL_THRESHOLD)


def area(parties: Parties, axes: Axes, standing: Standing, view: BankView) -> Area:
    """Value a map of offers and set both sides' limits on it."""
    return Area(parties, valued(parties.owed, axes, standing, view), view, standing)


def openings(found: Area, others: Sequence[Area] = ()) -> tuple[Opening, ...]:
    """Return, for an empty area, every single change that opens it, each as small as the map shows; else nothing.

    `others` are the same map after a pause or with a month to be skipped (`pauses.variants`). When nothing opens it,
    what the best offer lacks for the bank is said, and what to do instead.
    """
    if not found.empty:
        return ()
    ways = (
        *(_more_a_month(found), _more_at_once(found), _longer(found), _waived(found)),
        *(_paused(others), _skipping(others), _calmer(found)),
    )
    opened = tuple(way for way in ways if way is not None)
    if opened:
        return opened
    lacking = tuple(way for way in (_month_and_calm(found), _value_missing(found)) if way is not None)
    return (*lacking, Opening("bank_value", NOTHING, 0))


def _more_a_month(found: Area) -> Opening | None:
    """Return how much a month is missing when the ceiling alone is lifted; keeping it 8 times in 10 still counts."""
    payments = found.grid.payment[found.within_cash & found.kept & found.banks]
    return _amount("payment", NEEDS_PAYMENT, payments, found.parties.affordable)


def _more_at_once(found: Area) -> Opening | None:
    rest = found.within_ceiling & found.kept & found.banks
    sums = np.broadcast_to(np.array(found.grid.axes.first_payments, dtype=np.float64), rest.shape)[rest]
    return _amount("first_payment", NEEDS_CASH, sums, found.parties.cash)


def _calmer(found: Area) -> Opening | None:
    """Return how far what is kept 8 times in 10 lies below the payments that would do, at the term where least."""
    rest = found.within_cash & found.within_ceiling & found.banks
    if not rest.any():
        return None
    kept = np.array([found.largest_kept(months) for months in found.grid.axes.terms])
    lowest = np.where(rest, found.grid.payment, np.inf).min(axis=(1, 2, 3))
    missing = int(np.ceil((lowest - kept)[np.isfinite(lowest)].min()))
    return Opening("survival", NEEDS_CALM, max(1, missing), (("amount", yuan(max(1, missing))),))


def _amount(cause: Cause, note: str, values: Floats, limit: int) -> Opening | None:
    if not values.size:
        return None
    missing = int(np.ceil(values.min())) - limit
    return Opening(cause, note, missing, (("amount", yuan(missing)),)) if missing > 0 else None


def _longer(found: Area) -> Opening | None:
    """Try terms beyond the longest looked at, as far as it is known how plans stand."""
    longest, last = found.grid.axes.terms[-1], found.standing.able.shape[0]
    terms = tuple(months for months in range(longest + 1, last + 1) if span(months, found.grid.axes.skips) <= last)
    if not terms:
        return None
    wider = area(found.parties, replace(found.grid.axes, terms=terms), found.standing, found.view)
    opened = np.flatnonzero(wider.both.any(axis=(1, 2, 3)))
    if not opened.size:
        return None
    months = terms[int(opened[0])]
    params = (("months", str(months)), ("more", str(months - longest)))
    return Opening("months", NEEDS_MONTHS, months - longest, params)


def _waived(found: Area) -> Opening | None:
    """Try waivers beyond the largest looked at, up to all that may be waived."""
    most = max(found.grid.axes.waived)
    steps = tuple(range(most + WAIVER_STEP, found.parties.waivable + 1, WAIVER_STEP))[:MOST_WAIVERS]
    if not steps:
        return None
    wider = area(found.parties, replace(found.grid.axes, waived=steps), found.standing, found.view)
    opened = np.flatnonzero(wider.both.any(axis=(0, 1, 3)))
    if not opened.size:
        return None
    more = steps[int(opened[0])] - most
    return Opening("waiver", NEEDS_WAIVER, more, (("amount", yuan(more)),))


def _paused(others: Sequence[Area]) -> Opening | None:
    """Return the shortest pause that opens the area, without any month to be skipped."""
    opened = (other.grid.axes for other in others if not other.empty)
    months = min((axes.pause for axes in opened if axes.pause and not axes.skips), default=0)
    return Opening("pause", NEEDS_PAUSE, months, (("months", str(months)),)) if months else None


def _skipping(others: Sequence[Area]) -> Opening | None:
    """Return that a month to be skipped each year opens the area, without any pause."""
    skips = any(other.grid.axes.skips and not (other.empty or other.grid.axes.pause) for other in others)
    return Opening("skip", NEEDS_SKIP, 1) if skips else None


def _month_and_calm(found: Area) -> Opening | None:
    """Say what the lowest payment that gains the bank something is, when ceiling and reserve both lie below it."""
    rest = found.within_cash & found.banks
    if not rest.any():
        return None
    place = int(np.where(rest, found.grid.payment, np.inf).argmin())
    lowest = found.cell(place)
    over, above = (
        max(0, int(np.ceil(lowest.payment - limit)))
        for limit in (found.parties.affordable, found.largest_kept(lowest.months))
    )
    figures = {"instalment": int(np.ceil(lowest.payment)), "over": over, "above": above}
    return Opening("payment", NEEDS_BOTH, over, tuple((name, yuan(fen)) for name, fen in figures.items()))


def _value_missing(found: Area) -> Opening | None:
    """Say how far the best offer the person can keep lies below the bank's best other way."""
    if not found.mine.any():
        return None
    missing = int(np.ceil(found.parties.other_way - found.grid.value[found.mine].max()))
    return Opening("bank_value", NEEDS_VALUE, missing, (("amount", yuan(missing)),))
