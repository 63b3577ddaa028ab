"""Shares in words, the way people speak."""

import pytest

from accord.budget.chances import SENTENCES, as_percent, holds, in_words
from accord.budget.stress import SURVIVAL_THRESHOLD, wilson
from accord.i18n import CHINESE, ENGLISH, speaking


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "几乎"), (0.91, "十次里有九次"), (0.76, "四次里有三次"), (0.51, "两次里有一次")]
)
def test_a_share_is_said_as_people_say_it(share: float, words: str) -> None:
    with speaking(CHINESE):
        assert words in in_words(share)


def test_no_sentence_holds_a_percentage() -> None:
    with speaking(ENGLISH):
        said = [in_words(part / 100) for part in range(101)]

    assert not any("%" in sentence for sentence in said)
    assert list(dict.fromkeys(reversed(said))) == [message for _, message in SENTENCES]


def test_percent_is_whole_and_has_its_interval() -> None:
    with speaking(ENGLISH):
        assert as_percent(wilson(8_235, 10_000)) == "about 82% (82–83%)"


def test_eight_in_ten_is_the_line() -> None:
    assert holds(SURVIVAL_THRESHOLD)
    assert not holds(SURVIVAL_THRESHOLD - 0.0001)
