"""Hostile words in every field, taken through every paper: nothing in a file does what the words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from accord.case import Case, EvidenceFile, EvidenceState
from accord.case.package import Recipient
from accord.documents import pdf
from accord.documents.bundle import bundled
from accord.documents.letters import LETTERS
from accord.documents.package import Order
from accord.i18n import CHINESE, ENGLISH
from tests import torture
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.hostile.living import in_archive, in_pdf
from tests.hostile.words import planted

TODAY = date(2026, 11, 23)
TURNS = range(torture.TURNS)
ORDERS = (
    *((recipient, language) for recipient in (Recipient.BANK, Recipient.ME) for language in (CHINESE, ENGLISH)),
    (Recipient.MEDIATOR, CHINESE),
    (Recipient.ADVISOR, ENGLISH),
)
SCRIPT = b"/JavaScript (app.alert(1)) endstream endobj 9 0 obj << /AA << /O 9 0 R >> /JS (x) >>"


def _proved(turn: int) -> tuple[Case, dict[str, tuple[bytes, ...]]]:
    """Return the hostile case with a picture behind each of its papers; a hostile comment lies in the picture."""
    case, _count = planted(turn)
    page = as_bytes(specimen(2, size=(140, 198)), comment=SCRIPT)
    for number, paper in enumerate(case.evidence):
        paper.state, paper.exhibit, paper.pages = EvidenceState.HAVE, True, 1
        paper.files = [EvidenceFile(id=f"{number:032x}", pages=1)]
    return case, {paper.id: (page,) for paper in case.evidence}


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(("recipient", "language"), ORDERS, ids=str)
def test_no_paper_does_what_hostile_words_say(
    turn: int, recipient: Recipient, language: str, record_property: Callable[[str, object], None]
) -> None:
    case, pictures = _proved(turn)
    packed = bundled(case, Order(recipient, language, TODAY, pictures=pictures))
    found = dict(in_archive(packed))
    kinds = Counter(name.rsplit(".", 1)[-1] for name in found)
    record_property(torture.TRIED, kinds["pdf"])
    record_property(
        torture.COUNTED, f"A9 {recipient} {language}: {kinds['pdf']} PDF, living {sum(map(len, found.values()))}"
    )

    assert {name: living for name, living in found.items() if living} == {}
    assert kinds >= Counter({"pdf": 3, "eml": 1, "ics": 1, "xlsx": 1, "csv": 1})


@pytest.mark.parametrize("turn", TURNS)
def test_no_letter_does_what_hostile_words_say(turn: int, record_property: Callable[[str, object], None]) -> None:
    case, found = planted(turn)[0].opened(), dict[str, set[str]]()
    for number, row in enumerate(LETTERS):
        language = (CHINESE, ENGLISH)[(number + turn) % 2]  # the other half in the next turn
        found[row.id] = in_pdf(pdf.render(row.paper(case, "", language=language, on=TODAY)))
    record_property(torture.TRIED, len(found))
    record_property(torture.COUNTED, f"A9 letters: {len(found)} PDF, living {sum(map(len, found.values()))}")

    assert {name: living for name, living in found.items() if living} == {}
