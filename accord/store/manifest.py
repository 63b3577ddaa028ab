"""The manifest: which sections and files, at which versions, make the present state.

It is sealed and written in the same transaction as what it lists, so a row that was deleted, renamed or turned back
from outside is noticed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from sqlalchemy import select, update

from accord.crypto import DataKeys, ManifestPlace, Scope, SealError, seal_row, unseal_row
from accord.crypto.errors import BROKEN_SEAL
from accord.store.access import ROW_SCHEMA, Access
from accord.store.tables import workbooks
from accord.store.turn import Turn


@dataclass(slots=True)
class Manifest:
    """Versions by section name, sizes by file id in hexadecimal."""

    sections: dict[str, int] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)

    def sealed(self, keys: DataKeys, wid: bytes, ops: int) -> bytes:
        """Return the manifest sealed as the state after `ops` changes."""
        words = json.dumps({"sections": self.sections, "files": self.files}, sort_keys=True)
        return seal_row(keys, Scope.CORE, words.encode(), ManifestPlace(wid, ops, keys.generation, ROW_SCHEMA))


def read_manifest(turn: Turn, access: Access) -> Manifest:
    """Return the manifest of the present state.

    Raises:
        SealError: it was changed or turned back from outside.
    """
    sealed = turn.connection.scalar(select(workbooks.c.manifest).where(workbooks.c.wid == access.wid)) or b""
    place = ManifestPlace(access.wid, access.ops, access.keys.generation, ROW_SCHEMA)
    words = json.loads(unseal_row(access.keys, Scope.CORE, sealed, place))
    return Manifest(words["sections"], words["files"])


def write_manifest(turn: Turn, access: Access, manifest: Manifest, grown: int) -> None:
    """Write the state after one more change that made the workbook `grown` bytes larger.

    Raises:
        SealError: the workbook moved on meanwhile, which the lock forbids.
    """
    row = update(workbooks).where(workbooks.c.wid == access.wid, workbooks.c.ops == access.ops)
    done = turn.connection.execute(
        row.values(
            manifest=manifest.sealed(access.keys, access.wid, access.ops + 1),
            ops=access.ops + 1,
            gen_ops=workbooks.c.gen_ops + 1,
            bytes_used=workbooks.c.bytes_used + grown,
        )
    )
    if done.rowcount != 1:
        raise SealError(BROKEN_SEAL)


def check_listed(listed: dict[str, int], found: dict[str, int]) -> None:
    """Compare what stands in the tables with what the manifest lists.

    Raises:
        SealError: a row is missing, too many, or at another version.
    """
    if listed != found:
        raise SealError(BROKEN_SEAL)
