"""The long run's own table."""

from __future__ import annotations

from tests.torture.__main__ import joined
from tests.torture.lines import LINES


def test_figures_of_tests_that_counted_the_same_are_added_up() -> None:
    counted = ["{'typed': 60, 'lost': 0}", "{'typed': 54, 'lost': 3}", "{'kills': 5}"]

    assert joined(counted) == ["{'typed': 114, 'lost': 3}", "{'kills': 5}"]


def test_what_is_no_count_is_told_as_it_is() -> None:
    assert joined(["7 routes, changes 0", "{'integrity': 'ok'}"]) == ["7 routes, changes 0", "{'integrity': 'ok'}"]


def test_a_line_says_how_often_it_is_meant_to_try_or_why_it_does_not() -> None:
    assert [
        line.id for line in LINES if bool(line.tests) == bool(line.why_not) or (line.tests and not line.meant)
    ] == []
