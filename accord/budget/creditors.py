"""Several creditors and one month: what is left after the plans that stand, and fair ways to share it.

Secured debts come first and are in the budget already. Instalments that are agreed are kept; only what they leave is
shared between the others, by a named rule, to the last fen. Sharing in proportion is an argument of fairness and the
ceiling for each talk; no bank has to follow it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from accord.budget.affordability import pro_rata
from accord.budget.means import Answers, comes_first, limit, owed_parts, surplus
from accord.budget.promise import committed_elsewhere
from accord.case import Agreement, Case, Debt, OpenCase, Whose
from accord.i18n import N_, _
from accord.money import to_fen, yuan

Variant = Literal["by_balance", "by_principal", "by_instalment", "equal", "smallest_first"]

VARIANTS: dict[Variant, str] = {
    "by_balance": N_("In proportion to what is owed: the same share to everyone"),
    "by_principal": N_("In proportion to the principal: fairer where penalties differ"),
    "by_instalment": N_("In proportion to the contract's instalments"),
    "equal": N_("The same amount to everyone"),
    "smallest_first": N_("The smallest debt first: one caller less soon, less fair to the others"),
}
FAIR = N_("{creditor}: {money}% of the money for {debt}% of the debt, {amount} a month.")
NOTHING_LEFT = N_(
    "After necessary spending and the plans that stand nothing is left to share. Ask each for a pause with a day to "
    "look again; a token of up to {token} a month shows good will, if it can be spared."
)
SHARE_PLACES = Decimal("0.0001")
TOKEN = 5_000
"""Fen a month offered as a sign of good will where nothing is left; a starting figure that can be changed."""


@dataclass(frozen=True)
class Part:
    """One creditor's part; fen a month. The shares are fractions of the money shared and of the debts it is for."""

    debt_id: str
    creditor: str
    owed: int
    amount: int
    share_of_money: Decimal
    share_of_debt: Decimal

    def speak(self) -> str:
        """Return the fairness line in the reader's language."""
        return _(FAIR).format(
            creditor=self.creditor,
            money=_percent(self.share_of_money),
            debt=_percent(self.share_of_debt),
            amount=yuan(self.amount),
        )


@dataclass(frozen=True)
class Division:
    """A month shared between creditors; fen.

    Attributes:
        variant: by which rule.
        available: what could go to unsecured debts before any plan.
        committed: instalments already agreed.
        parts: what each of the others gets.
        token: True when nothing is left, so that the parts are tokens at most.
    """

    variant: Variant
    available: int
    committed: int
    parts: tuple[Part, ...]
    token: bool

    @property
    def missing(self) -> int:
        """What the agreed plans alone ask beyond what is available."""
        return max(0, self.committed - self.available)

    def sentences(self) -> tuple[str, ...]:
        """Return the fairness lines, or what to do when nothing is left; in the reader's language."""
        if self.token:
            return (_(NOTHING_LEFT).format(token=yuan(TOKEN)),)
        return tuple(part.speak() for part in self.parts)


def divided(case: Case | OpenCase, variant: Variant = "by_balance", *, amount: Decimal | None = None) -> Division:
    """Share what all agreed plans leave between the unsecured debts without one.

    Args:
        case: the answers.
        variant: by which rule.
        amount: yuan a month for all unsecured debts together; what is affordable when left out.
    """
    available = to_fen(surplus(case).affordable if amount is None else amount)
    agreed = {one.debt_id: one for one in case.agreements if one.instalment}
    committed = sum(_unsecured(case, one) for one in agreed.values())
    debts = [debt for debt in _to_share(case) if debt.id not in agreed]
    left = available - committed
    if left <= 0:
        return Division(variant, available, committed, _parts(debts, [0] * len(debts)), token=True)
    return Division(variant, available, committed, _parts(debts, _amounts(variant, debts, left)), token=False)


def set_aside(case: Case, debt: Debt) -> int:
    """Return what goes to the other unsecured debts meanwhile, fen a month: what is agreed, or their fair part."""
    fair = sum(part.amount for part in divided(case, amount=limit(case)).parts if part.debt_id != debt.id)
    return committed_elsewhere(case, debt.id) + fair


def _to_share(case: Answers) -> list[Debt]:
    return [debt for debt in case.debts if not comes_first(debt) and debt.whose is not Whose.NOT_MINE]


def _unsecured(case: Case | OpenCase, agreement: Agreement) -> int:
    debt = case.debt(agreement.debt_id)
    return 0 if debt is not None and comes_first(debt) else to_fen(agreement.instalment or Decimal(0))


def _amounts(variant: Variant, debts: Sequence[Debt], left: int) -> Sequence[int]:
    """Share `left` fen; nobody gets more than is owed to them, and what they cannot take is shared again."""
    owed = [owed_parts(debt).total for debt in debts]
    if variant == "smallest_first":
        return _smallest_first(owed, left)
    weights = [weight if total else 0 for weight, total in zip(_weights(variant, debts), owed, strict=True)]
    if not any(weights):
        weights = owed
    return pro_rata(min(left, sum(owed)), weights, caps=owed)


def _weights(variant: Variant, debts: Sequence[Debt]) -> list[int]:
    by: dict[Variant, Callable[[Debt], int]] = {
        "by_balance": lambda debt: owed_parts(debt).total,
        "by_principal": lambda debt: owed_parts(debt).principal,
        "by_instalment": lambda debt: to_fen(debt.contract_instalment or debt.minimum_due or Decimal(0)),
        "equal": lambda _debt: 1,
    }
    return [by[variant](debt) for debt in debts]


def _smallest_first(owed: Sequence[int], left: int) -> list[int]:
    amounts = [0] * len(owed)
    for i in sorted(range(len(owed)), key=owed.__getitem__):
        amounts[i] = min(owed[i], left)
        left -= amounts[i]
    return amounts


def _parts(debts: Sequence[Debt], amounts: Sequence[int]) -> tuple[Part, ...]:
    owed = [owed_parts(debt).total for debt in debts]
    money, debt_sum = sum(amounts), sum(owed)
    return tuple(
        Part(debt.id, debt.creditor, total, amount, _share(amount, money), _share(total, debt_sum))
        for debt, total, amount in zip(debts, owed, amounts, strict=True)
    )


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(part) / whole).quantize(SHARE_PLACES) if whole else Decimal(0)


def _percent(share: Decimal) -> str:
    return f"{share * 100:.0f}"
