"""The words of banks and of this workbook, each explained in one plain sentence.

The rows lie in `glossary.toml`. Ids are the names used in code, so that a field can ask for its own word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from accord import i18n
from accord.errors import KnowledgeError
from accord.knowledge.reading import UNREADABLE, Known, Spoken, one, spoken_rows

GLOSSARY = Path(__file__).parent / "glossary.toml"


class Term(Known):
    """A word in one language.

    Attributes:
        name: as it stands on the screen.
        says: what it means, in one sentence.
        also: other forms texts use.
        everyday: everybody knows it; texts need not explain it.
    """

    name: str
    says: str
    also: tuple[str, ...] = ()
    everyday: bool = False


def terms(language: str | None = None) -> tuple[Term, ...]:
    """Return all words in `language`, or in the language spoken now, in the order a person meets them.

    Raises:
        KnowledgeError: there is no glossary in that language, or a row is wrong.
    """
    chosen = language or i18n.language()
    if chosen not in i18n.LANGUAGES:
        raise KnowledgeError(UNREADABLE, name=f"{GLOSSARY.name} ({chosen})")
    return _rows()[chosen]


def pairs() -> tuple[tuple[Term, Term], ...]:
    """Return every word in the language spoken now beside the same word in the other one."""
    spoken = i18n.language()
    other = i18n.ENGLISH if spoken == i18n.CHINESE else i18n.CHINESE
    return tuple(zip(terms(spoken), terms(other), strict=True))


def term(term_id: str, language: str | None = None) -> Term:
    """Return one word with its name and explanation.

    Raises:
        KnowledgeError: there is no such word or language.
    """
    return one(terms(language), term_id, GLOSSARY.name)


def explain(term_id: str, language: str | None = None) -> str:
    """Return the one-sentence explanation of a word.

    Raises:
        KnowledgeError: there is no such word or language.
    """
    return term(term_id, language).says


@cache
def _rows() -> Spoken[Term]:
    return spoken_rows(Term, GLOSSARY, "term")
