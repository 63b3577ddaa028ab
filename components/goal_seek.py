"""Goal seek both ways: a term for a payment, a payment for a term, the waiver that makes a payment work."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import streamlit as st

from accord.budget.means import owed_parts
from accord.case import Debt
from accord.errors import MoneyError
from accord.i18n import N_, _
from accord.money import parse_money, to_fen
from accord.options import Goal, Plan, payment_for, term_for, waiver_needed
from components.amounts import amount_text, hidden
from components.asked import put_ask
from components.markup import plain
from components.page import reader_day
from components.said import said

WAYS: Final = {
    "term": N_("I can pay so much: how long?"),
    "payment": N_("I want to be done by then: how much?"),
    "waiver": N_("I can pay so much: what must be waived?"),
}


def goal_seek(debt: Debt, shown: Plan) -> None:
    """Draw the three searches for the way in sight, folded away; a goal out of reach says what would reach it."""
    with st.expander(_("The other way round: start from what you can pay"), icon=":material/swap_horiz:"):
        ways = list(WAYS) if owed_parts(debt).beyond_principal else ["term", "payment"]
        st.session_state.setdefault("goal_way", ways[0])
        way = st.pills(_("What do you know?"), ways, key="goal_way", format_func=_title, required=True)
        found = _by_months(debt, shown) if way == "payment" else _by_payment(debt, shown, waiver=way == "waiver")
        if found is not None:
            _answer(debt, found)


def _title(way: str) -> str:
    return _(WAYS[way])


def _by_months(debt: Debt, shown: Plan) -> Goal | None:
    st.session_state.setdefault("goal_months", shown.months)
    months = st.number_input(_("Paid off within how many months?"), min_value=1, max_value=600, key="goal_months")
    return payment_for(shown.option_id, debt, shown.asked, reader_day(), months=int(months))


def _by_payment(debt: Debt, shown: Plan, *, waiver: bool) -> Goal | None:
    typed = st.text_input(
        _("{name} (yuan)").format(name=_("What you can pay a month")),
        key="goal_payment",
        type="password" if hidden() else "default",
        autocomplete="off",
    )
    if not typed.strip():
        return None
    try:
        payment: Decimal = parse_money(typed)
    except MoneyError as error:
        st.error(plain(error.speak()), icon=":material/error:")
        return None
    if waiver:
        return waiver_needed(debt, shown.asked, reader_day(), payment=to_fen(payment))
    return term_for(shown.option_id, debt, shown.asked, reader_day(), payment=to_fen(payment))


def _answer(debt: Debt, found: Goal) -> None:
    """Draw the plan that reaches the goal, or why none does and what would."""
    if found.plan is None:
        st.markdown(f":material/info: {said(found.note)}")
        made = found.nearest
    else:
        made = found.plan
    if made is None:
        return
    text = _("**{title}**: {months} months, at most {amount} a month, {total} in all.")
    if made.waived:
        text = _("**{title}**: {months} months, at most {amount} a month, {total} in all, {waived} waived.")
    figures = {"amount": made.highest_instalment, "total": made.total_paid, "waived": made.waived}
    shown = {name: amount_text(fen) for name, fen in figures.items()}
    st.markdown(text.format(title=plain(made.title), months=made.months, **shown))
    st.button(_("Look at that plan"), key=f"goal_take_{debt.id}", on_click=put_ask, args=(made.asked,))
