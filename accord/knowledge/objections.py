"""What the other side may say and two answers each; who speaks and may decide what; the ladder after a refusal."""

from __future__ import annotations

from datetime import date
from functools import cache

from pydantic import Field

from accord.knowledge.cards import LetterId
from accord.knowledge.quoting import told
from accord.knowledge.reading import DATA, Known, Spoken, in_language, one, spoken_rows
from accord.knowledge.rules import ANY, Kind

FILE = DATA / "objections.toml"
PEOPLE = DATA / "counterparts.toml"


class Objection(Known):
    """One line of the bank, the interest likely behind it, and two answers; `____` is left to fill in."""

    debt_kinds: tuple[Kind, ...] = ("any",)
    rules: tuple[str, ...] = ()
    line: str
    interest: str
    answers: tuple[str, str]


class Counterpart(Known):
    """Somebody on the other end: how to tell them, what they may and cannot decide, how to be passed on."""

    name: str
    signs: str
    may_decide: tuple[str, ...] = Field(min_length=1)
    cannot_decide: tuple[str, ...] = Field(min_length=1)
    passed_on: str


class Step(Known):
    """One step of the ladder after a refusal."""

    letter_id: LetterId | None = None
    rules: tuple[str, ...] = ()
    title: str
    do: str
    words: str
    wait: str


def objections(tongue: str | None = None) -> tuple[Objection, ...]:
    """Return every objection card in `tongue`, or in the language spoken now."""
    return in_language(_objections(), tongue)


def objection(objection_id: str, tongue: str | None = None) -> Objection:
    """Return the objection card called `objection_id`.

    Raises:
        KnowledgeError: there is none.
    """
    return one(objections(tongue), objection_id, FILE.name)


def objections_for(debt_kind: str, tongue: str | None = None) -> tuple[Objection, ...]:
    """Return the objection cards that may come up for a kind of debt."""
    return tuple(row for row in objections(tongue) if ANY in row.debt_kinds or debt_kind in row.debt_kinds)


def counterparts(tongue: str | None = None) -> tuple[Counterpart, ...]:
    """Return the four counterparts: collector, service line, hardship desk, court."""
    return in_language(_counterparts(), tongue)


def counterpart(counterpart_id: str, tongue: str | None = None) -> Counterpart:
    """Return the counterpart called `counterpart_id`.

    Raises:
        KnowledgeError: there is none.
    """
    return one(counterparts(tongue), counterpart_id, PEOPLE.name)


def ladder(tongue: str | None = None, on: date | None = None) -> tuple[Step, ...]:
    """Return the steps after a refusal, in the order they are taken, with the figures of rules that stand on a day."""
    steps = in_language(_ladder(), tongue)
    return tuple(step.model_copy(update={"wait": told(step.wait, on, tongue)}) for step in steps)


@cache
def _objections() -> Spoken[Objection]:
    return spoken_rows(Objection, FILE, "objection")


@cache
def _counterparts() -> Spoken[Counterpart]:
    return spoken_rows(Counterpart, PEOPLE, "counterpart")


@cache
def _ladder() -> Spoken[Step]:
    return spoken_rows(Step, PEOPLE, "step")
