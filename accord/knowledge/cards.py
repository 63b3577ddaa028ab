"""Nine emergency cards: what to say, what to do now, what not to do, whom to call, which letter.

They need no case and no question. Three texts are shared: the three-sentence call, the sentence for everyone
at home, and the lines on money safety.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from pydantic import Field

from accord.i18n import N_, language
from accord.knowledge.quoting import told
from accord.knowledge.reading import DATA, Known, Spoken, in_language, one, spoken_rows

FILE = DATA / "cards.toml"
LETTER_IDS = (
    "hold_action",
    "request",
    "preference",
    "confirmation",
    "update",
    "cannot_pay",
    "settlement",
    "dispute",
    "breach",
    "complaint_bank",
    "complaint_regulator",
    "contact_change",
)
DOOR_CARD = "at_the_door"
DOOR_CARD_LINES = 12
CALL_TITLE = N_("Tonight: the call in three sentences")

Share = Literal["script", "home", "safety"]
LetterId = Literal[
    "hold_action",
    "request",
    "preference",
    "confirmation",
    "update",
    "cannot_pay",
    "settlement",
    "dispute",
    "breach",
    "complaint_bank",
    "complaint_regulator",
    "contact_change",
]


@dataclass(frozen=True)
class Card:
    """One card in one language. Empty tuples and texts are not drawn; `rules` names the rows behind it."""

    id: str
    title: str
    say: tuple[str, ...]
    script: tuple[str, ...]
    home: str
    do_now: tuple[str, ...]
    do_not: tuple[str, ...]
    safety: tuple[str, ...]
    call: tuple[str, ...]
    note: str
    letter_id: str | None
    rules: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line of the card below its title, in the order they are read."""
        parts = (self.say, self.script, (self.home,), self.do_now, self.do_not, self.safety, self.call)
        return tuple(line for part in (*parts, (self.note,)) for line in part if line)


class _Shared(Known):
    script: tuple[str, str, str]
    home: str
    safety: tuple[str, str, str]


class _Row(Known):
    title: str
    say: tuple[str, ...] = Field(min_length=1)
    do_now: tuple[str, ...] = Field(min_length=1)
    do_not: tuple[str, ...] = Field(min_length=1)
    call: tuple[str, ...] = Field(min_length=1)
    note: str
    letter_id: LetterId | None = None
    rules: tuple[str, ...]
    shares: tuple[Share, ...]


def cards(tongue: str | None = None, on: date | None = None) -> tuple[Card, ...]:
    """Return the nine cards in `tongue`, or in the language spoken now, the most urgent first.

    `on` is the day they are read, for the rules they quote; without it those are taken as they stand.
    """
    return _cards(tongue or language(), on)


def card(card_id: str, tongue: str | None = None, on: date | None = None) -> Card:
    """Return the card called `card_id`, as it is read on a day.

    Raises:
        KnowledgeError: there is none.
    """
    one(in_language(_rows(), tongue), card_id, FILE.name)
    return next(found for found in cards(tongue, on) if found.id == card_id)


def three_sentences(tongue: str | None = None) -> tuple[str, str, str]:
    """Return the call in three sentences; the last one asks for the work order number."""
    return _shared(tongue or language()).script


def home_sentence(tongue: str | None = None) -> str:
    """Return the one sentence for everyone at home."""
    return _shared(tongue or language()).home


def money_safety(tongue: str | None = None) -> tuple[str, str, str]:
    """Return the three lines on money safety that stand on every door card, call script and payment page."""
    return _shared(tongue or language()).safety


@cache
def _rows() -> Spoken[_Row]:
    return spoken_rows(_Row, FILE, "card")


@cache
def _shared_rows() -> Spoken[_Shared]:
    return spoken_rows(_Shared, FILE, "shared")


def _shared(tongue: str) -> _Shared:
    return one(_shared_rows()[tongue], "shared", FILE.name)


@lru_cache(maxsize=16)
def _cards(tongue: str, on: date | None) -> tuple[Card, ...]:
    return tuple(_filled(_told(row, tongue, on), _shared(tongue)) for row in _rows()[tongue])


def _told(row: _Row, tongue: str, on: date | None) -> _Row:
    """Return a row whose lines say the figures of the rules they quote."""
    lines = {
        name: tuple(told(line, on, tongue) for line in getattr(row, name))
        for name in ("say", "do_now", "do_not", "call")
    }
    return row.model_copy(update=lines)


def _filled(row: _Row, shared: _Shared) -> Card:
    own = row.model_dump(exclude={"shares"})
    return Card(
        script=shared.script if "script" in row.shares else (),
        home=shared.home if "home" in row.shares else "",
        safety=shared.safety if "safety" in row.shares else (),
        **own,
    )
