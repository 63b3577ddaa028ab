"""Six channels to the bank, compared by what matters to a person, and one recommended with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import Field

from accord.i18n import N_, language, speaking
from accord.i18n import _ as spoken
from accord.knowledge.reading import DATA, Known, Spoken, in_language, one, spoken_rows
from accord.knowledge.rules import figure

FILE = DATA / "channels.toml"
LATE = "bank.class.substandard"

REASONS = {
    "urgent_phone": N_(
        "It is urgent: a call is noted and passed on at once. Ask for the work order number at the end."
    ),
    "urgent_record": N_(
        "It is urgent, so call first and ask for the work order number, then confirm the call in writing the same day."
    ),
    "urgent_chat": N_(
        "It is urgent and you would rather not speak: chat in the bank's app is answered soon and leaves screenshots."
    ),
    "late_record": N_(
        "After long arrears a letter with a receipt proves best what you asked for and when; "
        "announce it in the app as well."
    ),
    "record": N_("You want it in writing: an e-mail holds the whole story, takes attachments and keeps its date."),
    "early_app": N_(
        "You are not behind yet: an application in the bank's app goes straight into its process "
        "and has a reference number."
    ),
    "silent": N_("You would rather not speak: in chat you can think before you send, and screenshots are your record."),
    "evenings": N_("You are free only in the evening: an application in the app can be sent at any hour."),
    "late_phone": N_(
        "After long arrears a person must pass you on to the post-loan department: "
        "call, then confirm the call in writing."
    ),
    "phone": N_("Nothing speaks against a call: it is the quickest way to be noted and passed on."),
}


class Channel(Known):
    """One way to reach the bank. Scores run from 1 to 3 and are our own judgement."""

    record: int = Field(ge=1, le=3)
    speed: int = Field(ge=1, le=3)
    calm: int = Field(ge=1, le=3)
    evenings: int = Field(ge=1, le=3)
    name: str
    pro: str = Field(alias="for")
    con: str = Field(alias="against")
    written_record: str
    working_hours: str
    stage: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Needs:
    """What matters to this person. `overdue_days` is 0 for someone who is not behind yet."""

    written_record: bool = False
    avoid_speaking: bool = False
    only_evenings: bool = False
    urgent: bool = False
    overdue_days: int = 0


@dataclass(frozen=True)
class Recommendation:
    """A channel's id and the message that says why."""

    channel: str
    reason: str

    def because(self, tongue: str | None = None) -> str:
        """Return the reason as one sentence in `tongue`, or in the language spoken now."""
        with speaking(tongue or language()):
            return spoken(self.reason)


def channels(tongue: str | None = None) -> tuple[Channel, ...]:
    """Return the six channels in `tongue`, or in the language spoken now."""
    return in_language(_rows(), tongue)


def channel(channel_id: str, tongue: str | None = None) -> Channel:
    """Return the channel called `channel_id`.

    Raises:
        KnowledgeError: there is none.
    """
    return one(channels(tongue), channel_id, FILE.name)


def recommend(needs: Needs, on: date) -> Recommendation:
    """Return the channel that suits `needs`: urgency first, then the written record, then ease.

    From when on arrears count as long is read from the rule in force on `on`.
    """
    if needs.urgent:
        return _urgent(needs)
    if needs.written_record:
        return _advice("post", "late_record") if _is_late(needs, on) else _advice("email", "record")
    if needs.avoid_speaking:
        return _advice("in_app", "early_app") if needs.overdue_days <= 0 else _advice("chat", "silent")
    if needs.only_evenings:
        return _advice("in_app", "evenings")
    return _advice("phone", "late_phone" if _is_late(needs, on) else "phone")


def _urgent(needs: Needs) -> Recommendation:
    if needs.avoid_speaking:
        return _advice("chat", "urgent_chat")
    return _advice("phone", "urgent_record" if needs.written_record else "urgent_phone")


def _is_late(needs: Needs, on: date) -> bool:
    return needs.overdue_days > figure(LATE, on)


def _advice(channel_id: str, reason: str) -> Recommendation:
    return Recommendation(channel_id, REASONS[reason])


@cache
def _rows() -> Spoken[Channel]:
    return spoken_rows(Channel, FILE, "channel")
