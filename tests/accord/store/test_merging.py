"""Merging: what one side changed is taken, what both changed is told, nothing is dropped in silence."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.store import ABSENT, Merged, merge

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "a", "b"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
_OBJECTS = st.dictionaries(st.sampled_from("abcd"), _VALUES, max_size=4)


def _merged(base: object, mine: object, stored: object) -> Merged:
    return merge(*(json.dumps(side).encode() for side in (base, mine, stored)))


def _value(merged: Merged) -> Any:  # noqa: ANN401  any JSON value
    return json.loads(merged.document)


def test_different_fields_come_together() -> None:
    base = {"name": "a", "phone": "1", "city": "x"}
    merged = _merged(base, base | {"name": "b"}, base | {"phone": "2"})

    assert _value(merged) == {"name": "b", "phone": "2", "city": "x"}
    assert merged.clashes == ()


def test_the_same_field_is_told_and_what_is_stored_stands() -> None:
    merged = _merged({"a": {"n": 1}}, {"a": {"n": 2}}, {"a": {"n": 3}})

    assert _value(merged) == {"a": {"n": 3}}
    assert [(clash.path, clash.base, clash.mine, clash.stored) for clash in merged.clashes] == [("a.n", 1, 2, 3)]


def test_rows_with_ids_are_merged_row_by_row() -> None:
    base = [{"id": "d1", "p": "1"}, {"id": "d2", "p": "1"}]
    mine = [{"id": "d1", "p": "9"}, {"id": "d2", "p": "1"}, {"id": "d3", "p": "3"}]
    stored = [{"id": "d2", "p": "7"}, {"id": "d4", "p": "4"}, {"id": "d1", "p": "1"}]
    merged = _merged(base, mine, stored)

    assert {row["id"]: row["p"] for row in _value(merged)} == {"d1": "9", "d2": "7", "d3": "3", "d4": "4"}
    assert merged.clashes == ()


def test_a_row_deleted_here_and_changed_there_is_told() -> None:
    merged = _merged([{"id": "d1", "p": "1"}], [], [{"id": "d1", "p": "2"}])

    assert _value(merged) == [{"id": "d1", "p": "2"}]
    assert [(clash.path, clash.mine) for clash in merged.clashes] == [("d1", ABSENT)]


def test_a_row_deleted_on_one_side_only_is_gone() -> None:
    rows = [{"id": "d1"}, {"id": "d2"}]

    assert _value(_merged(rows, rows[:1], rows)) == rows[:1]


def test_one_and_true_are_not_the_same() -> None:
    assert _value(_merged({"a": 1}, {"a": True}, {"a": 1})) == {"a": True}


def test_texts_that_are_no_json_are_told_whole() -> None:
    merged = merge(b"base", b"mine", b"stored")

    assert merged.document == b"stored"
    assert [(clash.path, clash.mine) for clash in merged.clashes] == [("", b"mine")]


def test_without_a_common_beginning_every_difference_is_told() -> None:
    merged = merge(None, b'{"a": 1, "b": 2}', b'{"a": 1, "b": 3}')

    assert [clash.path for clash in merged.clashes] == ["b"]
    assert _value(merged) == {"a": 1, "b": 3}


@settings(max_examples=100)
@given(_OBJECTS, _OBJECTS)
def test_an_unchanged_side_gives_way(base: dict[str, Any], changed: dict[str, Any]) -> None:
    for merged in (_merged(base, changed, base), _merged(base, base, changed), _merged(base, changed, changed)):
        assert json.dumps(_value(merged), sort_keys=True) == json.dumps(changed, sort_keys=True)
        assert merged.clashes == ()


@settings(max_examples=100)
@given(_OBJECTS, _OBJECTS, _OBJECTS)
def test_every_field_only_i_changed_is_mine(base: dict[str, Any], mine: dict[str, Any], stored: dict[str, Any]) -> None:
    merged = _merged(base, mine, stored)
    for name in {*base, *mine, *stored}:
        sides = [json.dumps(side.get(name, "absent"), sort_keys=True) for side in (base, mine, stored)]
        if sides[0] == sides[2]:
            assert json.dumps(_value(merged).get(name, "absent"), sort_keys=True) == sides[1]


def test_half_of_a_sign_leaves_what_is_stored() -> None:
    merged = merge(b"{}", b'{"name": "\\ud83d"}', b"{}")

    assert merged.document == b"{}"
    assert [clash.path for clash in merged.clashes] == [""]
