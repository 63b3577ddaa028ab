"""Gates before any letter."""

import pytest

from accord.case import Answer, Case, Debt, DebtGate, Whose
from accord.case.gates import open_gates
from accord.i18n import speaking


def case_with(**answers: Answer) -> Case:
    case = Case(debts=[Debt(id="debt-1", creditor="东湖银行")])
    case.private.gates = {"debt-1": DebtGate(**answers)}
    return case


@pytest.mark.parametrize("name", ["silent_three_years", "court_papers", "assigned_without_notice"])
def test_a_yes_holds_letters(name: str) -> None:
    gates = open_gates(case_with(**{name: Answer.YES}))

    assert [gate.holds_letters for gate in gates] == [True]
    assert "东湖银行" in gates[0].speak()


@pytest.mark.parametrize("said", [Answer.NO, Answer.UNKNOWN])
def test_no_and_unknown_hold_nothing(said: Answer) -> None:
    assert open_gates(case_with(court_papers=said)) == ()


def test_wages_at_the_bank_are_a_warning_that_holds_no_letter() -> None:
    assert [gate.holds_letters for gate in open_gates(case_with(wages_paid_here=Answer.YES))] == [False]


def test_a_debt_that_is_not_mine_and_a_large_spending_hold_letters() -> None:
    case = case_with()
    case.debts[0].whose = Whose.NOT_MINE
    case.private.spent_large_before_hardship = Answer.YES

    gates = open_gates(case)

    assert [gate.debt_id for gate in gates] == ["debt-1", ""]
    assert all(gate.holds_letters for gate in gates)
    with speaking("en"):
        assert "lawyer" in gates[1].speak()
