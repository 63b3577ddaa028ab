"""Pictures of what only the person may see: the bank's seat, the map of offers, how long a plan is kept.

These records are no open charts, so a paper for a bank or a mediator cannot be given one. Amounts are yuan, shares
fractions; texts are already spoken in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from accord.bank.area import Area, openings
from accord.bank.assumptions import Range
from accord.bank.grid import Bools
from accord.bank.seat import WHY_NOT, Seat
from accord.budget.chances import as_percent, in_words
from accord.budget.stress import SURVIVAL_THRESHOLD, Survival, wilson
from accord.charts.records import Table
from accord.charts.wording import alt
from accord.i18n import N_, _
from accord.money import yuan

Zone = Literal["both", "mine", "banks", "neither"]
PLANS = 2
"""The first two bars are the plan itself."""
BANDS = 24
MAP_ALT = N_("Map. {sentence}")
RIBBON_ALT = N_("Ribbon chart. {sentence}")
SOME = N_("{count} of the offers looked at suit both sides; the lowest instalment among them is {amount}.")


@dataclass(frozen=True, kw_only=True)
class PrivatePicture:
    """What every private picture has: a title, a sentence, the figures as a table, and words for those who cannot see.

    It is no `Chart`: no paper for a bank takes it.
    """

    title: str
    sentence: str
    table: Table
    alt: str


@dataclass(frozen=True)
class RangeBar:
    """One way out: its name and its worth to the bank, low, middle and high, in yuan."""

    label: str
    low: float
    middle: float
    high: float
    is_plan: bool


@dataclass(frozen=True, kw_only=True)
class SeatPicture(PrivatePicture):
    """Ranges side by side, the loss in the bank's books apart (yuan; None when not known), and reasons for a no."""

    bars: tuple[RangeBar, ...]
    books_loss: float | None
    why_not: tuple[str, ...]


@dataclass(frozen=True)
class MapCell:
    """One cell of the map: months, instalment in yuan from and to, and whose area it lies in.

    `firm` tells that the bank gains by some offer of it even where its best other way goes as well as it can.
    """

    months: int
    low: float
    high: float
    zone: Zone
    firm: bool = False


@dataclass(frozen=True)
class OfferDot:
    """An offer that was made: months, instalment in yuan, what it is called, and whether it was mine."""

    months: int
    instalment: float
    label: str
    mine: bool = True


@dataclass(frozen=True, kw_only=True)
class MapPicture(PrivatePicture):
    """Instalment × term: cells by area, a dot for each offer made, and what opens an empty area.

    `kept` is what is kept 8 times in 10 by term (months, yuan), `ceiling` the most a month, yuan: both bound my area.
    """

    cells: tuple[MapCell, ...]
    dots: tuple[OfferDot, ...]
    openings: tuple[str, ...]
    kept: tuple[tuple[int, float], ...] = ()
    ceiling: float = 0.0


@dataclass(frozen=True, kw_only=True)
class RibbonPicture(PrivatePicture):
    """Share of futures still paying after each month, with its interval, and the line of 8 in 10."""

    shares: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    threshold: float = SURVIVAL_THRESHOLD


def bank_seat(found: Seat) -> SeatPicture:
    """Return what the bank looks at as ranges: the plan, half of it, collecting, suing, selling."""
    named = (
        (_("Your plan, its risk of breaking counted in"), found.plan),
        (_("Your plan, if half of its months are paid"), found.half_kept),
        (_("Go on collecting"), found.collection),
        (_("Sue"), found.litigation),
        (_("Sell the debt"), found.sale),
    )
    bars = tuple(_bar(label, value, is_plan=place < PLANS) for place, (label, value) in enumerate(named))
    headers = (_("Way"), _("Low"), _("Middle"), _("High"))
    rows = tuple((bar.label, *(yuan(round(value * 100)) for value in (bar.low, bar.middle, bar.high))) for bar in bars)
    return SeatPicture(
        title=_("The bank's seat"),
        sentence=found.sentence,
        table=Table(headers, rows),
        alt=alt("bars", found.sentence),
        bars=bars,
        books_loss=None if found.books is None else -found.books.gain / 100,
        why_not=tuple(_(reason) for reason in WHY_NOT),
    )


def agreement_map(found: Area, dots: Sequence[OfferDot] = (), others: Sequence[Area] = ()) -> MapPicture:
    """Return instalment × term: where both, one side or neither can accept some offer of that cell.

    Args:
        found: the map.
        dots: offers that were made.
        others: the same map after a pause or with a month to be skipped; what opens an empty one may lie there.
    """
    top = max(float(found.grid.payment.max()), 1.0)
    edges = np.linspace(0, min(top, 2.5 * max(found.parties.affordable, 1)), BANDS + 1)
    cells = tuple(
        MapCell(months, low / 100, high / 100, zone, firm)
        for t, months in enumerate(found.grid.axes.terms)
        for low, high, zone, firm in _bands_of(found, t, edges.tolist())
    )
    opened = tuple(way.speak() for way in openings(found, others))
    sentence = " ".join(opened) if opened else _(SOME).format(count=found.count, amount=_lowest(found))
    return MapPicture(
        title=_("Where both can agree"),
        sentence=sentence,
        table=_edge_table(found),
        alt=_(MAP_ALT).format(sentence=sentence),
        cells=cells,
        dots=tuple(dots),
        openings=opened,
        kept=tuple((months, found.standing.largest_kept(months) / 100) for months in found.grid.axes.terms),
        ceiling=found.parties.affordable / 100,
    )


def keeping_ribbon(drawn: Survival, payments: Sequence[float], beside: str = "") -> RibbonPicture:
    """Return the share of futures still paying after each month.

    Args:
        drawn: the household's futures, yuan.
        payments: yuan, month by month.
        beside: what is said in the same breath, so that a low figure never stands alone.
    """
    shares = drawn.standing(payments)
    intervals = [wilson(round(share * drawn.paths), drawn.paths) for share in shares]
    sentence = " ".join(part for part in (in_words(shares[-1]), beside) if part)
    every_year = [*range(11, len(shares), 12)]
    marks = every_year if every_year and every_year[-1] == len(shares) - 1 else [*every_year, len(shares) - 1]
    rows = tuple((str(month + 1), as_percent(intervals[month])) for month in marks)
    return RibbonPicture(
        title=_("How long the plan is kept"),
        sentence=sentence,
        table=Table((_("After month"), _("Still paying")), rows, amounts=False),
        alt=_(RIBBON_ALT).format(sentence=sentence),
        shares=shares,
        lows=tuple(interval.low for interval in intervals),
        highs=tuple(interval.high for interval in intervals),
    )


def _bar(label: str, value: Range, *, is_plan: bool) -> RangeBar:
    low, middle, high = (part / 100 for part in value)
    return RangeBar(label, low, middle, high, is_plan)


def _bands_of(found: Area, t: int, edges: Sequence[float]) -> list[tuple[float, float, Zone, bool]]:
    """Return the payment bands of one term that hold an offer, with their zone and whether the bank's side is firm."""
    payment = found.grid.payment[t]
    bands = []
    for low, high in pairwise(edges):
        inside = (payment > low) & (payment <= high)
        if inside.any():
            zone = _zone(found, t, inside)
            counted = inside & found.mine[t] if zone == "both" else inside
            bands.append((low, high, zone, bool((found.banks_firm[t] & counted).any())))
    return bands


def _zone(found: Area, t: int, inside: Bools) -> Zone:
    if (found.both[t] & inside).any():
        return "both"
    if (found.mine[t] & inside).any():
        return "mine"
    return "banks" if (found.banks[t] & inside).any() else "neither"


def _lowest(found: Area) -> str:
    return yuan(round(float(found.grid.payment[found.both].min())))


def _edge_table(found: Area) -> Table:
    """Return the offers that none beats for both, at most ten, evenly picked."""
    edge = found.pareto
    picked = edge[:: max(1, len(edge) // 10)][:10]
    headers = (_("Months"), _("Instalment"), _("Paid at once"), _("Waived"))
    rows = tuple(
        (str(cell.months), yuan(round(cell.payment)), yuan(cell.first_payment), yuan(cell.waived)) for cell in picked
    )
    return Table(headers, rows)
