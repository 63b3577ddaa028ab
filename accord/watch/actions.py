"""The one-page action plan: what to do today, this week, and by a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from accord.budget.means import surplus
from accord.case import Case, EvidenceState
from accord.case.gates import open_gates
from accord.days import days_past_due
from accord.i18n import N_, _
from accord.watch.ledger import DueState, ledger, open_terms

WEEK = timedelta(days=7)

CALL_BACK = N_(
    "Call the number on your card or in the bank's app, say the three sentences, write down the ticket number."
)
TELL_HOME = N_("Tell everyone at home one sentence: do not open, do not sign, do not promise, do not pay; call you.")
ENTER_DEBT = N_("Enter what you owe and since when it is overdue.")
ENTER_MONTH = N_("Enter what comes in and what goes out, so that the instalment you name can be kept.")
CHOOSE_ASK = N_("Choose one plan in chapter 5 and ask for that one alone.")
SEND_LETTER = N_("Send the request with its papers, by a way that leaves proof, and keep the receipt.")
GET_PAPER = N_("Get this paper: {paper}.")
NEXT_STEP = N_("{bank}: {step}")
PAY = N_("Pay {bank}'s instalment {k} inside the bank's app, and keep the receipt.")
LATE = N_("{bank}: instalment {k} is late. Tell the bank today, before they call; then pay what you can.")
IN_WRITING = N_("{bank}: {n} terms do not stand in writing yet. Send the confirmation letter.")
PLAN_COMES = N_("The day you named for your plan. Send it, or say why it needs longer.")
FIND_LAWYER = N_("{debt}: talk to a lawyer before you write or pay; a question in chapter 2 is answered yes.")
PAY_NOW = N_("Pay what you said you can pay now, inside the bank's app.")
THE_BANK = N_("The bank")


class When(StrEnum):
    """When an action is due."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    BY_DATE = "by_date"


class Action(NamedTuple):
    """One action: when, by which day where one is known, what to do (spoken), and the page it belongs to."""

    when: When
    by: date | None
    words: str
    page: str


def actions(case: Case, on: date) -> tuple[Action, ...]:
    """Return what to do, soonest first, in the reader's language. Nothing here is stored."""
    found = [
        *_gates(case),
        *_first_steps(case, on),
        *_asking(case),
        *_papers(case),
        *_dated(case, on),
        *_agreed(case, on),
    ]
    order = list(When)
    return tuple(sorted(found, key=lambda action: (order.index(action.when), action.by or date.max)))


def _when(by: date, on: date) -> When:
    if by <= on:
        return When.TODAY
    return When.THIS_WEEK if by - on <= WEEK else When.BY_DATE


def _gates(case: Case) -> Iterator[Action]:
    for gate in open_gates(case):
        if gate.holds_letters and gate.debt:
            yield Action(When.TODAY, None, _(FIND_LAWYER).format(debt=gate.debt), "position")


def _first_steps(case: Case, on: date) -> Iterator[Action]:
    late = any(days_past_due(debt.overdue_since, on) for debt in case.debts)
    called = any(contact.ticket_number for contact in case.contacts)
    if late and not called:
        yield Action(When.TODAY, None, _(CALL_BACK), "channel")
        yield Action(When.TODAY, None, _(TELL_HOME), "emergencies")
    if not any(debt.principal is not None for debt in case.debts):
        yield Action(When.TODAY, None, _(ENTER_DEBT), "materials")
    if not surplus(case).known:
        yield Action(When.THIS_WEEK, None, _(ENTER_MONTH), "materials")


def _asking(case: Case) -> Iterator[Action]:
    if not case.debts or case.agreements:
        return
    if not case.asks:
        yield Action(When.THIS_WEEK, None, _(CHOOSE_ASK), "negotiate")
    else:
        yield Action(When.THIS_WEEK, None, _(SEND_LETTER), "summary")


def _papers(case: Case) -> Iterator[Action]:
    for paper in case.evidence:
        if paper.state is not EvidenceState.HAVE and paper.title:
            yield Action(When.THIS_WEEK, None, _(GET_PAPER).format(paper=paper.title), "materials")


def _dated(case: Case, on: date) -> Iterator[Action]:
    position = case.position
    if position.can_pay_on and position.can_pay_on >= on:
        yield Action(_when(position.can_pay_on, on), position.can_pay_on, _(PAY_NOW), "position")
    if position.plan_by and position.plan_by >= on:
        yield Action(_when(position.plan_by, on), position.plan_by, _(PLAN_COMES), "negotiate")
    for contact in case.contacts:
        if contact.next_step and contact.next_on and contact.next_on >= on:
            words = _(NEXT_STEP).format(bank=_creditor(case, contact.debt_id), step=contact.next_step)
            yield Action(_when(contact.next_on, on), contact.next_on, words, "channel")


def _agreed(case: Case, on: date) -> Iterator[Action]:
    for agreement in case.agreements:
        bank = _creditor(case, agreement.debt_id)
        for due in ledger(case, agreement, on):
            if due.state in {DueState.LATE, DueState.PARTLY}:
                yield Action(When.TODAY, due.due, _(LATE).format(bank=bank, k=due.k), "follow_up")
            elif due.state is DueState.NEXT:
                yield Action(_when(due.due, on), due.due, _(PAY).format(bank=bank, k=due.k), "follow_up")
        open_count = len(open_terms(agreement))
        if open_count:
            yield Action(When.THIS_WEEK, None, _(IN_WRITING).format(bank=bank, n=open_count), "follow_up")


def _creditor(case: Case, debt_id: str) -> str:
    debt = case.debt(debt_id)
    return debt.creditor if debt and debt.creditor else _(THE_BANK)
