"""Every operation of the reference cases by name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.accord.golden_bank import BANK
from tests.accord.golden_budget import BUDGET
from tests.accord.golden_cards import CARDS
from tests.accord.golden_loans import LOANS
from tests.accord.golden_reading import Operation

OPERATIONS: Mapping[str, Operation] = {**LOANS, **CARDS, **BUDGET, **BANK}
