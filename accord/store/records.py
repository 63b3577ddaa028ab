"""What goes in and out of the store's door: plain records, sealed nowhere, kept by nobody.

Their `repr` leaves out what a person wrote, so that a log or a traceback cannot show it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from accord.crypto import ShareKey
from accord.days import SHANGHAI
from accord.store.roles import Role
from accord.store.sections import joined


def new_id() -> bytes:
    """Return sixteen random bytes that name one thing or one attempt, the same in every retry."""
    return secrets.token_bytes(16)


def moment(seconds: int) -> datetime:
    """Return seconds since 1970 on Shanghai's clock."""
    return datetime.fromtimestamp(seconds, SHANGHAI)


@dataclass(frozen=True, slots=True)
class Consent:
    """The tick before anything is kept: which wording was agreed to. `address` only feeds a daily limit."""

    given: bool
    wording: str = "1"
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """What a link shows beside its scope: whole names, and single private fields such as `private.ceiling`."""

    unmasked: bool = False
    private_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as kept: its version and its bytes."""

    version: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a key opens. `until` is when the draft (owner) or the link runs out."""

    role: Role
    view: View
    sections: Mapping[str, SectionText]
    until: datetime

    def case(self) -> bytes:
        """Return the sections joined to one JSON document; the person's own file is made from it."""
        return joined({name: text.data for name, text in self.sections.items()})


@dataclass(frozen=True, slots=True)
class Change:
    """A new text for a section that stood at version `base` (0: not there yet). `op` stays the same in retries."""

    section: str
    data: bytes = field(repr=False)
    base: int
    op: bytes = field(default_factory=new_id)


class Outcome(StrEnum):
    """What became of a save."""

    SAVED = "saved"
    REPEATED = "repeated"  # it had been saved by an earlier try of the same attempt
    CONFLICT = "conflict"  # somebody else was first; the text is kept beside, nothing was overwritten


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What became of a save. In a conflict `stored` is what stands, `base` what both began from, if still kept."""

    outcome: Outcome
    section: str
    version: int
    stored: bytes | None = field(default=None, repr=False)
    base: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier or a conflicting text of a section, by its id."""

    id: bytes
    section: str
    version: int
    conflict: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ShareTerms:
    """What the owner decides about a link. `life` in seconds (None: seven days), `max_opens` 0 for no limit."""

    consent: bool
    role: Role = Role.LOOK
    evidence: bool = False
    view: View = View()
    life: int | None = None
    max_opens: int = 0
    with_code: bool = False
    label: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A new link, shown once. `code` is told, never sent beside the link; empty where none was asked for."""

    id: bytes
    key: ShareKey
    code: str = field(repr=False)
    until: datetime


@dataclass(frozen=True, slots=True)
class ShareState:
    """A link as its owner sees it; `frozen` after too many wrong codes."""

    id: bytes
    role: Role
    evidence: bool
    label: str = field(repr=False)
    until: datetime
    opens: int
    max_opens: int
    with_code: bool
    frozen: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try to open a link: the code as typed, and the address that feeds the limit on guessing."""

    code: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewComment:
    """A remark about a section; `about` names the field or paragraph, `name` how the writer wants to be called."""

    section: str
    words: str = field(repr=False)
    about: str = ""
    name: str = field(default="", repr=False)
    id: bytes = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class CommentText:
    """A comment as kept; `mine` for whoever reads."""

    id: bytes
    section: str
    about: str
    words: str = field(repr=False)
    name: str = field(repr=False)
    mine: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class NewSuggestion:
    """A suggested value for a section that stood at version `base`; `about` names the field."""

    section: str
    about: str
    value: str = field(repr=False)
    base: int
    reason: str = field(default="", repr=False)
    id: bytes = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class SuggestionText:
    """A suggestion as kept; `state` is open, accepted or refused."""

    id: bytes
    section: str
    about: str
    value: str = field(repr=False)
    reason: str = field(repr=False)
    base: int
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewFile:
    """An evidence file, already made safe; `kind` its media type, `name` and `caption` the person's own words."""

    data: bytes = field(repr=False)
    kind: str
    name: str = field(default="", repr=False)
    caption: str = field(default="", repr=False)
    id: bytes = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class FileLabel:
    """What is known of a file without opening it; `size` in bytes."""

    id: bytes
    kind: str
    name: str = field(repr=False)
    caption: str = field(repr=False)
    size: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of an erasure: when, how many rows of each kind, and whether the file was scrubbed at once."""

    at: datetime
    rows: Mapping[str, int]
    scrubbed: bool
    number: str
