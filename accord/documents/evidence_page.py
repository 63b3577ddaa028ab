"""The evidence index: what is handed in, what it proves; two key proofs first. Other creditors by kind only."""

from __future__ import annotations

from accord.budget.means import comes_first, owed, shares
from accord.case import Debt, Evidence, EvidenceState, Whose
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Column, Heading, Paragraph, Small, Table
from accord.documents.facts import Facts
from accord.documents.letters.frame import records_of_contacts
from accord.i18n import N_, _, plural
from accord.money import to_yuan

KEY_PROOFS = 2
MOST_PAPERS = 24
"""Rows of the index; beyond, a line says how many more there are."""
GENERAL = frozenset({"id_card", "debt_bills", "credit_report", "household_register", "budget_sheet"})
"""Checklist rows that every case has; they prove no hardship and are no key proofs."""
_STATES = {EvidenceState.HAVE: N_("enclosed"), EvidenceState.ASKED: N_("asked for, follows")}


def evidence_index(facts: Facts) -> tuple[Block, ...]:
    """Return the index of papers meant for the bank; records of contacts stand in it only where they are exhibits."""
    papers = [paper for paper in facts.case.evidence if paper.for_bank and paper.state in _STATES]
    # Under a request a picture of a call at night would read as pressure; a complaint lists such papers itself.
    theirs = records_of_contacts(facts)
    papers = [paper for paper in papers if paper.id not in theirs or facts.marks.of(paper.id)]
    if not papers:
        return ()
    columns = (
        Column(_("Item"), 0.5),
        Column(_("Paper"), 1.8),
        Column(_("What it shows"), 2.4),
        Column(_("Pages"), 0.6, "center"),
        Column(_("State"), 1.5),
    )
    rows = tuple(_row(number, paper, facts) for number, paper in enumerate(papers[:MOST_PAPERS], 1))
    return (Heading(_("Evidence")), *_key(papers), Table(columns, rows), *_more(len(papers) - MOST_PAPERS))


def _more(count: int) -> tuple[Block, ...]:
    """Return the line that says how many papers the list leaves out; none is left out in silence."""
    text = plural(N_("{n} more paper, listed on request."), N_("{n} more papers, listed on request."), count)
    return (Small(text),) if count > 0 else ()


def other_creditors(facts: Facts) -> tuple[Block, ...]:
    """Return the other debts by kind and balance, with what the same share would mean for each; no bank is named."""
    others = [debt for debt in facts.case.debts if debt.id != facts.debt.id and debt.whose is not Whose.NOT_MINE]
    if not others:
        return ()
    parts = equal_parts(facts)
    columns = (
        Column(_("Creditor"), 1.2),
        Column(_("Kind"), 1.2),
        Column(_("Owed (yuan)"), 1, "right"),
        Column(_("Same share a month (yuan)"), 1.4, "right"),
    )
    rows = tuple(_creditor(debt, parts.get(debt.id)) for debt in others)
    note = _(
        "Unsecured creditors are treated alike: the last column is what the same share of the balance would be each "
        "month. Secured loans are paid under their contracts."
    )
    return (Heading(_("Debts with other creditors")), Table(columns, rows), Small(note))


def equal_parts(facts: Facts) -> dict[str, int]:
    """Return each unsecured debt's monthly part (fen) at the share this debt is offered.

    Empty without a plan, and for a single payment: that is no amount a month.
    """
    plan = facts.plan
    mine = next((part for part in shares(facts.case) if part.debt_id == facts.debt.id), None)
    if plan is None or plan.months == 1 or mine is None or not mine.owed or comes_first(facts.debt):
        return {}
    # The asked instalment fixes the share; every unsecured creditor is then counted with the same one.
    whole = sum(part.owed for part in shares(facts.case))
    offered = to_yuan(plan.usual_instalment * whole // mine.owed)
    return {part.debt_id: part.monthly for part in shares(facts.case, offered)}


def _key(papers: list[Evidence]) -> tuple[Block, ...]:
    telling = [paper for paper in papers if paper.state is EvidenceState.HAVE and paper.title]
    # Papers that say what they prove come first; the sort is stable, so the person's own order decides the rest.
    key = sorted(telling, key=lambda paper: (paper.item in GENERAL, not paper.proves))[:KEY_PROOFS]
    if not key:
        return ()
    lines = (_("{title}: {proves}").format(title=paper.title, proves=paper.proves) for paper in key)
    return (Paragraph(_("Key proofs:"), bold=True), Bullets(tuple(line.rstrip(":： ") for line in lines)))


def _row(number: int, paper: Evidence, facts: Facts) -> tuple[str, ...]:
    state = facts.marks.of(paper.id) or _(_STATES[paper.state])
    return (str(number), paper.title, paper.proves, str(paper.pages), state)


def _creditor(debt: Debt, part: int | None) -> tuple[str, ...]:
    balance = owed(debt)
    name = _("another bank or company")
    return (
        name,
        label(debt.kind),
        "" if balance is None else f"{balance:,.2f}",
        "–" if part is None or comes_first(debt) else f"{to_yuan(part):,.2f}",
    )
