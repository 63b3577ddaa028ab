"""Due dates for a calendar: all-day entries in Shanghai's days, with reminders three days and one day before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from accord.case import Agreement, OpenCase
from accord.days import SHANGHAI, due_dates
from accord.documents.faces import plain
from accord.documents.facts import debt_in_question
from accord.documents.scripts import money_safety
from accord.i18n import N_, _, speaking
from accord.money import yuan

REMINDERS = (3, 1)
"""Days before a due date."""
REMIND_AT = time(9)
PRIVATE_TITLE = N_("Payment day")
PRODUCT = "-//Bank Negotiation Workbook//accord//EN"


def due_calendar(case: OpenCase, *, language: str, on: date, private: bool = True) -> bytes:
    """Return the due dates of all agreements as an .ics file.

    Args:
        case: the bank's copy of the answers; nothing private is needed for due dates.
        language: `zh_CN` or `en`.
        on: the day it is made; stands as the time stamp.
        private: leave bank and amount out of the titles, so that a shared or locked screen tells nothing.
    """
    with speaking(language):
        diary = Calendar()
        diary.add("prodid", PRODUCT)
        diary.add("version", "2.0")
        diary.add("x-wr-calname", _(PRIVATE_TITLE) if private else _("Repayment days"))
        diary.add("x-wr-timezone", "Asia/Shanghai")
        for agreement in case.agreements:
            for number, day in enumerate(agreed_days(agreement), 1):
                diary.add_component(_entry(case, agreement, (number, day), on=on, private=private))
    return bytes(diary.to_ical())


def agreed_days(agreement: Agreement) -> tuple[date, ...]:
    """Return the due dates of an agreement; none while the first date or the number is not known."""
    if agreement.first_due is None or not agreement.months:
        return ()
    return due_dates(agreement.first_due, agreement.months)


def _entry(case: OpenCase, agreement: Agreement, due: tuple[int, date], *, on: date, private: bool) -> Entry:
    number, day = due
    entry = Entry()
    entry.add("uid", f"{agreement.id}-{number}@accord-workbook")
    entry.add("dtstamp", datetime.combine(on, time(12), SHANGHAI))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", plain(_title(case, agreement, number, private=private)))
    if not private:
        entry.add("description", plain(_description(agreement)))
    # Free time, and private: the entry blocks nobody's day and shows as "busy" to nobody.
    entry.add("transp", "TRANSPARENT")
    entry.add("class", "PRIVATE")
    for days in REMINDERS:
        entry.add_component(_alarm(days))
    return entry


def _title(case: OpenCase, agreement: Agreement, number: int, *, private: bool) -> str:
    if private:
        return _(PRIVATE_TITLE)
    bank = debt_in_question(case, agreement.debt_id).creditor
    amount = yuan(agreement.instalment) if agreement.instalment is not None else ""
    return (
        _("{bank}: instalment {number} of {months} {amount}")
        .format(bank=bank, number=number, months=agreement.months, amount=amount)
        .strip()
    )


def _description(agreement: Agreement) -> str:
    where = _("Pay into: {where}").format(where=agreement.pay_into) if agreement.pay_into else ""
    return f"{where}\n{money_safety()}".strip()


def _alarm(days: int) -> Alarm:
    """Return a reminder at nine in the morning, `days` before the day of the entry."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _(PRIVATE_TITLE))
    alarm.add("trigger", timedelta(hours=REMIND_AT.hour) - timedelta(days=days))
    return alarm
