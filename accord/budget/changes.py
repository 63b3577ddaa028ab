"""What a change leaves: the month after less comes in, and the agreed instalments that no longer fit into it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from accord.budget.means import Surplus, comes_first, surplus
from accord.case import Agreement, Case, Event
from accord.money import round_fen


@dataclass(frozen=True)
class Change:
    """A month before and after an event; yuan.

    Attributes:
        before: the month as it is written down now.
        after: the same month with less coming in.
        broken: agreements whose instalment is more than what is left, the largest first.
    """

    before: Surplus
    after: Surplus
    broken: tuple[Agreement, ...]


def after_event(case: Case, event: Event) -> Change | None:
    """Return what an event leaves of the month; None while the change or the budget is not known.

    The change is taken off the budget as it stands: a budget that already counts it must not be asked.
    """
    before = surplus(case)
    if event.monthly_change is None or not before.known:
        return None
    after = _less(before, event.monthly_change)
    return Change(before, after, _broken(case, after))


def _less(month: Surplus, amount: Decimal) -> Surplus:
    left = month.left - amount
    return replace(
        month,
        income=month.income - amount,
        left=left,
        affordable=round_fen(max(Decimal(0), left) * (1 - month.reserve_share)),
    )


def _broken(case: Case, month: Surplus) -> tuple[Agreement, ...]:
    """Return the agreements the month cannot carry; those of secured debts, paid before `left`, fail below zero."""
    found = [agreement for agreement in case.agreements if not _carried(case, agreement, month)]
    return tuple(sorted(found, key=lambda agreement: agreement.instalment or Decimal(0), reverse=True))


def _carried(case: Case, agreement: Agreement, month: Surplus) -> bool:
    debt = case.debt(agreement.debt_id)
    if debt is not None and comes_first(debt):
        return month.left >= 0
    return (agreement.instalment or Decimal(0)) <= max(Decimal(0), month.left)
