"""Where rules stand: laws, notices, standards and reports, each with what was read and on which day."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from accord.i18n import CHINESE, N_, language
from accord.knowledge.reading import DATA, Known, Place, Row, checked, tables, unique

FOLDER = DATA / "rules"
DOCUMENTS = "documents.toml"

Standing = Literal["law", "regulation", "self_regulation", "standard", "local_law", "statistic", "practice"]
Confidence = Literal["P", "PT", "R"]

CONFIDENCE: dict[Confidence, str] = {
    "P": N_("read in the law's text"),
    "PT": N_("read in translation"),
    "R": N_("reported by press or public notice"),
}
"""How a source was read, the surest first."""
STANDING: dict[Standing, str] = {
    "law": N_("law or judicial interpretation"),
    "regulation": N_("regulator's measure or notice"),
    "self_regulation": N_("the banking association's own guideline"),
    "standard": N_("recommended national standard"),
    "local_law": N_("local law or local court guideline"),
    "statistic": N_("published figure"),
    "practice": N_("contract practice, editable"),
}


class Words(Row):
    """One text in both languages."""

    english: str = Field(alias="en")
    chinese: str = Field(alias="zh_CN")

    def spoken(self, tongue: str | None = None) -> str:
        """Return the text in `tongue`, or in the language spoken now."""
        return self.chinese if (tongue or language()) == CHINESE else self.english


class Source(Row):
    """What was read, where it can be looked up, and on which day it was last read."""

    title: Words
    url: str | None = Field(default=None, pattern=r"^https?://")
    read_on: date


class Document(Known):
    """A law, notice, guideline, standard or report that rules stand in."""

    law: Words
    issuer: Words
    standing: Standing
    in_force: str = Field(default="", min_length=0, description="day or year as known; empty when not seen")
    valid_from: date | None = None
    source: Source
    articles_seen: bool = Field(default=True, description="False forbids article numbers in its rules")


@cache
def documents(folder: Path = FOLDER) -> tuple[Document, ...]:
    """Return the laws, notices and reports that rules stand in.

    Raises:
        KnowledgeError: a row is wrong or stands twice.
    """
    path = folder / DOCUMENTS
    rows = (checked(Document, table, place_of(path, table)) for table in tables(path, "document"))
    return unique(tuple(rows), path.name)


def place_of(path: Path, table: dict[str, Any]) -> Place:
    """Return where a table stands, for a message about what is wrong with it."""
    return Place(path.name, str(table.get("id", "?")))
