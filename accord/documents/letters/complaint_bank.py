"""投诉函（银行）: dated facts from the contact log, and what to look into; firm, no threats."""

from accord.case import Channel, Contact, Direction
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Column, Paragraph, Table
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    body,
    channels,
    closing,
    enclosures,
    neutral,
    next_step,
    of_contacts,
    opening,
    truth,
)
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import moment
from accord.i18n import N_, _
from accord.knowledge.contact_rules import at_night

TITLE = N_("Complaint to the bank")
HEADING = N_("Complaint")
"""What stands on the paper; to whom it goes stands in the next line."""
SIGNER = N_("Complaint by: ________________")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("contact about the {product}").format(product=facts.product)
    office = _("consumer protection office")
    return (
        *opening(facts, _(HEADING), subject, office=office),
        body(_("I ask {you} to look into the following contacts:").format(you=facts.you)),
        contact_table(facts),
        body(_("I ask {you} to:").format(you=facts.you)),
        Bullets(_asked(), numbered=True),
        body(_("I do not refuse contact. I can be reached as follows, and will answer and reply:")),
        Bullets(channels(facts)),
        next_step(facts),
        neutral(facts),
        truth(),
        *enclosures(facts, of_contacts(facts)),
        *closing(facts, SIGNER),
    )


def contact_table(facts: Facts) -> Block:
    """Return the contacts in question, or a blank line."""
    rows = tuple(_row(contact) for contact in facts.contacts(worth_telling))
    if not rows:
        return Paragraph(facts.gap(_("the contacts in question: day, hour, who, what was said (chapter 3)")))
    columns = (
        Column(_("When"), 1.1),
        Column(_("How, and with whom"), 1.2),
        Column(_("What happened"), 2.4),
    )
    return Table(columns, rows)


def worth_telling(contact: Contact) -> bool:
    """Tell whether a contact belongs in a complaint: theirs, and at night, at home, or with a third person."""
    # Ordinary reminders in working hours are no complaint; listing them would weaken the rest.
    at_home = contact.channel is Channel.VISIT or (contact.entered_home and not contact.with_consent)
    return contact.direction is Direction.FROM_THEM and (at_night(contact.at) or at_home or contact.third_person)


def _row(contact: Contact) -> tuple[str, ...]:
    number = (_("staff number {number}").format(number=contact.staff_number),) if contact.staff_number else ()
    ticket = (_("work order {ticket}").format(ticket=contact.ticket_number),) if contact.ticket_number else ()
    people = (label(contact.channel), contact.who, contact.agency, *number, *ticket)
    facts = (
        contact.said,
        _("A third person was spoken to.") if contact.third_person else "",
        _("The home was entered without my consent.") if contact.entered_home and not contact.with_consent else "",
    )
    return (moment(contact.at), "\n".join(filter(None, people)), "\n".join(filter(None, facts)))


def _asked() -> tuple[str, ...]:
    return (
        _("check these contacts against the records and recordings, and keep the recordings;"),
        _("tell me whether an outside agency was entrusted, and which one;"),
        _("make sure that contact keeps to the channels and hours I name, with me alone;"),
        _("register this complaint, tell me its number, and answer in writing (text message, app or e-mail)."),
    )


LETTER = Letter(
    id="complaint_bank",
    title=TITLE,
    meaning=N_("Tells the bank's consumer protection office what happened, with dates, and asks it to look into it."),
    will_not=(
        N_("It is no means of pressure for a better plan; ask for a plan in a letter of its own."),
        N_("It does not stop payments or due dates."),
    ),
    acknowledges=False,
    write=write,
)
