"""Rules as rows: what law, regulators, associations and contracts say, with where it stands and who read it.

The rows lie in `data/rules/*.toml`; the laws, notices and pages they stand in lie once in `data/rules/documents.toml`.
A rule is looked up by date when it is used. What time has overtaken is still found, but may no longer be stated.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, N_, language, speaking
from accord.i18n import _ as spoken
from accord.knowledge.reading import DATA, UNKNOWN_ROW, Known, Place, Row, checked, tables, unique

PACK_VERSION = "2026.11"
REVIEW_BY = date(2027, 5, 31)
FOLDER = DATA / "rules"
ANY = "any"

Kind = Literal["any", "credit_card", "online_loan", "consumer_loan", "mortgage", "car_loan", "business_loan"]
Topic = Literal[
    "hours",
    "calls",
    "entry",
    "third_person",
    "conduct",
    "agency",
    "reachability",
    "card_plan",
    "extension",
    "limitation",
    "assignment",
    "set_off",
    "payment_order",
    "family",
    "complaint",
    "mediation",
    "credit_record",
    "court",
    "classification",
    "bank_value",
    "interest",
    "fees",
    "disclosure",
    "personal_data",
    "evidence",
    "debt_agents",
    "bankruptcy",
]
Standing = Literal["law", "regulation", "self_regulation", "standard", "local_law", "statistic", "practice"]
Confidence = Literal["P", "PT", "R"]
Status = Literal["not_yet", "in_force", "review_due", "expired"]

_CONFIDENCE = {
    "P": N_("read in the law's text"),
    "PT": N_("read in translation"),
    "R": N_("reported by press or public notice"),
}
_STANDING = {
    "law": N_("law or judicial interpretation"),
    "regulation": N_("regulator's measure or notice"),
    "self_regulation": N_("the banking association's own guideline"),
    "standard": N_("recommended national standard"),
    "local_law": N_("local law or local court guideline"),
    "statistic": N_("published figure"),
    "practice": N_("contract practice, editable"),
}
_STATUS = {
    "not_yet": N_("not yet in force"),
    "in_force": N_("checked, in use"),
    "review_due": N_("due to be checked again"),
    "expired": N_("no longer in force"),
}
_ARTICLE = N_("{law}, Art. {article} ({issuer})")
_WHOLE = N_("{law} ({issuer})")


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


class Rule(Known):
    """One rule. `value` is in `unit`s; `span` is the usual range, or the hours from and to."""

    value: Decimal | None = None
    span: tuple[Decimal, Decimal] | None = None
    unit: str = Field(default="", min_length=0)
    editable: bool = Field(default=False, description="a default the person may overtype: the contract decides")
    debt_kinds: tuple[Kind, ...] = Field(min_length=1)
    topic: Topic
    words: Words = Field(alias="says")
    quote: str = Field(default="", min_length=0, description="the Chinese original where it was seen")
    article: str = Field(default="", min_length=0, description="numbers parted by commas, only where seen")
    document: Document
    confidence: Confidence
    valid_from: date | None = None
    valid_until: date | None = Field(default=None, description="last day, inclusive")
    review_by: date = Field(default=REVIEW_BY, description="last day it may be stated unread, inclusive")
    superseded_by: str | None = None
    stated_in_letters: bool = False
    own_source: Source | None = Field(default=None, alias="source")

    @model_validator(mode="after")
    def _honest(self) -> Rule:
        if self.article and not self.document.articles_seen:
            message = "no article of this document was seen"
            raise ValueError(message)
        if self.stated_in_letters and not (self.confidence == "P" or (self.confidence == "PT" and self.quote)):
            message = "a letter may state only what was read in Chinese"
            raise ValueError(message)
        return self

    @property
    def source(self) -> Source:
        """Where the rule was read: its own page, or its document's."""
        return self.own_source or self.document.source

    @property
    def read_on(self) -> date:
        """The day somebody last read the source."""
        return self.source.read_on

    @property
    def in_force(self) -> str:
        """The day or year the document came into force, as far as known; empty when not seen."""
        return self.document.in_force

    def says(self, tongue: str | None = None) -> str:
        """Return the rule in plain words."""
        return self.words.spoken(tongue)

    def law(self, tongue: str | None = None) -> str:
        """Return the name of the law, notice or report."""
        return self.document.law.spoken(tongue)

    def issuer(self, tongue: str | None = None) -> str:
        """Return who issued it."""
        return self.document.issuer.spoken(tongue)

    def citation(self, tongue: str | None = None) -> str:
        """Return law, article (only where seen) and issuer as one line."""
        tongue = tongue or language()
        names = {"law": self.law(tongue), "issuer": self.issuer(tongue)}
        with speaking(tongue):
            if not self.article:
                return spoken(_WHOLE).format(**names)
            return spoken(_ARTICLE).format(article=_articles(self.article, tongue), **names)

    def confidence_words(self, tongue: str | None = None) -> str:
        """Return how the rule was read, in plain words."""
        return _said(_CONFIDENCE[self.confidence], tongue)

    def standing_words(self, tongue: str | None = None) -> str:
        """Return how binding the rule is, in plain words."""
        return _said(_STANDING["practice" if self.editable else self.document.standing], tongue)

    def status(self, on: date) -> Status:
        """Return where the rule stands on `on`."""
        begins = self.valid_from or self.document.valid_from
        if begins and on < begins:
            return "not_yet"
        if self.valid_until and on > self.valid_until:
            return "expired"
        return "review_due" if on > self.review_by else "in_force"

    def status_words(self, on: date, tongue: str | None = None) -> str:
        """Return where the rule stands on `on`, in plain words."""
        return _said(_STATUS[self.status(on)], tongue)

    def may_be_stated(self, on: date) -> bool:
        """Tell whether a letter of `on` may state the rule; otherwise it asks."""
        return self.stated_in_letters and self.status(on) == "in_force"

    def binds(self, debt_kind: str) -> bool:
        """Tell whether the rule speaks about this kind of debt."""
        return ANY in self.debt_kinds or debt_kind in self.debt_kinds


@cache
def documents(folder: Path = FOLDER) -> tuple[Document, ...]:
    """Return the laws, notices and reports that rules stand in.

    Raises:
        KnowledgeError: a row is wrong or stands twice.
    """
    path = folder / "documents.toml"
    rows = (checked(Document, table, _place(path, table)) for table in tables(path, "document"))
    return unique(tuple(rows), path.name)


@cache
def rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Return every rule, read once.

    Raises:
        KnowledgeError: a row is wrong, stands twice, or points to a document or rule that is not there.
    """
    known = {document.id: document for document in documents(folder)}
    paths = [path for path in sorted(folder.glob("*.toml")) if path.name != "documents.toml"]
    rows = tuple(_rule(path, table, known) for path in paths for table in tables(path, "rule"))
    ids = {row.id for row in unique(rows, folder.name)}
    for row in rows:
        if row.superseded_by and row.superseded_by not in ids:
            raise KnowledgeError(UNKNOWN_ROW, row=row.superseded_by, name=folder.name)
    return rows


def rule(rule_id: str, on: date | None = None, folder: Path = FOLDER) -> Rule:
    """Return the rule called `rule_id`, or on a day after its end the one that took its place.

    Args:
        rule_id: such as `collection.entry`.
        on: the day it is used; without it the row itself comes back.
        folder: where the rows lie.

    Raises:
        KnowledgeError: there is no such rule.
    """
    row = _by_id(folder).get(rule_id)
    if row is None:
        raise KnowledgeError(UNKNOWN_ROW, row=rule_id, name=folder.name)
    if on is None or row.superseded_by is None or row.status(on) != "expired":
        return row
    return rule(row.superseded_by, on, folder)


def rules_for(debt_kind: str, topic: str | None = None, on: date | None = None) -> tuple[Rule, ...]:
    """Return the rules about a kind of debt, in the files' order.

    Args:
        debt_kind: such as `credit_card`; a kind no row names gets the rules for any debt.
        topic: such as `entry`; all topics when left out.
        on: leaves out what has ended or not begun on that day.
    """
    return tuple(
        row
        for row in rules()
        if row.binds(debt_kind)
        and topic in (None, row.topic)
        and (on is None or row.status(on) in ("in_force", "review_due"))
    )


@cache
def _by_id(folder: Path) -> dict[str, Rule]:
    return {row.id: row for row in rules(folder)}


def _rule(path: Path, table: dict[str, Any], known: dict[str, Document]) -> Rule:
    place = _place(path, table)
    document = known.get(str(table.get("document")))
    if document is None:
        raise KnowledgeError(UNKNOWN_ROW, row=str(table.get("document")), name="documents.toml")
    return checked(Rule, table | {"document": document}, place)


def _place(path: Path, table: dict[str, Any]) -> Place:
    return Place(path.name, str(table.get("id", "?")))


def _said(message: str, tongue: str | None) -> str:
    with speaking(tongue or language()):
        return spoken(message)


def _articles(numbers: str, tongue: str) -> str:
    parts = [part.strip() for part in numbers.split(",")]
    if tongue != CHINESE:
        return ", ".join(part.replace("之一", "-1") for part in parts)
    return "、第".join(re.sub(r"^(\d+)", r"\1条", part) for part in parts)
