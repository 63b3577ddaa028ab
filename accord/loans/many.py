"""Many level plans at once, exact to the fen: columns of integers, month by month.

The rate stands in the numerator as parts per million a year, so that one common denominator serves all loans:
interest = (2 B ppm + den) // (2 den), which is half-up. Amounts of everyday size are counted in half the room, their
interest through floats that are bounded so that no fen can differ (`RAISED`). What does not fit in 64 bits either, a
finer rate or an amount that could overflow, is counted one by one in Python's own integers and comes out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.columns import level_columns
from accord.loans.level import level_of
from accord.loans.schedule import Terms, check_amount, check_months, check_rate

Fen = NDArray[np.int64]
Columns = NDArray[np.int64] | NDArray[np.int32]
Interest = Callable[[Columns, Columns], None]
"""Writes a month's interest on the balances given first into the array given second."""

PPM = 1_000_000
PER_MONTH = 12 * PPM
LARGEST = np.iinfo(np.int64).max
SHORT = np.iinfo(np.int32).max
MOST_INTEREST = 2**26
"""Fen of interest a month below which floats can tell every half fen from what lies next to it."""
RAISED = 0.5 + 0.5 / PER_MONTH
"""What a month's interest is raised by before its fraction is cut off.

Interest is a whole number of twelve-millionths of a fen, a tie among them. Below `MOST_INTEREST` the three roundings of
rate, product and sum are together off by less than 2^-26, a third of half a twelve-millionth. Raised by that half on
top of the usual one, a tie never falls short, and what lies one twelve-millionth below a tie never gets there.
"""
HALF = np.array(PER_MONTH)
WHOLE = np.array(2 * PER_MONTH, dtype=np.uint64)
WRONG_BY = 1e-13
"""A level payment in floats is wrong by less than a fortieth of this part of it: logarithm and power are within four
units in the last place, what follows adds four more halves."""
ANY_DAY = date(2000, 1, 1)

TOO_LARGE = N_("These amounts and rates are too large to be counted together. Count them one by one.")
UNEVEN = N_("Each loan needs one amount, one rate and one term.")


@dataclass(frozen=True, kw_only=True)
class Loans:
    """Loans to be counted together.

    Args:
        principals: fen, each within the limits of a schedule.
        annual_rates: exact yearly fractions, one a loan.
        months: one term a loan.

    Raises:
        TermsError: a value outside its bounds, or lists of different lengths; `field` names it.
    """

    principals: Sequence[int]
    annual_rates: Sequence[Decimal]
    months: Sequence[int]

    def __post_init__(self) -> None:
        """Refuse what no schedule can be made of."""
        if not len(self.principals) == len(self.annual_rates) == len(self.months):
            raise TermsError(UNEVEN, field="principals")
        if self.principals:
            check_amount(min(self.principals), "principals")
            check_amount(max(self.principals), "principals")
            check_months(min(self.months))
            check_months(max(self.months))
        for rate in set(self.annual_rates):
            check_rate(rate, "annual_rates")


class Ledgers(NamedTuple):
    """Level plans side by side; fen, each array of shape (months, loans).

    A loan with a shorter term than the longest has zeros after its last month. Arrays are of 32-bit integers where all
    amounts fit, else of 64; totals are always of 64.
    """

    opening: Fen
    payment: Columns
    interest: Columns
    principal: Columns
    balance: Columns

    @property
    def total_paid(self) -> Fen:
        """Everything paid on each loan."""
        total: Fen = self.payment.sum(axis=0, dtype=np.int64)
        return total

    @property
    def total_interest(self) -> Fen:
        """All interest of each loan."""
        total: Fen = self.interest.sum(axis=0, dtype=np.int64)
        return total


def level_ledgers(loans: Loans) -> Ledgers:
    """Return the equal instalments (等额本息) of every loan, each row booked to the fen."""
    opening = np.array(loans.principals, dtype=np.int64)
    terms = np.array(loans.months, dtype=np.int64)
    millionths = {rate: parts_per_million(rate) for rate in set(loans.annual_rates)}
    parts = [millionths[rate] for rate in loans.annual_rates]
    ppm = np.array([part or 0 for part in parts], dtype=np.int64)
    if not fits(opening, ppm):
        parts, ppm = [None] * len(parts), np.zeros_like(ppm)
    room = np.empty((4, int(terms.max(initial=0)), opening.size), dtype=np.int64)
    found = book_levels(opening, ppm, terms, out=room)
    for i, part in enumerate(parts):
        if part is None:
            _book_alone(found, loans, i)
    return found


def book_levels(opening: Fen, ppm: Fen, months: Fen, *, out: Columns | None = None) -> Ledgers:
    """Return equal instalments for arrays of fen, parts per million a year, and months; one entry a loan.

    Args:
        opening: principals, each within the limits of a schedule.
        ppm: yearly rates.
        months: terms.
        out: room for the four columns, shape (4, longest term, loans), when it is used again and again; of 32-bit
            integers only where amounts are `short`.

    Raises:
        TermsError: an amount and rate too large for the room; `level_ledgers` counts these too.
    """
    shape = (4, int(months.max(initial=0)), opening.size)
    rows = np.empty(shape, dtype=np.int32 if short(opening, ppm) else np.int64) if out is None else out
    small = rows.dtype == np.int32
    if not (short if small else fits)(opening, ppm):
        raise TermsError(TOO_LARGE, field="principals")
    _book(rows, opening, level_payments(opening, ppm, months), (ppm, months))
    return Ledgers(opening, rows[0], rows[1], rows[2], rows[3])


def parts_per_million(rate: Decimal) -> int | None:
    """Return a yearly fraction as whole millionths, or None when it is finer than that."""
    millionths = rate * PPM
    return int(millionths) if millionths == millionths.to_integral_value() else None


def fits(balances: Fen, ppm: Fen) -> bool:
    """Tell whether a month's interest on the largest balance at the highest rate can be counted in 64 bits."""
    return 2 * int(balances.max(initial=0)) * int(ppm.max(initial=0)) + PER_MONTH < LARGEST


def short(balances: Fen, ppm: Fen) -> bool:
    """Tell whether every booking fits in 32 bits, and every month's interest is small enough to go through floats."""
    largest, interest = int(balances.max(initial=0)), int(balances.max(initial=0)) * int(ppm.max(initial=0)) / PER_MONTH
    return interest < MOST_INTEREST and largest + interest + 1 < SHORT


def level_payments(principals: Fen, ppm: Fen, months: Fen) -> Fen:
    """Return the level payment of each loan, half-up to the fen.

    Floats decide where they are far from a tie; a payment near one is worked out in whole numbers.
    """
    rate = ppm / PER_MONTH
    with np.errstate(invalid="ignore", divide="ignore"):
        near = principals * rate / -np.expm1(-months * np.log1p(rate))
    if not ppm.all():
        near = np.where(ppm == 0, principals / months, near)
    raised = near + 0.5
    whole = np.floor(raised)
    found = whole.astype(np.int64)
    for i in np.flatnonzero(np.abs(raised - whole - 0.5) >= 0.5 - near * WRONG_BY - WRONG_BY):
        found[i] = level_of(int(principals[i]), int(months[i]), int(ppm[i]), PER_MONTH)
    return found


def _book(rows: Columns, opening: Fen, planned: Fen, common: tuple[Fen, Fen]) -> None:
    """Fill payment, interest, principal and balance, all loans in one step a month; nothing is allocated inside."""
    ppm, terms = common
    level, balance, write_interest = _began(rows, opening, planned, ppm)
    ending, roomy = _ending(terms), _never_paid_early(planned, ppm, terms)
    payments, interests, principals, balances = rows
    for k, (interest, principal, after) in enumerate(zip(interests, principals, balances, strict=True), 1):
        write_interest(balance, interest)
        np.subtract(level, interest, out=principal)
        if not roomy:
            np.minimum(principal, balance, out=principal)
        if k in ending:
            np.copyto(principal, balance, where=terms == k)
        np.subtract(balance, principal, out=after)
        balance = after
    # Where nothing is paid early, only the last payment is another than planned.
    payments[:-1] = level
    rest = slice(-1, None) if roomy else slice(None)
    np.add(interests[rest], principals[rest], out=payments[rest])


def _began(rows: Columns, opening: Fen, planned: Fen, ppm: Fen) -> tuple[Columns, Columns, Interest]:
    """Return level payments and first balances in the size of the rows, and how interest is counted in it."""
    if rows.dtype == np.int64:
        return planned, opening, _whole(ppm)
    return planned.astype(np.int32), opening.astype(np.int32), _through_floats(ppm)


def _whole(ppm: Fen) -> Interest:
    """Return how interest is counted in 64-bit integers alone."""
    twice = 2 * ppm

    def write(balance: Columns, into: Columns) -> None:
        np.multiply(balance, twice, out=into)
        np.add(into, HALF, out=into)
        # Never below zero, and a division that need not look at the sign takes half the time.
        bare = into.view(np.uint64)
        np.floor_divide(bare, WHOLE, out=bare)

    return write


def _through_floats(ppm: Fen) -> Interest:
    """Return how interest that is small enough is counted: see `RAISED`."""
    rate, near = ppm / PER_MONTH, np.empty(ppm.size)

    def write(balance: Columns, into: Columns) -> None:
        np.multiply(balance, rate, out=near)
        np.add(near, RAISED, out=near)
        np.copyto(into, near, casting="unsafe")  # cuts the fraction off

    return write


def _ending(terms: Fen) -> set[int]:
    """Return the months in which some loan ends; sorting them all is for those that end apart."""
    first, last = int(terms.min(initial=LARGEST)), int(terms.max(initial=0))
    return {last} if first == last else set(np.unique(terms).tolist())


def _never_paid_early(planned: Fen, ppm: Fen, terms: Fen) -> bool:
    """Tell that no plan can be paid off before its last month, so that no month needs to look.

    All plans end together, and before its last month each owes a payment less its interest; rounding moves that by
    at most a fen a month and the interest on it.
    """
    growth, months = 1 + float(ppm.max(initial=0)) / PER_MONTH, int(terms.max(initial=0))
    together = int(terms.min(initial=months)) == months
    return together and float(planned.min(initial=LARGEST)) > months * growth ** (months + 1)


def _book_alone(ledgers: Ledgers, loans: Loans, i: int) -> None:
    terms = Terms(
        principal=loans.principals[i], annual_rate=loans.annual_rates[i], months=loans.months[i], first_due=ANY_DAY
    )
    found = level_columns(terms)
    for name in ("payment", "interest", "principal", "balance"):
        column = getattr(ledgers, name)[:, i]
        column[:] = 0
        column[: terms.months] = getattr(found, name)
