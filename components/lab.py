"""The options lab: one recommended plan with its sliders first, all options and their charts under "go deeper".

The lab is a fragment: moving a slider redraws it alone. What the sliders say is the ask of this debt, kept in the
case, so the letter and the papers always ask for what was last seen here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import streamlit as st

from accord.budget.means import surplus
from accord.case import Ask, Case, Debt
from accord.charts import balance_over_time, cost_split, instalments_against_ceiling, instalments_against_surplus
from accord.i18n import _
from accord.knowledge.quoting import told
from accord.options import Fit, Parameter, Plan, Recommendation, attempt, comparison, option, recommended
from components import all_options, deeper, goal_seek, keeping, promise, reading, tables
from components.amounts import amount_text, amount_words, hidden
from components.asked import put_ask, take_option
from components.charts import chart
from components.markup import plain
from components.once import once
from components.one_debt import which_debt
from components.page import reader_day
from components.rates import share_words
from components.said import said
from components.session import WIDGETS, current_case, set_answer

PERCENT = Decimal(100)
SHORT_LIST = 3


def choose_debt(case: Case) -> Debt | None:
    """Draw the choice of the debt this chapter is about; None while there is none."""
    if not case.debts:
        st.info(_("Add a debt in chapter 4 first, or take the short way."), icon=":material/info:")
        st.page_link("pages/4_materials.py", label=_("Open chapter 4"), icon=":material/arrow_forward:")
        return None
    return which_debt(case, "lab_debt")


def lab(debt: Debt | None) -> None:
    """Draw the lab for one debt; nothing without one."""
    if debt is not None:
        _lab(debt.id)


@st.fragment
def _lab(debt_id: str) -> None:
    case = current_case()
    debt = case.debt(debt_id)
    if debt is None:
        return
    advice = _advice(case, debt)
    if advice.plan is None:
        st.info(said(advice.why), icon=":material/info:")
        keeping.keep("lab")
        return
    offered = (advice.plan, *advice.others)[: SHORT_LIST + 1]
    shown = _chosen(case, debt, advice.plan)
    with st.container(border=True):
        if shown.option_id == advice.plan.option_id:
            st.markdown(f":material/recommend: **{_('A plan to begin with')}** · {said(advice.why)}")
        _pick(debt, offered, shown)
        _sliders(debt, shown)
    _figures(case, shown)
    if not reading.on():
        goal_seek.goal_seek(debt, shown)
        promise.card(case, debt, shown)
    _pictures(case, debt, (shown, *(plan for plan in offered if plan.option_id != shown.option_id)))
    all_options.side_by_side(case, debt, shown)
    if not reading.on():
        deeper.private_parts(debt.id, shown)
    keeping.keep("lab")


def _advice(case: Case, debt: Debt) -> Recommendation:
    """Return the plan to begin with. A slider moves only what is asked for, of which the first day alone counts."""
    asked = case.ask(debt.id)
    inputs = (case.model_dump_json(exclude={"asks"}), asked and asked.first_due, debt.id, reader_day())
    return once("advice", inputs, lambda: recommended(case, debt, reader_day()))


def _chosen(case: Case, debt: Debt, usual: Plan) -> Plan:
    """Return the plan of the ask that is kept, or the recommended one while nothing (workable) is asked."""
    ask = case.ask(debt.id)
    if ask is None or not ask.option:
        return usual
    made = attempt(ask.option, debt, ask, reader_day())
    if isinstance(made, Fit):
        st.warning(said(made.reason), icon=":material/info:")
        return usual
    return made


def _pick(debt: Debt, offered: tuple[Plan, ...], shown: Plan) -> None:
    """Draw the recommended plan and at most three others that fit; any other comes from "go deeper"."""
    ids = list(dict.fromkeys([*(plan.option_id for plan in offered), shown.option_id]))
    key = f"lab_option_{debt.id}"
    st.session_state[key] = shown.option_id
    st.pills(_("Ways that fit"), ids, key=key, format_func=_title_of, on_change=_choose_option, args=(debt.id, key))


def _title_of(option_id: str) -> str:
    return _(option(option_id).title)


def _choose_option(debt_id: str, key: str) -> None:
    picked = st.session_state[key]
    if picked:
        take_option(debt_id, picked)


def _sliders(debt: Debt, chosen: Plan) -> None:
    """Draw the chosen option's sliders; the first stands open, the others under it."""
    st.markdown(plain(told(_(option(chosen.option_id).what), reader_day())))
    sliders = [slider for slider in option(chosen.option_id).parameters(debt, reader_day()) if slider.low < slider.high]
    for slider in sliders[:1]:
        _slider(debt.id, slider, chosen)
    if sliders[1:]:
        with st.expander(_("More that can be asked for"), icon=":material/tune:"):
            for slider in sliders[1:]:
                _slider(debt.id, slider, chosen)


def _slider(debt_id: str, slider: Parameter, chosen: Plan) -> None:
    key = f"{WIDGETS}asks.{debt_id}.{slider.name}@{chosen.option_id}"
    value = getattr(chosen.asked, slider.name)
    shown = _to_slider(slider, slider.default if value is None else Decimal(value))
    low, high = _to_slider(slider, slider.low), _to_slider(slider, slider.high)
    st.session_state.setdefault(key, min(max(shown, low), high))
    formats = {"months": "%d", "yuan": "¥%d", "rate": "%.2f%%", "share": "%.0f%%"}
    st.slider(
        _(slider.title),
        min_value=low,
        max_value=high,
        step=_to_slider(slider, slider.step),
        key=key,
        format="••" if slider.unit == "yuan" and hidden() else formats[slider.unit],
        on_change=_move,
        args=(debt_id, slider, key, chosen.asked),
    )


def _to_slider(slider: Parameter, value: Decimal) -> Any:  # noqa: ANN401  int for months and yuan, float for parts
    if slider.unit in {"months", "yuan"}:
        return int(value)
    return float(value * PERCENT)


def _move(debt_id: str, slider: Parameter, key: str, asked: Ask) -> None:
    value = st.session_state[key]
    exact = Decimal(value) if slider.unit in {"months", "yuan"} else Decimal(str(round(value, 4))) / PERCENT
    if current_case().ask(debt_id) is None:
        put_ask(asked.model_copy())
    set_answer(f"asks.{debt_id}.{slider.name}", int(exact) if slider.unit == "months" else exact)


def _figures(case: Case, shown: Plan) -> None:
    """Draw the plan's figures: a small table that fits a phone."""
    month = surplus(case)
    left = month.affordable if month.known else None
    row = comparison((shown,), left)[0]
    rows = [
        [_("each month"), amount_words(shown.usual_instalment)],
        *all_options.figures(row),
        [_("part of what you can pay"), share_words(row.share_of_surplus)],
    ]
    st.markdown(tables.markdown_table([_(shown.option_title), ""], rows))
    for note in shown.spoken_notes:
        st.markdown(f"- {said(note)}")
    if row.affordable is False:
        st.warning(
            _(
                "The highest payment is {high}; by your figures {left} a month can go to debts. Make the term longer "
                "or ask for less."
            ).format(high=amount_text(row.highest), left=amount_text(left)),
            icon=":material/warning:",
        )


def _pictures(case: Case, debt: Debt, drawn: tuple[Plan, ...]) -> None:
    """Draw the live charts: balance, instalment against what is left, cost split. The first plan is the one shown."""
    chart(balance_over_time(drawn), key=f"lab_balance_{debt.id}")
    month, ceiling = surplus(case), case.private.ceiling
    if not month.known:
        st.info(_("Enter income and spending in chapter 4, and each instalment is set against your month."))
    elif ceiling is None:
        chart(instalments_against_surplus(drawn, month.affordable), key=f"lab_month_{debt.id}")
    else:
        chart(instalments_against_ceiling(drawn, month.affordable, ceiling), key=f"lab_month_{debt.id}")
    chart(cost_split(drawn), key=f"lab_cost_{debt.id}")
