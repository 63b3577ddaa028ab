"""One session's hold on the kept draft: what it last saw in the store, what is not saved yet, where two tabs differ.

Plain logic without a screen. Only sections that changed are saved, each against the version it was begun from. A save
that may or may not have arrived is sent again with the same mark before anything newer, so no tab quarrels with itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from accord.crypto import OwnerKey
from accord.days import now
from accord.store import Change, Clash, Consent, FullError, Outcome, SaveResult, SectionText, Store, merge, split
from accord.store.sections import OWN, PLAIN, joined

ROUNDS = 4
"""How often a save is tried again at once when other tabs keep being first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two tabs changed: this tab's value is `clash.mine`, the kept one `clash.stored`."""

    section: str
    clash: Clash

    @property
    def path(self) -> str:
        """The field's path in the case, e.g. `debts.debt-1.principal`."""
        return f"{self.section}.{self.clash.path}" if self.clash.path else self.section


@dataclass
class Kept:
    """A draft under its owner's key.

    Attributes:
        key: opens the draft; this session's memory alone holds it.
        known: what the store held when last heard, by section.
        begun: the texts the answers at hand were begun from, for as long as the draft could not be opened.
        opened: whether the store was heard at all.
        waiting: changes that were sent, or should have been, and were not answered.
        differences: fields two tabs changed, not settled yet.
        saved_at: when the store last said that it has everything.
        until: when the draft is erased if nobody opens it again.
        unused_days: for how many days nobody had opened it before.
    """

    key: OwnerKey
    known: dict[str, SectionText] = field(default_factory=dict, repr=False)
    begun: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    opened: bool = False
    waiting: list[Change] = field(default_factory=list, repr=False)
    differences: list[Difference] = field(default_factory=list, repr=False)
    saved_at: datetime | None = None
    until: datetime | None = None
    unused_days: int = 0

    @classmethod
    def create(cls, store: Store, document: bytes, consent: Consent) -> Self:
        """Keep a case for the first time.

        Raises:
            StoreError: it was not kept; the sentence says why.
        """
        key = store.create(document, consent)
        known = {name: SectionText(1, data) for name, data in split(document).items()}
        end = now() + timedelta(seconds=store.limits.draft_life)
        return cls(key, known, opened=True, saved_at=now(), until=end)

    def open(self, store: Store) -> bytes:
        """Return the kept case as one document.

        Raises:
            StoreError: there is none under this key, or it cannot be read now.
        """
        draft = store.open(self.key)
        self.known = {name: text for name, text in draft.sections.items() if name not in OWN}
        self.opened, self.saved_at, self.until = True, now(), draft.until
        self.unused_days = max(self.unused_days, draft.unused_days)
        return draft.case()

    def save(self, store: Store, document: bytes) -> bytes | None:
        """Save what changed.

        Returns:
            The document to go on with where other tabs changed something; None where `document` stands as it is.

        Raises:
            StoreError: not everything is kept. What waits is sent again, with the same marks, at the next save.
        """
        mine = split(document)
        brought = {} if self.opened else self._come_back(store, mine)
        mine |= brought
        for _round in range(ROUNDS):
            self.waiting = self.waiting or self._changes(mine)
            if not self.waiting:
                break
            news = self._send(store, mine)
            brought |= news
            mine |= news
        return joined(mine) if brought else None

    def look_again(self) -> None:
        """Let the next save open the draft anew, to bring in what other tabs changed; not while something waits."""
        if self.settled:
            self.begun, self.opened = {name: text.data for name, text in self.known.items()}, False

    @property
    def settled(self) -> bool:
        """Whether the store has everything that was sent."""
        return self.opened and not self.waiting

    def is_known(self, document: bytes) -> bool:
        """Tell whether the store holds just this document."""
        return self.settled and not self._changes(split(document))

    def _changes(self, mine: Mapping[str, bytes]) -> list[Change]:
        absent = SectionText(0, b"")
        before = {name: self.known.get(name, absent) for name in mine}
        return [Change(name, data, before[name].version) for name, data in mine.items() if data != before[name].data]

    def _send(self, store: Store, mine: Mapping[str, bytes]) -> dict[str, bytes]:
        """Send what waits; return the sections that another tab changed, brought together with ours."""
        sent = self.waiting
        try:
            results = store.save_all(self.key, sent)
        except FullError:
            self.waiting = []  # the same text would be refused again; a shorter one may pass
            raise
        self.waiting, self.saved_at = [], now()
        news = {}
        for change, result in zip(sent, results, strict=True):
            if result.outcome is Outcome.CONFLICT:
                news[change.section] = self._together(result, mine[change.section])
            else:
                self.known[change.section] = SectionText(result.version, change.data)
        return news

    def _together(self, result: SaveResult, mine: bytes) -> bytes:
        before = self.known.get(result.section)
        stored = SectionText(result.version, result.stored or b"{}")
        self.known[result.section] = stored
        return self._merged(result.section, before.data if before else None, mine, stored.data)

    def _come_back(self, store: Store, mine: Mapping[str, bytes]) -> dict[str, bytes]:
        """Open a draft that could not be opened before; bring what was typed meanwhile together with it."""
        self.open(store)
        return {
            name: self._merged(name, self.begun.get(name), mine[name], text.data) if name in mine else text.data
            for name, text in self.known.items()
        }

    def _merged(self, section: str, base: bytes | None, mine: bytes, stored: bytes) -> bytes:
        merged = merge(base, mine, stored)
        if section != PLAIN:  # the language a tab speaks is nothing to quarrel about
            fresh = [Difference(section, clash) for clash in merged.clashes]
            paths = {difference.path for difference in fresh}
            self.differences = [old for old in self.differences if old.path not in paths] + fresh
        return merged.document
