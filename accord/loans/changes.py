"""A running loan that changes: a new rate, a longer term, a payment ahead of time.

Each change works on the booked balance after the rows paid so far. The untouched remainder of the old schedule
is kept for comparison.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.book import Book
from accord.loans.instalments import equal_instalments, level_payment
from accord.loans.schedule import (
    LARGEST_PRINCIPAL,
    LONGEST_RUN,
    Schedule,
    Terms,
    check_amount,
    check_choice,
    check_months,
)

Effect = Literal["reduce_payment", "shorten_term"]

PAID_MONTHS = N_("The months already paid must lie between 0 and {most}.")
TOO_MUCH = N_("This is more than what is still owed.")
SHORTER = N_("An extension cannot take months away.")
ARREARS = N_("Arrears cannot be below zero, or carry the balance above the limit.")


class Standing(NamedTuple):
    """Where a loan stands after some rows; fen."""

    paid: int
    interest_paid: int
    principal_paid: int
    outstanding: int


class Change(NamedTuple):
    """A loan before and after a change; amounts in fen.

    Attributes:
        balance_before: booked balance when the change takes effect.
        balance_after: what the new plan starts from.
        old_payment: level payment before.
        new_payment: level payment after.
        remaining: the rows after the change, numbered from 1; None when nothing is left to pay.
        old_interest: interest of the old rows that the change replaces.
    """

    balance_before: int
    balance_after: int
    old_payment: int
    new_payment: int
    remaining: Schedule | None
    old_interest: int

    @property
    def months_left(self) -> int:
        """Rows after the change."""
        return self.remaining.months if self.remaining else 0

    @property
    def new_interest(self) -> int:
        """Interest of the rows after the change."""
        return self.remaining.total_interest if self.remaining else 0

    @property
    def interest_saved(self) -> int:
        """Interest no longer due; negative when the change costs more."""
        return self.old_interest - self.new_interest

    @property
    def last_payment(self) -> int:
        """Last payment after the change."""
        return self.remaining.last_payment if self.remaining else 0


def standing(terms: Terms, *, paid_months: int) -> Standing:
    """Return what has been paid and is still owed after `paid_months` rows of equal instalments.

    Raises:
        TermsError: more months than the schedule has.
    """
    book = _paid_book(terms, paid_months, field="paid_months")
    paid, interest, owed = (book.to_fen(units) for units in (book.paid, book.interest_booked, book.balance))
    return Standing(paid, interest, book.to_fen(book.paid - book.interest_booked), owed)


def repricing(terms: Terms, *, after: int, annual_rate: Decimal) -> Change:
    """Set a new yearly rate after `after` rows: a new level payment over the months that are left.

    Raises:
        TermsError: no month is left, or a rate outside its bounds.
    """
    paid = _paid_book(terms, after)
    rest = _rest(terms, paid, added=0)
    rest.reprice(annual_rate)
    planned = rest.pay_level(_months_left(terms, after))
    return _change(terms, paid, rest, planned)


def repriced(terms: Terms, *, after: int, annual_rate: Decimal) -> Schedule:
    """Return the whole schedule in which a new yearly rate holds from row `after` + 1 on, over the same months.

    Raises:
        TermsError: no month is left, or a rate outside its bounds.
    """
    book = _paid_book(terms, after)
    book.reprice(annual_rate)
    book.pay_level(_months_left(terms, after))
    return book.schedule()


class Extension(NamedTuple):
    """What is granted: `extra` months, a new yearly rate (or the old one), arrears in fen that join the balance."""

    extra: int
    annual_rate: Decimal | None = None
    arrears: int = 0


def extension(terms: Terms, granted: Extension, *, after: int) -> Change:
    """Give more months after `after` rows, at the old or a new rate, with or without arrears added.

    Raises:
        TermsError: no month is left, the new term is too long, or arrears outside their bounds.
    """
    if not 0 <= granted.arrears <= LARGEST_PRINCIPAL - terms.principal:
        raise TermsError(ARREARS, field="arrears")
    if granted.extra < 0:
        raise TermsError(SHORTER, field="extra")
    paid = _paid_book(terms, after)
    rest = _rest(terms, paid, added=granted.arrears)
    rest.reprice(terms.annual_rate if granted.annual_rate is None else granted.annual_rate)
    planned = rest.pay_level(_months_left(terms, after, extra=granted.extra))
    return _change(terms, paid, rest, planned)


def prepayment(terms: Terms, *, after: int, amount: int, effect: Effect) -> Change:
    """Pay `amount` fen ahead of time, right after row `after`.

    `reduce_payment` keeps the end date and lowers the level payment; `shorten_term` keeps the level payment and
    lets the loan end sooner.

    Raises:
        TermsError: an amount that is not above zero, or more than is owed.
    """
    check_amount(amount, "amount")
    check_choice(effect, Effect, "effect")
    paid = _paid_book(terms, after)
    if amount > paid.to_fen(paid.balance):
        raise TermsError(TOO_MUCH, field="amount")
    rest = _rest(terms, paid, added=-amount)
    planned = Book(terms).level(terms.months)
    if rest.balance <= 0:
        return _change(terms, paid, rest, 0)
    if effect == "reduce_payment":
        planned = rest.pay_level(_months_left(terms, after))
    else:
        _pay_until_cleared(rest, planned, _months_left(terms, after))
    return _change(terms, paid, rest, planned)


def _paid_book(terms: Terms, paid_months: int, *, field: str = "after") -> Book:
    """Book the rows paid so far."""
    if not 0 <= paid_months <= terms.months:
        raise TermsError(PAID_MONTHS, field=field, most=terms.months)
    book = Book(terms)
    planned = book.level(terms.months)
    for _ in range(min(paid_months, terms.months - 1)):
        book.pay(planned)
    if paid_months == terms.months:
        book.clear()
    return book


def _rest(terms: Terms, paid: Book, *, added: int) -> Book:
    """Open a book for what is left in `paid`, with `added` fen on top, due from the next due date on."""
    later = replace(terms, first_due=terms.due(paid.months + 1), due_day=terms.due_day or terms.first_due.day)
    return Book(later, balance=paid.balance + added * paid.unit)


def _months_left(terms: Terms, after: int, *, extra: int = 0) -> int:
    months = terms.months - after + extra
    check_months(months, "after", most=LONGEST_RUN)
    return months


def _pay_until_cleared(book: Book, planned: int, most: int) -> None:
    """Pay `planned` until nothing is owed; clear at the latest in month `most`."""
    while book.balance:
        if book.months == most - 1 or planned >= book.balance + book.interest():
            book.clear()
        else:
            book.pay(planned)


def _change(terms: Terms, paid: Book, rest: Book, planned: int) -> Change:
    return Change(
        balance_before=paid.to_fen(paid.balance),
        balance_after=rest.to_fen(rest.opening),
        old_payment=level_payment(terms),
        new_payment=rest.to_fen(planned),
        remaining=rest.schedule() if rest.months else None,
        old_interest=equal_instalments(terms).total_interest - paid.to_fen(paid.interest_booked),
    )
