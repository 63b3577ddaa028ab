"""Which rules must be read again, and when."""

from __future__ import annotations

from datetime import date

from accord.i18n import CHINESE, ENGLISH, speaking
from accord.knowledge.rules import REVIEW_BY, rules
from accord.knowledge.upkeep import SOON, due

TODAY = date(2026, 11, 23)
AFTER_NEW_YEAR = date(2027, 1, 5)


def test_what_falls_due_soon_is_named_before_its_day() -> None:
    found = due(TODAY)

    assert [row.rule.id for row in found] == ["lpr.five_years", "lpr.one_year", "bank.transfer_pilot"]
    assert not any(row.overdue for row in found)


def test_past_its_day_a_rule_is_overdue() -> None:
    found = {row.rule.id: row for row in due(AFTER_NEW_YEAR)}

    assert found["lpr.one_year"].overdue
    assert found["lpr.one_year"].last_day == date(2026, 12, 20)


def test_what_ended_with_nothing_in_its_place_is_overdue() -> None:
    (pilot,) = [row for row in due(AFTER_NEW_YEAR) if row.rule.id == "bank.transfer_pilot"]

    with speaking(ENGLISH):
        assert pilot.speak() == "ended on 2026-12-31, with nothing in its place"
    with speaking(CHINESE):
        assert "2026-12-31" in pilot.speak()


def test_what_was_replaced_or_closed_for_good_needs_no_reading() -> None:
    quiet = {"collection.nifa_guideline", "credit_record.one_time_repair"}

    assert not quiet & {row.rule.id for row in due(REVIEW_BY)}


def test_every_rule_comes_due_before_its_last_day() -> None:
    standing = {row.id for row in rules() if row.stands(REVIEW_BY) and not row.superseded_by}

    assert standing <= {row.rule.id for row in due(REVIEW_BY)}
    assert len(due(REVIEW_BY - SOON)) > len(due(TODAY))
