"""Wraps: every term is authenticated, and a grant holds no more than its scope."""

from __future__ import annotations

from typing import Any

import pytest

from accord.crypto import DataKeys, GrantTerms, Scope, SealError, keep_kek, kept_kek, unwrap, wrap

KEK = b"k" * 32
TERMS = GrantTerms(b"w" * 16, b"l" * 32, "comment", Scope.CORE | Scope.COMMENTS, 1_795_406_400, 1, 1)
KEYS = DataKeys.fresh(1)


def test_a_wrap_holds_the_keys_of_its_scope_and_no_others() -> None:
    opened = unwrap(KEK, wrap(KEK, KEYS, TERMS), TERMS)

    assert opened.keys == {Scope.CORE: KEYS.key(Scope.CORE), Scope.COMMENTS: KEYS.key(Scope.COMMENTS)}
    for part in (Scope.PRIVATE, Scope.EVIDENCE):
        with pytest.raises(SealError):
            opened.key(part)


@pytest.mark.parametrize(
    "change",
    [
        {"wid": b"v" * 16},
        {"lookup": b"m" * 32},
        {"role": "owner"},
        {"scope": Scope.ALL},
        {"scope": Scope.CORE},
        {"expires": 1_795_406_401},
        {"expires": 0},
        {"generation": 2},
        {"kid": 2},
    ],
    ids=str,
)
def test_a_changed_term_makes_the_wrap_unreadable(change: dict[str, Any]) -> None:
    with pytest.raises(SealError):
        unwrap(KEK, wrap(KEK, KEYS, TERMS), TERMS._replace(**change))


def test_a_scope_with_unknown_parts_is_refused_not_guessed() -> None:
    with pytest.raises(SealError):
        unwrap(KEK, wrap(KEK, KEYS, TERMS), TERMS._replace(scope=Scope(5 | 64)))


def test_another_kek_opens_nothing() -> None:
    with pytest.raises(SealError):
        unwrap(b"x" * 32, wrap(KEK, KEYS, TERMS), TERMS)


def test_the_owners_box_gives_the_kek_back_to_the_owner_alone() -> None:
    box = keep_kek(b"s" * 32, KEK, TERMS)

    assert kept_kek(b"s" * 32, box, TERMS) == KEK
    for secret, terms in ((b"t" * 32, TERMS), (b"s" * 32, TERMS._replace(lookup=b"m" * 32))):
        with pytest.raises(SealError):
            kept_kek(secret, box, terms)


def test_each_generation_has_keys_of_its_own() -> None:
    made = [key for generation in range(3) for key in DataKeys.fresh(generation).keys.values()]

    assert len(set(made)) == 12


def test_data_keys_are_never_shown() -> None:
    assert KEYS.key(Scope.CORE).hex() not in repr(KEYS)
    assert repr(KEYS).startswith("DataKeys(generation=1, scopes=")
