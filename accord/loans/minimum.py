"""A card's minimum payment, the charge for paying less, and where paying only the minimum leads."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.payoff import Status, share_of
from accord.loans.schedule import LONGEST_BOOK, check_amount, check_choice, check_owed, check_part

PercentOn = Literal["principal_plus_all_interest", "statement_total"]

DAILY_RATE = N_("The daily rate must lie between 0% and 1%.")
HIGHEST_DAILY_RATE = Decimal("0.01")
CYCLE = N_("A billing cycle has between 1 and 31 days.")
LIMITS = N_("The smallest charge cannot be below zero or above the largest.")


class MinimumParts(NamedTuple):
    """What a minimum payment is made of; fen. All but `purchases` count in full."""

    purchases: int
    cash: int = 0
    instalments_due: int = 0
    previous_unpaid: int = 0
    over_limit: int = 0
    fees: int = 0
    interest: int = 0


def minimum_payment(parts: MinimumParts, *, percent: Decimal) -> int:
    """Return the minimum payment in fen: `percent` (fraction) of purchases plus all other parts in full.

    Raises:
        TermsError: a share outside 0 to 1, or a part below zero.
    """
    check_part(percent, "percent")
    check_owed(**parts._asdict())
    in_full = parts.cash + parts.instalments_due + parts.previous_unpaid + parts.over_limit + parts.fees
    return share_of(parts.purchases, percent) + in_full + parts.interest


def late_fee(missing: int, *, percent: Decimal, floor: int = 0, cap: int | None = None) -> int:
    """Return 违约金 in fen on what is missing from the minimum payment; nothing when nothing is missing.

    The charge bears no interest.

    Raises:
        TermsError: a share outside 0 to 1, or a floor above the cap.
    """
    check_part(percent, "percent")
    if floor < 0 or (cap is not None and floor > cap):
        raise TermsError(LIMITS, field="floor")
    if missing <= 0:
        return 0
    charge = max(floor, share_of(missing, percent))
    return charge if cap is None else min(cap, charge)


@dataclass(frozen=True, kw_only=True)
class MinimumTerms:
    """How a card works out its minimum month by month.

    Args:
        daily_rate: fraction a day.
        days_per_cycle: days interest runs each month.
        percent: share asked for, fraction.
        floor: smallest payment asked for, fen.
        percent_on: the share of the balance with all interest on top, or the share of the statement's total.
    """

    daily_rate: Decimal
    percent: Decimal
    days_per_cycle: int = 30
    floor: int = 0
    percent_on: PercentOn = "principal_plus_all_interest"

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        check_part(self.percent, "percent")
        check_daily_rate(self.daily_rate)
        check_choice(self.percent_on, PercentOn, "percent_on")
        if not 1 <= self.days_per_cycle <= 31:  # noqa: PLR2004  the longest month
            raise TermsError(CYCLE, field="days_per_cycle")
        if self.floor < 0:
            raise TermsError(LIMITS, field="floor")


def check_daily_rate(rate: Decimal) -> None:
    """Refuse a rate a day outside 0 to `HIGHEST_DAILY_RATE`, both inclusive.

    Raises:
        TermsError: always naming `daily_rate`.
    """
    if not (rate.is_finite() and 0 <= rate <= HIGHEST_DAILY_RATE):
        raise TermsError(DAILY_RATE, field="daily_rate")


class MinimumPath(NamedTuple):
    """Paying only the minimum, to the end or to the stall; fen.

    Attributes:
        status: `paid`, or `never` when the balance stops falling.
        total_interest: all interest, that of the last month included.
        first_minimum: the first payment.
        balances: the opening balance and the balance after each payment.
    """

    status: Status
    total_interest: int
    first_minimum: int
    balances: tuple[int, ...]

    @property
    def months(self) -> int:
        """Payments made; in a path that never ends, up to and including the month it stalls."""
        return len(self.balances) - 1


def minimum_path(balance: int, terms: MinimumTerms) -> MinimumPath:
    """Follow a balance (fen) on which only the minimum is paid.

    Raises:
        TermsError: the balance is not above zero.
    """
    check_amount(balance, "balance")
    balances, total, first = [balance], 0, 0
    while balances[-1] and len(balances) <= LONGEST_BOOK:
        before = balances[-1]
        interest = share_of(before * terms.days_per_cycle, terms.daily_rate)
        asked = min(before + interest, max(terms.floor, _asked(before, interest, terms)))
        first = first or asked
        total += interest
        balances.append(before + interest - asked)
        if balances[-1] >= before:
            break
    return MinimumPath("never" if balances[-1] else "paid", total, first, tuple(balances))


def _asked(balance: int, interest: int, terms: MinimumTerms) -> int:
    if terms.percent_on == "statement_total":
        return share_of(balance + interest, terms.percent)
    return share_of(balance, terms.percent) + interest
