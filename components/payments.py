"""Payments under an agreement: calendar file, planned against paid, what either side did not keep."""

from __future__ import annotations

import streamlit as st

from accord.case import Agreement, Case, Event, EventKind, Payment, next_id
from accord.case.labels import label
from accord.documents.calendar import due_calendar
from accord.i18n import N_, _, language
from accord.money import to_yuan
from accord.watch import Due, DueState, Shortfall, due_dates_of, shortfall_ahead
from accord.watch import ledger as planned_against_paid
from components import forms, rows, tables
from components.amounts import amount_text, amount_words
from components.files import file_name
from components.folds import fold
from components.handout import hand_out
from components.letters import letter
from components.page import reader_day
from components.session import current_case

STATES = {
    DueState.PAID: N_("paid"),
    DueState.PARTLY: N_("paid in part"),
    DueState.LATE: N_("late"),
    DueState.NEXT: N_("next"),
    DueState.LATER: N_("later"),
}
SHOWN = 12
BREACHES = (EventKind.STILL_CHARGED, EventKind.STILL_VISITED, EventKind.WRONG_DEBIT)


def title(agreement: Agreement | None) -> None:
    """Draw the part's heading; without an agreement there is nothing under it yet, so it stays away."""
    if agreement is not None:
        st.header(_("Payments: planned against paid"), anchor=False)


def calendar(case: Case, agreement: Agreement | None) -> None:
    """Draw the due dates as a calendar file for the phone; the same dates stand in the table below."""
    if agreement is None:
        return
    if not due_dates_of(agreement):
        st.info(
            _("With instalment, months and first due date, the payment calendar appears here."), icon=":material/info:"
        )
        return
    data, name = due_calendar(case.opened(), language=language(), on=reader_day()), file_name("ics", stem="payments")
    hand_out(_("Take the dates into my calendar (.ics)"), data, name, "text/calendar", "calendar_file")
    st.markdown(
        _(":small[Reminders come three days and one day before. Where a download does not work, use the table below.]")
    )


def ledger(case: Case, agreement: Agreement | None) -> None:
    """Draw planned against paid, and the payments entered."""
    if agreement is None:
        return
    dues = planned_against_paid(case, agreement, reader_day())
    if dues:
        headers = [_("due"), _("planned"), _("paid")]
        st.markdown(tables.markdown_table(headers, [_shown(due) for due in dues[:SHOWN]]))
        if dues[SHOWN:]:
            with st.expander(_("All due dates"), icon=":material/table:"):
                st.markdown(tables.markdown_table(headers, [_shown(due) for due in dues]))
    rows.cards("payments", summary=_summary, draw=_draw, make=_make, add_title=_("Add a payment"))


def _shown(due: Due) -> list[str]:
    done = amount_words(due.paid) if due.paid else _(STATES[due.state])
    return [tables.unbroken(f"{due.due:%Y-%m-%d}"), amount_words(due.planned), tables.unbroken(done)]


def _make() -> Payment:
    case = current_case()
    chosen = st.session_state.get("agreement") or case.agreements[0].id
    agreement = next((row for row in case.agreements if row.id == chosen), case.agreements[0])
    dues = planned_against_paid(case, agreement, reader_day())
    waiting = next((due for due in dues if due.state is not DueState.PAID), None)
    return Payment(
        id=next_id("payment", case.payments),
        agreement_id=agreement.id,
        due=waiting.due if waiting else None,
        paid_on=reader_day(),
        amount=to_yuan(waiting.planned - waiting.paid) if waiting else None,
    )


def _summary(payment: Payment) -> str:
    day = f"{payment.paid_on:%Y-%m-%d}" if payment.paid_on else "—"
    return f"{day} · {amount_words(payment.amount)}"


def _draw(path: str, payment: Payment) -> None:
    del payment
    forms.day(f"{path}.due")
    forms.day(f"{path}.paid_on")
    forms.money(f"{path}.amount")
    forms.text(f"{path}.receipt")


def watch(case: Case, agreement: Agreement | None) -> None:
    """Draw both sides' watch: a shortfall seen ahead, and what the bank did not keep."""
    if agreement is None:
        return
    missing = shortfall_ahead(case, agreement, reader_day())
    if missing:
        st.warning(_ahead(missing), icon=":material/warning:")
    st.markdown(f"### :material/visibility: {_('Did the bank keep its side?')}")
    for kind in BREACHES:
        st.button(label(kind), key=f"breach_{kind.value}", on_click=_note, args=(kind, agreement.debt_id))
    noted = [event for event in case.events if event.kind in BREACHES and event.debt_id == agreement.debt_id]
    for event in noted:
        _noted(event)
    if noted:
        letter(case, "breach", agreement.debt_id)


def _ahead(missing: Shortfall) -> str:
    amount = amount_text(missing.amount)
    if missing.due is None:
        return _(
            "By your figures {amount} a month is missing for this agreement. Write before the due date, not "
            "after it: the warning letter stands below."
        ).format(amount=amount)
    return _(
        "By your figures {amount} is missing for the payment due on {day}. Write before that day, not after it: "
        "the warning letter stands below."
    ).format(amount=amount, day=f"{missing.due:%Y-%m-%d}")


def _noted(event: Event) -> None:
    with fold(f"{event.on:%Y-%m-%d} · {label(event.kind)}", f"noted_{event.id}"):
        forms.day(f"events.{event.id}.on")
        forms.area(f"events.{event.id}.words")


def _note(kind: EventKind, debt_id: str) -> None:
    case = current_case()
    made = Event(id=next_id("event", case.events), on=reader_day(), kind=kind, debt_id=debt_id)
    rows.append("events", made)
