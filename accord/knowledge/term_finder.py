"""Which words of the glossary a text uses, and in which section of a chapter each is met first."""

from __future__ import annotations

import re
from functools import cache

from accord import i18n
from accord.i18n import CHINESE
from accord.knowledge.article import CHAPTERS, chapter_text
from accord.knowledge.glossary import Term, terms


def terms_in(text: str, language: str | None = None) -> tuple[Term, ...]:
    """Return the words of the glossary that stand in a text and are no everyday words, in the order they are met.

    A word inside a longer one of the glossary is not met: in 账单分期 nobody reads 分期.
    """
    chosen = language or i18n.language()
    met: dict[str, Term] = {}
    for found in _pattern(chosen).finditer(text):
        word = _by_name(chosen)[_folded(found[0], chosen)]
        if not word.everyday:
            met.setdefault(word.id, word)
    return tuple(met.values())


def met_in(address: str, language: str | None = None) -> tuple[Term, ...]:
    """Return the words a chapter's reader meets first in one section, asked for as `5.1` or `negotiate.example`.

    Raises:
        KnowledgeError: there is no such chapter or language.
    """
    chapter, _point, number = address.rpartition(".")
    if address[0].isdigit():
        chapter, number = CHAPTERS[int(address.partition(".")[0])], address
    return first_met(chapter, language or i18n.language()).get(number, ())


@cache
def first_met(chapter_id: str, language: str) -> dict[str, tuple[Term, ...]]:
    """Return, for each section of a chapter by its number, the words that are met there first.

    Raises:
        KnowledgeError: there is no such chapter or language.
    """
    seen: set[str] = set()
    found: dict[str, tuple[Term, ...]] = {}
    for section in chapter_text(chapter_id, language):
        fresh = tuple(word for word in terms_in(f"{section.title}\n{section.body}", language) if word.id not in seen)
        seen |= {word.id for word in fresh}
        found[section.number] = fresh
    return found


@cache
def _by_name(language: str) -> dict[str, Term]:
    known = {}
    for word in terms(language):
        for name in (word.name, *word.also):
            known[_folded(name, language)] = word
    return known


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted(_by_name(language), key=len, reverse=True)
    either = "|".join(map(re.escape, names))
    if language == CHINESE:
        return re.compile(either)
    return re.compile(rf"\b(?:{either})s?\b", re.IGNORECASE)


def _folded(name: str, language: str) -> str:
    """Return a name as it is looked up: in English without case and without the s of many."""
    if language == CHINESE:
        return name
    lowered = name.lower()
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered
