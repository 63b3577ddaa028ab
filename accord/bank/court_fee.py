"""What filing a claim about money costs in court, set by State Council Order 481, article 13 (诉讼费用交纳办法)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from accord.loans.schedule import check_amount
from accord.money import half_up

FIRST_BRACKET = 1_000_000
FLAT_FEE = 5_000
BRACKETS = (
    (10_000_000, Decimal("0.025")),
    (20_000_000, Decimal("0.02")),
    (50_000_000, Decimal("0.015")),
    (100_000_000, Decimal("0.01")),
    (200_000_000, Decimal("0.009")),
    (500_000_000, Decimal("0.008")),
    (1_000_000_000, Decimal("0.007")),
    (2_000_000_000, Decimal("0.006")),
    (None, Decimal("0.005")),
)
"""Upper ends in fen, None for no end, and the part charged of what lies inside the bracket."""


def court_fee(claim: int, *, halved: bool = False) -> int:
    """Return the fee in fen for a claim in fen; half in summary proceedings or when settled by mediation.

    Raises:
        TermsError: a claim that is not above zero, or too large.
    """
    check_amount(claim, "claim")
    fee, lower = Fraction(FLAT_FEE), FIRST_BRACKET
    for upper, part in BRACKETS:
        inside = (claim if upper is None else min(claim, upper)) - lower
        if inside <= 0:
            break
        fee += inside * Fraction(part)
        lower += inside
    due = fee / 2 if halved else fee
    return half_up(due.numerator, due.denominator)
