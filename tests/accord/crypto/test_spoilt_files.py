"""The workbook file, spoilt: each bit that is flipped, each cut and each addition is refused with a plain sentence."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from accord.crypto import protect, unprotect
from accord.crypto.derive import PassphraseCost
from accord.errors import AccordError, WorkbookError
from tests import torture

PASSPHRASE = "a long enough passphrase"  # noqa: S105  of an invented file
CHEAP = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
PLAIN = b'{"format": "accord-workbook", "person": {"name": "'


@torture.PATIENT
def test_no_spoilt_file_is_accepted(record_property: Callable[[str, object], None]) -> None:
    dice, counts = random.Random(1), Counter[str]()  # noqa: S311  which bits to flip
    plain = PLAIN + dice.randbytes(torture.FILE_BYTES).hex().encode() + b'"}}'
    whole = protect(plain, PASSPHRASE, CHEAP)

    def tried(kind: str, spoilt: bytes) -> None:
        counts[kind] += 1
        try:
            unprotect(spoilt, PASSPHRASE)
        except WorkbookError as refusal:
            counts["without a sentence"] += not _sentence(refusal)
        else:
            counts["accepted"] += 1

    bits = len(whole) * 8
    for bit in dice.sample(range(bits), min(torture.FLIPS, bits)):
        tried("bits flipped", whole[: bit // 8] + bytes([whole[bit // 8] ^ 1 << bit % 8]) + whole[bit // 8 + 1 :])
    for length in range(len(whole)):
        tried("cut", whole[:length])
    for _more in range(torture.APPENDED):
        tried("added to", whole + dice.randbytes(dice.randrange(1, 200)))

    record_property(torture.TRIED, counts["bits flipped"] + counts["cut"] + counts["added to"])
    record_property(torture.COUNTED, f"F8 {dict(counts)} of {bits} bits")
    assert (counts["accepted"], counts["without a sentence"]) == (0, 0)
    assert unprotect(whole, PASSPHRASE) == plain


def _sentence(refusal: AccordError) -> bool:
    return refusal.speak().endswith(("。", "."))
