"""The short way's seven answers and what they give. Each answer is the same one that the chapters show."""

from __future__ import annotations

import streamlit as st

from accord.budget.means import surplus
from accord.case import Case, Debt, DebtKind, HardshipCause, Income, Spending, SpendingKind
from accord.chapters import CHAPTERS
from accord.charts import balance_over_time
from accord.i18n import _
from accord.options import Plan, recommended
from components import forms
from components.amounts import amount_text
from components.asked import headline, put_ask
from components.channel_papers import call_words
from components.charts import chart
from components.letters import letter
from components.markup import plain
from components.package_download import build_button
from components.page import reader_day
from components.said import said


def _lay_out(case: Case) -> None:
    """Make sure that the rows exist which the seven answers go into. Empty rows are no answers yet."""
    if not case.debts:
        case.debts = [Debt(id="debt-1", as_of=reader_day())]
    if not case.incomes:
        case.incomes = [Income(id="income-1")]
    if not case.spendings:
        case.spendings = [
            Spending(id="spending-1", kind=SpendingKind.OTHER, label=_("All necessary spending together"))
        ]


def _numbered(number: int, question: str) -> None:
    st.markdown(f"## {number} · {question}")


def seven_answers(case: Case) -> None:
    """Draw the seven questions."""
    _lay_out(case)
    debt, income, spending = (
        f"debts.{case.debts[0].id}",
        f"incomes.{case.incomes[0].id}",
        f"spendings.{case.spendings[0].id}",
    )
    with st.container(border=True):
        _numbered(1, _("Who are you, and which bank is it?"))
        forms.text("person.name")
        forms.text(f"{debt}.creditor")
        forms.choice(f"{debt}.kind", list(DebtKind))
    with st.container(border=True):
        _numbered(2, _("How much do you owe there, by the bank's last figure?"))
        forms.money(f"{debt}.principal", _("All that is owed, or the principal if you know it"))
    with st.container(border=True):
        _numbered(3, _("Since when is it overdue?"))
        forms.day(
            f"{debt}.overdue_since", tip=_("The first due date that was not paid in full. Leave empty if none was.")
        )
    with st.container(border=True):
        _numbered(4, _("What happened?"))
        forms.choice("position.cause", list(HardshipCause))
        forms.text("position.cause_words", example=_("for example: the logistics company closed its Hangzhou site"))
    with st.container(border=True):
        _numbered(5, _("What comes in, in a month?"))
        _sum_or_field(len(case.incomes), f"{income}.amount", _("Income a month"))
    with st.container(border=True):
        _numbered(6, _("What must go out for living, in a month?"))
        _sum_or_field(len(case.spendings), f"{spending}.amount", _("Necessary spending a month"))
    with st.container(border=True):
        _numbered(7, _("What can you pay now, even if it is little?"))
        forms.money("position.can_pay_now")
        forms.day("position.can_pay_on")


def _sum_or_field(rows: int, path: str, title: str) -> None:
    """One row is asked for here; when chapter 4 holds more, they are edited there."""
    if rows == 1:
        forms.money(path, title)
    else:
        st.markdown(_("You entered this in chapter 4 line by line; it is used from there."))
        st.page_link("pages/4_materials.py", label=_("Open chapter 4"), icon=":material/arrow_forward:")


def result(case: Case) -> None:
    """Draw what the answers give: the instalment, the script, the letter, the papers."""
    st.header(_("What you can ask for"), anchor=False)
    debt = case.debts[0]
    if debt.principal is None:
        st.info(_("Enter what you owe (question 2), and a plan appears here."), icon=":material/info:")
        return
    advice = recommended(case, debt, reader_day())
    with st.container(border=True):
        if advice.plan is None:
            st.markdown(said(advice.why))
        else:
            _instalment(case, advice.plan, advice.why)
    with st.expander(_("The words for the call"), icon=":material/call:", expanded=True):
        call_words(case, debt)
    letter(case, "request", debt.id)
    build_button(case, key="short_package")


def _instalment(case: Case, plan: Plan, why: str) -> None:
    st.markdown(f"### {headline(plan)}")
    st.markdown(f"**{plain(plan.title)}** · {said(why)}")
    month = surplus(case)
    if month.known:
        st.markdown(_("By your figures {amount} a month can go to debts.").format(amount=amount_text(month.affordable)))
    for note in plan.spoken_notes:
        st.markdown(f"- {said(note)}")
    chart(balance_over_time((plan,)), key="short_balance")
    if case.ask(plan.debt_id) is None:
        st.button(_("Ask for this"), key="short_ask", icon=":material/check:", on_click=put_ask, args=(plan.asked,))


def go_deeper() -> None:
    """Draw the ways on: the chapters, where all answers already stand."""
    st.header(_("Go deeper"), anchor=False)
    for chapter in CHAPTERS:
        st.page_link(chapter.page, label=f"{chapter.number} {_(chapter.title)}")
