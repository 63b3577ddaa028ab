"""Finding rules: by words in either language, by theme, kind of debt, whom they bind, and how surely they are known."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from accord.i18n import LANGUAGES, N_
from accord.knowledge.rules import Bound, Rule, Topic, rules
from accord.knowledge.sources import Confidence

THEMES: Final[dict[str, tuple[str, tuple[Topic, ...]]]] = {
    "door": (N_("Visits and the door"), ("entry", "hours")),
    "calls": (N_("Calls and manner"), ("calls", "conduct", "agency", "reachability", "evidence")),
    "others": (N_("Family, colleagues, my data"), ("third_person", "personal_data", "family")),
    "plans": (N_("Plans and extensions"), ("card_plan", "extension", "payment_order", "set_off", "disclosure")),
    "money": (N_("Interest and fees"), ("interest", "fees")),
    "court": (N_("Court and time limits"), ("court", "limitation", "bankruptcy")),
    "complaints": (N_("Complaints and mediation"), ("complaint", "mediation")),
    "credit": (N_("Credit record and agents"), ("credit_record", "debt_agents")),
    "bank": (N_("The bank's books and sales"), ("classification", "bank_value", "assignment")),
    "benefits": (N_("Unemployment benefit"), ("benefits",)),
}
"""Themes in the order a person asks about them: each with its name and the topics it holds."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for; an empty text or None stands for anything. Days are the reader's own.

    Attributes:
        words: all of them must stand in the rule, in either language; articles as `678` or `第678条`.
        statable: only what a letter of the day may state.
    """

    words: str = ""
    theme: str | None = None
    kind: str | None = None
    bound: Bound | None = None
    confidence: Confidence | None = None
    statable: bool = False


def search(wanted: Wanted, on: date) -> tuple[Rule, ...]:
    """Return the rules somebody looks for, theme by theme, in the files' order within a theme."""
    asked = plain_words(wanted.words)
    found = [row for row in rules() if _fits(row, wanted, on) and all(word in _text_of(row) for word in asked)]
    order = list(THEMES)
    return tuple(sorted(found, key=lambda row: order.index(theme_of(row))))


def theme_of(row: Rule) -> str:
    """Return the theme a rule belongs to."""
    return _themes()[row.topic]


def plain_words(text: str) -> tuple[str, ...]:
    """Return what is looked for, word by word: full-width signs made plain, without case, book marks and 第…条."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(re.sub(r"[\"',。、;；]+", " ", re.sub(r"[《》“”第条]", "", folded)).split())


def _fits(row: Rule, wanted: Wanted, on: date) -> bool:
    return (
        wanted.theme in {None, theme_of(row)}
        and (wanted.kind is None or row.binds(wanted.kind))
        and (wanted.bound is None or wanted.bound in row.whom)
        and wanted.confidence in {None, row.confidence}
        and (not wanted.statable or row.may_be_stated(on))
    )


@cache
def _themes() -> dict[Topic, str]:
    return {topic: theme for theme, (_name, topics) in THEMES.items() for topic in topics}


@cache
def _text_of(row: Rule) -> str:
    parts = [row.id, row.quote, row.unit, *row.phrases]
    for tongue in LANGUAGES:
        parts += [row.says(tongue), row.citation(tongue), row.source.title.spoken(tongue), *row.whom_words(tongue)]
    return " ".join(plain_words(" ".join(parts)))
