"""The week strip."""

from datetime import datetime

import pytest

from accord.case import Contact
from accord.charts.contacts import contact_week, in_quiet_hours
from accord.charts.records import Role
from accord.i18n import ENGLISH, speaking


def contact(at: str, **answers: object) -> Contact:
    return Contact.model_validate({"id": "contact-1", "at": datetime.fromisoformat(at), **answers})


@pytest.mark.parametrize(
    ("at", "inside"),
    [("21:59", False), ("22:00", True), ("03:00", True), ("07:59", True), ("08:00", False)],
)
def test_quiet_hours_cross_midnight(at: str, inside: bool) -> None:  # noqa: FBT001  a table of cases
    assert in_quiet_hours(contact(f"2026-11-20T{at}"), (22, 8)) is inside


def test_quiet_hours_within_a_day() -> None:
    assert in_quiet_hours(contact("2026-11-20T13:00"), (12, 14))
    assert not in_quiet_hours(contact("2026-11-20T14:00"), (12, 14))


def test_points_stand_at_their_weekday_and_hour() -> None:
    (point,) = contact_week([contact("2026-11-20T21:30", channel="visit")]).points

    assert (point.weekday, point.hour) == (4, 21.5)
    assert point.role is Role.VISIT
    assert "上门" in point.label


def test_who_began_decides_the_role() -> None:
    chart = contact_week([contact("2026-11-20T10:00"), contact("2026-11-21T10:00", direction="from_me")])

    assert [point.role for point in chart.points] == [Role.FROM_THEM, Role.FROM_ME]


def test_the_sentence_counts_theirs_in_quiet_hours_only() -> None:
    noted = [
        contact("2026-11-20T23:10"),
        contact("2026-11-20T23:30", direction="from_me"),
        contact("2026-11-21T10:00"),
    ]

    with speaking(ENGLISH):
        sentence = contact_week(noted, (22, 8)).sentence

    assert sentence == (
        "Contacts noted: 3, of these 2 from them and 1 from you. 1 of theirs fell between 22:00 and 8:00."
    )


def test_without_the_rule_quiet_hours_are_not_mentioned() -> None:
    assert "22" not in contact_week([contact("2026-11-20T23:10")]).sentence


def test_the_table_is_in_time_and_names_who_spoke() -> None:
    rows = contact_week([contact("2026-11-21T10:00", who="小王"), contact("2026-11-20T10:00")]).table.rows

    assert [row[0] for row in rows] == ["2026-11-20 10:00", "2026-11-21 10:00"]
    assert rows[1][-1] == "小王"


def test_nothing_noted_is_said_plainly() -> None:
    chart = contact_week([])

    assert chart.sentence == "还没有沟通记录。"
    assert chart.days[0] == "周一"
