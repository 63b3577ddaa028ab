"""The other side of the table: what plans and alternatives are worth to a bank, and where both can agree.

The plain arithmetic is offered here; it reads no rules. What rests on rule rows is imported by its own name:

- `court_fee`, `ways`: what a claim costs in court, and what collection, a lawsuit and a sale may bring

So is what works on a person's answers and is private:

- `assumptions`, `seat`: the bank's ranges, and what it looks at
- `grid`, `area`, `packages`: the map of offers, where both can agree, three packages of equal value
- `counter`: a bank's offer weighed in full, and a counter-offer
"""

from accord.bank.accounting import AmortisedCost, Modification, amortised_cost, modification
from accord.bank.view import BankView, plan_value
from accord.bank.zopa import Cell, Sides, Zopa, zopa

__all__ = [
    "AmortisedCost",
    "BankView",
    "Cell",
    "Modification",
    "Sides",
    "Zopa",
    "amortised_cost",
    "modification",
    "plan_value",
    "zopa",
]
