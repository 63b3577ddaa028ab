"""Regular products: equal instalments, equal principal, interest only, steps, a balloon.

Formulas are those of any textbook on annuities; each row is booked to the fen and the last one pays what is
left. In analytic mode amounts are carried unrounded, which is what web calculators show.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.book import Book
from accord.loans.interest import DayCount, simple_interest, year_share
from accord.loans.schedule import Residue, Rounding, Schedule, Terms, check_amount, check_choice, check_months
from accord.money import half_up

STEEP = N_("A yearly step must stay above -100% and at most +100%.")
SHORT_LONG_TERM = N_("The term the payment is worked out on cannot be shorter than the time until the final sum.")


def level_payment(terms: Terms) -> int:
    """Return the level payment of `terms` in fen, half-up."""
    book = Book(terms)
    return book.to_fen(book.level(terms.months))


def equal_instalments(terms: Terms) -> Schedule:
    """Return 等额本息: the same payment each month, interest at a twelfth of the yearly rate on the balance."""
    book = Book(terms)
    book.pay_level(terms.months)
    return book.schedule()


def split_evenly(
    amount: int, parts: int, *, residue: Residue = "last", rounding: Rounding = "half_up"
) -> tuple[int, ...]:
    """Return `amount` in `parts` equal shares, the odd units in the first or last; never more than is left.

    Raises:
        TermsError: a residue or rounding that is not known.
    """
    check_choice(residue, Residue, "residue")
    check_choice(rounding, Rounding, "rounding")
    share = half_up(amount, parts) if rounding == "half_up" else amount // parts
    if residue == "first":
        rest = min(share, amount // max(parts - 1, 1))
        return (amount - rest * (parts - 1),) + (rest,) * (parts - 1)
    shares, left = [], amount
    for _ in range(parts - 1):
        shares.append(min(share, left))
        left -= shares[-1]
    return (*shares, left)


def equal_principal(terms: Terms, *, residue: Residue = "last", rounding: Rounding = "half_up") -> Schedule:
    """Return 等额本金: the same principal each month, interest on the balance, so payments fall."""
    book = Book(terms)
    for share in split_evenly(book.balance, terms.months, residue=residue, rounding=rounding):
        book.post(interest=book.interest(), principal=share)
    return book.schedule()


def interest_only(terms: Terms, *, basis: DayCount = "monthly", start: date | None = None) -> Schedule:
    """Return 先息后本: interest on each due date, the whole principal on the last.

    Args:
        terms: as for any schedule.
        basis: how interest is counted between due dates; `monthly` is a twelfth of the yearly rate.
        start: day the money was paid out; one month before the first due date when left out.

    Raises:
        TermsError: `start` lies after the first due date.
    """
    book, since = Book(terms), start or terms.due(0)
    for k in range(1, terms.months + 1):
        due = terms.due(k)
        interest = (
            book.interest()
            if basis == "monthly"
            else simple_interest(book.balance, terms.annual_rate, year_share(since, due, basis))
        )
        book.post(interest=interest, principal=book.balance if k == terms.months else 0)
        since = due
    return book.schedule()


def step(terms: Terms, *, growth: Decimal) -> Schedule:
    """Return 阶梯还款: payments that change by `growth` (fraction) once a year.

    The first payment is solved on exact present values and each year's payment is that figure times (1+growth)
    to the year, rounded once. Early payments below the interest let the balance grow; see `Schedule.flags`.

    Raises:
        TermsError: a growth of -100% or less, or above 100%.
    """
    book = Book(terms)
    planned = _steps(book, growth)
    for k in range(terms.months - 1):
        book.pay(planned[k // 12])
    book.clear()
    return book.schedule()


def step_payments(terms: Terms, *, growth: Decimal) -> tuple[int, ...]:
    """Return the payment of each year of a step plan in fen, before the last one is made to clear the balance.

    Raises:
        TermsError: a growth of -100% or less, or above 100%.
    """
    book = Book(terms)
    return tuple(book.to_fen(payment) for payment in _steps(book, growth))


def _steps(book: Book, growth: Decimal) -> list[int]:
    """Return the payment of each year begun, in units."""
    if not (growth.is_finite() and -1 < growth <= 1):
        raise TermsError(STEEP, field="growth")
    years = (book.terms.months - 1) // 12
    top, bottom = (1 + growth).as_integer_ratio()
    numerator, denominator = book.first_step(growth, years, book.terms.months)
    return [half_up(numerator * top**y, denominator * bottom**y) for y in range(years + 1)]


def balloon(terms: Terms, *, long_term: int) -> Schedule:
    """Return 气球贷: the level payment of `long_term` months, all that is left due with the last of `terms.months`.

    Raises:
        TermsError: `long_term` is shorter than the term, or too long.
    """
    check_months(long_term, "long_term")
    if long_term < terms.months:
        raise TermsError(SHORT_LONG_TERM, field="long_term")
    book = Book(terms)
    book.pay_level(terms.months, payment=book.level(long_term))
    return book.schedule()


def level_then_rest(terms: Terms, *, payment: int) -> Schedule:
    """Return a chosen payment (fen) each month and all that is left with the last of `terms.months`.

    Payments below the interest let the balance grow; one that pays everything off sooner leaves zero rows after it.

    Raises:
        TermsError: the payment is not above zero.
    """
    check_amount(payment, "payment")
    book = Book(terms)
    book.pay_level(terms.months, payment=payment * book.unit)
    return book.schedule()


def odd_first_period(terms: Terms, *, paid_out: date, basis: DayCount = "act/360") -> Schedule:
    """Return equal instalments whose first period is shorter or longer than a month.

    The first principal is that of the regular table; the first interest counts the actual days. Contracts differ
    on this, so the paper that was signed decides.

    Raises:
        TermsError: `paid_out` lies after the first due date.
    """
    book = Book(terms)
    planned = book.level(terms.months)
    interest = simple_interest(book.balance, terms.annual_rate, year_share(paid_out, terms.first_due, basis))
    principal = book.balance if terms.months == 1 else min(planned - book.interest(), book.balance)
    book.post(interest=interest, principal=principal)
    if terms.months > 1:
        book.pay_level(terms.months - 1, payment=planned)
    return book.schedule()
