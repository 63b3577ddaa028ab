"""Contacts outside the rules: which entries of the log deserve a quiet flag, and which rule says so.

A flag is a question to look at, not a verdict: the rules are mostly the banking association's own guideline, and
an entry tells only what the person wrote down. What the person began themselves is never flagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from accord.case import Channel, Contact, Debt, DebtKind, Direction
from accord.i18n import N_, _
from accord.knowledge.rules import Rule, rule

NIGHT_RULE = "collection.quiet_hours"
THIRD_PERSON_RULE = "collection.third_person.unrelated"
ENTRY_RULE = "collection.entry"
HOME_RULE = "home.consent"
CALLS_RULE = "collection.calls.unanswered"
OTHER_LOANS_RULE = "collection.guideline.other_loans"

NIGHT = N_("At {time}: between {evening}:00 and {morning}:00.")
THIRD_PERSON = N_("Somebody else was spoken to about the debt.")
ENTRY = N_("They came in without consent.")
CALLS = N_("Call number {n} on this day.")

_DISTURBING = frozenset({Channel.PHONE, Channel.SMS, Channel.CHAT, Channel.VISIT})
"""What reaches a person at once; e-mail and post wait until they are opened."""


class Flag(NamedTuple):
    """Why one contact stands out: a message with its values, and the rule behind it."""

    contact_id: str
    message: str
    values: dict[str, str]
    rule_id: str

    def speak(self) -> str:
        """Return the reason in the reader's language."""
        return _(self.message).format(**self.values)

    @property
    def rule(self) -> Rule:
        """The rule behind the flag."""
        return rule(self.rule_id)


class Window(NamedTuple):
    """Hours in which the person said they may be called, both inclusive."""

    begins: time
    ends: time

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies in the window; one that ends before it begins runs past midnight."""
        at = moment.time()
        if self.begins <= self.ends:
            return self.begins <= at <= self.ends
        return at >= self.begins or at <= self.ends


def quiet_hours() -> tuple[int, int]:
    """Return the hours without collection: from evening to morning, across midnight."""
    span = rule(NIGHT_RULE).span
    evening, morning = span if span is not None else (22, 8)
    return int(evening), int(morning)


def most_tries() -> int:
    """Return how many tries a day to one number are thought reasonable."""
    return int(rule(CALLS_RULE).value or 0)


def flags(
    contacts: Iterable[Contact], debts: Sequence[Debt] = (), *, agreed: Window | None = None
) -> dict[str, tuple[Flag, ...]]:
    """Return the flags of each contact that has one, by contact id.

    Args:
        contacts: the log, in any order.
        debts: what the contacts were about; decides which guideline speaks.
        agreed: hours the person offered; a call within them came with consent.
    """
    kinds = {debt.id: debt.kind for debt in debts}
    theirs = [contact for contact in contacts if contact.direction is Direction.FROM_THEM]
    counts = _call_numbers(theirs)
    found: dict[str, tuple[Flag, ...]] = {}
    for contact in theirs:
        reasons = _of_contact(contact, kinds.get(contact.debt_id), counts.get(contact.id, 0), agreed)
        if reasons:
            found[contact.id] = reasons
    return found


def _call_numbers(contacts: list[Contact]) -> dict[str, int]:
    """Number the calls about one debt on one day, in time order, from 1."""
    days: defaultdict[tuple[str, date], int] = defaultdict(int)
    numbers: dict[str, int] = {}
    for contact in sorted(contacts, key=lambda contact: contact.at):
        if contact.channel is Channel.PHONE:
            day = (contact.debt_id, contact.at.date())
            days[day] += 1
            numbers[contact.id] = days[day]
    return numbers


def _of_contact(contact: Contact, kind: DebtKind | None, number: int, agreed: Window | None) -> tuple[Flag, ...]:
    found = []
    if _at_night(contact) and not (agreed and agreed.holds(contact.at)):
        found.append(_night(contact, kind))
    if number > most_tries() > 0:
        found.append(_flag(contact, CALLS, _speaks(CALLS_RULE, kind), n=str(number)))
    if contact.third_person:
        found.append(_flag(contact, THIRD_PERSON, _speaks(THIRD_PERSON_RULE, kind)))
    if contact.entered_home and not contact.with_consent:
        found.append(_flag(contact, ENTRY, _speaks(ENTRY_RULE, kind, HOME_RULE)))
    return tuple(found)


def _at_night(contact: Contact) -> bool:
    if contact.channel not in _DISTURBING or contact.with_consent:
        return False
    evening, morning = quiet_hours()
    return contact.at.hour >= evening or contact.at.hour < morning


def _night(contact: Contact, kind: DebtKind | None) -> Flag:
    evening, morning = quiet_hours()
    values = {"time": f"{contact.at:%H:%M}", "evening": f"{evening}", "morning": f"{morning:02d}"}
    return _flag(contact, NIGHT, _speaks(NIGHT_RULE, kind), **values)


def _speaks(rule_id: str, kind: DebtKind | None, otherwise: str = OTHER_LOANS_RULE) -> str:
    """Return the rule itself where it binds this kind of debt (or none is named), else the one for other loans."""
    return rule_id if kind is None or rule(rule_id).binds(kind) else otherwise


def _flag(contact: Contact, message: str, rule_id: str, **values: str) -> Flag:
    return Flag(contact.id, message, values, rule_id)
