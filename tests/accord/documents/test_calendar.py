"""Due dates for a calendar."""

from datetime import date, timedelta

from icalendar import Calendar

from accord.case import Agreement, Debt, OpenCase
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


def test_a_plan_from_the_31st_ends_each_short_month_on_its_last_day() -> None:
    diary = Calendar.from_ical(due_calendar(agreed(date(2027, 12, 31), 4), language="en", on=ON))
    found = [(entry.decoded("DTSTART"), entry.decoded("DTEND")) for entry in diary.walk("VEVENT")]

    assert [start for start, _end in found] == [
        date(2027, 12, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
    ]
    assert {(end - start).days for start, end in found} == {1}


def test_a_calendar_program_can_read_every_line() -> None:
    case = agreed(date(2026, 12, 15), 3)
    case.debts = [Debt(id="debt-1", creditor="银" * 60)]
    data = due_calendar(case, language="zh_CN", on=ON, private=False)
    lines = [line.decode() for line in data.split(b"\r\n")]  # no character is cut in two

    assert all(len(line.encode()) <= 75 for line in lines)
    assert "银" * 60 in str(Calendar.from_ical(data).walk("VEVENT")[0]["SUMMARY"])


def test_no_entry_can_be_smuggled_in_by_a_bank_name() -> None:
    case = agreed(date(2026, 12, 15), 1)
    words = "东湖\r\nEND:VEVENT\nBEGIN:VEVENT;,"
    case.debts = [Debt.model_construct(id="debt-1", creditor=words)]
    case.agreements[0] = case.agreements[0].model_copy(update={"pay_into": words})
    diary = Calendar.from_ical(due_calendar(case, language="en", on=ON, private=False))

    assert len(diary.walk("VEVENT")) == 1
    assert "BEGIN:VEVENT;," in str(diary.walk("VEVENT")[0]["SUMMARY"])


def test_two_agreements_have_days_of_their_own() -> None:
    case = agreed(date(2026, 12, 15), 2)
    case.agreements.append(Agreement(id="b", first_due=date(2026, 12, 15), months=2))
    entries = Calendar.from_ical(due_calendar(case, language="en", on=ON)).walk("VEVENT")

    assert len({str(entry["UID"]) for entry in entries}) == len(entries) == 4
    assert {entry.to_ical().count(b"DTSTAMP:20261123T040000Z") for entry in entries} == {1}


def agreed(first_due: date, months: int) -> OpenCase:
    """Return a case with one agreement from a day on."""
    return OpenCase(agreements=[Agreement(id="a", first_due=first_due, months=months)])
