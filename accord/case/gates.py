"""Gates before any letter: facts that a letter could make worse. Private, calm, a lawyer first."""

from __future__ import annotations

from typing import NamedTuple

from accord.case.case import Case
from accord.case.debts import Answer, Whose
from accord.case.position import DebtGate
from accord.i18n import N_, _

SILENT = N_(
    "{debt}: no payment and no demand for over three years. The claim may be time-barred; agreeing to "
    "pay can start the "
    "period anew. Ask a lawyer before you write or pay anything."
)
COURT = N_(
    "{debt}: there are court papers. Deadlines run: answer the court first, with a lawyer's or legal-aid advice."
)
ASSIGNED = N_(
    "{debt}: somebody new asks for the money, but you were never notified. Ask for written proof before you pay."
)
WAGES = N_("{debt}: your wages arrive at this bank. It may be able to set them off; think about another account first.")
NOT_MINE = N_("{debt}: you marked it as not yours. Do not write a letter that offers a plan; clear up the debt first.")
SPENT = N_(
    "A large spending just before the hardship can be asked about. Talk to a lawyer before you describe "
    "how it happened."
)


class Gate(NamedTuple):
    """One open gate: what it says, about which debt, and whether a letter with a plan should wait."""

    message: str
    debt: str
    debt_id: str
    holds_letters: bool

    def speak(self) -> str:
        """Return the warning in the reader's language."""
        return _(self.message).format(debt=self.debt) if self.debt else _(self.message)


def open_gates(case: Case) -> tuple[Gate, ...]:
    """Return the gates that stand open in this case, debt by debt."""
    found: list[Gate] = []
    for debt in case.debts:
        name = debt.creditor or debt.id
        gate = case.private.gates.get(debt.id, DebtGate())
        found += [Gate(message, name, debt.id, holds) for message, holds in _of_debt(gate)]
        if debt.whose is Whose.NOT_MINE:
            found.append(Gate(NOT_MINE, name, debt.id, holds_letters=True))
    if case.private.spent_large_before_hardship is Answer.YES:
        found.append(Gate(SPENT, "", "", holds_letters=True))
    return tuple(found)


def _of_debt(gate: DebtGate) -> list[tuple[str, bool]]:
    asked = (
        (gate.silent_three_years, SILENT, True),
        (gate.court_papers, COURT, True),
        (gate.assigned_without_notice, ASSIGNED, True),
        (gate.wages_paid_here, WAGES, False),
    )
    return [(message, holds) for said, message, holds in asked if said is Answer.YES]
