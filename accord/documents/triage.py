"""The advisor's first page: per debt, what decides how urgent it is and what not to do yet."""

from __future__ import annotations

from datetime import date

from accord.budget.means import owed
from accord.case import Answer, Case, Channel, Contact, Debt, DebtGate, Direction
from accord.case.gates import open_gates
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Heading, KeyValues, Paragraph
from accord.documents.phrasing import long_day
from accord.i18n import _
from accord.money import yuan

WRITTEN = (Channel.EMAIL, Channel.POST, Channel.IN_APP, Channel.CHAT, Channel.BRANCH)


def triage(case: Case) -> tuple[Block, ...]:
    """Return the triage page. Takes the whole case: dates of the last payment and demand are for an advisor."""
    warnings = tuple(gate.speak() for gate in open_gates(case))
    return (
        Heading(_("At a glance, for an advisor"), level=1),
        *((Paragraph(_("Clear up first:"), bold=True), Bullets(warnings)) if warnings else ()),
        *(block for debt in case.debts for block in _debt(case, debt)),
    )


def _debt(case: Case, debt: Debt) -> tuple[Block, ...]:
    gate = case.private.gates.get(debt.id, DebtGate())
    rows = (
        (_("Court"), _court(gate)),
        (_("Creditor now"), _creditor(debt, gate)),
        (_("Last payment"), _day(gate.last_payment_on)),
        (_("Last demand"), _day(gate.last_demand_on)),
        (_("Principal, and all that is owed"), _amounts(debt)),
        (_("In arrears since"), _day(debt.overdue_since)),
        (_("Whose debt, and security"), _security(debt)),
        (_("Already sent in writing"), _sent(case, debt)),
    )
    title = _("{creditor}: {kind}").format(creditor=debt.creditor or "–", kind=label(debt.kind))
    return (Heading(title), KeyValues(rows))


def _court(gate: DebtGate) -> str:
    text = _("Court papers: {answer}").format(answer=label(gate.court_papers))
    if gate.court_date:
        text = _("{text}; date: {day}").format(text=text, day=long_day(gate.court_date))
    return text


def _creditor(debt: Debt, gate: DebtGate) -> str:
    if debt.sold_to:
        return _("{creditor}, said to be sold to {buyer}; without notice: {answer}").format(
            creditor=debt.creditor, buyer=debt.sold_to, answer=label(gate.assigned_without_notice)
        )
    if gate.assigned_without_notice is Answer.YES:
        return _("{creditor}; assigned without notice").format(creditor=debt.creditor)
    return debt.creditor or _("not known")


def _day(day: date | None) -> str:
    return long_day(day) if day else _("not known")


def _amounts(debt: Debt) -> str:
    principal = _("not known") if debt.principal is None else yuan(debt.principal)
    whole = owed(debt)
    return _("{principal}; {whole} in all").format(
        principal=principal, whole=_("not known") if whole is None else yuan(whole)
    )


def _security(debt: Debt) -> str:
    parts = [label(debt.whose)]
    if debt.secured:
        parts.append(_("secured"))
    if debt.guaranteed:
        parts.append(_("guaranteed by somebody"))
    return _(", ").join(parts)


def _sent(case: Case, debt: Debt) -> str:
    rows = [contact for contact in case.contacts if _is_sent(contact) and contact.debt_id in ("", debt.id)]
    lines = (
        _("{day}, {channel}: {said}").format(day=long_day(row.at.date()), channel=label(row.channel), said=row.said)
        for row in rows
    )
    return "\n".join(lines) or _("nothing so far")


def _is_sent(contact: Contact) -> bool:
    return contact.direction is Direction.FROM_ME and contact.channel in WRITTEN
