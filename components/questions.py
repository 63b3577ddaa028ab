"""Consistency questions: what two answers say to each other. They ask, they never block, and each can be put aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import streamlit as st

from accord.budget.means import comes_first, limit, surplus
from accord.case import (
    AssetKind,
    Case,
    Channel,
    DebtKind,
    HardshipCause,
    IncomeKind,
    SpendingKind,
)
from accord.i18n import N_, _
from components import reading
from components.page import reader_day

STALE: Final = timedelta(days=60)
"""A debt's figures older than this are asked about; a threshold of ours."""


@dataclass(frozen=True)
class Question:
    """One question: its name, whether it is to be asked, and its words, a message."""

    id: str
    asks: Callable[[Case, date], bool]
    words: str


def _spends(case: Case, kind: SpendingKind) -> bool:
    return any(item.kind is kind and item.amount for item in case.spendings)


def _earns(case: Case, kind: IncomeKind) -> bool:
    return any(item.kind is kind and item.amount for item in case.incomes)


def _entered(case: Case) -> bool:
    """Tell whether enough is entered that a gap means something."""
    return any(item.amount for item in case.incomes) and sum(bool(item.amount) for item in case.spendings) > 1


def _above_month(case: Case, _on: date) -> bool:
    ceiling, month = case.private.ceiling, surplus(case)
    return ceiling is not None and month.known and ceiling > max(Decimal(0), month.left)


def _mortgage_twice(case: Case, _on: date) -> bool:
    home = any(debt.kind is DebtKind.MORTGAGE and debt.contract_instalment for debt in case.debts)
    return home and _spends(case, SpendingKind.HOUSING)


def _can_pay_now(case: Case, _on: date) -> bool:
    own = [item.value for item in case.assets if item.kind in {AssetKind.CASH, AssetKind.DEPOSIT} and item.value]
    return bool(own) and (case.position.can_pay_now or Decimal(0)) > sum(own)


def _asked_more(case: Case, _on: date) -> bool:
    unsecured = {debt.id for debt in case.debts if not comes_first(debt)}
    agreed = [row.instalment for row in case.agreements if row.instalment and row.debt_id in unsecured]
    return bool(agreed) and surplus(case).known and sum(agreed) > limit(case)


QUESTIONS: Final = (
    Question(
        "children",
        lambda case, _on: (
            _entered(case)
            and case.household.children_under_6 + case.household.children_6_to_17 > 0
            and not _spends(case, SpendingKind.CHILDREN)
        ),
        N_("There are children in your household, but no spending for them. Was it forgotten?"),
    ),
    Question(
        "elderly",
        lambda case, _on: (
            _entered(case)
            and case.household.elderly > 0
            and not _spends(case, SpendingKind.PARENTS)
            and not _spends(case, SpendingKind.MEDICAL)
        ),
        N_("Older people live with you, but neither support nor medicine is entered. Was it forgotten?"),
    ),
    Question(
        "food",
        lambda case, _on: _entered(case) and not _spends(case, SpendingKind.FOOD),
        N_("No spending on food is entered. Does somebody else pay for it, or was it forgotten?"),
    ),
    Question(
        "spouse",
        lambda case, _on: _earns(case, IncomeKind.SPOUSE) and case.household.adults == 1,
        N_("A spouse's income is entered, but only one adult lives in the household. Which is right?"),
    ),
    Question(
        "illness",
        lambda case, _on: (
            _entered(case) and case.position.cause is HardshipCause.ILLNESS and not _spends(case, SpendingKind.MEDICAL)
        ),
        N_("Illness is your reason, but no spending on doctor or medicine is entered. Was it forgotten?"),
    ),
    Question(
        "wage_after_loss",
        lambda case, _on: case.position.cause is HardshipCause.JOB_LOSS and _earns(case, IncomeKind.WAGE),
        N_("You lost your job, and wages are entered. Is that a new job? If so, say since when in your story."),
    ),
    Question(
        "own_insurance",
        lambda case, _on: (
            _entered(case)
            and _earns(case, IncomeKind.SELF_EMPLOYED)
            and not _spends(case, SpendingKind.OWN_SOCIAL_INSURANCE)
        ),
        N_("You work for yourself. Do you pay social insurance on your own? It counts as necessary spending."),
    ),
    Question(
        "mortgage_twice",
        _mortgage_twice,
        N_("The mortgage stands among the debts, and housing among the spending. Is the instalment counted twice?"),
    ),
    Question(
        "savings",
        lambda case, _on: any(
            item.kind is SpendingKind.SAVINGS and item.amount and not item.reason for item in case.spendings
        ),
        N_("Putting money aside is entered as spending. A bank may ask: is it for bad months? Say so in one line."),
    ),
    Question(
        "ceiling",
        _above_month,
        N_("The most you can pay, from chapter 2, is more than a month leaves. Which of the two should count?"),
    ),
    Question(
        "cash",
        _can_pay_now,
        N_("What you can pay now is more than the cash and savings entered. Does it come from elsewhere?"),
    ),
    Question(
        "stale",
        lambda case, on: any(debt.as_of and on - debt.as_of > STALE and debt.principal for debt in case.debts),
        N_("Some debts' figures are more than two months old. Does the bank's app show other ones by now?"),
    ),
    Question(
        "not_overdue",
        lambda case, _on: (
            any(row.channel in {Channel.VISIT, Channel.PHONE} for row in case.contacts)
            and bool(case.debts)
            and all(debt.overdue_since is None for debt in case.debts)
        ),
        N_("Calls or visits are noted, but no debt is marked as overdue. Since when is it?"),
    ),
    Question(
        "agreed",
        _asked_more,
        N_("What is agreed in all is more than a month can carry. Chapter 7 has the letter to send before it is due."),
    ),
)


def open_questions(case: Case, on: date) -> tuple[Question, ...]:
    """Return the questions that come up with these answers, those put aside left out."""
    aside: set[str] = st.session_state.get("questions_aside", set())
    return tuple(question for question in QUESTIONS if question.id not in aside and question.asks(case, on))


def questions(case: Case) -> None:
    """Draw the questions that come up; nothing where none does."""
    found = open_questions(case, reader_day())
    if not found or reading.on():
        return
    with st.container(border=True):
        st.markdown(f"### :material/help: {_('Two answers that may not fit together')}")
        st.markdown(_("Only questions: nothing is held up. A bank may ask the same, so it is good to know the answer."))
        for question in found:
            st.markdown(f"- {_(question.words)}")
            st.button(
                _("It is right as it is"),
                key=f"aside_{question.id}",
                type="tertiary",
                on_click=_aside,
                args=(question.id,),
            )


def _aside(question_id: str) -> None:
    """Put a question aside for this session: the answers are right as they are."""
    st.session_state["questions_aside"] = {*st.session_state.get("questions_aside", set()), question_id}
