"""The manifest: which sections and files, at which versions, make the present state, and the workbook's own counters.

It is sealed and written in the same transaction as what it lists, so a row that was deleted, renamed or turned back
from outside is noticed, and so is a changed life, size or age of the workbook.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from accord.crypto import DataKeys, ManifestPlace, Scope, SealError, seal_row, unseal_row
from accord.crypto.errors import BROKEN_SEAL

ROW_SCHEMA = 1


class Book(NamedTuple):
    """A workbook's own counters: days and seconds since 1970, bytes, rows sealed under the present keys."""

    created_day: int
    touched_day: int
    expires_at: int
    bytes_used: int
    gen_ops: int


@dataclass(slots=True)
class Manifest:
    """Versions and last attempts by section name, sizes by file id in hexadecimal, and the workbook's counters.

    `marks` and `book` are missing in manifests from before they were listed; the next save lists them.
    """

    sections: dict[str, int] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    book: Book | None = None

    def sealed(self, keys: DataKeys, wid: bytes, ops: int) -> bytes:
        """Return the manifest sealed as the state after `ops` changes."""
        listed = {"sections": self.sections, "files": self.files, "marks": self.marks, "book": self.book}
        place = ManifestPlace(wid, ops, keys.generation, ROW_SCHEMA)
        return seal_row(keys, Scope.CORE, json.dumps(listed, sort_keys=True).encode(), place)

    @classmethod
    def unsealed(cls, keys: DataKeys, sealed: bytes, wid: bytes, ops: int) -> Self:
        """Return the manifest of the state after `ops` changes.

        Raises:
            SealError: it was changed or turned back from outside.
        """
        place = ManifestPlace(wid, ops, keys.generation, ROW_SCHEMA)
        listed = json.loads(unseal_row(keys, Scope.CORE, sealed, place))
        book = listed.get("book")
        return cls(listed["sections"], listed["files"], listed.get("marks", {}), Book(*book) if book else None)

    def copy(self) -> Manifest:
        """Return a manifest of one's own, to be changed and written."""
        return replace(self, sections=dict(self.sections), files=dict(self.files), marks=dict(self.marks))

    def mark(self, section: str, version: int, op: bytes) -> None:
        """List a new version of a section, and the attempt that wrote it."""
        self.sections[section], self.marks[section] = version, op.hex()

    def check_section(self, section: str, version: int, op: bytes) -> None:
        """Compare a section's row with what is listed; version 0 for one that is not there.

        Raises:
            SealError: another version, or another attempt, than listed.
        """
        mark = self.marks.get(section, "") if version else ""
        check_listed({section: self.sections.get(section, 0)}, {section: version})
        if mark and mark != op.hex():
            raise SealError(BROKEN_SEAL)


def check_listed(listed: Mapping[str, int], found: Mapping[str, int]) -> None:
    """Compare what stands in the tables with what the manifest lists.

    Raises:
        SealError: a row is missing, too many, or at another version.
    """
    if listed != found:
        raise SealError(BROKEN_SEAL)
