"""Which genuine papers prove what, for each hardship, and how to photograph them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from accord.errors import KnowledgeError
from accord.knowledge.reading import DATA, UNKNOWN_ROW, Known, Spoken, in_language, one, spoken_rows

FILE = DATA / "evidence.toml"
BASE = "base"
CAUSES = (
    "job_loss",
    "pay_cut",
    "illness",
    "business_failure",
    "divorce",
    "disaster",
    "family_care",
    "overspending_other",
)
OTHER_NAMES = {"other": "overspending_other"}

Cause = Literal[
    "base",
    "job_loss",
    "pay_cut",
    "illness",
    "business_failure",
    "divorce",
    "disaster",
    "family_care",
    "overspending_other",
]
Form = Literal["card", "page", "pages", "file", "screenshot"]


class Item(Known):
    """One paper of the checklist: what it is, what it proves, where to get it, why banks send it back.

    `paper` and `proves` go into papers for the bank as they stand, so they address nobody; advice to the person has
    its place in `hint`.
    """

    causes: tuple[Cause, ...] = Field(min_length=1)
    form: Form
    paper: str
    hint: str = Field(default="", min_length=0)
    proves: str
    where: str
    rejected: str

    def photo(self, tongue: str | None = None) -> str:
        """Return how to photograph a paper of this form."""
        return one(in_language(_photos(), tongue), self.form, FILE.name).text


class _Photo(Known):
    text: str


def items(tongue: str | None = None) -> tuple[Item, ...]:
    """Return every paper in `tongue`, or in the language spoken now."""
    return in_language(_items(), tongue)


def item(item_id: str, tongue: str | None = None) -> Item:
    """Return the paper called `item_id`.

    Raises:
        KnowledgeError: there is none.
    """
    return one(items(tongue), item_id, FILE.name)


def base_papers(tongue: str | None = None) -> tuple[Item, ...]:
    """Return the papers that everyone needs."""
    return tuple(row for row in items(tongue) if BASE in row.causes)


def checklist(cause: str, tongue: str | None = None) -> tuple[Item, ...]:
    """Return the papers for a hardship: first those everyone needs, then those of the cause.

    Args:
        cause: one of `CAUSES`; `other` means overspending or anything else.
        tongue: the language; the one spoken now when left out.

    Raises:
        KnowledgeError: there is no such cause.
    """
    name = OTHER_NAMES.get(cause, cause)
    if name not in CAUSES:
        raise KnowledgeError(UNKNOWN_ROW, row=cause, name=FILE.name)
    return base_papers(tongue) + tuple(row for row in items(tongue) if name in row.causes)


@cache
def _items() -> Spoken[Item]:
    return spoken_rows(Item, FILE, "item")


@cache
def _photos() -> Spoken[_Photo]:
    return spoken_rows(_Photo, FILE, "photo")
