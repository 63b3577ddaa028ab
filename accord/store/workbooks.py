"""A workbook from its first answer to its last trace: begin, open, erase."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from accord.crypto import (
    DataKeys,
    GrantTerms,
    OwnerKey,
    Scope,
    SectionPlace,
    kek,
    seal_row,
    unseal_row,
    wrap,
)
from accord.store.access import Access
from accord.store.limits import DAY
from accord.store.manifest import ROW_SCHEMA, Book, Manifest, check_listed
from accord.store.records import Consent, Draft, Receipt, SectionText, moment
from accord.store.roles import Role
from accord.store.sections import CONSENT, OWN, PRIVATE, opened_fields, scope_of, split
from accord.store.tables import OF_ONE_WORKBOOK, grants, sections, workbooks
from accord.store.turn import Turn


@dataclass(frozen=True, slots=True)
class Beginning:
    """A workbook about to be kept, named before the transaction so that a retry makes no second one."""

    wid: bytes
    key: OwnerKey
    case: bytes
    consent: Consent
    op: bytes


def begin(turn: Turn, new: Beginning) -> None:
    """Keep a workbook for the first time.

    Raises:
        BrokenFileError: the case is not one JSON object of ours.
    """
    keys = DataKeys.fresh(1)
    texts = split(new.case) | {CONSENT: _consent(turn, new.consent)}
    rows = [_first(keys, new, name, data) for name, data in texts.items()]
    size = sum(len(row["ct"]) for row in rows if isinstance(row["ct"], bytes))
    book = Book(turn.today, turn.today, (turn.today + 1) * DAY + turn.limits.draft_life, size, 0)
    marks = dict.fromkeys(texts, new.op.hex())
    sealed = Manifest(dict.fromkeys(texts, 1), marks=marks, book=book).sealed(keys, new.wid, 0)
    row = {"wid": new.wid, "gen": 1, "schema": ROW_SCHEMA, "manifest": sealed, **book._asdict()}
    turn.connection.execute(insert(workbooks).values(row))
    turn.connection.execute(insert(sections), rows)
    turn.connection.execute(insert(grants).values(_owner_grant(turn, new, keys)))
    turn.note("create", new.wid)


def already_begun(turn: Turn, new: Beginning) -> bool:
    """Tell whether an unacknowledged try has already kept this workbook."""
    row = select(workbooks.c.wid).where(workbooks.c.wid == new.wid)
    return turn.connection.scalar(row) is not None


def read_draft(turn: Turn, access: Access) -> Draft:
    """Return everything a key opens, each row checked against its seal and all rows against the manifest.

    Raises:
        SealError: something was changed from outside.
    """
    found = turn.connection.execute(select(sections).where(sections.c.wid == access.wid)).all()
    manifest, texts = access.manifest, {}
    check_listed(manifest.sections, {row.name: row.ver for row in found})
    for row in found:
        manifest.check_section(row.name, row.ver, row.op_id)
        part = scope_of(row.name)
        if part in access.terms.scope:
            place = SectionPlace(access.wid, row.name, row.ver, row.gen, ROW_SCHEMA)
            texts[row.name] = SectionText(row.ver, unseal_row(access.keys, part, row.ct, place))
    unused = turn.today - access.book.touched_day if access.role is Role.OWNER else 0
    return Draft(access.role, access.view, _shown(access, texts), moment(access.until), unused)


def remove(turn: Turn, wid: bytes) -> dict[str, int]:
    """Delete every row of a workbook; return how many of each kind."""
    return {
        table.name: turn.connection.execute(delete(table).where(table.c.wid == wid)).rowcount
        for table in OF_ONE_WORKBOOK
    }


def erased(turn: Turn, access: Access) -> Receipt:
    """Erase a workbook with all its links and papers and return the receipt, not yet scrubbed."""
    rows = remove(turn, access.wid)
    turn.note("erase", access.wid)
    number = turn.pepper.tag("receipt", access.wid, turn.now)[:6].hex().upper()
    return Receipt(moment(turn.now), rows, scrubbed=False, number=number)


def _consent(turn: Turn, consent: Consent) -> bytes:
    return json.dumps({"wording": consent.wording, "at": moment(turn.now).isoformat()}).encode()


def _first(keys: DataKeys, new: Beginning, name: str, data: bytes) -> dict[str, object]:
    sealed = seal_row(keys, scope_of(name), data, SectionPlace(new.wid, name, 1, 1, ROW_SCHEMA))
    return {"wid": new.wid, "name": name, "ver": 1, "gen": 1, "op_id": new.op, "ct": sealed}


def _owner_grant(turn: Turn, new: Beginning, keys: DataKeys) -> dict[str, object]:
    kid = turn.pepper.current
    terms = GrantTerms(new.wid, new.key.lookup, Role.OWNER, Scope.ALL, 0, keys.generation, kid)
    return {
        "lookup": terms.lookup,
        "wid": new.wid,
        "role": Role.OWNER,
        "scope": int(Scope.ALL),
        "gen": keys.generation,
        "kid": kid,
        "created_at": turn.now,
        "note": b"",
        "view": b"",
        "wrap": wrap(kek(new.key.raw, turn.pepper.key(kid)), keys, terms),
        "kekbox": b"",
    }


def _shown(access: Access, texts: Mapping[str, SectionText]) -> dict[str, SectionText]:
    if access.role is Role.OWNER:
        return dict(texts)
    shown = {name: text for name, text in texts.items() if name not in OWN and name != PRIVATE}
    private = texts.get(PRIVATE)
    opened = opened_fields(private.data, access.view.private_fields) if private else None
    if private and opened:
        shown[PRIVATE] = SectionText(private.version, opened)
    return shown
