"""What an advisor sees of a shared workbook, part by part: read only, and only the part that is looked at."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import streamlit as st

from accord.budget.means import surplus
from accord.case import Case, Debt
from accord.case.review import Said, chapter_answers
from accord.chapters import CHAPTERS, chapter
from accord.charts import (
    balance_over_time,
    cost_split,
    debts_by_creditor,
    instalments_against_ceiling,
    instalments_against_surplus,
    money_flow,
)
from accord.documents.blocks import Paper
from accord.documents.triage import triage
from accord.i18n import N_, _, language
from accord.options import ComparisonRow, comparison, plans
from accord.store.sections import PRIVATE
from accord.watch import Action, actions
from components import advisor_papers, advisor_proofs, remarks, review, tables
from components.amounts import HIDDEN, amount_words, hidden
from components.charts import chart
from components.debts import debt_name
from components.markup import plain
from components.page import reader_day
from components.paper import paper
from components.reading import Shared

PARTS = {
    "glance": N_("At a glance"),
    "plan": N_("What to do next"),
    "answers": N_("Answers"),
    "money": N_("Money and debts"),
    "ways": N_("Ways to repay"),
    "papers": N_("Papers"),
}
PAPERS, PROOFS, REMARKS = "papers", "proofs", "remarks"
MOST_WAYS = 4
NESTED = "&nbsp;&nbsp;"


def private_fields(room: Shared) -> tuple[str, ...]:
    """Return the names of the private fields that were opened, as the papers know them."""
    return tuple(field.removeprefix(f"{PRIVATE}.") for field in room.draft.view.private_fields)


def parts(room: Shared) -> None:
    """Draw the choice of the part, triage first, and the part chosen."""
    titles = _open_to(room)
    if not titles:
        st.markdown(_("The owner opened nothing with this link."))
        return
    if st.session_state.get("advisor_part") not in titles:
        st.session_state["advisor_part"] = next(iter(titles))
    st.header(_("What would you like to see?"), anchor=False)  # papers have headings of the level below
    st.pills(
        _("What would you like to see?"),
        list(titles),
        format_func=lambda part: _(titles[part]),
        key="advisor_part",
        label_visibility="collapsed",
    )
    {
        "plan": _plan,
        "answers": _answers,
        "money": _money,
        "ways": _ways,
        PAPERS: _papers,
        PROOFS: advisor_proofs.proofs,
        REMARKS: _remarks,
    }.get(st.session_state["advisor_part"], _glance)(room)


def _open_to(room: Shared) -> dict[str, str]:
    """Return the parts that the owner opened by this link, triage first. Proofs stand beside the figures."""
    view = room.draft.view
    titles = {part: title for part, title in PARTS.items() if (view.papers if part == PAPERS else view.figures)}
    if not view.figures and advisor_proofs.opened(room) is not None:
        titles[PROOFS] = N_("Uploaded proofs")
    return titles | ({REMARKS: N_("Remarks")} if room.may_comment else {})


def _glance(room: Shared) -> None:
    """Draw the one-page triage, and what of it is closed."""
    if "gates" not in private_fields(room):
        st.info(
            _(
                "Court dates, the last payment and the last demand were not opened to you; where they are asked for, "
                "“not known” stands. Ask the owner to open “Questions before any letter”."
            ),
            icon=":material/lock:",
        )
    page = Paper(
        title=_("At a glance"),
        language=language(),
        on=reader_day(),
        recipient=_("the advisor"),
        blocks=triage(room.case),
    )
    paper(page, "advisor_glance", top=2)


def _plan(room: Shared) -> None:
    """Draw what the owner has to do next."""
    found = actions(room.case, reader_day())
    if not found:
        st.markdown(_("Nothing is due now."))
    for when, group in groupby(found, key=lambda action: action.when):
        st.markdown(f"**{_(review.TITLES[when])}**")
        st.markdown("\n".join(f"- {_due(action)}" for action in group))


def _due(action: Action) -> str:
    words = plain(action.words)
    return f"**{plain(f'{action.by:%Y-%m-%d}')}** {words}" if action.by else words


def _answers(room: Shared) -> None:
    """Draw the answers of one chapter, and the way to say something about them."""
    answered = {found.id: chapter_answers(room.case, found.id) for found in CHAPTERS}
    some = [chapter_id for chapter_id, said in answered.items() if said]
    if not some:
        st.markdown(_("Nothing is answered yet."))
        return
    picked = st.selectbox(_("Chapter"), some, format_func=_chapter_title, key="advisor_chapter")
    with st.container(border=True):
        st.markdown("  \n".join(_said(line) for line in answered[picked]))
    if room.may_comment:
        remarks.form(room, remarks.about_answers(room.case, answered[picked]))


def _chapter_title(chapter_id: str) -> str:
    found = chapter(chapter_id)
    return f"{found.number} {_(found.title)}"


def _said(line: Said) -> str:
    if not line.value:
        return f"{NESTED * line.level}**{plain(line.label)}**"
    value = HIDDEN if hidden() and line.value.startswith("¥") else plain(line.value)
    return NESTED * line.level + _("{name}: {value}").format(name=plain(line.label), value=value)


def _money(room: Shared) -> None:
    """Draw the month and the debts."""
    if surplus(room.case).known:
        chart(money_flow(room.case), key="advisor_money")
    else:
        st.markdown(_("Income and spending are not entered yet."))
    if room.case.debts:
        chart(debts_by_creditor(room.case), key="advisor_debts")
    advisor_proofs.proofs(room)


def _ways(room: Shared) -> None:
    """Draw the ways to repay one debt side by side, with their charts."""
    names = {debt.id: debt_name(debt) for debt in room.case.debts}
    if not names:
        st.markdown(_("No debt is entered yet."))
        return
    picked = st.selectbox(_("Debt"), list(names), format_func=names.__getitem__, key="advisor_debt")
    debt = room.case.debt(picked)
    if debt is not None:
        _ways_of(room.case, debt, reader_day())


def _ways_of(case: Case, debt: Debt, on: date) -> None:
    made, month, ceiling = plans(debt, case.ask(debt.id), on), surplus(case), case.private.ceiling
    if not made:
        st.markdown(_("With these figures no way to repay can be worked out yet."))
        return
    ask = case.ask(debt.id)
    made = tuple(sorted(made, key=lambda plan: ask is None or plan.option_id != ask.option))
    rows = comparison(made, month.affordable if month.known else None)
    headers = [_("Way to repay"), _("highest a month"), _("months"), _("paid in all")]
    st.markdown(tables.markdown_table(headers, [_row(row) for row in rows]))
    drawn = made[:MOST_WAYS]
    chart(balance_over_time(drawn), key="advisor_balance")
    if month.known and ceiling is not None:  # the ceiling is here only when the owner opened it
        chart(instalments_against_ceiling(drawn, month.affordable, ceiling), key="advisor_month")
    elif month.known:
        chart(instalments_against_surplus(drawn, month.affordable), key="advisor_month")
    chart(cost_split(drawn), key="advisor_cost")


def _row(row: ComparisonRow) -> list[str]:
    return [row.title, amount_words(row.highest), str(row.months), amount_words(row.total_paid)]


def _papers(room: Shared) -> None:
    """Draw the papers as the link shows them."""
    advisor_papers.papers(room, private_fields(room))
    if room.may_comment:
        remarks.form(room, remarks.about_papers(room.case, checkable=room.draft.view.figures))


def _remarks(room: Shared) -> None:
    """Draw what was said so far."""
    remarks.written_so_far(room)
