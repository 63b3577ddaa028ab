"""What goes into the papers, for whom, and in which language."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from accord.case.fields import Part, Slug


class Recipient(StrEnum):
    """Who will read the papers. The recipient decides what can be in them."""

    BANK = "bank"
    MEDIATOR = "mediator"
    ADVISOR = "advisor"
    ME = "me"


class PackageChoices(Part):
    """The person's choices for the papers."""

    recipient: Recipient = Recipient.BANK
    language: Literal["zh_CN", "en"] = "zh_CN"
    debt_id: Slug = Field(default="", description="the debt the bank package is about; empty means the first")
    letter: Slug = Field(default="request", description="which letter goes in")
    parts: list[Slug] = Field(default_factory=list, max_length=30, description="ticked parts in order; empty: default")
    asset_detail: bool = False
    spouse_income: bool = False
    diagnosis: bool = False
