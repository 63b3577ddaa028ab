"""Agreement watch: what both sides said they would do, against what was done; and what comes next."""

from accord.watch.actions import Action, When, actions
from accord.watch.ledger import Due, DueState, due_dates_of, ledger, open_terms, shortfall_ahead

__all__ = ["Action", "Due", "DueState", "When", "actions", "due_dates_of", "ledger", "open_terms", "shortfall_ahead"]
