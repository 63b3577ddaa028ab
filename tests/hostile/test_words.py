"""The hostile words are many, and in time every field of words meets each of them."""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

from tests import torture
from tests.hostile.payloads import PAYLOADS
from tests.hostile.words import STRIDE, sown

TURNS = 2


def test_there_are_as_many_as_the_usual_collections_have() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 169


def test_a_few_turns_plant_every_payload(record_property: Callable[[str, object], None]) -> None:
    planted = [sown(turn)[1] for turn in range(TURNS)]
    fields = {place for found in planted for place in found}
    words = "\n".join(text for found in planted for texts in found.values() for text in texts)

    assert [payload for payload in PAYLOADS if payload not in words] == []
    assert min(map(len, planted)) > 100
    assert min(sum(map(len, found.values())) for found in planted) > 400
    record_property(torture.COUNTED, f"A7 {len(PAYLOADS)} payloads, {len(fields)} fields of words")


def test_over_all_turns_every_field_meets_every_payload() -> None:
    first, second = sown(0)[1], sown(1)[1]

    assert gcd(STRIDE, len(PAYLOADS)) == 1
    assert first.keys() & second.keys()
    assert all(first[place] != second[place] for place in first.keys() & second.keys())
