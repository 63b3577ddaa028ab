"""Older files open as if they had been written today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accord.case import SCHEMA_VERSION, Case
from accord.case.upgrade import upgrade
from accord.case.workbook import read_workbook
from accord.errors import ForeignFileError, NewerFileError

GOLDEN = Path(__file__).parent / "golden"


def first(**entries: Any) -> dict[str, Any]:  # noqa: ANN401  any JSON value is the point
    """Return a file of the first version."""
    return {"format": "accord-workbook", "schema_version": 1, **entries}


def test_a_file_of_the_first_version_opens_as_it_would_be_written_now() -> None:
    opened = read_workbook((GOLDEN / "version_1.json").read_bytes())
    expected = Case.model_validate_json((GOLDEN / "version_1_as_now.json").read_bytes())

    assert opened == expected


def test_a_file_of_today_is_left_as_it_is() -> None:
    raw = json.loads((GOLDEN / "version_1_as_now.json").read_bytes())

    assert upgrade(raw) == raw


def test_the_file_at_hand_is_not_changed() -> None:
    raw = json.loads((GOLDEN / "version_1.json").read_bytes())
    before = json.dumps(raw)

    upgrade(raw)

    assert json.dumps(raw) == before


def test_every_version_has_a_way_up() -> None:
    for version in range(1, SCHEMA_VERSION + 1):
        assert upgrade({"schema_version": version})["schema_version"] == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("18:00-20:00", ("18:00", "20:00")),
        ("9:30 – 11:00", ("09:30", "11:00")),
        ("19:00至21:00", ("19:00", "21:00")),
    ],
)
def test_phone_hours_are_split(words: str, hours: tuple[str, str]) -> None:
    person = upgrade(first(person={"phone_hours": words}))["person"]

    assert (person["call_from"], person["call_until"]) == hours


def test_phone_hours_in_words_go_into_the_private_notes() -> None:
    raw = upgrade(first(person={"phone_hours": "晚饭以后"}, private={"notes": "录音在手机里。"}))

    assert raw["person"] == {}
    assert raw["private"]["notes"] == "录音在手机里。\n晚饭以后"


@pytest.mark.parametrize(
    ("debt", "since"),
    [
        ({"overdue_days": 1, "as_of": "2026-03-01"}, "2026-02-28"),
        ({"overdue_days": 0, "as_of": "2026-03-01"}, None),
        ({"overdue_days": 30}, None),
        ({"overdue_days": "30", "as_of": "2026-03-01"}, None),
        ({"overdue_days": 10**9, "as_of": "2026-03-01"}, None),
        ({"overdue_days": 30_000, "as_of": "0001-01-02"}, None),
        ({"overdue_days": 30, "as_of": "yesterday"}, None),
    ],
)
def test_days_overdue_become_the_day_since_when(debt: dict[str, object], since: str | None) -> None:
    (upgraded,) = upgrade(first(debts=[debt]))["debts"]

    assert upgraded["overdue_since"] == since
    assert "overdue_days" not in upgraded


@pytest.mark.parametrize(
    "odd", [first(person=3), first(debts={}), first(debts=[1, None]), first(person={"phone_hours": 5}, private=[])]
)
def test_odd_shapes_are_left_to_the_model(odd: dict[str, object]) -> None:
    assert upgrade(odd)["schema_version"] == SCHEMA_VERSION


@pytest.mark.parametrize("version", [None, "1", 1.0, True, 0, -1, [], {}])
def test_a_version_that_is_none_is_refused(version: object) -> None:
    with pytest.raises(ForeignFileError):
        upgrade({"schema_version": version})


def test_a_later_version_is_refused() -> None:
    with pytest.raises(NewerFileError):
        upgrade({"schema_version": SCHEMA_VERSION + 1})
