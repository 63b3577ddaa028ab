"""Planned against paid: the due dates of an agreement, and which terms are still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from accord.budget.means import comes_first, surplus
from accord.case import Agreement, AgreementTerm, Payment, TermState
from accord.case.case import Case, OpenCase
from accord.days import due_dates
from accord.money import to_fen

FIRM = frozenset({TermState.IN_WRITING})


class DueState(StrEnum):
    """How one due date stands."""

    PAID = "paid"
    PARTLY = "partly"
    LATE = "late"
    NEXT = "next"
    LATER = "later"


class Due(NamedTuple):
    """One due date of an agreement; amounts in fen. `paid` counts what was entered for this date."""

    k: int
    due: date
    planned: int
    paid: int
    state: DueState


def due_dates_of(agreement: Agreement) -> tuple[tuple[date, int], ...]:
    """Return the agreement's due dates and amounts in fen; empty while its terms are not known.

    The last amount clears what the total leaves, where a total is known.
    """
    if agreement.first_due is None or agreement.months is None or agreement.instalment is None:
        return ()
    instalment = to_fen(agreement.instalment)
    amounts = [instalment] * agreement.months
    if agreement.total is not None:
        last = to_fen(agreement.total) - instalment * (agreement.months - 1)
        amounts[-1] = last if last > 0 else instalment
    return tuple(zip(due_dates(agreement.first_due, agreement.months), amounts, strict=True))


def ledger(case: Case | OpenCase, agreement: Agreement, on: date) -> tuple[Due, ...]:
    """Return each due date with what was paid for it.

    A payment belongs to the due date it names; without one, to the first due date on or after the day it was paid.
    """
    planned = due_dates_of(agreement)
    paid = {due: 0 for due, _ in planned}
    for payment in case.payments:
        place = _place_of(payment, agreement, [due for due, _ in planned])
        if place is not None:
            paid[place] += to_fen(payment.amount or Decimal(0))
    rows: list[Due] = []
    awaited = False
    for k, (due, amount) in enumerate(planned, 1):
        state = _state(amount, paid[due], late=due < on, awaited=awaited)
        awaited = awaited or state is DueState.NEXT
        rows.append(Due(k, due, amount, paid[due], state))
    return tuple(rows)


def _place_of(payment: Payment, agreement: Agreement, dues: list[date]) -> date | None:
    if payment.agreement_id != agreement.id or not dues:
        return None
    if payment.due in dues:
        return payment.due
    if payment.paid_on is None:
        return None
    return next((due for due in dues if due >= payment.paid_on), dues[-1])


def _state(amount: int, paid: int, *, late: bool, awaited: bool) -> DueState:
    if paid >= amount:
        return DueState.PAID
    if late:
        return DueState.PARTLY if paid else DueState.LATE
    return DueState.LATER if awaited else DueState.NEXT


def open_terms(agreement: Agreement) -> tuple[AgreementTerm, ...]:
    """Return the terms that do not stand in writing yet, in order."""
    return tuple(
        term for term in AgreementTerm if term not in agreement.terms or agreement.terms[term].state not in FIRM
    )


def next_unpaid(case: Case | OpenCase, agreement: Agreement, on: date) -> Due | None:
    """Return the first due date on or after `on` that is not paid; None without one."""
    waiting = (row for row in ledger(case, agreement, on) if row.due >= on and row.state is not DueState.PAID)
    return next(waiting, None)


class Shortfall(NamedTuple):
    """What is missing for an agreement: fen a month, from which due date on (None while its dates are not known)."""

    amount: int
    due: date | None


def shortfall_ahead(case: Case | OpenCase, agreement: Agreement, on: date) -> Shortfall | None:
    """Return what the budget will lack for this agreement, and from when; None when it fits or no budget is known.

    A change of income that is noted for a day still to come counts from that day on. One that lies behind is taken
    to stand in the budget already: counting it again would frighten somebody without need.
    """
    month = surplus(case)
    if not month.known or agreement.instalment is None:
        return None
    debt = case.debt(agreement.debt_id)
    # What is left has a secured debt's instalment taken off already: only what is below zero is missing.
    secured = debt is not None and comes_first(debt)
    for due, planned in _still_due(case, agreement, on):
        left = to_fen(month.left) - _less_by(case, on, due or on)
        missing = max(0, -left) if secured else max(0, planned - max(0, left))
        if missing:
            return Shortfall(missing, due)
    return None


def _still_due(case: Case | OpenCase, agreement: Agreement, on: date) -> Iterator[tuple[date | None, int]]:
    """Yield what is to be paid from `on`, with its day; the instalment alone while no days are known."""
    if not due_dates_of(agreement):
        yield None, to_fen(agreement.instalment or Decimal(0))
    for row in ledger(case, agreement, on):
        if row.due >= on and row.state is not DueState.PAID:
            yield row.due, row.planned - row.paid


def _less_by(case: Case | OpenCase, on: date, due: date) -> int:
    """Return by how much (fen a month) less comes in on `due` than now."""
    return sum(to_fen(event.monthly_change or Decimal(0)) for event in case.events if on < event.on <= due)
