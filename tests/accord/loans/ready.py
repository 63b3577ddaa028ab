"""Terms and strategies shared by the loan tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from accord.loans import Mode, Schedule, Terms

FIRST_DUE = date(2026, 12, 31)


def terms(principal: int, annual_rate: str = "0", months: int = 12, *, mode: Mode = "ledger") -> Terms:
    """Terms from 31 December 2026 on; principal in fen."""
    rate = Decimal(annual_rate)
    return Terms(principal=principal, annual_rate=rate, months=months, first_due=FIRST_DUE, mode=mode)


RATES = st.decimals(0, 1, places=4)
ANY_TERMS = st.builds(
    Terms,
    principal=st.integers(1, 500_000_000),
    annual_rate=RATES,
    months=st.integers(1, 120),
    first_due=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)


def adds_up(schedule: Schedule) -> bool:
    """Principal repays the opening balance exactly, every row adds up, nothing is left."""
    principal = sum(row.principal for row in schedule.rows)
    rows = all(row.payment == row.interest + row.principal + row.fee for row in schedule.rows)
    return principal == schedule.opening and rows and schedule.rows[-1].balance == 0
