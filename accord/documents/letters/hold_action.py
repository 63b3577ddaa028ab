"""暂缓催收申请: asks for time and a channel, before any budget; confirms and denies nothing about the debt."""

from accord.documents.blocks import Block
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    answer_day,
    answer_wanted,
    body,
    closing,
    neutral,
    opening,
    reach,
    theirs_to_decide,
)
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Request to hold collection")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter: the request for time, why, the channels that work, the day of a written answer."""
    subject = _("holding collection for the {product} while the figures are put together").format(product=facts.product)
    asked = _(
        "I ask {you} to hold visits and the hand-over to an outside agency until {day}, and to contact me only as "
        "follows; I will answer and reply:"
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(asked.format(you=facts.you, day=facts.plan_by)),
        *reach(facts),
        *_reason(facts),
        answer_day(facts),
        answer_wanted(facts),
        theirs_to_decide(facts),
        neutral(facts),
        *closing(facts),
    )


def _reason(facts: Facts) -> tuple[Block, ...]:
    # Hardship explains late payment; of a debt that may be nobody's here it would say that it is one's own.
    if facts.unsettled:
        return ()
    text = _("The reason: because of {cause} my household's money is short at present.")
    return (body(text.format(cause=facts.cause)),)


LETTER = Letter(
    id="hold_action",
    title=TITLE,
    meaning=N_("Asks the bank for a little time, and says how you can be reached meanwhile."),
    will_not=(
        N_("It does not stop interest, and the bank need not agree."),
        N_("It offers no amount and says nothing about how much is owed."),
        N_("It does not stop a court deadline."),
    ),
    acknowledges=False,
    write=write,
)
