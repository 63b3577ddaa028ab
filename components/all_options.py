"""All ways to repay side by side, each with its words, and how it stands against the person's month."""

from __future__ import annotations

import streamlit as st

from accord.budget.means import surplus
from accord.case import Case, Debt
from accord.i18n import _, plural
from accord.knowledge.quoting import told
from accord.options import ComparisonRow, Plan, comparison, option, plans, refusals
from components import bargain, promise, reading, rule_cards, tables
from components.amounts import amount_text, amount_words
from components.asked import take_option
from components.folds import fold
from components.markup import plain
from components.page import reader_day
from components.rates import rate_words, share_words
from components.said import said


def side_by_side(case: Case, debt: Debt, shown: Plan) -> None:
    """Draw every option that fits, folded away: figures, the month, then each one's card; and why others do not fit."""
    box = st.expander(
        _("Go deeper: all ways to repay, side by side"),
        icon=":material/account_tree:",
        key="all_options",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        month = surplus(case)
        made = plans(debt, case.ask(debt.id), reader_day())
        table = comparison(made, month.affordable if month.known else None)
        _compared(table)
        if month.known and not reading.on():
            _against_the_month(case, debt, made, table)
        for plan, row in zip(made, table, strict=True):
            _card(debt, plan, row, shown)
        for refusal in refusals(debt, case.ask(debt.id), reader_day()):
            st.markdown(f"- **{plain(_(refusal.option.title))}**: {said(refusal.fit.reason)}")


def _compared(table: tuple[ComparisonRow, ...]) -> None:
    """Draw what each way takes, then what it costs: tables of three columns, because four are wider than a phone."""
    way = _("Way to repay")
    takes = [[row.title, amount_words(row.highest), str(row.months)] for row in table]
    costs = [[row.title, amount_words(row.total_paid), rate_words(row.nominal_rate)] for row in table]
    st.markdown(tables.markdown_table([way, _("highest a month"), _("months")], takes))
    st.markdown(tables.markdown_table([way, _("paid in all"), _("IRR×12")], costs))


def _against_the_month(case: Case, debt: Debt, made: tuple[Plan, ...], table: tuple[ComparisonRow, ...]) -> None:
    """Draw each way's part of what is left, and how often it is paid to the end; only for the person."""
    st.markdown(f"**:material/lock: {_('Each way and your month')}**")
    way = _("Way to repay")
    lasting = [
        [row.title, _part_of_month(plan, row), promise.in_table(bargain.promise_of(case, debt, plan))]
        for plan, row in zip(made, table, strict=True)
    ]
    worth = [[plan.title, _worth(bargain.worth(case, debt, plan))] for plan in made]
    st.markdown(
        tables.markdown_table([way, _("part of what you can pay"), _("paid to the end")], lasting, amounts=False)
    )
    st.markdown(tables.markdown_table([way, _("back to the bank of each yuan")], worth, amounts=False))
    st.markdown(f":small[{_('These are assumptions about your household and the bank, not statistics about China.')}]")


def _part_of_month(plan: Plan, row: ComparisonRow) -> str:
    """Return the highest instalment as a part of what is left; a single large sum is no part of any month."""
    if plan.months == 1 or plan.ends_in_one_sum:
        return _("one large sum")
    return share_words(row.share_of_surplus)


def _worth(part: float | None) -> str:
    return "—" if part is None else f"{part:.2f}"


def _card(debt: Debt, plan: Plan, row: ComparisonRow, shown: Plan) -> None:
    way = option(plan.option_id)
    title = f"{plain(plan.title)} · {amount_text(plan.usual_instalment)} × {plan.months}"
    with fold(title, f"way_{debt.id}_{plan.option_id}"):
        st.markdown(plain(told(_(way.what), reader_day())))
        st.markdown(tables.markdown_table([plan.title, ""], figures(row)))
        st.markdown(f":material/group: {plain(_(way.who))}")
        st.markdown(f":material/event: {said(way.by_days(debt, reader_day()).note.speak())}")
        gives, costs = st.columns(2)
        gives.markdown(_listed(_("For it"), way.gives))
        costs.markdown(_listed(_("Against it"), way.costs))
        st.markdown(_listed(_("What helps when asking"), way.arguments))
        st.markdown(_listed(_("What the bank looks at"), way.checks))
        rule_cards.under(way.rules)
        if plan.option_id != shown.option_id:
            st.button(
                _("Look at this one"),
                key=f"take_{debt.id}_{plan.option_id}",
                on_click=take_option,
                args=(debt.id, plan.option_id),
            )


def figures(row: ComparisonRow) -> list[list[str]]:
    """Return what a plan takes and costs, each with its name: both yearly rates labelled."""
    return [
        [_("highest single payment"), amount_words(row.highest)],
        [_("how long"), plural("{n} month", "{n} months", row.months)],
        [_("paid off on"), tables.unbroken(f"{row.paid_off_on:%Y-%m-%d}")],
        [_("paid in all"), amount_words(row.total_paid)],
        [_("of it interest and fees"), amount_words(row.interest + row.fees)],
        [_("yearly rate (IRR×12)"), rate_words(row.nominal_rate)],
        [_("yearly rate (compound, EIR)"), rate_words(row.effective_rate)],
    ]


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return f"**{title}**\n" + "\n".join(f"- {plain(_(line))}" for line in lines)
