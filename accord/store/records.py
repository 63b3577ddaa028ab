"""What goes in and out of the store's door: plain records, sealed nowhere, kept by nobody.

Their `repr` leaves out what a person wrote, so that a log or a traceback cannot show it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from accord.crypto import OwnerKey, ShareKey
from accord.days import SHANGHAI
from accord.store.roles import Role
from accord.store.sections import joined

LATEST = 253_370_736_000
"""The first second of the year 9999."""


def new_id() -> bytes:
    """Return sixteen random bytes that name one thing or one attempt, the same in every retry."""
    return secrets.token_bytes(16)


def moment(seconds: int) -> datetime:
    """Return seconds since 1970 on Shanghai's clock; what no calendar has becomes its nearest end."""
    return datetime.fromtimestamp(min(max(seconds, 0), LATEST), SHANGHAI)


@dataclass(frozen=True, slots=True)
class Consent:
    """The tick before anything is kept: which wording was agreed to. `address` only feeds a daily limit."""

    given: bool
    wording: str = "1"
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """What a link shows beside its scope.

    Attributes:
        unmasked: names and numbers in full.
        private_fields: single private fields, such as `private.ceiling`.
        figures: the answers with what is counted from them: chapters, charts, ways to repay.
        papers: what is written for others to read.
    """

    unmasked: bool = False
    private_fields: tuple[str, ...] = ()
    figures: bool = True
    papers: bool = True


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as kept: its version and its bytes."""

    version: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a key opens.

    Attributes:
        role: the key's.
        view: what a link shows beside its scope.
        sections: the texts.
        until: when the draft (owner) or the link runs out; the owner's opening has put it off already.
        unused_days: how long the owner had not used the draft before this opening; 0 for a link.
    """

    role: Role
    view: View
    sections: Mapping[str, SectionText]
    until: datetime
    unused_days: int = 0

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
    """A link as its owner sees it; `frozen` after too many wrong codes, or changed from outside (then without view)."""

    id: bytes
    role: Role
    evidence: bool
    view: View
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
class Lending:
    """A one-time code for another browser, shown once; `id` withdraws it before its time."""

    code: str = field(repr=False)
    until: datetime
    id: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lent:
    """What a one-time code led to: the key of a kept draft, or the answers of one that is not kept."""

    key: OwnerKey | None = None
    case: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that a page left before it was saved.

    Attributes:
        page: a random name of the page that left it; a page has one such text at most.
        about: the field as the browser names it.
        text: what stood there when the page was left.
        was: what stood there when the typing began.
        at: when it was left; set by the store.
    """

    page: str = field(repr=False)
    about: str
    text: str = field(repr=False)
    was: str = field(default="", repr=False)
    at: datetime | None = None


SEEN, SETTLED = "seen", "settled"
"""What an owner notes on remarks: they were on the screen; nothing is left to do about them."""
LONGEST_NAME = 40
"""Signs of the name somebody writes under."""


@dataclass(frozen=True, slots=True)
class NewComment:
    """A remark about a section, an answer to remarks, or a mark on them.

    Attributes:
        about: names the field or paragraph.
        name: how the writer wants to be called, at most `LONGEST_NAME` signs.
        of: the ids of the remarks (or suggestions) it answers or marks.
        mark: `SEEN` or `SETTLED`, which the owner alone sets; empty for words.
        frozen: what a reader found right, as it stood then, in a form of the writer's own.
    """

    section: str
    words: str = field(repr=False)
    about: str = ""
    name: str = field(default="", repr=False)
    id: bytes = field(default_factory=new_id)
    of: tuple[bytes, ...] = ()
    mark: str = ""
    frozen: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CommentText:
    """A comment as kept; `mine` for whoever reads, `by_owner` whoever reads. The rest as in `NewComment`."""

    id: bytes
    section: str
    about: str
    words: str = field(repr=False)
    name: str = field(repr=False)
    mine: bool
    at: datetime
    by_owner: bool = False
    of: tuple[bytes, ...] = ()
    mark: str = ""
    frozen: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewSuggestion:
    """A suggested value for a section that stood at version `base`; `about` names the field."""

    section: str
    about: str
    value: str = field(repr=False)
    base: int
    reason: str = field(default="", repr=False)
    id: bytes = field(default_factory=new_id)
    name: str = field(default="", repr=False)


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
    name: str = field(default="", repr=False)


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
