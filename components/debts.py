"""Debts as cards: principal, interest, penalty interest and fees apart."""

from __future__ import annotations

import streamlit as st

from accord.budget.means import owed_parts
from accord.case import Answer, Debt, DebtKind, Whose, next_id
from accord.case.labels import label
from accord.days import days_past_due
from accord.i18n import _, plural
from accord.knowledge.quoting import told
from components import forms, grid, rows
from components.amounts import amount_words
from components.glossary_help import field_tip
from components.grid import Columns
from components.page import reader_day
from components.session import current_case

COLUMNS: Columns = {
    "kind": DebtKind,
    "creditor": None,
    "principal": None,
    "interest": None,
    "penalty_interest": None,
    "fees": None,
}


def cards() -> None:
    """Draw all debts, and the way to add one."""
    st.markdown(
        _(
            "One card for each debt. Take the figures from the bank's app or the last message; a rough figure is "
            "enough to begin."
        )
    )
    grid.folded("debts", COLUMNS, make)
    rows.cards("debts", summary=summary, draw=_draw, make=make, add_title=_("Add a debt"))


def make() -> Debt:
    """Return a new debt as of today."""
    return Debt(id=next_id("debt", current_case().debts), as_of=reader_day())


def debt_name(debt: Debt) -> str:
    """Return what a debt is called on the screen: creditor, kind, last four digits; plain text."""
    named = debt.creditor or _("Bank not named yet")
    tail = f"（{debt.account_last4}）" if debt.account_last4 else ""
    return f"{named} · {label(debt.kind)}{tail}"


def summary(debt: Debt) -> str:
    """Return one line for a debt: its name, what is owed, how long overdue; plain text."""
    owed = amount_words(owed_parts(debt).total)
    late = days_past_due(debt.overdue_since, reader_day())
    days = plural("{n} day overdue", "{n} days overdue", late) if late else _("not overdue")
    return f"{debt_name(debt)} · {owed} · {days}"


def _draw(path: str, debt: Debt) -> None:
    forms.choice(f"{path}.kind", list(DebtKind))
    forms.text(f"{path}.creditor", example=_("the bank's full name"))
    forms.text(f"{path}.creditor_phone")
    forms.text(f"{path}.account_last4", tip=_("Never type the full card number anywhere here."))
    _amounts(path, debt)
    _terms(path, debt)
    _doubts(path)


def _amounts(path: str, debt: Debt) -> None:
    """Draw the parts of what is owed. A card has no penalty interest; a sum noted as such stays to be corrected."""
    left, right = st.columns(2)
    with left:
        _money(f"{path}.principal")
        _money(f"{path}.fees")
    with right:
        _money(f"{path}.interest")
        if debt.kind is not DebtKind.CREDIT_CARD or debt.penalty_interest:
            _money(f"{path}.penalty_interest")
    forms.day(f"{path}.as_of", tip=_("The day these figures are from."))


def _money(path: str) -> None:
    forms.money(path, tip=field_tip(path))


def _terms(path: str, debt: Debt) -> None:
    late = _("The first due date that was not paid in full. Leave empty if none was.")
    forms.day(f"{path}.overdue_since", tip=field_tip(f"{path}.overdue_since", late))
    rate = _(
        "As in the contract. Card: {credit_card.interest.daily_rate:percent} a day is "
        "{credit_card.interest.daily_rate:yearly} a year."
    )
    forms.rate(f"{path}.annual_rate", tip=told(rate, reader_day()))
    _money(f"{path}.contract_instalment")
    if debt.kind is DebtKind.CREDIT_CARD:
        _money(f"{path}.minimum_due")
        forms.tick(f"{path}.already_in_instalments")
    else:
        forms.whole(f"{path}.months_left", low=1, high=600)
    forms.tick(f"{path}.secured", tip=field_tip(f"{path}.secured", _("A home or a car stands behind it.")))
    forms.tick(f"{path}.guaranteed", tip=field_tip(f"{path}.guaranteed", _("Somebody else signed for it.")))


def _doubts(path: str) -> None:
    forms.choice(f"{path}.whose", list(Whose))
    forms.switch(f"{path}.amount_is_right", list(Answer))
    forms.text(f"{path}.disputed_item", tip=_("Which item, in one line."))
    sold = _("If you were told in writing that the debt was sold: to whom.")
    forms.text(f"{path}.sold_to", tip=field_tip(f"{path}.sold_to", sold))
    forms.day(f"{path}.complained_on", tip=_("Only if you did. A complaint to the regulator names it."))
    forms.text(f"{path}.complaint_number")
