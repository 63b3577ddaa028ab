"""Papers that prove facts."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.fields import Day, Line, Name, Part, Slug

MOST_FILES = 20


class EvidenceState(StrEnum):
    """Where a paper stands."""

    HAVE = "have"
    ASKED = "asked"
    MISSING = "missing"


class Claim(StrEnum):
    """A figure or a fact of the bank's papers that a paper can prove."""

    CAUSE = "cause"
    INCOME = "income"
    SPENDING = "spending"
    DEBT = "debt"
    HOUSEHOLD = "household"
    IDENTITY = "identity"
    CONTACT = "contact"


class EvidenceFile(Part):
    """A photo or PDF of a paper, made safe: the case holds its id, its pages and its size in bytes, not its picture."""

    id: Slug
    pages: int = Field(default=1, ge=0, le=200)
    size: int = Field(default=0, ge=0, le=2**31)


class Evidence(Part):
    """One paper: what it is, what it proves, whether it goes to the bank."""

    id: Slug
    item: Slug = Field(default="", description="the checklist row it answers; empty for the person's own")
    title: Name = ""
    proves: Line = ""
    state: EvidenceState = EvidenceState.MISSING
    pages: int = Field(default=1, ge=0, le=200)
    for_bank: bool = True
    shows_diagnosis: bool = False
    claims: list[Claim] = Field(default_factory=list, max_length=len(Claim), description="empty: by the checklist row")
    dated: Day | None = None
    files: list[EvidenceFile] = Field(default_factory=list, max_length=MOST_FILES)
    exhibit: bool = Field(default=False, description="its pictures go into the annex of the papers")
