"""Charts of the household: where a month's money goes, and who is owed what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from accord.budget.means import Answers, Surplus, owed_parts, shares, surplus
from accord.case import Debt, Whose
from accord.case.labels import label
from accord.charts.records import MOST_SERIES, Bars, Point, Role, Series, Step, Table, Waterfall
from accord.charts.wording import alt, in_yuan, written
from accord.i18n import N_, _
from accord.money import to_fen

FLOW = N_(
    "{income} comes in, {spending} goes out for living and {priority} for secured debts. "
    "{reserve} is kept back, so {affordable} a month is left for the other debts."
)
SHORT = N_(
    "{income} comes in, {spending} goes out for living and {priority} for secured debts: {gap} a month is missing, "
    "so nothing is left for the other debts."
)
FLOW_UNSECURED = N_(
    "{income} comes in and {spending} goes out for living. {reserve} is kept back, so {affordable} a month is left "
    "for the debts."
)
SHORT_UNSECURED = N_(
    "{income} comes in and {spending} goes out for living: {gap} a month is missing, so nothing is left for the debts."
)
DEBTS = N_("{total} is owed in all. The largest debt is {creditor} with {amount}.")
NO_DEBTS = N_("No debt with an amount is entered yet.")
MOST_CREDITORS = 8


@dataclass(frozen=True)
class _Bar:
    """One bar of the flow: what changes, in fen; negative takes away."""

    label: str
    change: int
    role: Role


def money_flow(case: Answers) -> Waterfall:
    """Return a month's money: income, spending, secured debts, what is kept back, and each creditor's part."""
    month = surplus(case)
    bars = tuple(_bars(case, month))
    sentence = _flow_sentence(month)
    return Waterfall(
        title=_("Where a month's money goes"),
        y_title=_("Yuan a month"),
        sentence=sentence,
        table=Table(
            (_("Part of the month"), _("Yuan a month")), tuple((bar.label, written(bar.change)) for bar in bars)
        ),
        alt=alt("waterfall", sentence),
        steps=tuple(_steps(bars)),
    )


def debts_by_creditor(case: Answers) -> Bars:
    """Return what each creditor is owed, in its four parts; the largest first. Debts marked as not one's own are out.

    Names creditors, so a paper for one bank leaves it out.
    """
    debts = sorted((debt for debt in case.debts if _counts(debt)), key=lambda debt: -owed_parts(debt).total)
    shown = debts[:MOST_CREDITORS]
    labels = _unique([debt_label(debt) for debt in shown])
    sentence = _debts_sentence(debts, labels)
    return Bars(
        title=_("What each creditor is owed"),
        y_title=_("Yuan"),
        sentence=sentence,
        table=_debts_table(shown, labels),
        alt=alt("bars", sentence),
        categories=labels,
        series=tuple(_part_series(shown, labels)),
    )


def debt_label(debt: Debt) -> str:
    """Return the creditor's name, or the kind of debt while no name is entered."""
    return debt.creditor or label(debt.kind)


def _bars(case: Answers, month: Surplus) -> Iterator[_Bar]:
    yield _Bar(_("Income"), to_fen(month.income), Role.INCOME)
    yield _Bar(_("Spending"), -to_fen(month.spending), Role.SPENDING)
    if month.priority:
        yield _Bar(_("Secured debts"), -to_fen(month.priority), Role.PRIORITY)
    if month.left < 0:
        yield _Bar(_("Missing in the month"), -to_fen(month.left), Role.SHORTFALL)
        return
    if month.reserve:
        yield _Bar(_("Kept back"), -to_fen(month.reserve), Role.RESERVE)
    yield from _creditor_bars(case, month)


def _creditor_bars(case: Answers, month: Surplus) -> Iterator[_Bar]:
    """Yield each unsecured creditor's part; more than fit in one chart stand together, the smallest last."""
    names = {debt.id: debt_label(debt) for debt in case.debts}
    parts = sorted(shares(case), key=lambda share: -share.monthly)
    if not parts:
        yield _Bar(_("Left in a month"), -to_fen(month.affordable), Role.SURPLUS)
        return
    apart = parts if len(parts) <= MOST_SERIES else parts[: MOST_SERIES - 1]
    for share in apart:
        yield _Bar(names[share.debt_id], -share.monthly, Role.CREDITOR)
    rest = sum(share.monthly for share in parts[len(apart) :])
    if rest:
        yield _Bar(_("Other creditors"), -rest, Role.CREDITOR)


def _steps(bars: tuple[_Bar, ...]) -> Iterator[Step]:
    height = 0
    for bar in bars:
        yield Step(bar.label, in_yuan(height), in_yuan(height + bar.change), bar.role)
        height += bar.change


def _flow_sentence(month: Surplus) -> str:
    names = ("income", "spending", "priority", "reserve", "affordable")
    amounts: dict[str, Decimal] = {name: getattr(month, name) for name in names}
    amounts["gap"] = max(Decimal(0), -month.left)
    kept = (FLOW, SHORT) if month.priority else (FLOW_UNSECURED, SHORT_UNSECURED)
    message = kept[month.left < 0]
    return _(message).format(**{name: written(to_fen(amount)) for name, amount in amounts.items()})


def _counts(debt: Debt) -> bool:
    return debt.whose is not Whose.NOT_MINE and owed_parts(debt).total > 0


def _unique(labels: list[str]) -> tuple[str, ...]:
    """Number labels that stand more than once, so that two cards of one bank stay apart."""
    return tuple(
        f"{name} {labels[: k + 1].count(name)}" if labels.count(name) > 1 else name for k, name in enumerate(labels)
    )


def _debts_sentence(debts: list[Debt], labels: tuple[str, ...]) -> str:
    if not debts:
        return _(NO_DEBTS)
    total = sum(owed_parts(debt).total for debt in debts)
    largest = owed_parts(debts[0]).total
    return _(DEBTS).format(total=written(total), creditor=labels[0], amount=written(largest))


def _debts_table(shown: list[Debt], labels: tuple[str, ...]) -> Table:
    headers = (
        _("Owed to"),
        _("Principal"),
        _("Interest"),
        _("Penalty interest (loans)"),
        _("Late fees and other fees"),
        _("In all"),
    )
    rows = tuple(
        (name, *(written(part) for part in owed_parts(debt)), written(owed_parts(debt).total))
        for debt, name in zip(shown, labels, strict=True)
    )
    return Table(headers, rows)


def _part_series(shown: list[Debt], labels: tuple[str, ...]) -> Iterator[Series]:
    parts = (
        (_("Principal"), Role.PRINCIPAL),
        (_("Interest"), Role.INTEREST),
        (_("Penalty interest (loans)"), Role.PENALTY),
        (_("Late fees and other fees"), Role.FEES),
    )
    for k, (title, role) in enumerate(parts):
        points = (Point(name, in_yuan(owed_parts(debt)[k])) for debt, name in zip(shown, labels, strict=True))
        yield Series(title, tuple(points), role)
