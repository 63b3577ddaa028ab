"""Everything the workbook knows, read once before the first visitor: a row that is wrong hinders the start."""

from __future__ import annotations

from accord.i18n import LANGUAGES
from accord.knowledge.article import CHAPTERS, chapter_text
from accord.knowledge.banks import banks
from accord.knowledge.cards import cards, money_safety
from accord.knowledge.channels import channels
from accord.knowledge.evidence import items
from accord.knowledge.glossary import terms
from accord.knowledge.helplines import helplines, red_flags
from accord.knowledge.objections import counterparts, ladder, objections
from accord.knowledge.rules import rules


def check_pack() -> int:
    """Read all rules, cards, answers, papers, lines to call, words and chapters; return how many there are.

    Raises:
        KnowledgeError: a key is misspelt or missing, a language is lacking, or a text quotes a rule that is not there.
    """
    return len(rules()) + sum(_read(tongue) for tongue in LANGUAGES)


def _read(tongue: str) -> int:
    rows = (cards, money_safety, objections, counterparts, ladder, channels, items, helplines, red_flags, banks, terms)
    chapters = sum(len(chapter_text(chapter, tongue)) for chapter in CHAPTERS)
    return chapters + sum(len(read(tongue)) for read in rows)
