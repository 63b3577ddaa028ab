"""What a plan is worth to a bank; `ways` has what it is weighed against.

Values are expectations under assumptions that the person can change; they are unrounded floats in fen and never a
forecast. A plan is weighed by survival: each month it goes on with probability `1 - break_hazard`, and on a break
part of the balance comes back later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.schedule import LONGEST_RUN, check_months, check_owed, check_part

DISCOUNT = N_("The discount rate must lie above -100% and be no more than 100%.")
COST = N_("A cost cannot be below zero.")
PAIRS = N_("Every payment needs the balance before it.")
DELAY = N_("A delay cannot be below zero months.")


@dataclass(frozen=True, kw_only=True)
class BankView:
    """Assumptions a bank may look at a plan with.

    Args:
        annual_discount: what a year of waiting costs, fraction.
        break_hazard: chance that the plan breaks in a month, 0 to 1.
        recovery: part of the balance that still comes back after a break, 0 to 1.
        lag_months: months after the break until it does.
        servicing_cost: cost of handling a payment, fen.
    """

    annual_discount: float = 0.03
    break_hazard: float = 0.02
    recovery: float = 0.15
    lag_months: int = 12
    servicing_cost: float = 1_000.0

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        check_part(self.break_hazard, "break_hazard")
        check_part(self.recovery, "recovery")
        check_discount(self.annual_discount)
        check_delay(self.lag_months, "lag_months")
        check_cost(self.servicing_cost, "servicing_cost")

    @property
    def monthly_discount(self) -> float:
        """Worth today of a yuan in a month: (1+y)^(-1/12)."""
        return discount_factor(self.annual_discount, 1)


def plan_value(payments: Sequence[int], balances: Sequence[int], view: BankView, *, first_payment: int = 0) -> float:
    """Return what a plan is worth to the bank today, in fen.

    V = D0 + sum s^k (A_k - c) v^k + sum s^(k-1) (1-s) rho B_(k-1) v^(k+L); a break comes before the payment.

    Args:
        payments: fen, month by month.
        balances: what is owed before each payment, fen; as many as payments.
        view: the bank's assumptions.
        first_payment: paid when signing, fen.

    Raises:
        TermsError: no payments, or too many, or below zero, or not as many balances.
    """
    check_months(len(payments), "payments", most=LONGEST_RUN)
    if len(balances) != len(payments):
        raise TermsError(PAIRS, field="balances")
    check_owed(payments=min(payments), first_payment=first_payment)
    keeps = 1 - view.break_hazard
    alive = [keeps**k for k in range(1, len(payments) + 1)]
    return kept_plan_value(payments, balances, alive, view) + first_payment


def kept_plan_value(
    payments: Sequence[float], balances: Sequence[float], alive: Sequence[float], view: BankView
) -> float:
    """Return what a plan is worth, in fen, when it is known how many such plans still stand after each payment.

    V = sum S_k (A_k - c) v^k + sum (S_(k-1) - S_k) rho B_(k-1) v^(k+L), with S_0 = 1.

    Args:
        payments: fen, month by month.
        balances: what is owed before each payment, fen.
        alive: part of such plans that still stands after each payment, never rising.
        view: the bank's assumptions; its break hazard plays no part.
    """
    discount, value, worth, before = view.monthly_discount, 0.0, 1.0, 1.0
    after_break = view.recovery * float(discount**view.lag_months)
    for payment, balance, after in zip(payments, balances, alive, strict=True):
        worth *= discount
        value += worth * ((before - after) * after_break * balance + after * (payment - view.servicing_cost))
        before = after
    return value


def discount_factor(annual: float, months: float) -> float:
    """Return what a yuan in `months` is worth today at a yearly discount, compounded."""
    return float((1 + annual) ** (-months / 12))


def check_discount(annual: float) -> None:
    """Refuse a yearly discount of -100% or less, or above 100%.

    Raises:
        TermsError: always naming `annual_discount`.
    """
    if not -1 < annual <= 1:
        raise TermsError(DISCOUNT, field="annual_discount")


def check_cost(cost: float, field: str) -> None:
    """Refuse a cost (fen) below zero or without end.

    Raises:
        TermsError: naming `field`.
    """
    if not (isfinite(cost) and cost >= 0):
        raise TermsError(COST, field=field)


def check_delay(months: int, field: str) -> None:
    """Refuse negative months.

    Raises:
        TermsError: naming `field`.
    """
    if months < 0:
        raise TermsError(DELAY, field=field)
