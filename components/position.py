"""Where the person stands: reasons, the main ask, the story, what is offered instead, and what stays private."""

from __future__ import annotations

import streamlit as st

from accord.case import (
    Answer,
    Case,
    Debt,
    DebtGate,
    Declines,
    Goal,
    HardshipCause,
    Instead,
    Likelihood,
    Steadiness,
    VisitReason,
)
from accord.case.gates import open_gates
from accord.case.labels import label
from accord.documents.facts import Facts
from accord.documents.statement import statement as position_statement
from accord.i18n import _, language, speaking
from components import forms, reading
from components.debts import debt_name
from components.markup import plain
from components.page import reader_day
from components.paper import copyable_blocks
from components.session import current_case, forget_widgets


def reasons() -> None:
    """Draw why visits are not wanted, and which visits are declined."""
    with st.container(border=True):
        forms.choices("position.reasons", list(VisitReason), _("Which of these are true for you?"))
        forms.text("position.own_reason", _("In your own words (one line, if you like)"))
        forms.switch("position.declines", list(Declines), _("Which visits do you decline?"))
        st.markdown(_(":small[A bank may also come for business talks, not only to collect. Say which you mean.]"))


def goals(case: Case) -> None:
    """Draw the goals in their order: the first is the main ask."""
    with st.container(border=True):
        ranked = case.position.goals
        st.markdown(_("**One main ask.** Tap in the order that matters to you: the first is what you ask for."))
        for place, goal in enumerate(ranked, 1):
            words = _("main ask") if place == 1 else _("if that fails")
            st.markdown(f"{place}\\. **{label(goal)}** · {words}")
        for goal in (goal for goal in Goal if goal not in ranked):
            st.button(label(goal), key=f"goal_{goal.value}", icon=":material/add:", on_click=_rank, args=(goal,))
        if ranked:
            st.button(_("Choose the order anew"), key="goal_reset", type="tertiary", on_click=_rank_anew)


def _rank(goal: Goal) -> None:
    position = current_case().position
    position.goals = [*position.goals, goal]


def _rank_anew() -> None:
    current_case().position.goals = []


def story() -> None:
    """Draw the hardship in three lines: cause, since when, expected recovery; and what can be paid now."""
    with st.container(border=True):
        st.markdown(f"### :material/edit_note: {_('What happened, in three lines')}")
        forms.choice("position.cause", list(HardshipCause))
        forms.text("position.cause_words", example=_("for example: the logistics company closed its Hangzhou site"))
        forms.day("position.since")
        forms.day("position.recovery_on")
        forms.text("position.recovery_words", example=_("for example: I have two interviews in December"))
        st.markdown(f"**{_('What you can pay now, even if it is little')}**")
        left, right = st.columns(2)
        with left:
            forms.money("position.can_pay_now")
        with right:
            forms.day("position.can_pay_on")
        forms.day(
            "position.plan_by",
            tip=_("If the plan is not ready: the day by which it comes. A letter names one of the two."),
        )


def instead() -> None:
    """Draw what is offered in place of a visit. Refusing is always paired with a channel that works."""
    with st.container(border=True):
        forms.choices("position.instead", list(Instead), _("What do you offer instead of a visit?"))
        left, right = st.columns(2)
        with left:
            forms.clock("person.call_from")
        with right:
            forms.clock("person.call_until")
        forms.text("person.phone")
        forms.text("person.email")


def statement(case: Case) -> None:
    """Draw the position statement made from what was typed."""
    if reading.papers_shut():
        return
    with speaking(language()):
        copyable_blocks(position_statement(Facts.of(case.opened(), "", reader_day())))


def private_limits() -> None:
    """Draw what is only for the person: the ceiling, and what happens without an agreement."""
    with st.container(border=True):
        st.markdown(f"### :material/lock: {_('Only for you: never in papers for the bank')}")
        forms.money(
            "private.ceiling", tip=_("All debts together. Below this you can still live; above it a plan breaks.")
        )
        forms.area("private.best_alternative")
        forms.area("private.worst_alternative")
        forms.money("private.buffer")
        forms.switch("private.steadiness", list(Steadiness))
        forms.switch("private.income_may_stop", list(Likelihood))


def gates(case: Case) -> None:
    """Draw the questions to settle before any letter; calm, private, a lawyer first where one is answered yes."""
    with st.container(border=True):
        st.markdown(f"### :material/lock: {_('Before any letter: a few quiet questions')}")
        st.markdown(_("If one of them is yes, talk to a lawyer before you write: a letter can change your position."))
        forms.switch("private.spent_large_before_hardship", list(Answer))
        for debt in case.debts:
            with st.expander(plain(debt_name(debt))):
                _gate(case, debt)
        for warning in open_gates(case):
            st.warning(plain(warning.speak()), icon=":material/gavel:")


def _gate(case: Case, debt: Debt) -> None:
    if debt.id not in case.private.gates:
        st.button(_("Answer these for this debt"), key=f"gate_{debt.id}", on_click=_open_gate, args=(debt.id,))
        return
    path = f"private.gates.{debt.id}"
    forms.day(f"{path}.last_payment_on")
    forms.day(f"{path}.last_demand_on")
    forms.switch(f"{path}.silent_three_years", list(Answer))
    forms.switch(f"{path}.court_papers", list(Answer))
    forms.day(f"{path}.court_date")
    forms.switch(f"{path}.assigned_without_notice", list(Answer))
    forms.switch(f"{path}.wages_paid_here", list(Answer))


def _open_gate(debt_id: str) -> None:
    private = current_case().private
    private.gates = {**private.gates, debt_id: DebtGate()}
    forget_widgets(f"private.gates.{debt_id}")
