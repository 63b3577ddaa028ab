"""账务异议申请: asks to check one item and leaves the rest untouched; or asks what a stranger's debt rests on."""

from accord.case import Whose
from accord.documents.blocks import Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    answer_wanted,
    body,
    channel,
    closing,
    enclosures,
    neutral,
    next_step,
    of_account,
    opening,
)
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Request to check an item on the account")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    foreign = facts.debt.whose is Whose.NOT_MINE
    return (
        *opening(facts, _(TITLE), _subject(facts, foreign=foreign)),
        *(_what_it_rests_on(facts) if foreign else _one_item(facts)),
        *channel(facts),
        answer_wanted(facts),
        neutral(facts),
        *enclosures(facts, of_account(facts)),
        *closing(facts),
    )


def _subject(facts: Facts, *, foreign: bool) -> str:
    text = _("what the claim on the {product} rests on") if foreign else _("checking an item on the {product}")
    return text.format(product=facts.product)


def _one_item(facts: Facts) -> tuple[Block, ...]:
    item = facts.said(facts.debt.disputed_item.rstrip(".。"), _("the item you ask to have checked"))
    asked = (
        _("the details and the calculation of this item: date, base, rate, contract clause;"),
        _("if it is wrong, a correction and a written note of the corrected balance;"),
        _("a remark on the account that the item is being checked, and no collection of this item until the answer."),
    )
    return (
        body(_("I ask {you} to check this item: {item}.").format(you=facts.you, item=item)),
        body(_("In particular I ask for:")),
        Bullets(asked, numbered=True),
        next_step(facts),
    )


def _what_it_rests_on(facts: Facts) -> tuple[Block, ...]:
    text = _("I do not recognise this account as mine. I ask {you} for what the claim rests on:")
    asked = (
        _("the contract, the day and place it was signed, and the record of the identity check;"),
        _("the account the money was paid to, and the payments made since;"),
        _("if the claim was sold, the written notice of the sale;"),
        _("until this is checked, no collection from me and no entry on my credit record."),
    )
    return (body(text.format(you=facts.you)), Bullets(asked, numbered=True))


LETTER = Letter(
    id="dispute",
    title=TITLE,
    meaning=N_("Asks the bank to check and explain one item you believe is wrong."),
    will_not=(
        N_("It disputes only the item you name. For a debt marked as not yours it asks what the debt rests on."),
        N_("It does not stop payments on the part that is not in question."),
    ),
    acknowledges=False,
    write=write,
)
