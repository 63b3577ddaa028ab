"""Who the person is, who lives with them, what comes in, what goes out, what they own."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.fields import (
    CardTail,
    Clock,
    Count,
    Email,
    IdTail,
    Line,
    MoneyAnswer,
    Name,
    Part,
    Phone,
    Slug,
)

__all__ = [
    "Asset",
    "AssetKind",
    "CardTail",
    "Household",
    "Income",
    "IncomeKind",
    "Period",
    "Person",
    "Spending",
]


class Period(StrEnum):
    """How often an amount comes or goes."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class IncomeKind(StrEnum):
    """Where money comes from."""

    WAGE = "wage"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYMENT = "unemployment"
    PENSION = "pension"
    BENEFITS = "benefits"
    SPOUSE = "spouse"
    FAMILY_HELP = "family_help"
    RENT = "rent"
    OTHER = "other"


class SpendingKind(StrEnum):
    """Where money goes. The first part is fixed, the second (see `FLEXIBLE`) can bend."""

    HOUSING = "housing"
    UTILITIES = "utilities"
    PHONE = "phone"
    TRANSPORT = "transport"
    MEDICAL = "medical"
    CHILDREN = "children"
    PARENTS = "parents"
    OWN_SOCIAL_INSURANCE = "own_social_insurance"
    INSURANCE = "insurance"
    COURT_ORDER = "court_order"
    FOOD = "food"
    HOUSEHOLD_GOODS = "household_goods"
    CLOTHING = "clothing"
    PERSONAL = "personal"
    GIFTS = "gifts"
    SAVINGS = "savings"
    OTHER = "other"


FLEXIBLE = frozenset(
    {
        SpendingKind.FOOD,
        SpendingKind.HOUSEHOLD_GOODS,
        SpendingKind.CLOTHING,
        SpendingKind.PERSONAL,
        SpendingKind.GIFTS,
        SpendingKind.SAVINGS,
        SpendingKind.OTHER,
    }
)
"""Spending that can bend; reference lines are shown for these only."""


class AssetKind(StrEnum):
    """What a person may own."""

    CASH = "cash"
    DEPOSIT = "deposit"
    PROVIDENT_FUND = "provident_fund"
    HOME = "home"
    CAR = "car"
    INSURANCE = "insurance"
    INVESTMENT = "investment"
    LENT_OUT = "lent_out"
    OTHER = "other"


class Person(Part):
    """The debtor, as the bank knows them. No full identity or card number is ever asked."""

    name: Name = ""
    id_last4: IdTail = ""
    phone: Phone = ""
    email: Email = ""
    city: Name = ""
    call_from: Clock | None = None
    call_until: Clock | None = None


class Household(Part):
    """Who lives from the same money."""

    adults: Count = 1
    children_under_6: Count = 0
    children_6_to_17: Count = 0
    elderly: Count = 0
    note: Line = ""

    @property
    def people(self) -> int:
        """Everyone in the household, at least one."""
        return max(1, self.adults + self.children_under_6 + self.children_6_to_17 + self.elderly)


class Income(Part):
    """Money that comes in, in the period the person knows it by."""

    id: Slug
    kind: IncomeKind = IncomeKind.WAGE
    label: Name = ""
    amount: MoneyAnswer = None
    period: Period = Period.MONTHLY


class Spending(Part):
    """Money that goes out, in the period the person knows it by."""

    id: Slug
    kind: SpendingKind = SpendingKind.FOOD
    label: Name = ""
    amount: MoneyAnswer = None
    period: Period = Period.MONTHLY
    reason: Line = Field(default="", description="one line when the amount is unusual")


class Asset(Part):
    """Something owned, and whether its use was considered."""

    id: Slug
    kind: AssetKind = AssetKind.DEPOSIT
    label: Name = ""
    value: MoneyAnswer = None
    pledged: bool = False
    keep_reason: Line = ""
