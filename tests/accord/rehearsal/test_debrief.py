"""What a practice call showed: facts, not marks."""

from dataclasses import replace

import pytest

from accord.i18n import CHINESE, ENGLISH, LANGUAGES, _, speaking
from accord.rehearsal.debrief import CAREFUL, CUES, WANTED, cue_card, debrief, over_ceiling
from accord.rehearsal.script import COUNTERPARTS, Call, Counterpart, Figures, begin, say, script

FIGURES = Figures(instalment=130_500, push=260_000, ceiling=140_000)


def _call(counterpart: Counterpart, *answers: str, figures: Figures = FIGURES) -> Call:
    call = begin(counterpart, "calm", figures)
    for answer in answers:
        call = say(call, answer)
    return call


def _kinds(call: Call) -> dict[str, str]:
    return {finding.fact: finding.kind for finding in debrief(call)}


def test_a_good_call_shows_what_was_done() -> None:
    kinds = _kinds(_call("collector", "who", "explain", "figure", "breakdown", "writing"))

    assert {kinds[fact] for fact in ("asked_name", "asked_number", "gave_figure", "asked_writing")} == {"done"}
    assert "careful" not in kinds.values()


def test_more_than_the_ceiling_is_said_first() -> None:
    call = _call("collector", "explain", "figure", "breakdown", "give_in")

    assert over_ceiling(call)
    assert debrief(call)[0].fact == "over_ceiling"
    assert call.node.outcome == "over_ceiling"


def test_a_demand_within_the_ceiling_may_be_agreed_to() -> None:
    call = _call(
        "hardship_desk",
        "figure_first",
        "breakdown",
        "statement",
        "later",
        "agree",
        figures=replace(FIGURES, push=139_000),
    )

    assert not over_ceiling(call)


def test_a_disputed_amount_a_private_account_and_a_code_are_named() -> None:
    assert _kinds(_call("collector", "explain", "figure", "admit"))["admitted_disputed"] == "careful"
    assert _kinds(_call("collector", "explain", "promise", "agree"))["paid_private"] == "careful"
    assert _kinds(_call("service_line", "purpose", "code"))["gave_code"] == "careful"


def test_only_what_there_was_an_occasion_for_is_missed() -> None:
    kinds = _kinds(_call("collector", "explain"))

    assert kinds["asked_name"] == "missed"
    assert "asked_writing" not in kinds


def test_the_cue_card_begins_with_what_was_missed_and_names_the_figure() -> None:
    with speaking(ENGLISH):
        lines = cue_card(_call("collector", "explain"))

    assert lines[0].startswith("Next time")
    assert any("1,305" in line for line in lines)
    assert len(lines) >= len(CUES)


@pytest.mark.parametrize("counterpart", COUNTERPARTS)
def test_every_fact_of_a_script_is_one_the_debrief_knows(counterpart: Counterpart) -> None:
    nodes = script(counterpart).nodes.values()
    facts = {fact for node in nodes for answer in node.answers for fact in answer.facts}

    assert facts <= {*WANTED, *CAREFUL, "agreed_push", "paid_safely", "kept_code"}


def test_findings_are_spoken_in_both_languages() -> None:
    texts = [*CAREFUL.values(), *(text for pair in WANTED.values() for text in pair)]
    said = set()
    for tongue in LANGUAGES:
        with speaking(tongue):
            said |= {_(text) for text in texts}

    assert len(said) == 2 * len(texts)
    with speaking(CHINESE):
        assert debrief(_call("collector", "angry"))[0].speak() != ""


def test_saving_on_food_is_named_and_proof_is_praised() -> None:
    kinds = _kinds(_call("hardship_desk", "figure_first", "breakdown", "squeeze"))

    assert kinds["cut_living"] == "careful"
    assert (kinds["offered_proof"], kinds["asked_breakdown"]) == ("done", "done")


def test_every_warning_and_every_praise_can_be_earned_in_some_call() -> None:
    answers = (answer for name in COUNTERPARTS for node in script(name).nodes.values() for answer in node.answers)

    assert {*WANTED, *CAREFUL} <= {fact for answer in answers for fact in answer.facts}
