"""Scripted calls: every node can be reached, every path ends, both languages are complete."""

import re
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
    again,
    back,
    begin,
    closest,
    say,
    script,
)

FIGURE = re.compile(r"\{(\w+)\}")
FIGURES = Figures(instalment=130_500, push=260_000, ceiling=140_000)


def _luck(seed: int) -> Random:
    return Random(seed)  # noqa: S311  a walk to be repeated, no secret


def _walk(call: Call, luck: Random) -> Call:
    while not call.over:
        call = say(call, luck.choice(call.choices())[0])
    return call


def _all_ways(counterpart: Counterpart, mood: Mood) -> tuple[set[str], int]:
    """Go every way there is; return the nodes seen and the longest call, in replies. Patience tells ways apart."""
    seen, longest = set[tuple[str, int, int]](), 0
    waiting = [begin(counterpart, mood, FIGURES)]
    while waiting:
        call = waiting.pop()
        longest = max(longest, call.turns)
        state = (call.at, call.patience, call.turns)
        if state not in seen and not call.over:
            waiting += [say(call, answer) for answer, _ in call.choices()]
        seen.add(state)
    return {node for node, _, _ in seen}, longest


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_every_node_can_be_reached_in_every_mood_and_no_call_is_long(counterpart: Counterpart, mood: Mood) -> None:
    reached, longest = _all_ways(counterpart, mood)

    assert set(script(counterpart).nodes) - reached <= ({"cut_off"} if mood == "calm" else set())
    assert 7 <= longest <= MOST_TURNS


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_patience_runs_out_in_some_call(counterpart: Counterpart) -> None:
    assert "cut_off" in _all_ways(counterpart, "stern")[0]


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_from_every_node_a_call_can_still_end_well_or_is_over(counterpart: Counterpart) -> None:
    nodes = script(counterpart).nodes
    well = {name for name, node in nodes.items() if node.outcome in {"in_writing", "call_back"}}
    grown = -1
    while grown != len(well):
        grown = len(well)
        well |= {name for name, node in nodes.items() if any(answer.goes in well for answer in node.answers)}

    assert {name for name, node in nodes.items() if not node.ends} <= well


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_every_turn_has_its_own_words_in_every_mood(counterpart: Counterpart, tongue: str) -> None:
    for node in script(counterpart).nodes.values():
        said = [node.words[mood][tongue] for mood in MOODS]
        assert len(set(said)) == len(MOODS), node.id
        assert all(words and "！" not in words and "!" not in words for words in said)


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_both_languages_speak_of_the_same_figures(counterpart: Counterpart) -> None:
    nodes = script(counterpart).nodes.values()
    pairs = [*(words for node in nodes for words in node.words.values())]
    pairs += [answer.words for node in nodes for answer in node.answers]

    assert all(set(FIGURE.findall(words[CHINESE])) == set(FIGURE.findall(words[ENGLISH])) for words in pairs)


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


@pytest.mark.parametrize("mood", MOODS)
def test_an_officer_begins_no_two_sentences_of_a_call_alike(mood: Mood) -> None:
    with speaking(CHINESE):
        for seed in range(30):
            call = _walk(begin("collector", mood, FIGURES, seed=seed), _luck(seed))
            openers = [one for one in call.script.openers[mood][CHINESE] if one]
            assert all(sum(turn.text.startswith(one) for turn in call.said) <= 1 for one in openers)


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


@settings(max_examples=40)
@given(st.sampled_from(COUNTERPARTS), st.sampled_from(MOODS), st.integers(0, 10**6))
def test_a_paused_call_comes_back_as_it_was(counterpart: Counterpart, mood: Mood, seed: int) -> None:
    ended = _walk(begin(counterpart, mood, FIGURES, seed=seed), _luck(seed))

    assert again(ended, ended.answers) == ended
    assert back(ended) == again(ended, ended.answers[:-1])


def test_going_back_after_a_change_of_language_keeps_the_way() -> None:
    with speaking(CHINESE):
        call = say(say(begin("collector", "calm", FIGURES), "who"), "explain")
    with speaking(ENGLISH):
        before = back(call)

    assert (before.answers, before.at) == (("who",), "identified")
    assert before.said[-1].text.startswith(("My name", "All right", "I see"))


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
