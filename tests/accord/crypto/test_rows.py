"""Rows: each kind is bound to its place, and no kind passes for another."""

from __future__ import annotations

from itertools import permutations

import pytest

from accord.crypto import (
    CommentPlace,
    DataKeys,
    FilePlace,
    ManifestPlace,
    Place,
    Scope,
    SealError,
    SectionPlace,
    SuggestionPlace,
    seal_note,
    seal_row,
    unseal_note,
    unseal_row,
)

WID, ID, BY = b"w" * 16, b"i" * 16, b"b" * 8
KEYS = DataKeys.fresh(1)
SECTION = SectionPlace(WID, "debts", 3, 1, 1)
PLACES: list[Place] = [
    SECTION,
    SECTION._replace(op=ID),
    SECTION._replace(version=4),
    SECTION._replace(section="asks"),
    SECTION._replace(generation=2),
    SECTION._replace(schema=2),
    SECTION._replace(wid=ID),
    FilePlace(WID, ID, "body", 3, 1),
    FilePlace(WID, ID, "label", 3, 1),
    ManifestPlace(WID, 3, 1, 1),
    CommentPlace(WID, ID, "debts", BY, 1),
    SuggestionPlace(WID, ID, "debts", 3, BY, 1),
]


def test_a_row_opens_in_its_own_place() -> None:
    for place in PLACES:
        assert unseal_row(KEYS, Scope.CORE, seal_row(KEYS, Scope.CORE, b"x", place), place) == b"x"


def test_a_row_opens_in_no_other_place() -> None:
    for place, other in permutations(PLACES, 2):
        with pytest.raises(SealError):
            unseal_row(KEYS, Scope.CORE, seal_row(KEYS, Scope.CORE, b"x", place), other)


def test_a_row_opens_with_the_key_of_its_scope_alone() -> None:
    sealed = seal_row(KEYS, Scope.PRIVATE, b"x", SECTION)
    for part in (Scope.CORE, Scope.EVIDENCE, Scope.COMMENTS):
        with pytest.raises(SealError):
            unseal_row(KEYS, part, sealed, SECTION)


def test_a_note_is_the_owners_and_the_links() -> None:
    sealed = seal_note(b"s" * 32, b"note", WID, ID)

    assert unseal_note(b"s" * 32, sealed, WID, ID) == b"note"
    for secret, wid, link in ((b"t" * 32, WID, ID), (b"s" * 32, ID, ID), (b"s" * 32, WID, WID)):
        with pytest.raises(SealError):
            unseal_note(secret, sealed, wid, link)
