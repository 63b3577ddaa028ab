"""Contacts outside the rules: which entries of the log deserve a quiet flag, and which rule says so.

A flag is a question to look at, not a verdict: the rules are mostly the banking association's own guideline, and
an entry tells only what the person wrote down. What the person began themselves is never flagged, and a rule that was
not in force on the day of a contact flags nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from accord.case import Channel, Contact, Debt, DebtKind, Direction
from accord.errors import KnowledgeError
from accord.i18n import N_, _
from accord.knowledge.rules import NO_FIGURE, Rule, figure, rule

NIGHT_RULE = "collection.quiet_hours"
CALLS_RULE = "collection.calls.unanswered"
OTHER_LOANS_RULE = "collection.guideline.other_loans"
NIGHT_RULES = (NIGHT_RULE, "collection.hours.agreed", OTHER_LOANS_RULE)
CALLS_RULES = (CALLS_RULE, OTHER_LOANS_RULE)
THIRD_PERSON_RULES = (
    "collection.third_person.unrelated",
    "credit_card.collection_limits",
    "collection.third_person.online",
    OTHER_LOANS_RULE,
)
ENTRY_RULES = ("collection.entry", "home.consent")
"""Rules that may stand behind a flag, the nearest first."""

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


def quiet_hours(on: date | None = None) -> tuple[int, int]:
    """Return the hours without collection on a day: from evening to morning, across midnight.

    Raises:
        KnowledgeError: the rule states no hours.
    """
    span = rule(NIGHT_RULE, on).span
    if span is None:
        raise KnowledgeError(NO_FIGURE, rule=NIGHT_RULE)
    evening, morning = span
    return int(evening), int(morning)


def at_night(moment: datetime) -> bool:
    """Tell whether a moment lies in the hours without collection of its own day."""
    evening, morning = quiet_hours(moment.date())
    return moment.hour >= evening or moment.hour < morning


def most_tries(on: date | None = None) -> int:
    """Return how many tries a day to one number are thought reasonable."""
    return int(figure(CALLS_RULE, on))


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
    on = contact.at.date()
    reasons = (
        (_disturbs(contact) and not (agreed and agreed.holds(contact.at)), NIGHT, NIGHT_RULES),
        (number > most_tries(on), CALLS, CALLS_RULES),
        (contact.third_person, THIRD_PERSON, THIRD_PERSON_RULES),
        (contact.entered_home and not contact.with_consent, ENTRY, ENTRY_RULES),
    )
    evening, morning = quiet_hours(on)
    values = {
        NIGHT: {"time": f"{contact.at:%H:%M}", "evening": f"{evening}", "morning": f"{morning:02d}"},
        CALLS: {"n": str(number)},
    }
    named = ((message, _behind(ranked, kind, on)) for applies, message, ranked in reasons if applies)
    return tuple(Flag(contact.id, message, values.get(message, {}), rule_id) for message, rule_id in named if rule_id)


def _disturbs(contact: Contact) -> bool:
    return contact.channel in _DISTURBING and not contact.with_consent and at_night(contact.at)


def _behind(ranked: Sequence[str], kind: DebtKind | None, on: date) -> str:
    """Return the first rule in force that day that binds this kind of debt, else the last; empty before its day.

    A debt of unknown kind is taken for a card.
    """
    bound = [name for name in ranked if rule(name).binds(kind or DebtKind.CREDIT_CARD) and rule(name).stands(on)]
    return next(iter(bound), ranked[-1] if rule(ranked[-1]).stands(on) else "")
