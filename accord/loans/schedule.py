"""Records of what is owed and when: terms, rows and schedules.

Amounts are integer fen, rates exact yearly fractions, dates unadjusted due dates. Nothing is computed here
but sums over rows; the products stand in `accord.loans.instalments` and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import Decimal
from math import isfinite
from typing import Literal, NamedTuple, get_args

from accord.days import CALENDAR, DAY_OF_MONTH, add_months
from accord.errors import TermsError
from accord.i18n import N_

Mode = Literal["ledger", "analytic"]
Residue = Literal["first", "last"]
Rounding = Literal["half_up", "floor"]
Flag = Literal["nothing_to_pay", "interest_only", "balance_grows", "last_far_off"]

LARGEST_PRINCIPAL = 100_000_000_000
MOST_MONTHS = 600
LONGEST_RUN = 1_200
LONGEST_BOOK = 12_000
"""Months: a thousand years. Nothing a person is shown runs so long; it ends what would never end."""
HIGHEST_RATE = Decimal(10)
FINEST_RATE = -20

AMOUNT = N_("A schedule needs an amount above zero and no more than {limit} yuan.")
CHOICE = N_("This choice is not one of those we can work with.")
MONTHS = N_("The number of months must lie between 1 and {most}.")
OWED = N_("An amount owed cannot be below zero.")
PART = N_("A part must lie between 0% and 100%.")
RATE = N_("The yearly rate must lie between 0% and {most}%.")


class Row(NamedTuple):
    """One due date of a schedule; amounts in fen.

    `payment` is everything due that day: interest, principal and, where one is charged, the fee. A month whose
    interest joins the balance has payment 0 and a principal of minus the interest.
    """

    k: int
    due: date
    payment: int
    interest: int
    principal: int
    balance: int
    fee: int = 0


class Totals(NamedTuple):
    """Sums over a schedule whose rows are rounded for display only; fen.

    `yearly_interest` has one sum for each twelve rows begun, `payments` has every payment unrounded.
    """

    paid: int
    interest: int
    fees: int
    yearly_interest: tuple[int, ...] = ()
    payments: tuple[float, ...] = ()


class Schedule(NamedTuple):
    """Rows in order, plus the opening balance; fen.

    `unrounded` is set in analytic mode, where sums of displayed rows are not the sum.
    """

    opening: int
    rows: tuple[Row, ...]
    unrounded: Totals | None = None

    @property
    def months(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def total_paid(self) -> int:
        """Everything paid over the whole schedule, fees included."""
        return self.unrounded.paid if self.unrounded else sum(row.payment for row in self.rows)

    @property
    def total_interest(self) -> int:
        """All interest, whether paid or added to the balance."""
        return self.unrounded.interest if self.unrounded else sum(row.interest for row in self.rows)

    @property
    def total_fees(self) -> int:
        """All fees charged in rows."""
        return self.unrounded.fees if self.unrounded else sum(row.fee for row in self.rows)

    @property
    def total_principal(self) -> int:
        """All principal; the opening balance when the schedule ends at nothing owed."""
        return self.opening - self.rows[-1].balance

    @property
    def first_payment(self) -> int:
        """Payment on the first due date; 0 in a payment holiday."""
        return self.rows[0].payment

    @property
    def last_payment(self) -> int:
        """Payment on the last due date."""
        return self.rows[-1].payment

    @property
    def highest_payment(self) -> int:
        """Largest single payment: what the budget must bear once."""
        return max(row.payment for row in self.rows)

    @property
    def highest_balance(self) -> int:
        """Largest balance ever owed, the opening one included."""
        return max(self.opening, *(row.balance for row in self.rows))

    @property
    def paid_off_on(self) -> date | None:
        """Due date after which nothing is owed; None when the schedule ends with a balance."""
        if self.rows[-1].balance:
            return None
        return next(row.due for row in self.rows if row.balance == 0)

    @property
    def flags(self) -> frozenset[Flag]:
        """What a reader must be told: a month without payment, growth of the balance, a far-off last payment."""
        return frozenset(flag for flag, holds in self._findings().items() if holds)

    def _findings(self) -> dict[Flag, bool]:
        first, last = self.rows[0], self.rows[-1]
        return {
            "nothing_to_pay": first.payment == 0,
            "interest_only": first.principal == 0 and first.interest > 0,
            "balance_grows": self.highest_balance > self.opening,
            "last_far_off": self.months > 1 and last.payment > 2 * self.rows[-2].payment,
        }

    def interest_in_year(self, year: int) -> int:
        """Return interest of the `year`-th twelve rows, counted from 1; in fen."""
        if self.unrounded:
            return self.unrounded.yearly_interest[year - 1]
        return sum(row.interest for row in self.rows[12 * (year - 1) : 12 * year])


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a regular monthly schedule is made of.

    Args:
        principal: fen, from 1 to `LARGEST_PRINCIPAL` inclusive.
        annual_rate: yearly fraction, 0.18 for 18%; from 0 to `HIGHEST_RATE` inclusive.
        months: number of due dates, from 1 to `MOST_MONTHS` inclusive.
        first_due: first due date.
        mode: `ledger` books every row to the fen; `analytic` carries unrounded amounts, as web calculators do,
            and rounds rows for display.
        due_day: day of the month due dates aim at, 1 to 31; the day of `first_due` when left out.

    Raises:
        TermsError: a value outside its bounds; `field` names it.
    """

    principal: int
    annual_rate: Decimal
    months: int
    first_due: date
    mode: Mode = "ledger"
    due_day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no schedule can be made of."""
        check_amount(self.principal)
        check_months(self.months)
        check_rate(self.annual_rate)
        check_choice(self.mode, Mode, "mode")
        check_day_of_month(self.due_day, "due_day")
        if self.first_due.year + (LONGEST_RUN + self.months) // 12 >= MAXYEAR:
            raise TermsError(CALENDAR, field="first_due")

    def due(self, k: int) -> date:
        """Return the `k`-th due date; 0 is one month before the first."""
        return add_months(self.first_due, k - 1, anchor=self.due_day or self.first_due.day)


def check_amount(amount: int, field: str = "principal") -> None:
    """Refuse an amount (fen) that is not above zero, or above `LARGEST_PRINCIPAL`.

    Raises:
        TermsError: naming `field`.
    """
    if not 0 < amount <= LARGEST_PRINCIPAL:
        raise TermsError(AMOUNT, field=field, limit=f"{LARGEST_PRINCIPAL // 100:,}")


def check_owed(**parts: int) -> None:
    """Refuse parts of a debt (fen) below zero.

    Raises:
        TermsError: naming the first such part.
    """
    for name, amount in parts.items():
        if amount < 0:
            raise TermsError(OWED, field=name)


def check_months(months: int, field: str = "months", *, most: int = MOST_MONTHS) -> None:
    """Refuse a number of months outside 1 to `most` inclusive.

    Raises:
        TermsError: naming `field`.
    """
    if not 1 <= months <= most:
        raise TermsError(MONTHS, field=field, most=most)


def check_rate(rate: Decimal, field: str = "annual_rate") -> None:
    """Refuse a yearly fraction below 0, above `HIGHEST_RATE`, or with more than twenty places.

    Raises:
        TermsError: naming `field`.
    """
    exponent = rate.as_tuple().exponent
    readable = isinstance(exponent, int) and exponent >= FINEST_RATE
    if not readable or not 0 <= rate <= HIGHEST_RATE:
        raise TermsError(RATE, field=field, most=int(HIGHEST_RATE * 100))


def check_part(part: Decimal | float, field: str) -> None:
    """Refuse a part outside 0 to 1, both inclusive.

    Raises:
        TermsError: naming `field`.
    """
    if not (isfinite(part) and 0 <= part <= 1):
        raise TermsError(PART, field=field)


def check_choice(choice: object, choices: object, field: str) -> None:
    """Refuse what is not one of `choices`, a literal type.

    Raises:
        TermsError: naming `field`.
    """
    if choice not in get_args(choices):
        raise TermsError(CHOICE, field=field)


def check_day_of_month(day: int | None, field: str) -> None:
    """Refuse a day of the month outside 1 to 31; None is no day.

    Raises:
        TermsError: naming `field`.
    """
    if day is not None and not 1 <= day <= 31:  # noqa: PLR2004  the longest month
        raise TermsError(DAY_OF_MONTH, field=field)
