"""Scripted calls: every node can be reached, every path ends, both languages are complete."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from accord.rehearsal.script import (
    COUNTERPARTS,
    MOODS,
    MOST_TURNS,
    Call,
    Counterpart,
    Figures,
    Mood,
    back,
    begin,
    closest,
    say,
    script,
)

FIGURES = Figures(instalment=130_500, push=260_000, ceiling=140_000)


def _luck(seed: int) -> Random:
    return Random(seed)  # noqa: S311  a walk to be repeated, no secret


def _walk(call: Call, luck: Random) -> Call:
    while not call.over:
        call = say(call, luck.choice(call.choices())[0])
    return call


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_every_node_is_reached_by_somebody(counterpart: Counterpart) -> None:
    luck, seen = _luck(7), set[str]()

    for _ in range(150):
        for mood in MOODS:
            seen |= {turn.node for turn in _walk(begin(counterpart, mood, FIGURES), luck).said}

    assert seen == set(script(counterpart).nodes)


@settings(max_examples=60)
@given(st.sampled_from(COUNTERPARTS), st.sampled_from(MOODS), st.integers(0, 10**6))
def test_every_path_ends_in_time(counterpart: Counterpart, mood: Mood, seed: int) -> None:
    ended = _walk(begin(counterpart, mood, FIGURES, seed=seed), _luck(seed))

    assert ended.turns <= MOST_TURNS
    assert ended.node.outcome is not None
    assert [turn.who for turn in ended.said] == ["officer", *["me", "officer"] * ended.turns]


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
@pytest.mark.parametrize("tongue", LANGUAGES)
def test_nothing_said_is_left_empty_or_unfilled(counterpart: Counterpart, tongue: str) -> None:
    with speaking(tongue):
        for seed in range(20):
            call = _walk(begin(counterpart, "calm", FIGURES, seed=seed), _luck(seed))
            assert all(turn.text and "{" not in turn.text for turn in call.said)
            assert not any("！" in turn.text or "!" in turn.text for turn in call.said)


def test_the_same_seed_and_replies_give_the_same_call() -> None:
    calls = [_walk(begin("collector", "stern", FIGURES, seed=3), _luck(1)) for _ in range(2)]

    assert calls[0].said == calls[1].said


def test_a_seed_changes_words_but_never_the_way() -> None:
    calls = [_walk(begin("hardship_desk", "calm", FIGURES, seed=seed), _luck(1)) for seed in range(8)]

    assert len({tuple(turn.node for turn in call.said) for call in calls}) == 1
    assert len({tuple(turn.text for turn in call.said) for call in calls}) > 1


def test_a_stern_officer_loses_patience_sooner() -> None:
    calm, stern = (say(begin("collector", mood, FIGURES), "angry").patience for mood in ("calm", "stern"))

    assert stern < calm


def test_the_mood_changes_what_is_said() -> None:
    with speaking(CHINESE):
        calm, stern = (begin("collector", mood, FIGURES).said[0].text for mood in ("calm", "stern"))

    assert calm != stern


def test_going_back_takes_one_reply_away() -> None:
    first = say(begin("collector", "calm", FIGURES), "who")

    assert back(say(first, "explain")) == first
    assert back(begin("collector", "calm", FIGURES)).turns == 0


def test_typed_words_find_the_reply_they_are_most_like() -> None:
    call = begin("collector", "calm", FIGURES)

    assert closest(call, "您的姓名和工号是多少") == "who"
    assert closest(call, "stop calling me") == "angry"
    assert closest(call, "？") is None


def test_figures_are_spoken_as_money() -> None:
    with speaking(ENGLISH):
        call = say(say(begin("collector", "calm", FIGURES), "explain"), "figure")

    assert "¥1,305.00" in call.said[-2].text


def test_nobody_speaks_after_the_end_or_says_what_is_not_offered() -> None:
    ended = _walk(begin("service_line", "calm", FIGURES), _luck(1))

    with pytest.raises(TermsError):
        say(ended, "bye")
    with pytest.raises(TermsError) as refused:
        say(begin("service_line", "calm", FIGURES), "nothing like this")
    assert refused.value.field == "answer"
