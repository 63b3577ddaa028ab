"""The full set for the person, and what of it an advisor sees: options compared, scripts, log, offers, payments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from accord.budget.means import surplus
from accord.case import Case, Contact, Debt, Offer
from accord.case.labels import label
from accord.charts.contacts import contact_week
from accord.charts.money import debts_by_creditor, money_flow
from accord.documents.blocks import Block, ChartBlock, Column, Heading, KeyValues, PageBreak, Paragraph, Small, Table
from accord.documents.budget_page import budget_page
from accord.documents.evidence_page import evidence_index
from accord.documents.exhibits import Marks
from accord.documents.facts import Facts
from accord.documents.letters import chosen_letter
from accord.documents.letters.confirmation import agreement_blocks
from accord.documents.letters.update import payment_table
from accord.documents.phrasing import long_day, moment
from accord.documents.private_part import private_part
from accord.documents.proposal import proposal
from accord.documents.scripts import money_safety, script_blocks
from accord.documents.statement import statement
from accord.documents.triage import triage
from accord.i18n import N_, _, plural
from accord.money import to_yuan
from accord.options import comparison, plans

MOST_CONTACTS = 60
"""Rows of the log, the latest; a line says how many came before."""
NO_MARKS = Marks()


def full_set(
    case: Case, on: date, opened: Collection[str], marks: Marks = NO_MARKS, *, careful: bool = False
) -> tuple[Block, ...]:
    """Return everything, triage first; of the private part the fields in `opened`.

    Args:
        case: the whole case.
        on: the day it is dated.
        opened: names of the private fields that may be in it.
        marks: where the proofs of figures stand.
        careful: set while a gate is open: then the letter in it offers no plan, even by a day.
    """
    facts = replace(Facts.of(case.opened(), case.package.debt_id, on, careful=careful), indexed=True)
    proved = facts.afresh(marks)
    return (
        *triage(case),
        PageBreak(),
        Heading(_("Full set"), level=1),
        *statement(proved),
        *_money(case, marks),
        *(block for debt in case.debts for block in _debt(case, debt, on)),
        *evidence_index(proved),
        *_letter(case, facts.afresh(marks)),
        PageBreak(),
        Paragraph(money_safety(), bold=True),
        *script_blocks(facts),
        *_log(case),
        *_offers(case),
        *_agreements(case, on),
        *private_part(case, opened),
    )


def _money(case: Case, marks: Marks) -> tuple[Block, ...]:
    # Here the spouse's income belongs in: this set is read at the kitchen table, not in the bank.
    whole = case.model_copy(update={"package": case.package.model_copy(update={"spouse_income": True})}).opened()
    charts = (ChartBlock(money_flow(case)),) if surplus(case).known else ()
    debts = (ChartBlock(debts_by_creditor(case)),) if case.debts else ()
    return (*budget_page(whole, marks), *charts, *debts)


def _debt(case: Case, debt: Debt, on: date) -> tuple[Block, ...]:
    facts = Facts.of(case.opened(), debt.id, on)
    name = _("{creditor}: {kind}").format(creditor=debt.creditor or "–", kind=label(debt.kind))
    return (Heading(name), *_compared(case, debt, on), *proposal(facts, full=True))


def _compared(case: Case, debt: Debt, on: date) -> tuple[Block, ...]:
    rows = comparison(plans(debt, case.ask(debt.id), on))
    if not rows:
        return ()
    columns = (
        Column(_("Way to repay"), 2),
        Column(_("Each month (yuan)"), 1, "right"),
        Column(_("Largest (yuan)"), 1, "right"),
        Column(_("Months"), 0.8, "right"),
        Column(_("Paid in all (yuan)"), 1.1, "right"),
        Column(_("Paid off on"), 1, "right"),
    )
    cells = tuple(
        (
            row.title,
            f"{to_yuan(row.instalment):,.2f}",
            f"{to_yuan(row.highest):,.2f}",
            str(row.months),
            f"{to_yuan(row.total_paid):,.2f}",
            row.paid_off_on.isoformat(),
        )
        for row in rows
    )
    return (Table(columns, cells),)


def _letter(case: Case, facts: Facts) -> tuple[Block, ...]:
    return (PageBreak(), *chosen_letter(case.package).write(facts))


def _log(case: Case) -> tuple[Block, ...]:
    if not case.contacts:
        return ()
    all_rows = sorted(case.contacts, key=lambda contact: contact.at)
    rows = all_rows[-MOST_CONTACTS:]
    left = len(all_rows) - len(rows)
    earlier = plural(N_("{n} earlier contact is not shown here."), N_("{n} earlier contacts are not shown here."), left)
    columns = (
        Column(_("When"), 1.1),
        Column(_("How, and with whom"), 1.3),
        Column(_("What was said and promised"), 2.4),
    )
    return (
        Heading(_("Contact log")),
        ChartBlock(contact_week(rows)),
        Table(columns, tuple(_contact(contact) for contact in rows)),
        *((Small(earlier),) if left else ()),
    )


def _contact(contact: Contact) -> tuple[str, ...]:
    who = (label(contact.channel), label(contact.direction), contact.who, contact.agency, contact.ticket_number)
    what = (contact.said, contact.promised, contact.next_step)
    return (moment(contact.at), "\n".join(filter(None, who)), "\n".join(filter(None, what)))


def _offers(case: Case) -> tuple[Block, ...]:
    if not case.offers:
        return ()
    columns = (
        Column(_("Day"), 1),
        Column(_("Whose"), 0.9),
        Column(_("Each month (yuan)"), 1, "right"),
        Column(_("Months"), 0.8, "right"),
        Column(_("In words"), 2.2),
        Column(_("State"), 1),
    )
    rows = tuple(_offer(offer) for offer in sorted(case.offers, key=lambda offer: offer.on))
    return (Heading(_("Offers")), Table(columns, rows))


def _offer(offer: Offer) -> tuple[str, ...]:
    return (
        offer.on.isoformat(),
        label(offer.side),
        "" if offer.instalment is None else f"{offer.instalment:,.2f}",
        str(offer.months or ""),
        offer.words,
        label(offer.state),
    )


def _agreements(case: Case, on: date) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for agreement in case.agreements:
        facts = Facts.of(case.opened(), agreement.debt_id, on)
        blocks += [Heading(_("What was agreed")), *agreement_blocks(facts, agreement)]
    if case.payments:
        blocks += [Heading(_("Payments")), payment_table(tuple(case.payments), on)]
    if case.events:
        lines = tuple((long_day(event.on), f"{label(event.kind)}\n{event.words}".strip()) for event in case.events)
        blocks += [Heading(_("What happened since")), KeyValues(lines)]
    return tuple(blocks)
