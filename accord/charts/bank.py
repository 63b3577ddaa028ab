"""The bank's clock: the classes a debt passes through in the bank's own books as days go by."""

from __future__ import annotations

from collections.abc import Sequence

from accord.charts.records import Mark, Table, Timeline
from accord.charts.wording import alt
from accord.i18n import N_, _, plural

HERE = N_(
    "You are on day {day}: in the bank's books that is at least “{stage}”. These classes are the bank's own "
    "bookkeeping; nothing happens to you by itself on such a day."
)
NEXT = N_(
    "You are on day {day}: in the bank's books that is at least “{stage}”; the next class begins after day {next}. "
    "These classes are the bank's own bookkeeping; nothing happens to you by itself on such a day."
)
NOT_OVERDUE = N_(
    "Without a day since when it is overdue, your place does not stand on this line. The classes begin once a debt "
    "is overdue; they are the bank's own bookkeeping, and nothing happens to you by itself on such a day."
)
ROOM = 1.15
"""The line reaches this much further than the last mark, so that what stands there can be read."""


def banks_clock(days_past_due: int, classes: Sequence[Mark]) -> Timeline:
    """Return the classes on a line of days, with the reader's own place.

    Args:
        days_past_due: of the debt at hand; 0 when it is not overdue.
        classes: name, first day counted and note of each class, in order; from the rules, such as 1, 90, 270
            and 360 days. The first begins on its day, the others after it.
    """
    marks = tuple(classes)
    sentence = _clock_sentence(days_past_due, marks)
    headers = (_("Class in the bank's books"), _("From day"), _("What it means"))
    return Timeline(
        title=_("Your place in the bank's books"),
        x_title=_("Days overdue"),
        sentence=sentence,
        table=Table(headers, tuple(_row(mark) for mark in marks), amounts=False),
        alt=alt("timeline", sentence),
        marks=marks,
        here=Mark(_("You are here"), days_past_due, plural(ONE_DAY, DAYS, days_past_due)) if days_past_due else None,
        end=round(max(days_past_due, marks[-1].day) * ROOM),
    )


ONE_DAY = N_("{n} day overdue")
DAYS = N_("{n} days overdue")


def _row(mark: Mark) -> tuple[str, str, str]:
    return (mark.label, str(mark.day), mark.note)


def _clock_sentence(days: int, marks: tuple[Mark, ...]) -> str:
    reached = [mark for k, mark in enumerate(marks) if days > mark.day or (k == 0 and days == mark.day)]
    if not reached:
        return _(NOT_OVERDUE)
    ahead = marks[len(reached) :]
    figures = {"day": days, "stage": reached[-1].label}
    return _(NEXT).format(next=ahead[0].day, **figures) if ahead else _(HERE).format(**figures)
