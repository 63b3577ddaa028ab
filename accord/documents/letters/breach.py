"""协议执行情况反映函: what was agreed, what happened instead, what to put right; firm and factual."""

from datetime import date

from accord.case import Agreement, AgreementTerm, Event, EventKind
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Paragraph
from accord.documents.facts import Facts
from accord.documents.letters.cannot_pay import latest
from accord.documents.letters.confirmation import HOW
from accord.documents.letters.frame import body, channels, closing, enclosures, of_contacts, opening
from accord.documents.letters.letter import Letter
from accord.documents.letters.update import payment_table
from accord.documents.phrasing import long_day
from accord.i18n import N_, _

TITLE = N_("Report on how the agreement is kept")
BREACHES = {
    EventKind.STILL_CHARGED: (AgreementTerm.INTEREST_DURING, AgreementTerm.FEES_DURING),
    EventKind.STILL_VISITED: (AgreementTerm.COLLECTION_STOPS,),
    EventKind.WRONG_DEBIT: (AgreementTerm.AMOUNTS, AgreementTerm.DUE_DATES),
}
"""What may go against an agreement, and the terms it goes against."""


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter: what to check and put right, what was agreed, what happened instead."""
    subject = _("how the agreement on the {product} is kept").format(product=facts.product)
    asked = (
        _("check the dates below against the records and the recordings;"),
        _("put right what does not match the agreement, including amounts wrongly charged or debited;"),
        _(
            "register this letter, tell me the work order number, and answer in writing with what was found and what "
            "was done."
        ),
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(_("I ask {you} to:").format(you=facts.you)),
        Bullets(asked, numbered=True),
        body(_agreed(facts)),
        *_paid(facts),
        body(_("Since then the following does not match what was agreed:")),
        *incidents(facts),
        body(_("I go on paying as agreed. I can be reached as follows:")),
        Bullets(channels(facts)),
        *enclosures(facts, of_contacts(facts, _agreed_on(facts))),
        *closing(facts, N_("Raised by: ________________")),
    )


def incidents(facts: Facts) -> tuple[Block, ...]:
    """Return what happened, day by day, each with the term it goes against; or a blank line."""
    rows = tuple(_incident(row, facts.agreement) for row in latest(facts, tuple(BREACHES)))
    if not rows:
        return (Paragraph(facts.gap(_("what happened, with the day (chapter 6)"))),)
    return (Bullets(rows, numbered=True),)


def _incident(row: Event, agreement: Agreement | None) -> str:
    told = _("{day}: {kind}. {words}").format(day=long_day(row.on), kind=label(row.kind), words=row.words).strip()
    agreed = _terms(row.kind, agreement)
    return "\n".join((told, *agreed))


def _terms(kind: EventKind, agreement: Agreement | None) -> tuple[str, ...]:
    """Return the terms of the agreement that an event goes against, with how they were given."""
    known = agreement.terms if agreement else {}
    found = ((term, known[term]) for term in BREACHES[kind] if term in known)
    text = _("Agreed: {term}: {words} ({how})")
    return tuple(
        text.format(term=label(term), words=record.words.rstrip(".。"), how=_(HOW[record.state]))
        for term, record in found
        if record.words and record.state in HOW
    )


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


def _agreed_on(facts: Facts) -> date | None:
    return facts.agreement.agreed_on if facts.agreement else None


def _paid(facts: Facts) -> tuple[Block, ...]:
    since = _agreed_on(facts)
    # What was paid before the agreement says nothing about how it is kept.
    paid = tuple(row for row in facts.payments if row.paid_on and (since is None or row.paid_on >= since))
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
