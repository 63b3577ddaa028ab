"""The book a schedule is written in, row after row.

Ledger mode counts in fen and rounds each booking once, half-up. Analytic mode is the same book kept in units of
10^-60 fen, or less at high rates, and rounded for display only, so one text of each product serves both.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from itertools import count, repeat
from math import ceil, log10
from operator import add

from accord.days import due_dates
from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.level import Monthly, level_months, level_of
from accord.loans.schedule import LONGEST_BOOK, LONGEST_RUN, Row, Schedule, Terms, Totals, check_months, check_rate
from accord.money import half_up

ANALYTIC_UNIT = 10**60
SURE = 10**45
"""Parts of a fen that are sure whatever was rounded on the way: a tie missed by less than one is still a tie."""
ENDLESS = N_("This schedule would run longer than {most} months.")


_ROW = partial(tuple.__new__, Row)
"""Makes a row from an iterable, without the check of its length: a schedule has hundreds."""

Booking = tuple[int, int, int, int, int]
"""One month in the book, in units: payment, interest, principal, balance after it, fee. A plain tuple, for speed."""


class Book:
    """A balance and the rows booked so far, in units of the mode.

    Attributes:
        balance: what is still owed, in units.
        opening: what was owed at first, in units.
        unit: units in a fen: 1 in ledger mode.
        paid, interest_booked, fees: sums so far, in units (properties).
    """

    def __init__(self, terms: Terms, *, balance: int | None = None) -> None:
        """Open the book with the principal of `terms`, or with another `balance` in units of the mode."""
        self.terms = terms
        self.unit = 1 if terms.mode == "ledger" else _unit(terms.annual_rate)
        self.balance = self.opening = terms.principal * self.unit if balance is None else balance
        self._rows: list[Booking] = []
        self._numerator, self._denominator = 0, 1
        self.reprice(terms.annual_rate)

    @property
    def months(self) -> int:
        """Rows booked so far."""
        return len(self._rows)

    @property
    def paid(self) -> int:
        """Everything paid so far, in units."""
        return sum(booking[0] for booking in self._rows)

    @property
    def interest_booked(self) -> int:
        """All interest so far, in units."""
        return sum(booking[1] for booking in self._rows)

    @property
    def fees(self) -> int:
        """All fees so far, in units."""
        return sum(booking[4] for booking in self._rows)

    def reprice(self, annual_rate: Decimal) -> None:
        """Let every later month bear `annual_rate` (yearly fraction) / 12."""
        check_rate(annual_rate)
        numerator, denominator = annual_rate.as_integer_ratio()
        self._numerator, self._denominator = numerator, denominator * 12

    def interest(self, months: int = 1) -> int:
        """Return simple interest on the balance for `months`, rounded once to a unit."""
        return half_up(self.balance * months * self._numerator, self._denominator)

    def level(self, months: int) -> int:
        """Return the level payment that clears the balance in `months`, in units, half-up.

        A = P i / (1 - (1+i)^-n), or P / n without interest; in whole numbers, so that ties round exactly.
        """
        return level_of(self.balance, months, self._numerator, self._denominator)

    def first_step(self, growth: Decimal, years: int, months: int) -> tuple[int, int]:
        """Return the unrounded first payment of a plan that grows by `growth` a year, as numerator and denominator.

        A_1 = P / sum of (1+g)^year (1+i)^-k. The denominator holds `denominator(1+g) ** years` as a factor.
        """
        top, bottom = (1 + growth).as_integer_ratio()
        a, b = self._numerator + self._denominator, self._denominator
        worth, power = 0, 1
        for k in range(months):
            power *= b
            worth = worth * a + top ** (k // 12) * bottom ** (years - k // 12) * power
        return self.balance * a**months * bottom**years, worth

    def to_fen(self, units: int) -> int:
        """Return units as fen, half-up."""
        return units if self.unit == 1 else half_up(half_up(units, self.unit // SURE), SURE)

    def post(self, *, interest: int, principal: int, fee: int = 0) -> None:
        """Book one month; units. The payment is their sum.

        Raises:
            TermsError: more than `LONGEST_BOOK` rows.
        """
        if self.months >= LONGEST_BOOK:
            raise TermsError(ENDLESS, field="months", most=LONGEST_BOOK)
        self.balance -= principal
        self._rows.append((interest + principal + fee, interest, principal, self.balance, fee))

    def pay(self, planned: int) -> None:
        """Book one month with a planned payment (units): interest first, the rest principal, never too much."""
        interest = self.interest()
        self.post(interest=interest, principal=min(planned - interest, self.balance))

    def clear(self) -> None:
        """Book the last month: all that is left, with its interest."""
        self.post(interest=self.interest(), principal=self.balance)

    def pay_level(self, months: int, *, payment: int | None = None) -> int:
        """Book `months` of a level payment, the last one clearing; return the level payment in units.

        Raises:
            TermsError: no month is left to pay in.
        """
        check_months(months + self.months, most=LONGEST_RUN)
        check_months(months, most=LONGEST_RUN)
        planned = self.level(months) if payment is None else payment
        self._pay_many(planned, months - 1)
        self.clear()
        return planned

    def _pay_many(self, planned: int, months: int) -> None:
        """Do what `pay` does, `months` times at once: the one place where speed is felt."""
        found = level_months(self.balance, planned, months, Monthly(self._numerator, self._denominator))
        payments = map(add, found.interest, found.principal)
        self._rows.extend(zip(payments, *found, repeat(0)))
        self.balance = found.balance[-1] if months else self.balance

    def schedule(self) -> Schedule:
        """Return what has been booked."""
        dues = _due_dates(self.terms.first_due, self.months, self.terms.due_day)
        bookings = self._rows if self.unit == 1 else [self._shown(booking) for booking in self._rows]
        columns = zip(*bookings, strict=True) if bookings else repeat((), 5)
        rows = tuple(map(_ROW, zip(count(1), dues, *columns, strict=False)))
        return Schedule(self.to_fen(self.opening), rows, None if self.unit == 1 else self._totals())

    def _totals(self) -> Totals:
        years = range(0, self.months, 12)
        yearly = tuple(self.to_fen(sum(booking[1] for booking in self._rows[k : k + 12])) for k in years)
        paid, interest, fees = (self.to_fen(amount) for amount in (self.paid, self.interest_booked, self.fees))
        return Totals(paid, interest, fees, yearly, tuple(booking[0] / self.unit for booking in self._rows))

    def _shown(self, booking: Booking) -> Booking:
        payment, interest, principal, balance, fee = map(self.to_fen, booking)
        return payment, interest, principal, balance, fee


def _unit(annual_rate: Decimal) -> int:
    """Return units in a fen, so small that a rounding stays out of sight though it bears interest for a century."""
    finer: int = 10 ** ceil(LONGEST_RUN * log10(1 + float(annual_rate) / 12))
    return ANALYTIC_UNIT * finer


@lru_cache(maxsize=64)
def _due_dates(first: date, count: int, anchor: int | None) -> tuple[date, ...]:
    """Keep the due dates of recent schedules: one screen asks for the same ones again and again."""
    return due_dates(first, count, anchor=anchor)
