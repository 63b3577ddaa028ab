"""The household's month: what comes in, what goes out, what is left for the debts, and who gets which part.

Amounts are yuan as people typed them; each is turned into a month exactly and rounded once, to the fen. Nothing
here is stored: it follows from the answers each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, Protocol

from accord.budget.affordability import Budget, Every, monthly_surplus, pro_rata
from accord.budget.affordability import monthly as a_month
from accord.case import (
    FLEXIBLE,
    Case,
    Debt,
    DebtKind,
    Income,
    IncomeKind,
    Period,
    Spending,
    SpendingKind,
    Whose,
)
from accord.money import to_fen, to_yuan

RESERVE_SHARE = Decimal("0.10")
"""Part of what is left that is kept back for what nobody plans, such as a doctor's bill. An assumption, shown."""

_EVERY: dict[Period, Every] = {
    Period.WEEKLY: "week",
    Period.MONTHLY: "month",
    Period.QUARTERLY: "quarter",
    Period.YEARLY: "year",
}


class Answers(Protocol):
    """What the household's month is worked out from: a `Case` or an `OpenCase`."""

    @property
    def incomes(self) -> list[Income]:
        """Money that comes in."""

    @property
    def spendings(self) -> list[Spending]:
        """Money that goes out."""

    @property
    def debts(self) -> list[Debt]:
        """What is owed."""


class Owed(NamedTuple):
    """The four parts of what is owed; fen. A part nobody knows counts as nothing."""

    principal: int
    interest: int
    penalty_interest: int
    fees: int

    @property
    def total(self) -> int:
        """All four together."""
        return sum(self)

    @property
    def beyond_principal(self) -> int:
        """Interest, penalty interest and fees."""
        return self.total - self.principal


class MonthlyItem(NamedTuple):
    """One line of the budget, turned into a month; yuan."""

    id: str
    kind: IncomeKind | SpendingKind
    label: str
    amount: Decimal
    flexible: bool


@dataclass(frozen=True)
class Surplus:
    """What is left in a month; yuan.

    Attributes:
        income: all that comes in.
        spending: all that goes out for living.
        priority: contract instalments of secured debts, which come before the others.
        left: income less spending less priority; below zero when the month does not add up.
        reserve_share: part of `left` that is kept back, a fraction.
        affordable: what can go to the other debts; never below zero.
        known: False while neither income nor spending is entered.
    """

    income: Decimal
    spending: Decimal
    priority: Decimal
    left: Decimal
    reserve_share: Decimal
    affordable: Decimal
    known: bool

    @property
    def reserve(self) -> Decimal:
        """What is kept back; nothing when nothing is left."""
        return max(Decimal("0.00"), self.left) - self.affordable


class CreditorShare(NamedTuple):
    """One unsecured debt's part of what can be paid.

    `owed` and `monthly` are fen, `share` is this debt's part of all unsecured debts, a fraction.
    """

    debt_id: str
    creditor: str
    owed: int
    share: Decimal
    monthly: int


def monthly(amount: Decimal | None, period: Period) -> Decimal:
    """Return an amount (yuan) a month: exact, then rounded half-up to the fen. None counts 0."""
    if amount is None:
        return Decimal("0.00")
    return to_yuan(a_month(to_fen(amount), _EVERY[period]))


def income_items(case: Answers) -> tuple[MonthlyItem, ...]:
    """Return each income as a monthly line, in the person's order."""
    return tuple(
        MonthlyItem(item.id, item.kind, item.label, monthly(item.amount, item.period), flexible=False)
        for item in case.incomes
    )


def spending_items(case: Answers) -> tuple[MonthlyItem, ...]:
    """Return each spending as a monthly line, in the person's order; `flexible` lines can bend."""
    return tuple(
        MonthlyItem(item.id, item.kind, item.label, monthly(item.amount, item.period), item.kind in FLEXIBLE)
        for item in case.spendings
    )


def total(items: tuple[MonthlyItem, ...]) -> Decimal:
    """Return the sum of monthly lines; yuan."""
    return sum((item.amount for item in items), Decimal("0.00"))


def fixed(items: tuple[MonthlyItem, ...]) -> Decimal:
    """Return the sum of the lines that cannot bend; yuan."""
    return total(tuple(item for item in items if not item.flexible))


def flexible(items: tuple[MonthlyItem, ...]) -> Decimal:
    """Return the sum of the lines that can bend; yuan."""
    return total(tuple(item for item in items if item.flexible))


def owed_parts(debt: Debt) -> Owed:
    """Return the four parts of what is owed, in fen; a part nobody knows counts as nothing."""
    parts = (debt.principal, debt.interest, debt.penalty_interest, debt.fees)
    return Owed(*(to_fen(part or Decimal(0)) for part in parts))


def owed(debt: Debt) -> Decimal | None:
    """Return all that is owed, in yuan; None while no part of it is known."""
    parts = (debt.principal, debt.interest, debt.penalty_interest, debt.fees)
    return None if all(part is None for part in parts) else to_yuan(owed_parts(debt).total)


def comes_first(debt: Debt) -> bool:
    """Tell whether a debt is paid before the others: it is secured, as a mortgage always is."""
    return debt.secured or debt.kind is DebtKind.MORTGAGE


def priority_payments(case: Answers) -> Decimal:
    """Return the contract instalments of secured debts, yuan a month. Rent and utilities are spending."""
    mine = (debt for debt in case.debts if comes_first(debt) and debt.whose is not Whose.NOT_MINE)
    return sum((debt.contract_instalment or Decimal(0) for debt in mine), Decimal("0.00"))


def surplus(case: Answers, *, reserve_share: Decimal = RESERVE_SHARE) -> Surplus:
    """Return what is left in a month for the debts that are not secured.

    Args:
        case: the answers.
        reserve_share: part of what is left that is kept back, from 0 to 1.

    Raises:
        TermsError: a share outside 0 to 1.
    """
    income, spending = total(income_items(case)), total(spending_items(case))
    priority = priority_payments(case)
    budget = Budget(to_fen(income), to_fen(spending), priority_payments=to_fen(priority))
    return Surplus(
        income=income,
        spending=spending,
        priority=priority,
        left=income - spending - priority,
        reserve_share=reserve_share,
        affordable=to_yuan(monthly_surplus(budget, reserve=reserve_share).available),
        known=any(item.amount is not None for item in case.incomes)
        or any(item.amount is not None for item in case.spendings),
    )


def limit(case: Case) -> Decimal:
    """Return the most that can go to unsecured debts a month, yuan: the private ceiling, or less if less is left.

    While no budget is entered the ceiling alone counts. Only a `Case` has a ceiling, so what follows from this
    figure is for the person alone until they choose to ask for it.
    """
    month, ceiling = surplus(case), case.private.ceiling
    if ceiling is None:
        return month.affordable
    return min(ceiling, month.affordable) if month.known else ceiling


def shares(case: Answers, amount: Decimal | None = None) -> tuple[CreditorShare, ...]:
    """Return each unsecured debt's part of `amount` in proportion to what is owed; the parts add up exactly.

    Args:
        case: the answers; debts marked as not the person's own are left out.
        amount: yuan a month; what is affordable when left out.
    """
    debts = [debt for debt in case.debts if not comes_first(debt) and debt.whose is not Whose.NOT_MINE]
    balances = [owed_parts(debt).total for debt in debts]
    offer = to_fen(surplus(case).affordable if amount is None else amount)
    whole = sum(balances)
    return tuple(
        CreditorShare(debt.id, debt.creditor, balance, Decimal(balance) / whole if whole else Decimal(0), part)
        for debt, balance, part in zip(debts, balances, pro_rata(offer, balances), strict=True)
    )
