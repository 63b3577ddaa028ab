"""Evidence files: name, type and caption are sealed like the picture itself."""

from __future__ import annotations

import json

from sqlalchemy import delete, insert, select

from accord.crypto import FilePlace, Scope, SealError, seal_row, unseal_row
from accord.crypto.errors import BROKEN_SEAL
from accord.store.access import Access
from accord.store.errors import FULL, NOT_ALLOWED, TOO_LARGE, TOO_MANY, FullError, NotAllowedError
from accord.store.limits import DAY, MB
from accord.store.listing import write_manifest
from accord.store.manifest import check_listed
from accord.store.records import FileLabel, NewFile
from accord.store.tables import files
from accord.store.turn import Turn


def attach(turn: Turn, access: Access, new: NewFile) -> None:
    """Keep a file; a retry of the same one changes nothing.

    Raises:
        FullError: the file is too large, there are too many, or the workbook is full.
    """
    limits, size = turn.limits, len(new.data)
    if size > limits.file_size:
        raise FullError(TOO_LARGE, limit=limits.file_size // MB)
    manifest = access.manifest
    if new.id.hex() in manifest.files:
        return
    if len(manifest.files) >= limits.files:
        raise FullError(TOO_MANY, limit=limits.files)
    if access.book.bytes_used + size > limits.workbook_size:
        raise FullError(FULL, limit=limits.workbook_size // MB)
    at = turn.today * DAY
    words = json.dumps(
        {"kind": new.kind, "name": new.name, "caption": new.caption, "at": at}, ensure_ascii=False
    ).encode()
    place = FilePlace(access.wid, new.id, "body", size, access.keys.generation)
    row = {
        "fid": new.id,
        "wid": access.wid,
        "gen": access.keys.generation,
        "size": size,
        "ct": seal_row(access.keys, Scope.EVIDENCE, new.data, place),
        "label": seal_row(access.keys, Scope.EVIDENCE, words, place._replace(kind="label")),
        "at": at,
    }
    turn.connection.execute(insert(files).values(row))
    manifest.files[new.id.hex()] = size
    write_manifest(turn, access, manifest, size)


def list_files(turn: Turn, access: Access) -> list[FileLabel]:
    """Return what is known of all files.

    Raises:
        SealError: one was changed, removed or added from outside.
    """
    shown = (files.c.fid, files.c.size, files.c.gen, files.c.at, files.c.label)
    rows = turn.connection.execute(select(*shown).where(files.c.wid == access.wid).order_by(files.c.at, files.c.fid))
    labels = []
    for row in rows:
        place = FilePlace(access.wid, row.fid, "label", row.size, row.gen)
        words = json.loads(unseal_row(access.keys, Scope.EVIDENCE, row.label, place))
        if words.get("at", row.at) != row.at:
            raise SealError(BROKEN_SEAL)
        labels.append(FileLabel(row.fid, words["kind"], words["name"], words["caption"], row.size))
    check_listed(access.manifest.files, {label.id.hex(): label.size for label in labels})
    return labels


def file_body(turn: Turn, access: Access, file_id: bytes) -> bytes:
    """Return a file's bytes.

    Raises:
        NotAllowedError: it is none of this workbook's.
        SealError: it was changed from outside.
    """
    rows = select(files).where(files.c.wid == access.wid, files.c.fid == file_id)
    row = turn.connection.execute(rows).one_or_none()
    if row is None:
        raise NotAllowedError(NOT_ALLOWED)
    place = FilePlace(access.wid, row.fid, "body", row.size, row.gen)
    return unseal_row(access.keys, Scope.EVIDENCE, row.ct, place)


def detach(turn: Turn, access: Access, file_id: bytes) -> bool:
    """Remove a file; tell whether it was there."""
    gone = turn.connection.execute(delete(files).where(files.c.wid == access.wid, files.c.fid == file_id)).rowcount == 1
    if gone:
        manifest = access.manifest
        size = manifest.files.pop(file_id.hex(), 0)
        write_manifest(turn, access, manifest, -size)
    return gone
