"""沟通方式申请: no visits, the channels offered in their place, and the plan or the day by which it comes."""

from accord.case import Declines, VisitReason
from accord.documents.blocks import Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    answer_wanted,
    basis,
    body,
    closing,
    neutral,
    next_step,
    opening,
    reach,
    theirs_to_decide,
)
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Request about how to be contacted")
HOME_RULE = "home.consent"
REASONS = {
    VisitReason.PRIVACY: N_("to keep private matters from neighbours and others"),
    VisitReason.TIME: N_("because working hours leave no fixed time at home"),
    VisitReason.PRESSURE: N_("because a visit without notice is a strain that makes talking harder"),
    VisitReason.FAMILY: N_("so that the daily life of the family is not disturbed"),
    VisitReason.CHILDREN: N_("because children live in the household"),
    VisitReason.ELDERLY: N_("because elderly people live in the household"),
    VisitReason.HEALTH: N_("for reasons of health"),
}


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("contact about the {product} by phone or in writing").format(product=facts.product)
    return (
        *opening(facts, _(TITLE), subject),
        body(_asked(facts)),
        *reach(facts),
        *_reasons(facts),
        *basis(HOME_RULE, facts),
        next_step(facts),
        answer_wanted(facts),
        theirs_to_decide(facts),
        neutral(facts),
        *closing(facts),
    )


def spoken_reasons(facts: Facts) -> tuple[str, ...]:
    """Return the reasons for declining visits: those ticked, then the person's own."""
    position = facts.case.position
    own = (position.own_reason,) if position.own_reason else ()
    return (*(_(REASONS[reason]) for reason in position.reasons), *own)


def _asked(facts: Facts) -> str:
    if facts.case.position.declines is Declines.ALL:
        text = _(
            "I ask {you} to contact me in the following ways. I do not agree to visits to my home or workplace by "
            "{you} or anybody acting for it; in these ways I answer and reply, and I keep them open:"
        )
    else:
        text = _(
            "I ask {you} to contact me in the following ways. I do not agree to collection visits to my home or "
            "workplace by {you} or anybody acting for it; in these ways I answer and reply, and I keep them open:"
        )
    return text.format(you=facts.you)


def _reasons(facts: Facts) -> tuple[Block, ...]:
    reasons = spoken_reasons(facts)
    return (body(_("The reasons:")), Bullets(reasons)) if reasons else ()


LETTER = Letter(
    id="preference",
    title=TITLE,
    meaning=N_("Says that you do not agree to visits at home, and how the bank can reach you instead."),
    will_not=(
        N_("It does not forbid the bank to contact you: keep the channels you name open."),
        N_("It does not apply to court officers."),
        N_("It says nothing about how much is owed. Your own reason goes in as you wrote it: name no debt in it."),
    ),
    acknowledges=False,
    write=write,
)
