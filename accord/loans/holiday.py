"""Payment holidays: some months without the usual payment, then a new plan for the rest.

What happens to the interest of those months is the whole difference between the treatments, so it is asked for
by name and never assumed.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.book import Book
from accord.loans.schedule import Schedule, Terms, check_choice, check_months

Treatment = Literal["interest_paid", "capitalise_monthly", "accrue_then_capitalise", "accrue_defer", "waive"]
Ending = Literal["same_end_date", "extend_by_holiday"]

TOO_LATE = N_("A payment holiday must begin while at least one regular payment is left.")
NO_ROOM = N_("After this payment holiday no month is left to pay in. Ask for a later end date.")


class Holiday(NamedTuple):
    """Which months are free, and what becomes of their interest.

    Args:
        months: how long, from 1.
        treatment: `interest_paid`: interest is still paid each month; `capitalise_monthly`: it joins the
            balance each month; `accrue_then_capitalise`: simple interest joins the balance once, at the end;
            `accrue_defer`: simple interest is spread over the later rows and bears no interest itself;
            `waive`: none is charged.
        after: regular rows paid before it begins; 0 for a holiday from the start.
        ending: `same_end_date` keeps the last due date, `extend_by_holiday` moves it by the holiday's months.
    """

    months: int
    treatment: Treatment
    after: int = 0
    ending: Ending = "extend_by_holiday"


class HolidayPlan(NamedTuple):
    """A schedule with a holiday in it; amounts in fen.

    Attributes:
        schedule: all rows, those before and in the holiday included.
        old_level: payment before the holiday.
        new_level: level payment after it, without any deferred interest.
        months_after: rows after the holiday.
        deferred_interest: interest spread over those rows; 0 unless the treatment is `accrue_defer`.
    """

    schedule: Schedule
    old_level: int
    new_level: int
    months_after: int
    deferred_interest: int


def with_holiday(terms: Terms, holiday: Holiday) -> HolidayPlan:
    """Return equal instalments with a payment holiday in them.

    Raises:
        TermsError: the holiday begins too late, or leaves no month to pay in.
    """
    check_months(holiday.months, "holiday.months")
    check_choice(holiday.treatment, Treatment, "holiday.treatment")
    check_choice(holiday.ending, Ending, "holiday.ending")
    left = _months_after(terms, holiday)
    book = Book(terms)
    old = book.level(terms.months)
    for _ in range(holiday.after):
        book.pay(old)
    deferred = _book_free_months(book, holiday)
    new = book.level(left)
    _pay_rest(book, left, new, deferred)
    return HolidayPlan(book.schedule(), book.to_fen(old), book.to_fen(new), left, book.to_fen(deferred))


def _months_after(terms: Terms, holiday: Holiday) -> int:
    left = terms.months - holiday.after
    if holiday.after < 0 or left < 1:
        raise TermsError(TOO_LATE, field="holiday.after")
    if holiday.ending == "same_end_date":
        left -= holiday.months
    if left < 1:
        raise TermsError(NO_ROOM, field="holiday.months")
    return left


def _book_free_months(book: Book, holiday: Holiday) -> int:
    """Book the holiday's rows; return the interest to be spread over later rows, in units."""
    accrued = book.interest(holiday.months)
    for k in range(holiday.months):
        interest = book.interest()
        if holiday.treatment == "interest_paid":
            book.post(interest=interest, principal=0)
        elif holiday.treatment == "capitalise_monthly":
            book.post(interest=interest, principal=-interest)
        elif holiday.treatment == "accrue_then_capitalise" and k == holiday.months - 1:
            book.post(interest=accrued, principal=-accrued)
        else:
            book.post(interest=0, principal=0)
    return accrued if holiday.treatment == "accrue_defer" else 0


def _pay_rest(book: Book, months: int, planned: int, deferred: int) -> None:
    share = deferred // months
    for k in range(1, months + 1):
        last = k == months
        extra = deferred - share * (months - 1) if last else share
        interest = book.interest()
        principal = book.balance if last else min(planned - interest, book.balance)
        book.post(interest=interest + extra, principal=principal)
