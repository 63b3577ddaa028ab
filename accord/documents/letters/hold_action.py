"""暂缓催收申请: asks for time and a channel, before any budget; confirms and denies nothing about the debt."""

from accord.documents.blocks import Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    answer_wanted,
    body,
    channels,
    closing,
    neutral,
    opening,
    plan_day,
)
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Request to hold collection")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter: the request for time, the day the plan comes, the channels that work."""
    subject = _("holding collection for the {product} while a proposal is prepared").format(product=facts.product)
    asked = _(
        "Because of {cause} my household's money is short at present, and I am putting the figures together. I ask "
        "{you} to hold visits and the hand-over to an outside agency until {day}, and to contact me only as follows; "
        "I will answer and reply:"
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(asked.format(cause=facts.cause, you=facts.you, day=facts.plan_by)),
        Bullets(channels(facts)),
        plan_day(facts),
        answer_wanted(facts),
        neutral(facts),
        *closing(facts),
    )


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
