"""The case: everything one person told us. Derived figures are never stored in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, Protocol

from pydantic import Field

from accord.case.agreement import Agreement, Ask, Event, Offer, Payment
from accord.case.contacts import ChannelNeeds, Contact
from accord.case.debts import Debt
from accord.case.evidence import Evidence
from accord.case.fields import Part
from accord.case.household import Asset, Household, Income, IncomeKind, Person, Spending
from accord.case.package import PackageChoices
from accord.case.position import Position, Private

FORMAT: Final = "accord-workbook"
SCHEMA_VERSION: Final = 2


class _Answers(Part):
    """What both the whole case and the bank's copy hold."""

    language: Literal["zh_CN", "en"] = "zh_CN"
    person: Person = Field(default_factory=Person)
    household: Household = Field(default_factory=Household)
    incomes: list[Income] = Field(default_factory=list, max_length=60)
    spendings: list[Spending] = Field(default_factory=list, max_length=80)
    assets: list[Asset] = Field(default_factory=list, max_length=60)
    debts: list[Debt] = Field(default_factory=list, max_length=40)
    position: Position = Field(default_factory=Position)
    channel: ChannelNeeds = Field(default_factory=ChannelNeeds)
    contacts: list[Contact] = Field(default_factory=list, max_length=1000)
    evidence: list[Evidence] = Field(default_factory=list, max_length=100)
    asks: list[Ask] = Field(default_factory=list, max_length=40)
    offers: list[Offer] = Field(default_factory=list, max_length=400)
    agreements: list[Agreement] = Field(default_factory=list, max_length=40)
    payments: list[Payment] = Field(default_factory=list, max_length=2000)
    events: list[Event] = Field(default_factory=list, max_length=400)
    package: PackageChoices = Field(default_factory=PackageChoices)

    def debt(self, debt_id: str) -> Debt | None:
        """Return the debt with this id, or None."""
        return next((debt for debt in self.debts if debt.id == debt_id), None)

    def ask(self, debt_id: str) -> Ask | None:
        """Return what is asked for this debt, or None."""
        return next((ask for ask in self.asks if ask.debt_id == debt_id), None)


class OpenCase(_Answers):
    """The copy that papers for a bank or mediator are made from.

    It is no `Case` and has no private part: a paper that takes an `OpenCase` cannot reach the ceiling.
    """


class Case(_Answers):
    """Everything one person told us, the private part included. This, and only this, is kept."""

    format: Literal["accord-workbook"] = FORMAT
    schema_version: Literal[2] = SCHEMA_VERSION
    sample: bool = Field(default=False, description="an invented example; papers say so")
    hide_amounts: bool = Field(default=False, description="amounts stay covered on this person's screens")
    private: Private = Field(default_factory=Private)

    def opened(self) -> OpenCase:
        """Return the copy for a bank or mediator.

        The private part is left out; so are a spouse's income, asset detail and papers that show a diagnosis
        unless the person ticked them.
        """
        answers = {name: getattr(self, name) for name in OpenCase.model_fields}
        copy = OpenCase.model_validate(OpenCase.model_construct(**answers).model_dump())
        choices = self.package
        if not choices.spouse_income:
            copy.incomes = [income for income in copy.incomes if income.kind is not IncomeKind.SPOUSE]
        if not choices.asset_detail:
            copy.assets = []
        copy.evidence = [
            paper for paper in copy.evidence if paper.for_bank and (choices.diagnosis or not paper.shows_diagnosis)
        ]
        return copy


class HasId(Protocol):
    """A row that can be told apart."""

    id: str


def next_id(prefix: str, rows: Sequence[HasId]) -> str:
    """Return a new row id such as `debt-3`, never one that is in use."""
    taken = {row.id for row in rows}
    number = len(rows) + 1
    while f"{prefix}-{number}" in taken:
        number += 1
    return f"{prefix}-{number}"
