"""Agreement watch: what both sides said they would do, against what was done; and what comes next."""

from accord.watch.actions import Action, When, actions
from accord.watch.ledger import (
    Due,
    DueState,
    Shortfall,
    due_dates_of,
    ledger,
    next_unpaid,
    open_terms,
    shortfall_ahead,
)

__all__ = [
    "Action",
    "Due",
    "DueState",
    "Shortfall",
    "When",
    "actions",
    "due_dates_of",
    "ledger",
    "next_unpaid",
    "open_terms",
    "shortfall_ahead",
]
