"""How fast a negotiator gives way as time runs out (time-dependent tactics of Faratin, Sierra and Jennings, 1998)."""

from __future__ import annotations

from math import exp, isfinite, log
from typing import Literal

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.schedule import check_choice

Family = Literal["poly", "exp"]

TACTIC = N_("A negotiator's pace must be above zero, its start between 0% and 100%, and its time above zero.")


def conceded(round_number: float, *, rounds: float, start: float, pace: float, family: Family = "poly") -> float:
    """Return the part conceded after `round_number` of `rounds`, from `start` to 1; past the end it stays 1.

    `poly` is k + (1-k) (t/T)^(1/b), `exp` is exp((1 - t/T)^b ln k). A pace b below 1 holds out until the end
    (Boulware), 1 is steady, above 1 gives way early (Conceder).

    Raises:
        TermsError: a start outside 0 to 1, a pace or number of rounds not above zero, or a family that is not known.
    """
    check_choice(family, Family, "family")
    possible = {
        "start": 0 <= start <= 1,
        "pace": isfinite(pace) and pace > 0,
        "rounds": isfinite(rounds) and rounds > 0,
    }
    for field, holds in possible.items():
        if not holds:
            raise TermsError(TACTIC, field=field)
    part = min(max(round_number, 0.0), rounds) / rounds
    if family == "poly":
        return float(start + (1 - start) * part ** (1 / pace))
    if start == 0:
        return float(part == 1)
    return exp(float((1 - part) ** pace) * log(start))
