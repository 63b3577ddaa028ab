"""How charts write their figures and alternative texts."""

import pytest

from accord.charts.wording import KINDS, alt, in_yuan, written
from accord.i18n import ENGLISH, catalogue, speaking


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_chart_has_its_words(kind: str) -> None:
    assert alt(kind, "三期。").endswith("图。三期。") or kind == "timeline"
    assert KINDS[kind] in catalogue()


def test_the_kind_stands_before_the_sentence() -> None:
    with speaking(ENGLISH):
        assert alt("lines", "It falls.") == "Line chart. It falls."


def test_amounts_are_written_with_sign_and_two_places() -> None:
    assert written(-120_050) == "-¥1,200.50"
    assert in_yuan(120_050) == 1200.5
