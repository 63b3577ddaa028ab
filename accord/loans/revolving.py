"""Interest on a card statement that was not paid in full (循环信用利息).

Full-amount interest is the usual contract: every purchase of the statement bears interest from its posting day,
on the whole amount until something is paid. Some banks charge the unpaid part only. Cash advances bear interest
from their posting day in either case. Interest is rounded once a statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from accord.loans.minimum import MinimumParts, check_daily_rate, minimum_payment
from accord.loans.payoff import share_of
from accord.loans.schedule import check_choice, check_owed, check_part

InterestOn = Literal["full", "unpaid"]
Kind = Literal["purchase", "cash"]


class Posting(NamedTuple):
    """Something put on a card; `amount` in fen. Cash advances have no interest-free time."""

    posted: date
    amount: int
    kind: Kind = "purchase"


class Repayment(NamedTuple):
    """Money paid to a card; `amount` in fen."""

    paid_on: date
    amount: int


@dataclass(frozen=True, kw_only=True)
class CardTerms:
    """How a card counts interest.

    Args:
        daily_rate: fraction a day, as the contract or the rule about usual contracts states it.
        interest_on: `full` amount, or the `unpaid` part only.
        tolerance: a shortfall up to this many fen still counts as paid in full.
        statement_day_counts: whether the statement day itself bears interest.
    """

    daily_rate: Decimal
    interest_on: InterestOn = "full"
    tolerance: int = 1_000
    statement_day_counts: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        check_daily_rate(self.daily_rate)
        check_choice(self.interest_on, InterestOn, "interest_on")
        check_owed(tolerance=self.tolerance)


class CardInterest(NamedTuple):
    """Interest of a statement in fen, and whether the interest-free time was lost."""

    interest: int
    grace_lost: bool


class _Part(NamedTuple):
    posting: Posting
    amount: int
    paid_on: date | None


def revolving_interest(
    postings: Sequence[Posting], repayments: Sequence[Repayment], *, due: date, until: date, card: CardTerms
) -> CardInterest:
    """Return the interest on a statement's postings up to the next statement day `until`.

    The interest-free time is lost when purchases less what was paid by the due date exceed the tolerance.
    Payments count against the oldest purchase first, then against cash advances.

    Raises:
        TermsError: an amount below zero, or a kind of posting that is not known.
    """
    for posting in postings:
        check_choice(posting.kind, Kind, "kind")
    check_owed(postings=min((posting.amount for posting in postings), default=0))
    check_owed(repayments=min((repayment.amount for repayment in repayments), default=0))
    bought = sum(posting.amount for posting in postings if posting.kind == "purchase")
    in_time = sum(repayment.amount for repayment in repayments if repayment.paid_on <= due)
    lost = bought - in_time > card.tolerance
    end = until + timedelta(days=1) if card.statement_day_counts else until
    bearing = (
        part
        for part in _parts(postings, repayments)
        if part.posting.kind == "cash" or _bears(part, due, card, lost=lost)
    )
    fen_days = sum(part.amount * _days(part, end) for part in bearing)
    return CardInterest(share_of(fen_days, card.daily_rate), lost)


def _bears(part: _Part, due: date, card: CardTerms, *, lost: bool) -> bool:
    """Tell whether this part of a purchase bears interest."""
    paid_in_time = part.paid_on is not None and part.paid_on <= due
    return lost and not (card.interest_on == "unpaid" and paid_in_time)


def _days(part: _Part, end: date) -> int:
    last = end if part.paid_on is None else min(part.paid_on, end)
    return max(0, (last - part.posting.posted).days)


def _parts(postings: Sequence[Posting], repayments: Sequence[Repayment]) -> list[_Part]:
    """Cut each posting into the parts that were paid on one day, and what is left."""
    waiting = sorted(repayments, key=lambda repayment: repayment.paid_on)
    parts = []
    for posting in sorted(postings, key=lambda posting: (posting.kind != "purchase", posting.posted)):
        open_amount = posting.amount
        while open_amount and waiting:
            paid_on, amount = waiting.pop(0)
            used = min(amount, open_amount)
            parts.append(_Part(posting, used, paid_on))
            open_amount -= used
            if amount > used:
                waiting.insert(0, Repayment(paid_on, amount - used))
        parts.append(_Part(posting, open_amount, None))
    return parts


class Cycle(NamedTuple):
    """One billing cycle: the due day, the next statement day, what was paid on the due day (fen).

    `paid` None means exactly the minimum asked for.
    """

    due: date
    statement: date
    paid: int | None = None


class Statement(NamedTuple):
    """A statement after a cycle; fen."""

    interest: int
    balance: int
    minimum: int


def statements(
    purchase: Posting, cycles: Sequence[Cycle], *, percent: Decimal, card: CardTerms
) -> tuple[Statement, ...]:
    """Follow one purchase over billing cycles without new spending.

    Each statement's interest joins the balance on the statement day and bears interest from then on. The minimum
    is `percent` of the unpaid purchase plus the interest and what was missing from the minimum before.

    Raises:
        TermsError: a share outside 0 to 1.
    """
    check_part(percent, "percent")
    carried, principal, unpaid_interest = purchase, purchase.amount, 0
    asked, found = share_of(purchase.amount, percent), list[Statement]()
    for cycle in cycles:
        paid = min(asked if cycle.paid is None else cycle.paid, carried.amount)
        interest = revolving_interest(
            [carried], [Repayment(cycle.due, paid)], due=cycle.due, until=cycle.statement, card=card
        ).interest
        principal -= max(0, paid - unpaid_interest)
        parts = MinimumParts(purchases=principal, interest=interest, previous_unpaid=max(0, asked - paid))
        asked = minimum_payment(parts, percent=percent)
        balance, unpaid_interest = carried.amount - paid + interest, interest
        found.append(Statement(interest, balance, asked))
        start = cycle.statement + timedelta(days=card.statement_day_counts)
        carried = Posting(start, balance, "cash")
    return tuple(found)
