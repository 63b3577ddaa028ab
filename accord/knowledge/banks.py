"""Banks by name, and the number to call: the person's own first, ours only where it was surely read, else the card's.

A number that was found only on a weak page is kept for whoever verifies it, and never leaves this module.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from accord.case import Debt
from accord.knowledge.reading import DATA, Known, Spoken, in_language, spoken_rows

FILE = DATA / "banks.toml"
SHOWN = frozenset({"P", "PT", "R"})
"""How surely a number must have been read to be shown."""

Sureness = Literal["P", "PT", "R", "RL"]


class Bank(Known):
    """One bank. `number` is empty unless it was read surely enough."""

    number: str = Field(default="", pattern=r"^[\d-]*$", min_length=0)
    confidence: Sureness | None = None
    read_on: date | None = None
    name: str
    also: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _only_what_was_read_surely(cls, row: object) -> object:
        if isinstance(row, dict) and row.get("number") and row.get("confidence") not in SHOWN:
            return row | {"number": ""}
        return row

    @property
    def to_verify(self) -> bool:
        """True when a number was seen, but not on a page that could be trusted."""
        return self.confidence is not None and not self.number


class ToCall(NamedTuple):
    """Whom to call about one debt: the creditor's name, the number, whose it is, and the day ours was read."""

    debt_id: str
    creditor: str
    number: str
    whose: Literal["own", "ours", "card"]
    read_on: date | None = None


def banks(tongue: str | None = None) -> tuple[Bank, ...]:
    """Return every bank in `tongue`, or in the language spoken now."""
    return in_language(_rows(), tongue)


def bank_named(creditor: str) -> Bank | None:
    """Return the bank a creditor's name speaks of, by its longest name in it; None when it is none we know."""
    said = creditor.casefold()
    fits = [
        (len(name), row)
        for rows in _rows().values()
        for row in rows
        for name in (row.name, *row.also)
        if name.casefold() in said
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def to_call(debt: Debt) -> ToCall:
    """Return the number for a debt: the one the person wrote down, else ours, else none: the card's counts."""
    if debt.creditor_phone:
        return ToCall(debt.id, debt.creditor, debt.creditor_phone, "own")
    found = bank_named(debt.creditor)
    if found is not None and found.number:
        return ToCall(debt.id, debt.creditor, found.number, "ours", found.read_on)
    return ToCall(debt.id, debt.creditor, "", "card")


@cache
def _rows() -> Spoken[Bank]:
    return spoken_rows(Bank, FILE, "bank")
