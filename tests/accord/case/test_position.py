"""Where the person stands, and what is only for themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from accord.case import Answer, Case, DebtGate, Declines, Goal, Position, Private


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


def test_own_figures_are_kept_exactly_and_within_bounds() -> None:
    changed = {"low": "0.05", "middle": "0.1", "high": "0.2"}
    private = Private(assumptions={"job_loss": "0.0123"}, bank_ranges={"recovery": changed}, living_figure="1,050")

    again = Private.model_validate_json(private.model_dump_json())

    assert again == private
    assert again.assumptions["job_loss"] == Decimal("0.0123")
    assert again.living_figure == 1_050
    for wrong in ("-1", "1000001", "NaN", "Infinity"):
        with pytest.raises(ValidationError):
            Private(assumptions={"job_loss": wrong})


def test_the_banks_copy_has_none_of_the_own_figures() -> None:
    own = Private(assumptions={"job_loss": "0.0771"}, living_figure="771", tradeoffs={"strain_time": "first"})

    said = Case(private=own).opened().model_dump_json()

    assert not [word for word in ("0.0771", "771.00", "strain_time") if word in said]
