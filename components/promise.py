"""A promise I can keep: three questions, the answer in words, and beside it always what would be kept."""

from __future__ import annotations

from typing import Final

import streamlit as st

from accord.budget.assumptions import BENEFIT_MONTHS, Assumption
from accord.budget.chances import SENTENCES, in_words
from accord.budget.creditors import set_aside
from accord.budget.promise import SEED, Promise, run_for
from accord.budget.sensitivity import Swing, sensitivity
from accord.budget.stress import Run, Survival
from accord.case import Case, Debt, Likelihood, Steadiness
from accord.charts.private import keeping_ribbon
from accord.i18n import N_, _
from accord.knowledge.rules import rule
from accord.money import yuan
from accord.options import Plan
from components import bargain, forms, reading, tables
from components.amounts import amount_text
from components.asked import put_ask
from components.charts import private_chart
from components.markup import plain
from components.once import once
from components.page import reader_day
from components.said import covered, said
from components.session import current_case

SHORT: Final = (
    N_("nearly always"),
    N_("about nine times in ten"),
    N_("about four times in five"),
    N_("about three times in four"),
    N_("about two times in three"),
    N_("about every second time"),
    N_("about one time in three"),
    N_("about one time in four"),
    N_("about one time in ten"),
    N_("hardly ever"),
)
"""The same steps as the engine's sentences, short enough for a table."""
FEWER_FUTURES = 2_000
"""Enough to see which input breaks a plan first."""
MOST_INPUTS = 4
PERCENT = 100.0
STEPS: Final = (100.0, 1.0, 0.1, 0.01)
FINEST = 20
"""A slider takes the largest of these steps that leaves it at least so many places."""


@reading.owners_only
def card(case: Case, debt: Debt, plan: Plan) -> None:
    """Draw the promise of the plan in sight: three questions, the answer in words, what makes it firmer."""
    with st.container(border=True):
        st.markdown(f"### :material/lock: {_('A promise you can keep')}")
        st.markdown(f":small[{_('Only for you: never in papers for the bank')}]")
        _questions(case)
        if not bargain.income_told(case):
            return
        found = bargain.promise_of(case, debt, plan)
        if found is None:
            st.markdown(_("With your income and spending from chapter 4, it is worked out here."))
            st.page_link("pages/4_materials.py", label=_("Open chapter 4"), icon=":material/arrow_forward:")
            return
        _answer(case, debt, plan, found)
        _deeper(case, debt, plan, found)


def _questions(case: Case) -> None:
    """Draw the three questions: open while they are new, folded once all three are answered."""
    if bargain.income_told(case) and case.private.buffer is not None:
        with st.expander(_("Your three answers"), icon=":material/edit:"):
            _fields()
    else:
        st.markdown(_("Three questions about your income, and it says whether this plan would last."))
        _fields()


def _fields() -> None:
    forms.switch("private.steadiness", list(Steadiness), _("How even is your income?"))
    forms.switch("private.income_may_stop", list(Likelihood), _("Could it stop for some months within the next year?"))
    forms.money("private.buffer", _("Put by for bad months"))


def _answer(case: Case, debt: Debt, plan: Plan, found: Promise) -> None:
    """Draw how often, and in the same breath what is kept 8 times in 10: a low figure never stands alone."""
    often = in_words(found.share.share)
    mark = ":material/check_circle:" if found.holds else ":material/balance:"
    st.markdown(f"{mark} **{plain(often)}**  \n{said(found.words.removeprefix(often).strip())}")
    others = set_aside(case, debt)
    if others:
        text = _("Counted with {amount} a month for your other debts, so that they are paid as well.")
        st.markdown(f":small[{text.format(amount=amount_text(others))}]")
    if not found.holds:
        _firmer(case, debt, plan)


def _firmer(case: Case, debt: Debt, plan: Plan) -> None:
    """Draw what makes the plan firmer: a longer term where one does, and what can be asked for in any case."""
    calmer = once(
        "calmer",
        (debt.model_dump_json(), plan.asked.model_dump_json(), bargain.home(case, debt), bargain.stress(case)),
        lambda: bargain.calmer_plan(case, debt, plan),
    )
    if calmer is not None:
        terms = _("{months} months of {amount} would be kept 8 times in 10.")
        st.markdown(terms.format(months=calmer.months, amount=amount_text(calmer.usual_instalment)))
        st.button(_("Look at that plan"), key=f"calmer_{debt.id}", on_click=put_ask, args=(calmer.asked,))
    st.markdown(
        _(
            "**What makes it firmer.** Ask for it in writing that one instalment a year may come a month later; say "
            "beforehand what happens if your income stops; put the first spare money by before offering more."
        )
    )


def short_words(share: float) -> str:
    """Return how often a plan is kept, short enough for a table, in the reader's language."""
    nearest = min(range(len(SENTENCES)), key=lambda place: abs(SENTENCES[place][0] - share))
    return _(SHORT[nearest])


def in_table(found: Promise | None) -> str:
    """Return a table's cell: how often, and below the line also what would be kept. Plain text."""
    if found is None:
        return "—"
    often = short_words(found.share.share)
    if found.holds:
        return often
    if not found.largest:
        return _("{often}; a pause or a small sum first").format(often=often)
    return covered(_("{often}; {amount} would be kept").format(often=often, amount=yuan(found.largest)))


def _deeper(case: Case, debt: Debt, plan: Plan, found: Promise) -> None:
    """Draw the ribbon, what breaks the plan first, and the assumptions; worked out only while it stands open."""
    box = st.expander(
        _("Go deeper: how this is counted"), icon=":material/account_tree:", key="promise_deeper", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        _counted(found)
        _ribbon(case, debt, plan, found)
        _first_to_break(case, debt, plan, found)
        _assumptions(case)


def _counted(found: Promise) -> None:
    """Draw the share with its interval; below 8 in 10 what would be kept stands in the same sentence."""
    text = _("By {paths} invented futures of a household like yours: {percent}.")
    if not found.holds:
        text = _("By {paths} invented futures of a household like yours: {percent}; {amount} would be kept in 8 of 10.")
    paths, amount = f"{run_for(found.months).paths:,}", yuan(found.largest)
    st.markdown(said(text.format(paths=paths, percent=found.percent, amount=amount)))


def _ribbon(case: Case, debt: Debt, plan: Plan, found: Promise) -> None:
    futures = bargain.drawn(case, debt, found.months, at_once=plan.down_payment)
    if futures is not None:
        payments = [row.payment / 100 for row in plan.rows][: found.months]
        beside = found.words.removeprefix(in_words(found.share.share)).strip()
        private_chart(keeping_ribbon(futures, payments, beside), key="promise_ribbon")
        _missing_buffer(futures, payments, found)


def _missing_buffer(futures: Survival, payments: list[float], found: Promise) -> None:
    """Say how much more put by would make the plan hold, where it does not yet."""
    if found.holds:
        return
    more = _("With {amount} more put by, this very plan would be kept 8 times in 10.")
    st.markdown(more.format(amount=amount_text(bargain.buffer_needed(futures, payments))))


def _first_to_break(case: Case, debt: Debt, plan: Plan, found: Promise) -> None:
    """Draw which input breaks the plan first, one made worse at a time."""
    household, world = bargain.home(case, debt, at_once=plan.down_payment), bargain.stress(case)
    if household is None:
        return
    payments = tuple(row.payment / 100 for row in plan.rows)[: found.months]
    run = Run(months=len(payments), paths=FEWER_FUTURES, seed=SEED)
    swings = once(
        "swings",
        (household, world, payments),
        lambda: sensitivity(household, world, payments, run),
    )
    title = _("What breaks it first: {input}.") if found.holds else _("What would hurt it most: {input}.")
    st.markdown(f"**{_('Which input matters most')}**  \n{plain(title.format(input=swings[0].spoken_title))}")
    rows = [[swing.spoken_title, _where_it_breaks(swing, holds=found.holds)] for swing in swings[:MOST_INPUTS]]
    st.markdown(tables.markdown_table([_("One thing gets worse"), _("then the plan")], rows, amounts=False))


def _where_it_breaks(swing: Swing, *, holds: bool) -> str:
    if not holds:
        return _("is kept {often}").format(often=short_words(swing.share))
    if swing.breaks_at is None:
        return _("still holds")
    return _("falls below 8 in 10 after {part}% of that change").format(part=f"{swing.breaks_at * PERCENT:.0f}")


def _assumptions(case: Case) -> None:
    """Draw every figure behind it, with its range and where it comes from; each can be changed."""
    with st.expander(_("The assumptions behind it, and where they come from"), icon=":material/tune:"):
        st.markdown(_("None of them is a fact about China. Change what you know better; it counts from then on."))
        world = bargain.stress(case)
        for assumption in bargain.assumptions():
            _assumption(assumption, getattr(world, assumption.name))
        if bargain.changed_assumptions(case):
            st.button(_("Back to the assumptions as they were"), key="assumptions_reset", on_click=_reset)


def _assumption(assumption: Assumption, in_use: float) -> None:
    key = f"assume_{assumption.name}"
    scale, shape = _unit(assumption)
    span = (assumption.high - assumption.low) * scale
    st.session_state[key] = round(in_use * scale, 4)
    st.slider(
        assumption.spoken_title,
        min_value=assumption.low * scale,
        max_value=assumption.high * scale,
        step=next(step for step in STEPS if span / step >= FINEST),
        key=key,
        format=shape,
        on_change=_change,
        args=(assumption, key),
    )
    st.markdown(f":small[{plain(_source(assumption))}]")


def _source(assumption: Assumption) -> str:
    """Return where a figure comes from; the one that is law is told in the rule's own words, with its place."""
    if assumption.name != BENEFIT_MONTHS:
        return assumption.spoken_source
    row = rule(bargain.BENEFIT_RULE, reader_day())
    return f"{row.says()} {row.citation()}"


def _unit(assumption: Assumption) -> tuple[float, str]:
    """Return by what the slider shows the figure multiplied, and how it writes it."""
    if assumption.unit in {"months", "yuan"}:
        return 1.0, "%.0f" if assumption.unit == "months" else "¥%.0f"
    return PERCENT, "%.1f%%"


def _change(assumption: Assumption, key: str) -> None:
    scale, _shape = _unit(assumption)
    value = min(max(st.session_state[key] / scale, assumption.low), assumption.high)
    bargain.change_assumption(current_case(), assumption.name, value)


def _reset() -> None:
    bargain.as_they_were("assumptions")
