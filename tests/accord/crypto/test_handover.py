"""A one-time code leads to a row's name and key, and never from one to the other."""

from __future__ import annotations

import pytest

from accord.crypto import Pepper, derive, handover_keys, is_code, spoken_code
from accord.crypto.handover import HandoverKeys

PEPPER = Pepper({1: bytes(range(32))}, 1)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "CODE_COST", 2**10)


@pytest.mark.parametrize("typed", ["ABCD-EFGH", "abcd efgh", " ＡＢＣＤ－ＥＦＧＨ ", "abcdefgh"])
def test_a_code_leads_to_the_same_keys_however_it_is_typed(typed: str) -> None:
    assert is_code(typed)
    assert handover_keys(typed, PEPPER) == handover_keys("ABCDEFGH", PEPPER)


@pytest.mark.parametrize("typed", ["", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFG0", "ABCD-EFGI", "一二三四五六七八"])
def test_what_cannot_be_a_code_is_known_without_any_work(typed: str) -> None:
    assert not is_code(typed)


def test_every_code_that_is_drawn_is_a_code() -> None:
    assert all(is_code(spoken_code()) for _draw in range(200))


def test_name_and_key_are_two_and_belong_to_one_installation() -> None:
    found = handover_keys("ABCD-EFGH", PEPPER)
    elsewhere = handover_keys("ABCD-EFGH", Pepper.fresh())

    assert len({*found, *elsewhere}) == 4
    assert all(len(key) == 32 for key in found)
    assert found.key.hex() not in repr(found)
    assert isinstance(found, HandoverKeys)


def test_finding_a_row_costs_as_much_as_opening_it(monkeypatch: pytest.MonkeyPatch) -> None:
    salts: list[bytes] = []
    real = derive.stretch_code

    def stretch(code: str, salt: bytes) -> bytes:
        salts.append(salt)
        return real(code, salt)

    monkeypatch.setattr("accord.crypto.handover.stretch_code", stretch)
    handover_keys("ABCD-EFGH", PEPPER)
    handover_keys("ABCD-EFGJ", Pepper({1: b"x" * 32}, 1))

    assert len(set(salts)) == len(salts) == 2  # the salt needs the installation's key
