"""Writing the manifest: the workbook's state after one more change."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from accord.crypto import SealError
from accord.crypto.errors import BROKEN_SEAL
from accord.store.access import Access
from accord.store.manifest import Manifest
from accord.store.tables import workbooks
from accord.store.turn import Turn


def write_manifest(turn: Turn, access: Access, manifest: Manifest, grown: int) -> None:
    """Write the state after one more change that made the workbook `grown` bytes larger.

    Raises:
        SealError: the workbook moved on meanwhile, which the lock forbids.
    """
    book = access.book._replace(bytes_used=access.book.bytes_used + grown, gen_ops=access.book.gen_ops + 1)
    row = update(workbooks).where(workbooks.c.wid == access.wid, workbooks.c.ops == access.ops)
    done = turn.connection.execute(
        row.values(
            manifest=replace(manifest, book=book).sealed(access.keys, access.wid, access.ops + 1),
            ops=access.ops + 1,
            gen_ops=book.gen_ops,
            bytes_used=book.bytes_used,
        )
    )
    if done.rowcount != 1:
        raise SealError(BROKEN_SEAL)
