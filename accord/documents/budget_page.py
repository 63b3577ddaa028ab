"""The one-page budget: what comes in, what goes out, what is left, a month."""

from __future__ import annotations

from decimal import Decimal

from accord.budget.means import MonthlyItem, income_items, spending_items, surplus
from accord.case import Claim, IncomeKind, OpenCase, SpendingKind
from accord.case.labels import label
from accord.documents.blocks import Block, Column, Heading, KeyValues, Paragraph, Small, Table
from accord.documents.exhibits import Marks
from accord.i18n import N_, _, plural
from accord.money import yuan

NO_MARKS = Marks()
MOST_LINES = 14
"""Lines of a table on the page; what is beyond is summed in one line."""


def budget_page(case: OpenCase, marks: Marks = NO_MARKS) -> tuple[Block, ...]:
    """Return the budget from the bank's copy of the case, in the language spoken now.

    Args:
        case: the bank's copy of the answers.
        marks: where the proofs of income, spending and household stand.
    """
    month = surplus(case)
    if not month.known:
        return (
            Heading(_("Monthly budget")),
            Paragraph(_("Income and spending are being put together and will be handed in separately.")),
        )
    return (
        Heading(_("Monthly budget")),
        KeyValues(((_("Household"), marks.beside(household_words(case), Claim.HOUSEHOLD)),)),
        _table(marks.beside(_("Income"), Claim.INCOME), _lines(income_items(case), case), month.income),
        _table(marks.beside(_("Spending"), Claim.SPENDING), _lines(spending_items(case), case), month.spending),
        *_left(case),
        Small(_("Amounts in yuan a month; weekly, quarterly and yearly amounts are converted.")),
    )


def household_words(case: OpenCase) -> str:
    """Return who lives from this money."""
    home = case.household
    parts = (
        (home.adults, N_("{n} adult"), N_("{n} adults")),
        (home.children_under_6 + home.children_6_to_17, N_("{n} child"), N_("{n} children")),
        (home.elderly, N_("{n} elderly person"), N_("{n} elderly people")),
    )
    return _(", ").join(plural(one, many, count) for count, one, many in parts if count)


def item_words(item: MonthlyItem) -> str:
    """Return an item's kind, and the person's own name for it where there is one."""
    kind = label(item.kind)
    if not item.label or item.label == kind:
        return kind
    return _("{kind} ({own})").format(kind=kind, own=item.label)


def _without_diagnosis(item: MonthlyItem, case: OpenCase) -> MonthlyItem:
    """Return an item without the person's own name where that could tell an illness, unless they ticked that."""
    told = case.package.diagnosis or item.kind is not SpendingKind.MEDICAL
    return item if told else item._replace(label="")


def _lines(items: tuple[MonthlyItem, ...], case: OpenCase) -> tuple[tuple[str, Decimal], ...]:
    shown = [(item_words(_without_diagnosis(item, case)), item.amount) for item in items if item.amount]
    if len(shown) <= MOST_LINES:
        return tuple(shown)
    rest = sum((amount for _name, amount in shown[MOST_LINES - 1 :]), Decimal(0))
    return (*shown[: MOST_LINES - 1], (_("Everything else"), rest))


def _table(title: str, lines: tuple[tuple[str, Decimal], ...], whole: Decimal) -> Table:
    columns = (Column(title, 3), Column(_("Yuan a month"), 1, "right"))
    rows = tuple((name, f"{amount:,.2f}") for name, amount in lines)
    return Table(columns, rows, (_("Sum"), f"{whole:,.2f}"))


def _left(case: OpenCase) -> tuple[Block, ...]:
    month = surplus(case)
    rows = [(_("Secured loans come first"), yuan(month.priority))] if month.priority else []
    # A hole in the budget would read as a mistake where a spouse's income was left out on purpose.
    if month.left <= 0:
        text = _("This budget lists my own income. Part of the household's spending is borne by others in it.")
        return (*((KeyValues(tuple(rows)),) if rows else ()), *((Paragraph(text),) if _shared(case) else ()))
    rows += [
        (_("Left for unsecured debts"), yuan(month.left)),
        (_("Kept for the unexpected"), yuan(month.reserve)),
        (_("For all unsecured debts together"), yuan(month.affordable)),
    ]
    return (KeyValues(tuple(rows)),)


def _shared(case: OpenCase) -> bool:
    """Tell whether others in the household may bear a part: there are other adults, and no income of theirs here."""
    theirs = any(income.kind is IncomeKind.SPOUSE for income in case.incomes)
    return case.household.adults > 1 and not theirs
