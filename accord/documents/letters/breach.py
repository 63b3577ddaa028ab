"""协议执行情况反映函: what was agreed, what happened instead, what to put right; firm and factual."""

from accord.case import EventKind
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Paragraph
from accord.documents.facts import Facts
from accord.documents.letters.cannot_pay import latest
from accord.documents.letters.frame import answer_wanted, body, channels, closing, enclosures, opening
from accord.documents.letters.letter import Letter
from accord.documents.letters.update import payment_table
from accord.documents.phrasing import long_day
from accord.i18n import N_, _

TITLE = N_("Report on how the agreement is kept")
BREACHES = (EventKind.STILL_CHARGED, EventKind.STILL_VISITED, EventKind.WRONG_DEBIT)


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("how the agreement on the {product} is kept").format(product=facts.product)
    asked = (
        _("check the dates above against the records and the recordings;"),
        _("put right what does not match the agreement, including amounts wrongly charged or debited;"),
        _("answer in writing with what was found and what was done."),
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(_agreed(facts)),
        *_paid(facts),
        body(_("Since then the following does not match what was agreed:")),
        *incidents(facts),
        body(_("I ask {you} to:").format(you=facts.you)),
        Bullets(asked, numbered=True),
        body(_("I go on paying as agreed. I can be reached as follows:")),
        Bullets(channels(facts)),
        answer_wanted(facts),
        *enclosures(facts),
        *closing(facts),
    )


def incidents(facts: Facts) -> tuple[Block, ...]:
    """Return what happened, day by day, or a blank line."""
    rows = tuple(
        _("{day}: {kind}. {words}").format(day=long_day(row.on), kind=label(row.kind), words=row.words)
        for row in latest(facts, BREACHES)
    )
    if not rows:
        return (Paragraph(facts.gap(_("what happened, with the day (chapter 6)"))),)
    return (Bullets(rows, numbered=True),)


def _agreed(facts: Facts) -> str:
    agreement = facts.agreement
    text = _("On {day} {you} and I agreed {months} instalments of {instalment} each, from {first} on.")
    return text.format(
        day=facts.day(agreement.agreed_on if agreement else None, _("the day of the agreement")),
        you=facts.you,
        months=(agreement and agreement.months) or facts.gap(_("the number of instalments agreed")),
        instalment=facts.money(agreement.instalment if agreement else None, _("the instalment agreed")),
        first=facts.day(agreement.first_due if agreement else None, _("the first due date agreed")),
    )


def _paid(facts: Facts) -> tuple[Block, ...]:
    paid = tuple(row for row in facts.payments if row.paid_on)
    return (body(_("I have paid as follows:")), payment_table(paid)) if paid else ()


LETTER = Letter(
    id="breach",
    title=TITLE,
    meaning=N_("Tells the bank, with dates, what does not match the agreement, and asks to put it right."),
    will_not=(
        N_("It does not end the agreement, and it is no reason to stop paying."),
        N_("It accuses nobody: it names dates and facts."),
    ),
    acknowledges=True,
    write=write,
)
