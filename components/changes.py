"""Something changed: the event, what it leaves of the month, which plan it breaks, today's letter."""

from __future__ import annotations

import streamlit as st

from accord.budget.changes import Change, after_event
from accord.case import Agreement, Case, Debt, Event, EventKind, HardshipCause, next_id
from accord.case.labels import label
from accord.i18n import _
from accord.knowledge.situations import EVENT_LETTERS
from accord.watch import next_unpaid
from components import emergency, forms, rows
from components.amounts import amount_text
from components.debts import debt_name
from components.letter_card import letter_card
from components.markup import plain
from components.one_debt import which_debt
from components.page import reader_day
from components.session import current_case

LONGEST_TITLE = 40
"""Characters of what happened that a closed card shows."""


def hold_letter(case: Case) -> None:
    """Draw the hold-action letter: seven short answers, no budget, and the letter as it stands."""
    with st.container(border=True):
        st.markdown(f"### :material/edit_document: {_('In three minutes: ask for collection to be held')}")
        st.markdown(_("No budget is needed for it. It buys time until your plan comes, and names the day."))
        if not case.debts:
            st.button(_("Begin the letter"), key="hold_begin", type="primary", on_click=_begin)
            return
        debt = which_debt(case, "hold_debt")
        if debt is not None:
            _hold_answers(f"debts.{debt.id}")
            letter_card(case, "hold_action", "hold", debt_id=debt.id)


def _begin() -> None:
    case = current_case()
    case.debts = [Debt(id=next_id("debt", case.debts), as_of=reader_day())]


def _hold_answers(debt: str) -> None:
    forms.text("person.name")
    forms.text(f"{debt}.creditor", example=_("the bank's full name"))
    # Pairs that belong together share a row, so that a phone stacks them one after the other.
    left, right = st.columns(2)
    with left:
        forms.text("person.id_last4")
    with right:
        forms.text(f"{debt}.account_last4")
    left, right = st.columns(2)
    with left:
        forms.text("person.phone")
    with right:
        forms.day("position.plan_by")
    left, right = st.columns(2)
    with left:
        forms.clock("person.call_from")
    with right:
        forms.clock("person.call_until")
    forms.choice("position.cause", list(HardshipCause))


def events(case: Case) -> None:
    """Draw what happened since, entry by entry, with what each leaves of the month and its letter."""
    st.markdown(f"### :material/change_circle: {_('Something changed')}")
    st.markdown(_("Note what happened and when. With the amount, the new month is worked out at once."))
    rows.cards("events", summary=_summary, draw=_draw, make=_make, add_title=_("Add what happened"))
    del case


def _make() -> Event:
    return Event(id=next_id("event", current_case().events), on=reader_day())


def _summary(event: Event) -> str:
    words = event.words if len(event.words) <= LONGEST_TITLE else f"{event.words[:LONGEST_TITLE]}…"
    return " · ".join(part for part in (f"{event.on:%Y-%m-%d}", label(event.kind), words) if part)


def _draw(path: str, event: Event) -> None:
    case = current_case()
    forms.choice(f"{path}.kind", list(EventKind))
    forms.day(f"{path}.on")
    if case.debts:
        forms.one_of(f"{path}.debt_id", {debt.id: debt_name(debt) for debt in case.debts})
    forms.area(f"{path}.words")
    forms.money(f"{path}.monthly_change")
    change = after_event(case, event)
    if change is not None:
        _change(case, change, event)
    _todays_letter(case, path, event)


def _change(case: Case, change: Change, event: Event) -> None:
    """Say what is left before and after, and which agreements no longer fit."""
    before, after = amount_text(change.before.left), amount_text(change.after.left)
    st.markdown(
        _("If chapter 4 does not count this yet: **{after}** a month would be left, instead of {before}.").format(
            after=after, before=before
        )
    )
    for agreement in change.broken:
        st.warning(_breaks(case, agreement, event), icon=":material/event_busy:")


def _breaks(case: Case, agreement: Agreement, event: Event) -> str:
    """Say which agreement no longer fits, and from which due date on where its dates are known."""
    debt = case.debt(agreement.debt_id)
    named = {"amount": amount_text(agreement.instalment), "debt": plain(debt_name(debt)) if debt else "—"}
    first = next_unpaid(case, agreement, max(event.on, reader_day()))
    if first is None:
        return _(
            "The agreed {amount} a month ({debt}) would no longer fit. Tell the bank before the next due date."
        ).format(**named)
    return _(
        "The agreed {amount} a month ({debt}) would no longer fit, from the payment due on {day} on. "
        "Tell the bank before that day."
    ).format(**named, day=f"{first.due:%Y-%m-%d}")


def _todays_letter(case: Case, path: str, event: Event) -> None:
    letter_id = EVENT_LETTERS[event.kind]
    if letter_id is None:
        emergency.link("court_papers", _("First the card on court papers: dates, then a lawyer"))
    elif st.toggle(_("Show today's letter"), key=f"letter_of_{path}"):
        letter_card(case, letter_id, f"letter_of_{path}", debt_id=event.debt_id)
