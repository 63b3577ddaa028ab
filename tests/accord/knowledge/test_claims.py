"""Every row of the checklist backs a figure, or is known to back none."""

from accord.case import Claim, Evidence
from accord.knowledge.claims import ROWS, backs
from accord.knowledge.evidence import items

NONE = {"budget_sheet", "job_search", "own_statement"}


def test_every_row_is_there_and_no_other() -> None:
    assert set(ROWS) | NONE == {item.id for item in items("zh_CN")}


def test_what_the_person_said_goes_before_the_row() -> None:
    assert backs(Evidence(id="a", item="statements")) == (Claim.INCOME, Claim.SPENDING)
    assert backs(Evidence(id="a", item="statements", claims=[Claim.DEBT])) == (Claim.DEBT,)
    assert backs(Evidence(id="a")) == ()
