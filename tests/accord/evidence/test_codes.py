"""Codes travel as plain words."""

from accord.evidence.codes import REFUSED, Code


def test_a_code_fits_behind_the_word_refused() -> None:
    assert all(code.value.isascii() and code.value.isalpha() for code in Code)
    assert not REFUSED.startswith(b"WB")
