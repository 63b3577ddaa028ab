"""Papers that prove facts."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.fields import Line, Name, Part, Slug


class EvidenceState(StrEnum):
    """Where a paper stands."""

    HAVE = "have"
    ASKED = "asked"
    MISSING = "missing"


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
