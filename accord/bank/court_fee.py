"""What filing a claim about money costs in court: the scale of the litigation-cost measures, read from its rule."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from accord.errors import KnowledgeError
from accord.knowledge.rules import NO_FIGURE, figure, rule
from accord.loans.schedule import check_amount
from accord.money import half_up, to_fen

SCALE_RULE = "court.fee"
HALF_RULE = "court.fee.halved"


class Step(NamedTuple):
    """One step of the scale: its upper end in fen (None: no end), the flat charge in fen, the part charged inside."""

    upper: int | None
    flat: int
    part: Fraction


def court_fee(claim: int, *, halved: bool = False, on: date | None = None) -> int:
    """Return the fee in fen for a claim in fen; half in summary proceedings or when settled by mediation.

    Args:
        claim: fen.
        halved: counts the reduced fee.
        on: the day whose scale counts; without it the scale as it is kept.

    Raises:
        TermsError: a claim that is not above zero, or too large.
        KnowledgeError: the rule states no scale.
    """
    check_amount(claim, "claim")
    fee, lower = Fraction(0), 0
    for step in scale(on):
        inside = (claim if step.upper is None else min(claim, step.upper)) - lower
        if inside <= 0:
            break
        fee += step.flat + inside * step.part
        lower += inside
    due = fee * Fraction(figure(HALF_RULE, on)) if halved else fee
    return half_up(due.numerator, due.denominator)


@cache
def scale(on: date | None = None) -> tuple[Step, ...]:
    """Return the steps of the fee in force on a day, the lowest first.

    Raises:
        KnowledgeError: the rule states no scale.
    """
    row = rule(SCALE_RULE, on)
    if not row.brackets:
        raise KnowledgeError(NO_FIGURE, rule=row.id)
    return tuple(
        Step(to_fen(step.up_to) if step.up_to else None, to_fen(step.flat), Fraction(step.part))
        for step in row.brackets
    )
