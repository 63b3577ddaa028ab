"""Scripted calls to practise with: a collector, a service line, a hardship desk; each in three moods.

A script is a graph of nodes in `data/*.toml`, in both languages. It needs no network and no chance but a seed: the
same seed, mood and replies give the same call. Every call ends within `MOST_TURNS` turns, because patience runs out.
What officers say here is invented for practice and describes no bank. Only for the person.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, reduce
from pathlib import Path
from typing import Any, Literal, get_args

from accord.errors import KnowledgeError, TermsError
from accord.i18n import LANGUAGES, N_, language
from accord.money import yuan

Counterpart = Literal["collector", "service_line", "hardship_desk"]
Mood = Literal["calm", "hurried", "stern"]
Outcome = Literal["in_writing", "call_back", "unclear", "over_ceiling", "unsafe", "cut_off"]

COUNTERPARTS: tuple[Counterpart, ...] = get_args(Counterpart)
MOODS: tuple[Mood, ...] = get_args(Mood)
MOST_TURNS = 15
PATIENCE: dict[Mood, int] = {"calm": 6, "hurried": 4, "stern": 3}
CUT_OFF = "cut_off"
DATA = Path(__file__).parent / "data"

BROKEN = N_("The shipped file {name} cannot be read. Your answers are safe; please reinstall the program.")
OVER = N_("This practice call is over. Begin another one, or go back a step.")
NO_REPLY = N_("Choose one of the replies shown.")

Words = Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """One thing the person may say: words by language, where it leads, and what it shows about the call."""

    id: str
    words: Words
    goes: str
    facts: tuple[str, ...]
    patience: int


@dataclass(frozen=True)
class Node:
    """What the officer says, by mood and language; the replies; how it ends."""

    id: str
    words: Mapping[Mood, Words]
    answers: tuple[Answer, ...]
    outcome: Outcome | None

    @property
    def ends(self) -> bool:
        """True when the call is over here."""
        return self.outcome is not None


@dataclass(frozen=True)
class Script:
    """One call: its title, how it starts, its nodes, and what an officer of each mood begins a sentence with."""

    id: Counterpart
    title: Words
    start: str
    nodes: Mapping[str, Node]
    openers: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The figures spoken in a call, fen a month: what is offered, what is pushed for, and the private ceiling."""

    instalment: int
    push: int
    ceiling: int


@dataclass(frozen=True)
class Said:
    """One turn: who spoke, the words, and what they show; `answer` is the id of a reply."""

    who: Literal["officer", "me"]
    text: str
    node: str
    facts: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Call:
    """A call under way; every step makes a new one, so that going back is keeping the old one.

    Attributes:
        script: which call.
        mood: of the officer.
        figures: what is spoken of.
        seed: of the small variations.
        at: the node reached.
        patience: what is left of it.
        said: everything said so far.
    """

    script: Script
    mood: Mood
    figures: Figures
    seed: int
    at: str
    patience: int
    said: tuple[Said, ...] = field(default=())

    @property
    def node(self) -> Node:
        """Where the call stands."""
        return self.script.nodes[self.at]

    @property
    def over(self) -> bool:
        """True when it has ended."""
        return self.node.ends

    @property
    def turns(self) -> int:
        """How often the person has spoken."""
        return sum(turn.who == "me" for turn in self.said)

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the replies so far: all it takes to come back to a paused call."""
        return tuple(turn.answer for turn in self.said if turn.who == "me")

    @property
    def facts(self) -> frozenset[str]:
        """Everything the replies so far have shown."""
        return frozenset(fact for turn in self.said for fact in turn.facts)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the replies possible now: id and words in the reader's language."""
        return tuple((answer.id, _filled(answer.words[language()], self.figures)) for answer in self.node.answers)


def script(counterpart: Counterpart) -> Script:
    """Return the script of a counterpart.

    Raises:
        KnowledgeError: the shipped file is broken.
    """
    return _scripts()[counterpart]


def begin(counterpart: Counterpart, mood: Mood, figures: Figures, *, seed: int = 0) -> Call:
    """Begin a call; the officer speaks first."""
    chosen = script(counterpart)
    call = Call(script=chosen, mood=mood, figures=figures, seed=seed, at=chosen.start, patience=PATIENCE[mood], said=())
    return replace(call, said=(_officer_says(call),))


def say(call: Call, answer_id: str) -> Call:
    """Say one of the replies; return the call after the officer's next words.

    Raises:
        TermsError: the call is over, or there is no such reply here.
    """
    if call.over:
        raise TermsError(OVER, field="call")
    answer = next((answer for answer in call.node.answers if answer.id == answer_id), None)
    if answer is None:
        raise TermsError(NO_REPLY, field="answer")
    spoken = Said("me", _filled(answer.words[language()], call.figures), call.at, answer.facts, answer.id)
    patience = call.patience + answer.patience
    at = answer.goes if _goes_on(call, answer, patience) else CUT_OFF
    after = replace(call, at=at, patience=patience, said=(*call.said, spoken))
    return replace(after, said=(*after.said, _officer_says(after)))


def back(call: Call) -> Call:
    """Return the call before the last reply; the same call when nothing has been said yet."""
    return again(call, call.answers[:-1]) if call.turns else call


def again(call: Call, answers: Sequence[str]) -> Call:
    """Return the same call with other replies: to go back, to come back after a pause, or to hear it in one language.

    Raises:
        TermsError: there is no such reply where it stands.
    """
    fresh = begin(call.script.id, call.mood, call.figures, seed=call.seed)
    return reduce(say, answers, fresh)


def closest(call: Call, typed: str) -> str | None:
    """Return the id of the reply whose words are most like what was typed; None when nothing is alike."""
    wanted = _pairs(typed)
    likeness = {
        answer.id: max(
            len(wanted & _pairs(words)) / max(1, len(wanted | _pairs(words))) for words in answer.words.values()
        )
        for answer in call.node.answers
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] > 0 else None


def _goes_on(call: Call, answer: Answer, patience: int) -> bool:
    leads_on = not call.script.nodes[answer.goes].ends
    return not leads_on or (patience > 0 and call.turns + 2 < MOST_TURNS)


def _officer_says(call: Call) -> Said:
    spoken = language()
    opener = _opener(call, spoken) if call.said and not call.node.ends else ""
    return Said("officer", opener + _filled(call.node.words[call.mood][spoken], call.figures), call.at)


def _opener(call: Call, spoken: str) -> str:
    """Return how the next sentence begins, by the seed: often with nothing, and never twice the same way in a call."""
    heard = [turn.text for turn in call.said if turn.who == "officer"]
    openers = call.script.openers[call.mood][spoken]
    fresh = [one for one in openers if not one or not any(text.startswith(one) for text in heard)]
    luck = random.Random(f"{call.seed}/{call.script.id}/{call.at}/{len(call.said)}")  # noqa: S311  no secret, a lead-in
    return luck.choice(["", *fresh])


def _filled(words: str, figures: Figures) -> str:
    return words.format(instalment=yuan(figures.instalment), push=yuan(figures.push))


def _pairs(text: str) -> set[str]:
    plain = "".join(sign for sign in text.lower() if sign.isalnum())
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


@cache
def _scripts() -> dict[Counterpart, Script]:
    return {name: _read(name) for name in COUNTERPARTS}


def _read(name: Counterpart) -> Script:
    path = DATA / f"{name}.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        nodes = {node["id"]: _node(node) for node in found["node"]}
        read = Script(name, _both(found["title"]), found["start"], nodes, found["openers"])
        _check(read)
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(BROKEN, name=path.name) from error
    return read


def _node(row: Mapping[str, Any]) -> Node:
    outcome = row.get("outcome")
    if outcome is not None and outcome not in get_args(Outcome):
        raise ValueError(outcome)
    words = {mood: _both(row[mood]) for mood in MOODS}
    return Node(row["id"], words, tuple(_answer(one) for one in row.get("answer", ())), outcome)


def _answer(row: Mapping[str, Any]) -> Answer:
    return Answer(row["id"], _both(row["says"]), row["goes"], tuple(row.get("facts", ())), int(row.get("patience", 0)))


def _both(words: Words) -> Words:
    return {spoken: words[spoken] for spoken in LANGUAGES}


def _check(read: Script) -> None:
    """Refuse a script that leads nowhere: a missing node, or one that neither ends nor goes on."""
    wanted = {read.start, CUT_OFF, *(answer.goes for node in read.nodes.values() for answer in node.answers)}
    missing = wanted - set(read.nodes)
    dead = [node.id for node in read.nodes.values() if bool(node.answers) == node.ends]
    if missing or dead:
        raise ValueError(sorted(missing) + dead)
