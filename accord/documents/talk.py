"""What is said to whom: the sentences of a call, a chat or an e-mail, by who listens and what is asked first.

Three listeners, because they may decide different things: a collector passes messages on, so no sum is agreed with
one; the service line registers and puts through; the hardship desk can change the terms. All sentences are made from
the bank's copy of the case, in the language spoken now; the plan's own figures are the only sums in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from accord.case import Contact, Direction, Goal
from accord.documents.asking import term_words
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day
from accord.i18n import N_, _, plural
from accord.money import to_yuan, yuan
from accord.options import Plan


class Listener(StrEnum):
    """Who is on the other end; the names are those of the counterparts in the knowledge base."""

    COLLECTOR = "collector"
    SERVICE_LINE = "service_line"
    HARDSHIP_DESK = "hardship_desk"


@dataclass(frozen=True)
class Setting:
    """Who listens, and what is asked first."""

    listener: Listener
    goal: Goal


GOALS: Final = {
    Goal.DELAY: N_("more time before payments begin"),
    Goal.REDUCE: N_("a reduction of interest and charges"),
    Goal.CHANGE_METHOD: N_("smaller instalments over a longer time"),
}
_ASK_TO_PASS_ON: Final = {
    Listener.COLLECTOR: N_(
        "Please note that I ask for {what}, and pass it on to the bank's post-loan management: only the bank can agree."
    ),
    Listener.SERVICE_LINE: N_(
        "Please register my request for {what}, and put me through to the specialist for arrangements in post-loan "
        "management."
    ),
}
_REFUSED: Final = {
    Listener.COLLECTOR: N_(
        "I understand that you cannot decide this. Please note that I asked and pass it on; I will also call the bank."
    ),
    Listener.SERVICE_LINE: N_(
        "Please note that I asked and why it cannot be done, and tell me who decides and when I will be called back."
    ),
}
_REFUSED_BY_DESK: Final = {
    Goal.DELAY: N_(
        "Would a shorter pause be possible, or only a part for some months? Which condition is not met, and which "
        "paper would help?"
    ),
    Goal.REDUCE: N_(
        "If nothing can be waived now, could it be looked at again once I have paid on time for some months? Who "
        "decides it, and on which papers?"
    ),
    Goal.CHANGE_METHOD: N_(
        "Which term would bring the instalment within what I can keep? Or could it be lower at first and higher later?"
    ),
}


def setting_for(facts: Facts) -> Setting:
    """Return the setting that fits the case: whom the person meets next, and the goal ranked first."""
    goals = facts.case.position.goals
    return Setting(_next_listener(facts), goals[0] if goals else Goal.CHANGE_METHOD)


def _next_listener(facts: Facts) -> Listener:
    contacts = facts.contacts()
    if any(contact.ticket_number for contact in contacts):
        return Listener.HARDSHIP_DESK
    if contacts and _by_agency(contacts[-1]):
        return Listener.COLLECTOR
    return Listener.SERVICE_LINE


def _by_agency(contact: Contact) -> bool:
    return contact.direction is Direction.FROM_THEM and bool(contact.agency)


def last_ticket(facts: Facts) -> str:
    """Return the work order number given last, or a blank line."""
    given = [contact.ticket_number for contact in facts.contacts() if contact.ticket_number]
    return facts.said(given[-1] if given else "", _("the work order number"))


def hardship(facts: Facts, listener: Listener) -> tuple[str, str, str]:
    """Return the hardship in three sentences: what and since when, how it shows, how it goes on."""
    first = _("Since {since} I cannot pay as agreed because of {cause}.").format(since=facts.since, cause=facts.cause)
    if listener is Listener.COLLECTOR:
        figures = _("My figures and papers go in through the official channels.")
        return (first, figures, _("I have not gone silent, and I remain ready to talk."))
    position = facts.case.position
    shows = position.cause_words or _("My income no longer covers the payments; I am putting the figures together.")
    return (first, shows, _outlook(facts))


def _outlook(facts: Facts) -> str:
    better = facts.ahead(facts.case.position.recovery_on)
    if better:
        return _("I expect things to be better from about {day}.").format(day=long_day(better))
    return _("I cannot say yet when it will be better; I will tell you as soon as I know.")


def ask(facts: Facts, setting: Setting) -> str:
    """Return the request: to be passed on, or to be decided."""
    to_pass_on = _ASK_TO_PASS_ON.get(setting.listener)
    if to_pass_on:
        return _(to_pass_on).format(what=_(GOALS[setting.goal]))
    if setting.goal is Goal.DELAY:
        return _delay(facts)
    return _reduce(facts) if setting.goal is Goal.REDUCE else _change(facts)


def _delay(facts: Facts) -> str:
    pause = facts.plan.asked.holiday_months if facts.plan else None
    if pause:
        text = _("I ask for {pause} and to go on after that. What is charged in the meantime?")
        return text.format(pause=plural(N_("a pause of {n} month"), N_("a pause of {n} months"), pause))
    return _("I ask to begin paying later. For how many months can I apply, and what is charged in the meantime?")


def _reduce(facts: Facts) -> str:
    if facts.plan and facts.plan.waived:
        return _("I ask for {amount} of interest and charges to be waived.").format(
            amount=yuan(to_yuan(facts.plan.waived))
        )
    if facts.is_card:
        return _("I ask for part of the overdraft interest and late fees to be waived, so that principal goes down.")
    return _("I ask for part of the penalty and compound interest to be waived, so that principal goes down.")


def _change(facts: Facts) -> str:
    if facts.plan is None:
        return _("I ask for an arrangement with instalments that I can keep to the end.")
    return _("I ask for this arrangement: {arrangement}.").format(arrangement=facts.plan.title)


def number(facts: Facts, setting: Setting) -> tuple[str, ...]:
    """Return the figure, and what can be paid now. No sum is agreed with a collector."""
    if setting.listener is Listener.COLLECTOR:
        text = _(
            "I agree on no sums in this conversation. I will put my figure in writing through the official channels by "
            "{day}."
        )
        return (text.format(day=facts.plan_by),)
    if facts.plan is None:
        text = _("I name no figure that I have not worked out. You have it in writing by {day}.")
        return (text.format(day=facts.plan_by), *_now(facts))
    return (_figure(facts, facts.plan, setting.goal), *_now(facts))


def _figure(facts: Facts, plan: Plan, goal: Goal) -> str:
    first = _first_day(facts, plan)
    amount = yuan(to_yuan(plan.usual_instalment))
    if plan.months == 1:
        text = _("I can make one payment of {amount} by {day}, after your written agreement.")
        return text.format(amount=amount, day=first)
    if goal is Goal.DELAY and not plan.asked.holiday_months:
        # The plan has no pause in it: its first day would contradict the pause that is asked for.
        return _("After the pause I can pay {amount} each month, {term}.").format(amount=amount, term=term_words(plan))
    text = _("I can pay {amount} each month, {term}, the first on {day}. That I can keep.")
    return text.format(amount=amount, term=term_words(plan), day=first)


def _first_day(facts: Facts, plan: Plan) -> str:
    day = next((row.due for row in plan.rows if row.payment), plan.rows[0].due)
    return facts.day(facts.ahead(day), _("the first due date you ask for (chapter 5)"))


def _now(facts: Facts) -> tuple[str, ...]:
    amount, day = facts.case.position.can_pay_now, facts.ahead(facts.case.position.can_pay_on)
    if not amount or day is None:
        return ()
    text = _("At present I can pay {amount} on {day}.")
    return (text.format(amount=yuan(amount), day=long_day(day)),)


def refused(setting: Setting) -> str:
    """Return what to say to a no."""
    passed_on = _REFUSED.get(setting.listener)
    return _(passed_on or _REFUSED_BY_DESK[setting.goal])
