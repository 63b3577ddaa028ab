"""投诉函（监管）: after the bank's answer; what happened, what the bank said, what is asked."""

from accord.documents.blocks import Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.complaint_bank import HEADING, SIGNER, contact_table
from accord.documents.letters.frame import (
    addressed,
    body,
    closing,
    direct_channels,
    enclosures,
    neutral,
    next_step,
    of_contacts,
    truth,
    who_writes,
)
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Complaint to the regulator")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter: what is asked, what the bank was told and answered, what happened."""
    subject = _("the answer of {bank} to my complaint").format(bank=facts.bank)
    asked = (
        _("look into the facts below within your duties;"),
        _("ask {bank} to answer my complaint in full and in writing;").format(bank=facts.bank),
        _("where mediation is possible, help both sides to it."),
    )
    to = _("To: the financial regulator in charge of {bank}").format(bank=facts.bank)
    return (
        *addressed(_(HEADING), to, subject),
        who_writes(facts),
        body(_("I ask you to:")),
        Bullets(asked, numbered=True),
        body(_complained(facts)),
        body(_("The bank's answer: {words}").format(words=_answer(facts))),
        body(_("The contacts in question:")),
        contact_table(facts),
        body(_("I have not gone silent: I answer, and I remain ready to talk with the bank. I can be reached here:")),
        Bullets(direct_channels(facts)),
        next_step(facts, facts.bank),
        neutral(facts, facts.bank),
        truth(),
        *enclosures(facts, of_contacts(facts)),
        *closing(facts, SIGNER),
    )


def _complained(facts: Facts) -> str:
    """Return the sentence on the complaint to the bank, as far as the person noted it."""
    debt = facts.debt
    return _("On {moment} I complained to {bank}; the work order number is {ticket}.").format(
        moment=facts.day(debt.complained_on, _("the day you complained to the bank")),
        bank=facts.bank,
        ticket=facts.said(debt.complaint_number, _("the complaint's number")),
    )


def _answer(facts: Facts) -> str:
    return facts.gap(_("what the bank answered, and when; or that it has not answered"))


LETTER = Letter(
    id="complaint_regulator",
    title=TITLE,
    meaning=N_("Asks the regulator to look into the matter after the bank has answered, or has not answered in time."),
    will_not=(
        N_("It comes after the complaint to the bank, not in its place."),
        N_("It does not decide the debt or the plan, and it stops no due date."),
        N_("It states only what happened: write nothing that you cannot show."),
    ),
    acknowledges=False,
    write=write,
    to_regulator=True,
)
