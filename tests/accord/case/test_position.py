"""Where the person stands, and what is only for themselves."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import Answer, DebtGate, Declines, Goal, Position, Private


def test_visits_to_collect_are_declined_and_no_others_by_default() -> None:
    assert Position().declines is Declines.COLLECTION


def test_goals_keep_their_rank() -> None:
    position = Position(goals=[Goal.REDUCE, Goal.DELAY])

    assert Position.model_validate_json(position.model_dump_json()).goals[0] is Goal.REDUCE


def test_at_most_three_goals_are_ranked() -> None:
    with pytest.raises(ValidationError):
        Position(goals=[Goal.REDUCE, Goal.DELAY, Goal.CHANGE_METHOD, Goal.DELAY])


def test_every_gate_begins_unknown() -> None:
    gate = DebtGate()

    answers = {gate.silent_three_years, gate.court_papers, gate.assigned_without_notice, gate.wages_paid_here}
    assert answers == {Answer.UNKNOWN}


def test_gates_are_kept_by_the_row_of_their_debt() -> None:
    private = Private(gates={"debt-1": DebtGate(court_papers=Answer.YES)})

    assert private.gates["debt-1"].court_papers is Answer.YES
    with pytest.raises(ValidationError):
        Private(gates={"Debt 1": DebtGate()})


def test_nothing_private_is_assumed() -> None:
    assert Private().model_dump(exclude_defaults=True) == {}
