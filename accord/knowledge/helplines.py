"""Whom to call, with the confidence each line was read with; and the red-flag test for debt agents."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache

from pydantic import Field

from accord.errors import KnowledgeError
from accord.i18n import N_, language, speaking
from accord.i18n import _ as spoken
from accord.knowledge.reading import DATA, UNKNOWN_ROW, Known, Spoken, in_language, one, spoken_rows
from accord.knowledge.sources import CONFIDENCE, Confidence, Words

FILE = DATA / "helplines.toml"
CLEAN = N_(
    "No red flag ticked. Even so: pay nothing in advance, hand over no ID, card, SIM or password, "
    "and speak with the bank yourself."
)
STOP = N_(
    "At least one red flag. Do not sign, pay or hand over anything; "
    "if you already did, report the loss and change passwords today."
)


class Helpline(Known):
    """One line. `number` is empty for the bank's own: use the number on the card."""

    number: str = Field(pattern=r"^\d*$", min_length=0)
    confidence: Confidence
    read_on: date
    source: Words
    url: str | None = None
    rules: tuple[str, ...] = ()
    hours: Words | None = None
    name: str
    use_for: str
    not_for: str
    how: str

    def confidence_words(self) -> str:
        """Return how the line was read, in plain words."""
        return spoken(CONFIDENCE[self.confidence])


class Flag(Known):
    """One warning sign of a debt agent, and what to do instead."""

    sign: str
    instead: str


def helplines(tongue: str | None = None) -> tuple[Helpline, ...]:
    """Return every line in `tongue`, or in the language spoken now; the bank's own first."""
    return in_language(_helplines(), tongue)


def helpline(helpline_id: str, tongue: str | None = None) -> Helpline:
    """Return the line called `helpline_id`.

    Raises:
        KnowledgeError: there is none.
    """
    return one(helplines(tongue), helpline_id, FILE.name)


def red_flags(tongue: str | None = None) -> tuple[Flag, ...]:
    """Return the warning signs of a debt agent."""
    return in_language(_flags(), tongue)


def agent_verdict(ticked: Collection[str], tongue: str | None = None) -> str:
    """Return what the red-flag test says: one flag is enough to stop.

    Raises:
        KnowledgeError: a ticked id is no flag.
    """
    for unknown in set(ticked) - {flag.id for flag in red_flags(tongue)}:
        raise KnowledgeError(UNKNOWN_ROW, row=unknown, name=FILE.name)
    with speaking(tongue or language()):
        return spoken(STOP if ticked else CLEAN)


@cache
def _helplines() -> Spoken[Helpline]:
    return spoken_rows(Helpline, FILE, "helpline")


@cache
def _flags() -> Spoken[Flag]:
    return spoken_rows(Flag, FILE, "flag")
