"""Plans side by side: plain rows for a table; amounts are fen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from accord.money import to_fen
from accord.options.plan import Plan

_PLACES = Decimal("0.0001")


class ComparisonRow(NamedTuple):
    """One plan's figures; amounts in fen, rates and shares as fractions.

    `share_of_surplus` is the highest instalment over what is left in a month; None when nothing is left. The two
    yearly rates go by their full names: IRR×12 (`nominal_rate`) and compounded, EIR (`effective_rate`).
    """

    option_id: str
    title: str
    instalment: int
    highest: int
    months: int
    down_payment: int
    waived: int
    interest: int
    fees: int
    total_paid: int
    nominal_rate: Decimal | None
    effective_rate: Decimal | None
    paid_off_on: date
    share_of_surplus: Decimal | None
    affordable: bool | None


def comparison(plans: Iterable[Plan], surplus: Decimal | None = None) -> tuple[ComparisonRow, ...]:
    """Return one row a plan, in the order given.

    Args:
        plans: the plans.
        surplus: what is left in a month for this debt, yuan; None while no budget is known.
    """
    left = None if surplus is None else to_fen(surplus)
    return tuple(_row(plan, left) for plan in plans)


def _row(plan: Plan, left: int | None) -> ComparisonRow:
    highest = plan.highest_instalment
    return ComparisonRow(
        option_id=plan.option_id,
        title=plan.title,
        instalment=plan.first_instalment,
        highest=highest,
        months=plan.months,
        down_payment=plan.down_payment,
        waived=plan.waived,
        interest=plan.interest,
        fees=plan.fees,
        total_paid=plan.total_paid,
        nominal_rate=plan.nominal_rate,
        effective_rate=plan.effective_rate,
        paid_off_on=plan.paid_off_on,
        share_of_surplus=(Decimal(highest) / left).quantize(_PLACES) if left else None,
        affordable=None if left is None else highest <= left,
    )
