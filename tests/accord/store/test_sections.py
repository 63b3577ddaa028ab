"""Sections: taking a case apart and putting it together loses nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.crypto import Scope
from accord.errors import BrokenFileError
from accord.store.sections import OWN, PLAIN, joined, opened_fields, scope_of, split

_NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True).filter(lambda name: name not in {*OWN, PLAIN})
_PLAIN = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8)
_VALUES = st.recursive(
    _PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


@settings(max_examples=100)
@given(st.dictionaries(_NAMES, _VALUES, max_size=6))
def test_split_and_joined_are_inverse(case: dict[str, object]) -> None:
    parts = split(json.dumps(case).encode())

    assert json.loads(joined(parts)) == case
    assert all(isinstance(json.loads(text), dict | list) for text in parts.values())


def test_plain_values_share_a_section_and_the_rest_stand_alone() -> None:
    parts = split(b'{"language": "en", "person": {"name": "x"}, "debts": []}')

    assert parts == {"case": b'{"language":"en"}', "person": b'{"name":"x"}', "debts": b"[]"}


def test_the_stores_own_sections_are_no_part_of_the_case() -> None:
    assert json.loads(joined({"case": b'{"a":1}', "consent": b'{"x":1}', "pending": b"[]"})) == {"a": 1}


def test_private_and_own_sections_have_the_private_key() -> None:
    assert {name: scope_of(name) for name in ("private", "pending", "consent", "debts")} == {
        "private": Scope.PRIVATE,
        "pending": Scope.PRIVATE,
        "consent": Scope.PRIVATE,
        "debts": Scope.CORE,
    }


def test_only_named_private_fields_are_opened() -> None:
    private = b'{"ceiling": "1", "notes": "x"}'

    assert opened_fields(private, ("private.notes", "debts.ceiling")) == b'{"notes":"x"}'
    assert opened_fields(private, ("ceiling", "private.", "private.other")) is None
    assert opened_fields(private, ()) is None


@pytest.mark.parametrize(
    "document", [b"", b"null", b'"x"', b"[]", b'{"case": {}}', b'{"pending": []}', b"\xff", b'{"a": ["\\ud83d"]}']
)
def test_what_is_no_case_is_refused(document: bytes) -> None:
    with pytest.raises(BrokenFileError):
        split(document)
