"""The workbook's article: one Markdown file a chapter and language, cut into sections.

A file is a row of `## <number> <title>` headings, each followed by its body. Numbers are those of the article
(`5.1`); sections without a number of their own carry a word instead (`why`, `example`, `mistakes`, `clock`) and
are asked for with their chapter before it: `negotiate.example`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accord import i18n
from accord.errors import KnowledgeError
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
    """One section of a chapter: `number` as in `5.1` or a word as in `why`, `title` bare, `body` Markdown."""

    number: str
    title: str
    body: str


@cache
def chapter_text(chapter_id: str, language: str) -> tuple[Section, ...]:
    """Return the sections of a chapter in the file's order.

    Raises:
        KnowledgeError: there is no such chapter or language, or the file is badly formed.
    """
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


def section(number: str, language: str | None = None) -> Section:
    """Return one section, e.g. `5.1` or `negotiate.example`, in `language` or the language spoken now.

    Raises:
        KnowledgeError: there is no such section or language.
    """
    chosen = language or i18n.language()
    found = _whole_article(chosen).get(number)
    if found is None:
        raise KnowledgeError(UNKNOWN_ROW, row=number, name=f"texts/{chosen}")
    return found


@cache
def _whole_article(language: str) -> dict[str, Section]:
    return {
        _address(chapter_id, part.number): part
        for chapter_id in CHAPTERS
        for part in chapter_text(chapter_id, language)
    }


def _address(chapter_id: str, number: str) -> str:
    return number if number[0].isdigit() else f"{chapter_id}.{number}"


def _well_formed(part: Section) -> bool:
    return bool(part.body) and not _STRAY_HEADING.search(part.body)
