"""Due dates for a calendar."""

from datetime import date, timedelta

from icalendar import Calendar

from accord.case import Agreement, OpenCase
from accord.case.samples import sample
from accord.documents.calendar import agreed_days, due_calendar
from tests.accord.documents.papers import ON


def test_each_due_date_is_an_entry_with_two_reminders() -> None:
    diary = Calendar.from_ical(due_calendar(sample("lin_jing_card", "zh_CN").opened(), language="zh_CN", on=ON))
    found = diary.walk("VEVENT")
    alarms = [alarm.decoded("TRIGGER") for alarm in found[0].walk("VALARM")]

    assert len(found) == 60
    assert (found[0].decoded("DTSTART"), found[-1].decoded("DTSTART")) == (date(2026, 12, 15), date(2031, 11, 15))
    assert alarms == [timedelta(hours=9) - timedelta(days=days) for days in (3, 1)]


def test_a_private_calendar_tells_neither_bank_nor_amount() -> None:
    data = due_calendar(sample("lin_jing_card", "zh_CN").opened(), language="zh_CN", on=ON).decode()

    assert "东湖" not in data
    assert "1,305" not in data
    assert "缴费日" in data


def test_an_open_calendar_tells_them_and_where_to_pay() -> None:
    data = due_calendar(sample("lin_jing_card", "en").opened(), language="en", on=ON, private=False).decode()
    flat = data.replace("\r\n ", "")

    assert "instalment 1 of 60 ¥1\\,305.00" in flat
    assert "Pay into:" in flat


def test_ids_and_bytes_stay_the_same() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    one, two = (due_calendar(case, language="zh_CN", on=ON) for _ in range(2))
    ids = [str(entry["UID"]) for entry in Calendar.from_ical(one).walk("VEVENT")]

    assert one == two
    assert len(set(ids)) == 60
    assert ids[0] == "agreement-1-1@accord-workbook"


def test_due_dates_aim_at_the_same_day_after_a_short_month() -> None:
    days = agreed_days(Agreement(id="a", first_due=date(2027, 1, 31), months=3))

    assert [day.day for day in days] == [31, 28, 31]


def test_nothing_agreed_is_an_empty_calendar() -> None:
    assert b"VEVENT" not in due_calendar(OpenCase(), language="en", on=ON)
    assert agreed_days(Agreement(id="a")) == ()
