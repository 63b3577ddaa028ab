"""账务异议申请: asks to check one item; the rest is not touched."""

from accord.documents.blocks import Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.frame import answer_wanted, body, channel, closing, enclosures, opening
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Request to check an item on the account")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("checking an item on the {product}").format(product=facts.product)
    item = facts.said(facts.debt.disputed_item, _("the item you ask to have checked"))
    asked = (
        _("the details and the calculation of this item: date, base, rate, contract clause;"),
        _("if it is wrong, a correction and a written note of the corrected balance;"),
        _("a remark on the account that the item is being checked, and no collection of this item until the answer."),
    )
    scope = _(
        "This letter asks for a check of this item only. It neither confirms nor denies anything else about the debt. "
        "About the rest I remain ready to talk, and I will send {you} a proposal by {day}."
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(_("I ask {you} to check this item: {item}").format(you=facts.you, item=item)),
        body(_("In particular I ask for:")),
        Bullets(asked, numbered=True),
        body(scope.format(you=facts.you, day=facts.plan_by)),
        *channel(facts),
        answer_wanted(facts),
        *enclosures(facts),
        *closing(facts),
    )


LETTER = Letter(
    id="dispute",
    title=TITLE,
    meaning=N_("Asks the bank to check and explain one item you believe is wrong."),
    will_not=(
        N_("It does not dispute the whole debt."),
        N_("It does not stop payments on the part that is not in question."),
    ),
    acknowledges=False,
    write=write,
)
