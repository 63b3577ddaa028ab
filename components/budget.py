"""The month: income, spending, what is left, and each creditor's fair part."""

from __future__ import annotations

from typing import Any

import streamlit as st

from accord.budget.means import Surplus, monthly, surplus
from accord.budget.means import shares as creditor_shares
from accord.case import FLEXIBLE, Case, Income, IncomeKind, Period, Spending, SpendingKind, next_id
from accord.case.labels import label
from accord.charts import debts_by_creditor, money_flow
from accord.i18n import _
from components import forms, grid, rows, tables
from components.amounts import amount_text, amount_words
from components.charts import chart
from components.markup import plain
from components.session import current_case

USUAL = (
    SpendingKind.HOUSING,
    SpendingKind.UTILITIES,
    SpendingKind.FOOD,
    SpendingKind.TRANSPORT,
    SpendingKind.PHONE,
    SpendingKind.MEDICAL,
    SpendingKind.CHILDREN,
    SpendingKind.PARENTS,
    SpendingKind.OWN_SOCIAL_INSURANCE,
    SpendingKind.HOUSEHOLD_GOODS,
)
"""What most households spend on; laid out at one tap so that nothing is forgotten."""


def incomes() -> None:
    """Draw what comes in."""
    st.markdown(f"### :material/trending_up: {_('What comes in')}")
    grid.folded("incomes", {"kind": IncomeKind, "label": None, "amount": None, "period": Period}, _new_income)
    rows.cards("incomes", summary=_line, draw=_income, make=_new_income, add_title=_("Add income"))


def spendings(case: Case) -> None:
    """Draw what goes out; the usual lines are laid out on demand."""
    st.markdown(f"### :material/trending_down: {_('What goes out')}")
    st.markdown(
        _("In any period you know it by: the month is worked out in sight. Secured loans belong to the debts below.")
    )
    if not case.spendings:
        st.button(_("Lay out the usual lines"), icon=":material/list:", on_click=_lay_out, key="usual_spending")
    grid.folded("spendings", {"kind": SpendingKind, "label": None, "amount": None, "period": Period}, _new_spending)
    rows.cards("spendings", summary=_line, draw=_spending, make=_new_spending, add_title=_("Add spending"))


def _lay_out() -> None:
    case = current_case()
    case.spendings = [Spending(id=f"spending-{k}", kind=kind) for k, kind in enumerate(USUAL, 1)]


def _new_income() -> Income:
    return Income(id=next_id("income", current_case().incomes))


def _new_spending() -> Spending:
    return Spending(id=next_id("spending", current_case().spendings))


def _line(item: Income | Spending) -> str:
    named = item.label or label(item.kind)
    amount = amount_words(None if item.amount is None else monthly(item.amount, item.period))
    return f"{named} · {_('{amount} a month').format(amount=amount)}"


def _amount_and_period(path: str, item: Any) -> None:  # noqa: ANN401  income or spending
    left, right = st.columns(2)
    with left:
        forms.money(f"{path}.amount")
    with right:
        forms.switch(f"{path}.period", list(Period))
    if item.amount is not None and item.period is not Period.MONTHLY:
        month = amount_text(monthly(item.amount, item.period))
        st.markdown(_("That is {amount} a month.").format(amount=month))


def _income(path: str, item: Income) -> None:
    forms.choice(f"{path}.kind", list(IncomeKind))
    forms.text(f"{path}.label")
    _amount_and_period(path, item)


def _spending(path: str, item: Spending) -> None:
    forms.choice(f"{path}.kind", list(SpendingKind))
    forms.text(f"{path}.label")
    _amount_and_period(path, item)
    if item.kind in FLEXIBLE:
        forms.text(f"{path}.reason", tip=_("Only if the amount is unusual: one line why."))


def month(case: Case) -> None:
    """Draw what is left in a month, line by line and as a picture."""
    left = surplus(case)
    if not left.known:
        st.info(_("Enter income and spending above, and the month appears here."), icon=":material/info:")
        return
    st.markdown(tables.markdown_table([_("A month"), _("yuan")], _month_rows(left)))
    if left.left <= 0:
        st.warning(
            _(
                "Nothing is left in a month. That is a fact a bank can be told: ask for a pause, not for an "
                "instalment you cannot keep."
            ),
            icon=":material/pause_circle:",
        )
    chart(money_flow(case), key="money_flow")


def _month_rows(left: Surplus) -> list[list[str]]:
    lines = [
        (_("comes in"), left.income),
        (_("goes out for living"), left.spending),
        (_("secured debts first"), left.priority),
        (_("is left"), left.left),
        (_("kept back for what nobody plans ({share}%)").format(share=f"{left.reserve_share * 100:.0f}"), left.reserve),
        (_("can go to the other debts"), left.affordable),
    ]
    return [[name, amount_words(amount)] for name, amount in lines]


def shares(case: Case) -> None:
    """Draw each unsecured creditor's part of what can be paid, to the fen."""
    parts = creditor_shares(case)
    if not parts:
        return
    st.markdown(f"**{_('A fair part for each creditor')}**")
    headers = [_("Creditor"), _("owed"), _("part"), _("a month")]
    shown = [
        [
            part.creditor or _("Bank not named yet"),
            amount_words(part.owed),
            f"{part.share * 100:.1f}%",
            amount_words(part.monthly),
        ]
        for part in parts
    ]
    st.markdown(tables.markdown_table(headers, shown))
    st.markdown(
        plain(_("Shared by what is owed, to the fen. It is an argument of fairness, not a rule a bank must follow."))
    )
    chart(debts_by_creditor(case), key="debts_by_creditor")
