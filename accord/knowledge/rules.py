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
from accord.knowledge.reading import UNKNOWN_ROW, Known, Row, checked, tables, unique
from accord.knowledge.sources import (
    CONFIDENCE,
    DOCUMENTS,
    FOLDER,
    STANDING,
    Confidence,
    Document,
    Source,
    Words,
    documents,
    place_of,
)

PACK_VERSION = "2026.11"
REVIEW_BY = date(2027, 5, 31)
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
    "benefits",
]
Bound = Literal[
    "bank",
    "finance_company",
    "agency",
    "buyer",
    "you",
    "family",
    "anyone",
    "contract",
    "court",
    "credit_bureau",
    "mediator",
    "state",
    "nobody",
]
Status = Literal["not_yet", "in_force", "review_due", "expired"]

BOUND: dict[Bound, str] = {
    "bank": N_("the bank itself"),
    "finance_company": N_("consumer finance companies"),
    "agency": N_("outside agencies"),
    "buyer": N_("whoever bought the debt"),
    "you": N_("you yourself"),
    "family": N_("your family"),
    "anyone": N_("everybody"),
    "contract": N_("both sides of the contract"),
    "court": N_("the court"),
    "credit_bureau": N_("credit bureaus"),
    "mediator": N_("mediators"),
    "state": N_("social insurance offices"),
    "nobody": N_("nobody: a figure or a habit"),
}
"""Whom a rule binds, in plain words."""
STATUS: dict[Status, str] = {
    "not_yet": N_("not yet in force"),
    "in_force": N_("checked, in use"),
    "review_due": N_("due to be checked again"),
    "expired": N_("no longer in force"),
}
_ARTICLE = N_("{law}, Art. {article} ({issuer})")
_WHOLE = N_("{law} ({issuer})")
NO_FIGURE = N_("The rule {rule} states no figure.")


class Bracket(Row):
    """One step of a scale: what lies above the step before and up to `up_to` (None: no end), in the rule's base unit.

    `flat` is charged once for the step, `part` is charged of what lies inside it.
    """

    up_to: Decimal | None = None
    part: Decimal = Decimal(0)
    flat: Decimal = Decimal(0)


class Rule(Known):
    """One rule. `value` is in `unit`s; `span` is the usual range, or the hours from and to."""

    value: Decimal | None = None
    span: tuple[Decimal, Decimal] | None = None
    unit: str = Field(default="", min_length=0)
    brackets: tuple[Bracket, ...] = Field(default=(), description="a scale by amount in yuan, lowest step first")
    overdue_from: int | None = Field(default=None, ge=0, description="days: a figure about debts this old and older")
    overdue_until: int | None = Field(default=None, ge=0, description="days: a figure about debts younger than this")
    editable: bool = Field(default=False, description="a default the person may overtype: the contract decides")
    whom: tuple[Bound, ...] = Field(min_length=1, description="whom the rule binds")
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
    closed: bool = Field(default=False, description="ended for good, and its words say so: nothing to look for")
    stated_in_letters: bool = False
    phrases: tuple[str, ...] = Field(default=(), description="words by which other texts say this rule")
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
        return _said(CONFIDENCE[self.confidence], tongue)

    def standing_words(self, tongue: str | None = None) -> str:
        """Return how binding the rule is, in plain words."""
        return _said(STANDING["practice" if self.editable else self.document.standing], tongue)

    def whom_words(self, tongue: str | None = None) -> tuple[str, ...]:
        """Return whom the rule binds, in plain words."""
        return tuple(_said(BOUND[who], tongue) for who in self.whom)

    def status(self, on: date) -> Status:
        """Return where the rule stands on `on`."""
        begins = self.valid_from or self.document.valid_from
        if begins and on < begins:
            return "not_yet"
        if self.valid_until and on > self.valid_until:
            return "expired"
        return "review_due" if on > self.review_by else "in_force"

    def stands(self, on: date) -> bool:
        """Tell whether the rule has begun and not ended on that day, freshly read or not."""
        return self.status(on) in ("in_force", "review_due")

    def status_words(self, on: date, tongue: str | None = None) -> str:
        """Return where the rule stands on `on`, in plain words."""
        return _said(STATUS[self.status(on)], tongue)

    def may_be_stated(self, on: date) -> bool:
        """Tell whether a letter of `on` may state the rule; otherwise it asks."""
        return self.stated_in_letters and self.status(on) == "in_force"

    def binds(self, debt_kind: str) -> bool:
        """Tell whether the rule speaks about this kind of debt."""
        return ANY in self.debt_kinds or debt_kind in self.debt_kinds


@cache
def rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Return every rule, read once.

    Raises:
        KnowledgeError: a row is wrong, stands twice, or points to a document or rule that is not there.
    """
    known = {document.id: document for document in documents(folder)}
    paths = [path for path in sorted(folder.glob("*.toml")) if path.name != DOCUMENTS]
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


def figure(rule_id: str, on: date | None = None, folder: Path = FOLDER) -> Decimal:
    """Return the figure that the rule called `rule_id` states on that day, in the rule's unit.

    Raises:
        KnowledgeError: there is no such rule, or it states no figure.
    """
    value = rule(rule_id, on, folder).value
    if value is None:
        raise KnowledgeError(NO_FIGURE, rule=rule_id)
    return value


def rules_for(debt_kind: str, topic: str | None = None, on: date | None = None) -> tuple[Rule, ...]:
    """Return the rules about a kind of debt, in the files' order.

    Args:
        debt_kind: such as `credit_card`; a kind no row names gets the rules for any debt.
        topic: such as `entry`; all topics when left out.
        on: leaves out what has ended or not begun on that day.
    """
    return tuple(
        row for row in rules() if row.binds(debt_kind) and topic in (None, row.topic) and (on is None or row.stands(on))
    )


@cache
def _by_id(folder: Path) -> dict[str, Rule]:
    return {row.id: row for row in rules(folder)}


def _rule(path: Path, table: dict[str, Any], known: dict[str, Document]) -> Rule:
    place = place_of(path, table)
    document = known.get(str(table.get("document")))
    if document is None:
        raise KnowledgeError(UNKNOWN_ROW, row=str(table.get("document")), name=DOCUMENTS)
    return checked(Rule, table | {"document": document}, place)


def _said(message: str, tongue: str | None) -> str:
    with speaking(tongue or language()):
        return spoken(message)


def _articles(numbers: str, tongue: str) -> str:
    parts = [part.strip() for part in numbers.split(",")]
    if tongue != CHINESE:
        return ", ".join(part.replace("之一", "-1") for part in parts)
    return "、第".join(re.sub(r"^(\d+)", r"\1条", part) for part in parts)
