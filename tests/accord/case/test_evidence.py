"""Papers that prove facts."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import Evidence, EvidenceState


def test_a_paper_is_missing_until_it_is_ticked() -> None:
    paper = Evidence(id="evidence-1")

    assert paper.state is EvidenceState.MISSING
    assert paper.for_bank
    assert not paper.shows_diagnosis


@pytest.mark.parametrize("pages", [-1, 201])
def test_a_paper_has_a_believable_number_of_pages(pages: int) -> None:
    with pytest.raises(ValidationError):
        Evidence(id="evidence-1", pages=pages)
