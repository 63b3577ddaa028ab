"""The full set for the person."""

from accord.documents.blocks import Table
from accord.documents.budget_page import budget_page
from accord.documents.evidence_page import evidence_index
from accord.documents.proposal import proposal
from accord.i18n import speaking
from tests.accord.documents.papers import facts_of


def test_tables_have_as_many_cells_as_columns() -> None:
    with speaking("zh_CN"):
        facts = facts_of("chen_guohua_online_loans")
        blocks = (*budget_page(facts.case), *proposal(facts), *evidence_index(facts))
    tables = [block for block in blocks if isinstance(block, Table)]

    assert all(len(row) == len(table.columns) for table in tables for row in (*table.rows, table.total) if row)
