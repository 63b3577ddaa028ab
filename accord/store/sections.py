"""A workbook in sections: each top-level part of the case is a row of its own, so that two tabs rarely meet.

The store knows no fields. Objects and lists become sections under their own names; plain values share `case`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from accord.crypto import Scope
from accord.errors import BrokenFileError
from accord.i18n import N_

PLAIN = "case"
PRIVATE = "private"
CONSENT = "consent"
PENDING = "pending"
OWN = frozenset({CONSENT, PENDING})
"""Sections of the store's own, no part of the case; only the owner reads them."""

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
UNFIT = N_("This draft is not written as ours are and was not kept. What is on this page is unchanged.")


def scope_of(section: str) -> Scope:
    """Return which data key seals a section."""
    return Scope.PRIVATE if section == PRIVATE or section in OWN else Scope.CORE


def is_name(section: str) -> bool:
    """Tell whether this can be a section's name: it stands in clear, so it is never a person's words."""
    return NAME.fullmatch(section) is not None


def split(document: bytes) -> dict[str, bytes]:
    """Return the sections of a case written as one JSON object.

    Raises:
        BrokenFileError: not a JSON object, or parts with names that are none of ours.
    """
    whole = _object(document)
    parts = {name: value for name, value in whole.items() if isinstance(value, dict | list)}
    if any(not is_name(name) or name in OWN or name == PLAIN for name in parts):
        raise BrokenFileError(UNFIT)
    plain = {name: value for name, value in whole.items() if name not in parts}
    return {PLAIN: _text(plain)} | {name: _text(value) for name, value in parts.items()}


def joined(sections: Mapping[str, bytes]) -> bytes:
    """Return the case that `split` took apart; the store's own sections are left out."""
    whole: dict[str, Any] = dict(_object(sections[PLAIN])) if PLAIN in sections else {}
    for name in sorted(sections):
        if name != PLAIN and name not in OWN:
            whole[name] = json.loads(sections[name])
    return _text(whole)


def opened_fields(private: bytes, fields: tuple[str, ...]) -> bytes | None:
    """Return the private section with the named fields alone (`private.ceiling`), None when none is opened."""
    names = {field.removeprefix(f"{PRIVATE}.") for field in fields if field.startswith(f"{PRIVATE}.")}
    kept = {name: value for name, value in _object(private).items() if name in names}
    return _text(kept) if kept else None


def _object(document: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(UNFIT) from error
    if not isinstance(whole, dict):
        raise BrokenFileError(UNFIT)
    return whole


def _text(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:  # half of a sign, which no file can hold
        raise BrokenFileError(UNFIT) from error
