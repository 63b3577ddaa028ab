"""The other side of the table: what plans and alternatives are worth to a bank, and where both can agree.

The arithmetic is offered here. What works on a person's answers is private and imported by its own name:

- `assumptions`, `seat`: the bank's ranges, and what it looks at
- `grid`, `area`, `packages`: the map of offers, where both can agree, three packages of equal value
- `counter`: a bank's offer weighed in full, and a counter-offer
"""

from accord.bank.accounting import AmortisedCost, Modification, amortised_cost, modification
from accord.bank.court_fee import court_fee
from accord.bank.view import (
    Alternatives,
    BankView,
    Collection,
    Litigation,
    WaysOut,
    alternatives,
    plan_value,
)
from accord.bank.zopa import Cell, Sides, Zopa, zopa

__all__ = [
    "Alternatives",
    "AmortisedCost",
    "BankView",
    "Cell",
    "Collection",
    "Litigation",
    "Modification",
    "Sides",
    "WaysOut",
    "Zopa",
    "alternatives",
    "amortised_cost",
    "court_fee",
    "modification",
    "plan_value",
    "zopa",
]
