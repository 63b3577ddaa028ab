"""How to talk to the bank, and what was said."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.fields import Day, Line, Lines, Moment, Name, Part, Slug


class Channel(StrEnum):
    """Ways to reach the bank, or to be reached."""

    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    IN_APP = "in_app"
    BRANCH = "branch"
    POST = "post"
    SMS = "sms"
    VISIT = "visit"


class Direction(StrEnum):
    """Who began."""

    FROM_ME = "from_me"
    FROM_THEM = "from_them"


class ChannelNeeds(Part):
    """What matters to this person when choosing a channel."""

    written_record: bool = False
    avoid_speaking: bool = False
    only_evenings: bool = False
    urgent: bool = False
    chosen: Channel | None = None


class Contact(Part):
    """One call, chat, message or visit."""

    id: Slug
    at: Moment
    direction: Direction = Direction.FROM_THEM
    channel: Channel = Channel.PHONE
    debt_id: Slug = ""
    who: Name = ""
    staff_number: Name = ""
    agency: Name = ""
    ticket_number: Name = ""
    said: Lines = ""
    promised: Lines = ""
    next_step: Line = ""
    next_on: Day | None = None
    third_person: bool = Field(default=False, description="they spoke to somebody else about the debt")
    entered_home: bool = False
    with_consent: bool = False
    evidence_ids: list[Slug] = Field(default_factory=list, max_length=20)
