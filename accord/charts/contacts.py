"""The week strip: when contacts took place, by weekday and hour."""

from __future__ import annotations

from collections.abc import Sequence

from accord.case import Channel, Contact, Direction
from accord.case.labels import label
from accord.charts.records import Role, Table, WeekPoint, WeekStrip
from accord.charts.wording import alt
from accord.i18n import N_, _

DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
COUNTED = N_("Contacts noted: {count}, of these {from_them} from them and {from_me} from you.")
COUNTED_QUIET = N_(
    "Contacts noted: {count}, of these {from_them} from them and {from_me} from you. "
    "{quiet} of theirs fell between {start}:00 and {end}:00."
)
NONE = N_("No contact is noted yet.")


def contact_week(contacts: Sequence[Contact], quiet: tuple[int, int] | None = None) -> WeekStrip:
    """Return the contacts by weekday and hour.

    Args:
        contacts: in any order.
        quiet: hours (from, to) in which collectors should not call, from the rules; may cross midnight.
    """
    rows = sorted(contacts, key=lambda contact: contact.at)
    sentence = _week_sentence(rows, quiet)
    headers = (_("Day and time"), _("Weekday"), _("Who began"), _("Channel"), _("Spoke with"))
    return WeekStrip(
        title=_("Contacts by day and hour"),
        x_title=_("Hour"),
        y_title=_("Weekday"),
        sentence=sentence,
        table=Table(headers, tuple(_row(contact) for contact in rows), amounts=False),
        alt=alt("week", sentence),
        days=tuple(_(day) for day in DAYS),
        points=tuple(_point(contact) for contact in rows),
        quiet=quiet,
    )


def in_quiet_hours(contact: Contact, quiet: tuple[int, int]) -> bool:
    """Tell whether a contact fell into the quiet hours; the first hour is inside, the last outside."""
    start, end = quiet
    hour = contact.at.hour
    return start <= hour < end if start <= end else hour >= start or hour < end


def _point(contact: Contact) -> WeekPoint:
    hour = contact.at.hour + contact.at.minute / 60
    return WeekPoint(contact.at.weekday(), hour, _label(contact), _role(contact))


def _role(contact: Contact) -> Role:
    if contact.direction is Direction.FROM_ME:
        return Role.FROM_ME
    return Role.VISIT if contact.channel is Channel.VISIT else Role.FROM_THEM


def _label(contact: Contact) -> str:
    return f"{contact.at:%Y-%m-%d %H:%M} · {label(contact.channel)}"


def _row(contact: Contact) -> tuple[str, ...]:
    day = _(DAYS[contact.at.weekday()])
    return (f"{contact.at:%Y-%m-%d %H:%M}", day, label(contact.direction), label(contact.channel), contact.who)


def _week_sentence(rows: list[Contact], quiet: tuple[int, int] | None) -> str:
    if not rows:
        return _(NONE)
    theirs = [contact for contact in rows if contact.direction is Direction.FROM_THEM]
    figures = {"count": len(rows), "from_them": len(theirs), "from_me": len(rows) - len(theirs)}
    if quiet is None:
        return _(COUNTED).format(**figures)
    late = sum(in_quiet_hours(contact, quiet) for contact in theirs)
    return _(COUNTED_QUIET).format(quiet=late, start=quiet[0], end=quiet[1], **figures)
