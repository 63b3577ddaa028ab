"""The workbook's article: one Markdown file a chapter and language, cut into sections.

A file is a row of `## <number> <title>` headings, each followed by its body. Numbers are those of the article
(`5.1`); sections without a number of their own carry a word instead (`why`, `example`, `mistakes`, `clock`) and
are asked for with their chapter before it: `negotiate.example`.

A rule's figure or sentence is quoted by the rule's id (see `quoting`) and said as it stands on the day of reading.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from accord import i18n
from accord.errors import KnowledgeError
from accord.knowledge.quoting import quoted, told
from accord.knowledge.reading import TWICE, UNKNOWN_ROW, UNREADABLE

CHAPTERS = (
    "start",
    "understand",
    "position",
    "channel",
    "materials",
    "negotiate",
    "follow_up",
    "emergencies",
    "summary",
    "privacy",
)
"""Chapter ids in the article's order, then the privacy notice; also the names of the files."""

TEXTS = Path(__file__).parent / "texts"
_HEADING = re.compile(r"^## (\S+) +(\S.*)$", re.MULTILINE)
_STRAY_HEADING = re.compile(r"^#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a chapter: `number` as in `5.1` or a word as in `why`, `title` bare, `body` Markdown.

    `rules` are the ids of the rules it quotes.
    """

    number: str
    title: str
    body: str
    rules: tuple[str, ...] = ()

    @property
    def lead(self) -> str:
        """The first paragraph: what the section comes to."""
        return self.body.partition("\n\n")[0]

    @property
    def rest(self) -> str:
        """What follows the first paragraph; empty when nothing does."""
        return self.body.partition("\n\n")[2].strip()


@lru_cache(maxsize=256)
def chapter_text(chapter_id: str, language: str, on: date | None = None) -> tuple[Section, ...]:
    """Return the sections of a chapter in the file's order.

    Args:
        chapter_id: one of `CHAPTERS`.
        language: the text's language.
        on: the day it is read, for the rules it quotes; without it those are taken as they stand.

    Raises:
        KnowledgeError: there is no such chapter or language, the file is badly formed, or it quotes no rule of ours.
    """
    return tuple(
        replace(part, body=told(part.body, on, language), rules=quoted(part.body))
        for part in _as_written(chapter_id, language)
    )


@cache
def _as_written(chapter_id: str, language: str) -> tuple[Section, ...]:
    name = f"{language}/{chapter_id}.md"
    if chapter_id not in CHAPTERS or language not in i18n.LANGUAGES:
        raise KnowledgeError(UNREADABLE, name=name)
    try:
        text = (TEXTS / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise KnowledgeError(UNREADABLE, name=name) from error
    return sections_of(text, name)


def sections_of(text: str, name: str) -> tuple[Section, ...]:
    """Cut `text` at its headings; `name` is the file's name for the error.

    Raises:
        KnowledgeError: nothing under a heading, words outside any section, a heading of another form, or a
            number that stands twice.
    """
    before, *parts = _HEADING.split(text)
    rows = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    found = tuple(Section(number, title.strip(), body.strip()) for number, title, body in rows)
    if before.strip() or not found or not all(_well_formed(section) for section in found):
        raise KnowledgeError(UNREADABLE, name=name)
    number, times = Counter(section.number for section in found).most_common(1)[0]
    if times > 1:
        raise KnowledgeError(TWICE, row=number, name=name)
    return found


def section(number: str, language: str | None = None, on: date | None = None) -> Section:
    """Return one section, e.g. `5.1` or `negotiate.example`, in `language` or the language spoken now.

    Raises:
        KnowledgeError: there is no such section or language.
    """
    chosen = language or i18n.language()
    found = _whole_article(chosen, on).get(number)
    if found is None:
        raise KnowledgeError(UNKNOWN_ROW, row=number, name=f"texts/{chosen}")
    return found


@lru_cache(maxsize=16)
def _whole_article(language: str, on: date | None) -> dict[str, Section]:
    return {
        _address(chapter_id, part.number): part
        for chapter_id in CHAPTERS
        for part in chapter_text(chapter_id, language, on)
    }


def _address(chapter_id: str, number: str) -> str:
    return number if number[0].isdigit() else f"{chapter_id}.{number}"


def _well_formed(part: Section) -> bool:
    return bool(part.body) and not _STRAY_HEADING.search(part.body)
