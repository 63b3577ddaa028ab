"""Two languages, asked for at each use."""

from __future__ import annotations

from threading import Thread

import pytest

from accord.i18n import (
    CHINESE,
    ENGLISH,
    LANGUAGES,
    N_,
    _,
    ask_reader,
    catalogue,
    in_chinese,
    language,
    plural,
    speaking,
)

YES = "Yes"


def test_chinese_is_spoken_until_somebody_answers() -> None:
    assert language() == CHINESE
    assert in_chinese()
    assert _(YES) == "是"


def test_the_reader_is_asked_at_each_use() -> None:
    answers = iter([ENGLISH, CHINESE])
    ask_reader(lambda: next(answers))

    assert [_(YES), _(YES)] == ["Yes", "是"]


def test_a_paper_in_another_language_wins_over_the_screen() -> None:
    ask_reader(lambda: CHINESE)

    with speaking(ENGLISH):
        assert _(YES) == "Yes"
        with speaking(CHINESE):
            assert _(YES) == "是"
        assert language() == ENGLISH
    assert language() == CHINESE


def test_the_language_comes_back_after_an_error() -> None:
    with pytest.raises(KeyError), speaking(ENGLISH):
        raise KeyError

    assert language() == CHINESE


def test_another_thread_asks_the_reader_not_the_block_around_us() -> None:
    heard: list[str] = []
    ask_reader(lambda: CHINESE)

    with speaking(ENGLISH):
        thread = Thread(target=lambda: heard.append(language()))
        thread.start()
        thread.join()

    assert heard == [CHINESE]


def test_a_message_nobody_translated_is_spoken_in_english() -> None:
    assert _("A sentence that stands in no catalogue.") == "A sentence that stands in no catalogue."


def test_marking_a_message_changes_nothing() -> None:
    assert N_(YES) is YES


def test_one_and_many_differ_in_english_only() -> None:
    with speaking(ENGLISH):
        assert [plural("{n} moon", "{n} moons", count) for count in (0, 1, 2)] == ["0 moons", "1 moon", "2 moons"]
    with speaking(CHINESE):
        assert plural("{n} moon", "{n} moons", 1) == "1 moons"


def test_catalogues_are_merged_and_read_once() -> None:
    assert catalogue() is catalogue()
    assert {"Principal", "Understand the bank"} <= set(catalogue())


def test_the_two_languages_are_named_once() -> None:
    assert LANGUAGES == ("zh_CN", "en")
