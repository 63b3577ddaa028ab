"""The position statement of chapter 2: what is declined, why, what is offered instead, what is asked."""

from __future__ import annotations

from accord.case import Goal
from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.documents.facts import Facts
from accord.documents.letters.frame import channels
from accord.documents.letters.preference import spoken_reasons
from accord.documents.phrasing import long_day
from accord.i18n import N_, _

_GOALS = {
    Goal.DELAY: N_("My main request is time: to begin paying later."),
    Goal.REDUCE: N_("My main request is to pay less."),
    Goal.CHANGE_METHOD: N_("My main request is to pay in another way."),
}


def statement(facts: Facts) -> tuple[Block, ...]:
    """Return the statement as blocks, in the language spoken now."""
    return (
        Heading(_("Where I stand")),
        Paragraph(_what_happened(facts)),
        *_goal(facts),
        Paragraph(_("I do not agree to visits at home, and I keep these channels open:")),
        Bullets(channels(facts)),
        *_reasons(facts),
        Paragraph(_when(facts)),
    )


def _what_happened(facts: Facts) -> str:
    words = facts.case.position.cause_words
    text = _("Since {since} I cannot pay as agreed because of {cause}.").format(since=facts.since, cause=facts.cause)
    return f"{text}\n{words}" if words else text


def _goal(facts: Facts) -> tuple[Block, ...]:
    goals = facts.case.position.goals
    return (Paragraph(_(_GOALS[goals[0]])),) if goals else ()


def _reasons(facts: Facts) -> tuple[Block, ...]:
    reasons = spoken_reasons(facts)
    return (Paragraph(_("The reasons:")), Bullets(reasons)) if reasons else ()


def _when(facts: Facts) -> str:
    position = facts.case.position
    better = facts.ahead(position.recovery_on)
    if better:
        return _("I expect things to be better from about {day}.").format(day=long_day(better))
    return _("I will send {you} my income, spending and a proposal for an arrangement by {day}.").format(
        you=facts.you, day=facts.plan_by
    )
