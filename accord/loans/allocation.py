"""Which part of a debt a payment is counted against first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from accord.errors import TermsError
from accord.i18n import N_

LOAN = ("enforcement_costs", "fees", "penalty_interest", "compound_interest", "interest", "principal")
CARD_INTEREST_FIRST = ("fees", "interest", "principal")
CARD_PRINCIPAL_FIRST = ("principal", "interest", "fees")

BELOW_ZERO = N_("A payment and what it is counted against cannot be below zero.")
NO_PLACE = N_("The order of counting leaves out a part of the debt.")


class Allocation(NamedTuple):
    """A payment after counting; fen, each by the part's name. `unapplied` is more than was owed."""

    applied: dict[str, int]
    remaining: dict[str, int]
    unapplied: int


def allocate(payment: int, owed: Mapping[str, int], *, order: Sequence[str]) -> Allocation:
    """Count `payment` fen against the parts `owed`, one after the other in `order`.

    Parts named in `order` but not owed are passed over.

    Raises:
        TermsError: a negative amount, or a part that `order` does not name.
    """
    if min(payment, *owed.values()) < 0:
        raise TermsError(BELOW_ZERO, field="payment")
    if set(owed) - set(order):
        raise TermsError(NO_PLACE, field="order")
    applied: dict[str, int] = {}
    left = payment
    for part in (name for name in order if name in owed):
        applied[part] = min(left, owed[part])
        left -= applied[part]
    return Allocation(applied, {part: owed[part] - applied[part] for part in applied}, left)


def card_order(days_past_due: int, *, interest_first_until: int) -> tuple[str, ...]:
    """Return the usual order for a card: principal comes first once it is overdue longer than the rule's days.

    Args:
        days_past_due: how long the card is overdue.
        interest_first_until: last overdue day, inclusive, on which interest and fees still come first.
    """
    return CARD_PRINCIPAL_FIRST if days_past_due > interest_first_until else CARD_INTEREST_FIRST
