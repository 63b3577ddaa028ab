"""Every reason has a sentence that says what is safe or what to do, with its bounds filled in."""

from accord.evidence.codes import Code
from accord.evidence.reasons import REASONS, EvidenceError
from accord.i18n import speaking


def test_every_code_has_a_sentence() -> None:
    assert set(REASONS) == set(Code)


def test_bounds_are_filled_in() -> None:
    with speaking("en"):
        said = {code: EvidenceError(code).speak() for code in Code}

    assert "10 MB" in said[Code.SIZE]
    assert "40 million" in said[Code.PIXELS]
    assert "20 files" in said[Code.MANY]
    assert not any("{" in sentence for sentence in said.values())
