"""Small tables as Markdown."""

from accord.charts.records import Table
from components.tables import chart_table, markdown_table, unbroken


def test_amounts_stand_right_aligned_after_the_first_column() -> None:
    lines = markdown_table(["名称", "元"], [["房租", "1200"]]).splitlines()

    assert lines[1] == "| :--- | ---: |"
    assert lines[2] == "| 房租 | 1200 |"


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    line = markdown_table(["a", "b"], [["x|y", "1"]]).splitlines()[2]

    assert line == "| x\\|y | 1 |"


def test_line_breaks_in_cells_become_spaces() -> None:
    assert "x y" in markdown_table(["a"], [["x\ny"]])


def test_a_chart_s_table_keeps_its_own_alignment() -> None:
    assert ":--- | :---" in chart_table(Table(("a", "b"), (("x", "y"),), amounts=False))


def test_a_short_text_can_be_kept_on_one_line() -> None:
    assert unbroken("2026").replace("\u2060", "") == "2026"
    assert "\u2060" in unbroken("2026")
