"""Plans without a fixed term: pay an amount, or a share of the balance, until nothing is owed.

Such a plan may never end. That is an answer, not an error: the status says so, with the least payment that
would work.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.book import Book
from accord.loans.schedule import LONGEST_RUN, Schedule, Terms, check_amount, check_choice
from accord.money import half_up

Status = Literal["paid", "never"]
FloorOn = Literal["payment", "principal"]

SHARE = N_("A share must lie above 0% and be no more than 100%.")
FLOOR = N_("A smallest payment cannot be below zero.")


class Payoff(NamedTuple):
    """How a plan without a fixed term ends; amounts in fen.

    Attributes:
        status: `paid`, or `never` when the balance does not fall to nothing within the longest run asked for.
        first_interest: interest of the first month.
        least_payment: smallest fixed payment that lowers the balance in the first month.
        schedule: the rows; None when the plan never ends.
    """

    status: Status
    first_interest: int
    least_payment: int
    schedule: Schedule | None


def fixed_payment(terms: Terms, *, payment: int, longest: int = LONGEST_RUN) -> Payoff:
    """Pay `payment` fen a month until cleared, for `longest` months at most. `terms.months` plays no part.

    A payment a fen above the first interest always ends, but it can take longer than a person would call an end.

    Raises:
        TermsError: the payment is not above zero.
    """
    check_amount(payment, "payment")
    book = Book(terms)
    first, planned = book.interest(), payment * book.unit
    while book.balance and planned > book.interest() and book.months < longest:
        _pay_or_clear(book, planned)
    return _ended(book, first)


def percent_of_balance(
    terms: Terms, *, percent: Decimal, floor: int, interest_on_top: bool, floor_on: FloorOn = "payment"
) -> Payoff:
    """Pay a share of the balance each month until cleared, as a card's minimum payment does.

    Args:
        terms: as for any schedule; `months` plays no part.
        percent: fraction of the balance, above 0 and up to 1.
        floor: smallest amount asked for, fen.
        interest_on_top: the share is of the principal and interest comes on top; otherwise the share is of
            principal and interest together.
        floor_on: the floor is for the whole `payment`, or for the `principal` in it with interest on top.

    Raises:
        TermsError: a share or floor outside its bounds.
    """
    check_share(percent, "percent")
    check_choice(floor_on, FloorOn, "floor_on")
    if floor < 0:
        raise TermsError(FLOOR, field="floor")
    book = Book(terms)
    first, least = book.interest(), floor * book.unit
    while book.balance and book.months < LONGEST_RUN:
        interest, before = book.interest(), book.balance
        share = share_of(before if interest_on_top else before + interest, percent)
        asked = share + interest if interest_on_top else share
        _pay_or_clear(book, max(least + interest if floor_on == "principal" else least, asked))
        if book.balance >= before:
            break
    return _ended(book, first)


def share_of(amount: int, share: Decimal) -> int:
    """Return `share` (exact fraction, not negative) of `amount`, half-up, in the units of `amount`."""
    numerator, denominator = share.as_integer_ratio()
    return half_up(amount * numerator, denominator)


def check_share(share: Decimal, field: str) -> None:
    """Refuse a share outside 0 (exclusive) to 1 (inclusive).

    Raises:
        TermsError: naming `field`.
    """
    if not (share.is_finite() and 0 < share <= 1):
        raise TermsError(SHARE, field=field)


def _pay_or_clear(book: Book, planned: int) -> None:
    if planned >= book.balance + book.interest():
        book.clear()
    else:
        book.pay(planned)


def _ended(book: Book, first: int) -> Payoff:
    interest = book.to_fen(first)
    paid = book.balance == 0
    return Payoff("paid" if paid else "never", interest, interest + 1, book.schedule() if paid else None)
