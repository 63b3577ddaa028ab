"""Reading and writing the reference cases' notation: yuan as text, rates as text, days as text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from accord.loans import Mode, Rates, Rounding, Row, Schedule, Terms, irr
from accord.money import to_fen, to_yuan

Inputs = Mapping[str, Any]
Answer = dict[str, Any]
Operation = Callable[[Inputs], Answer]
ANY_DAY = date(2026, 1, 1)
SHARED: Mapping[str, Rounding] = {"floor": "floor", "truncate": "floor", "half_up": "half_up"}


def fen(text: str) -> int:
    """Read yuan."""
    return to_fen(Decimal(text))


def yuan(amount: float) -> Decimal:
    """Write fen as yuan; floats are rounded for display only."""
    return to_yuan(amount) if isinstance(amount, int) else Decimal(amount) / 100


def share_rounding(given: Inputs) -> Any:  # noqa: ANN401  what is not known the engine refuses
    """Read how an equal share is rounded."""
    name = given.get("principal_rounding", "half_up")
    return SHARED.get(name, name)


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def terms(given: Inputs, *, mode: Mode | None = None, months: int = 1, first_due: date = ANY_DAY) -> Terms:
    """Read what most schedules share."""
    return Terms(
        principal=fen(given["principal"]),
        annual_rate=Decimal(given["annual_rate"]),
        months=given.get("n", months),
        first_due=first_due,
        mode=mode or given.get("mode", "ledger"),
        due_day=given.get("due_day"),
    )


def written(schedule: Schedule) -> Answer:
    """Write a schedule: rows by number, totals, and the fingerprint of all rows."""
    return {
        "n": schedule.months,
        "rows": [_row(row) for row in schedule.rows],
        "totals": {
            "payment": yuan(schedule.total_paid),
            "interest": yuan(schedule.total_interest),
            "principal": yuan(schedule.total_principal),
        },
        "sha256_csv": fingerprint(schedule),
    }


def _row(row: Row) -> Answer:
    amounts = ("payment", "interest", "principal", "fee", "balance")
    return {"k": row.k, "date": row.due, **{name: yuan(getattr(row, name)) for name in amounts}}


def fingerprint(schedule: Schedule) -> str:
    """Return SHA-256 of the lines `k,payment,interest,principal,balance`."""
    amounts = ("payment", "interest", "principal", "balance")
    lines = (",".join([str(row.k), *(str(yuan(getattr(row, name))) for name in amounts)]) for row in schedule.rows)
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def effective_with_costs(schedule: Schedule, payments: Sequence[float] | None = None) -> Decimal | None:
    """Return the effective yearly rate when two percent of the amount are kept back at the start."""
    shown = payments or [row.payment for row in schedule.rows]
    exact = schedule.unrounded.payments if schedule.unrounded else shown
    return irr([-schedule.opening * 0.98, *exact]).effective


def rates(found: Rates) -> Answer:
    """Write a rate of return in its three forms."""
    return {
        "irr_per_period": found.per_period,
        "nominal_annual": found.nominal,
        "effective_annual": found.effective,
        "reason": found.reason,
    }
