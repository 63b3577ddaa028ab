"""联系方式变更告知: the new phone, e-mail and hours, so that the bank never has to ask others."""

from accord.documents.blocks import Block, KeyValues
from accord.documents.facts import Facts
from accord.documents.letters.frame import addressed, body, closing
from accord.documents.letters.letter import Letter
from accord.i18n import N_, _

TITLE = N_("Change of contact details")


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("my contact details for the {product}").format(product=facts.product)
    person = facts.case.person
    rows = (
        (_("Phone"), facts.said(person.phone, _("the phone number to use from now on"))),
        (_("Hours for calls"), facts.window),
        (_("E-mail"), facts.said(person.email, _("your e-mail address"))),
        (_("City"), facts.said(person.city, _("your city"))),
        (_("No longer in use"), facts.gap(_("the old number, by hand"))),
    )
    to = _("To: {bank}, {office}").format(bank=facts.bank, office=_("customer service"))
    return (
        *addressed(_(TITLE), to, subject),
        _who(facts),
        body(_("From {day} on please use these details:").format(day=facts.day(facts.on, ""))),
        KeyValues(rows),
        body(
            _(
                "Please update them in the records of {you} and confirm it. I can be reached there; please contact "
                "me directly and no one else."
            ).format(you=facts.you)
        ),
        *closing(facts, N_("Notice by: ________________")),
    )


def _who(facts: Facts) -> Block:
    """Return who writes, without a registered phone: that is what changes."""
    text = _("I am {name} (identity card ending {id_tail}) and write about the {product}.")
    return body(text.format(name=facts.name, id_tail=facts.id_tail, product=facts.product))


LETTER = Letter(
    id="contact_change",
    title=TITLE,
    meaning=N_("Gives the bank your new phone and e-mail, so that it can reach you and need not ask others."),
    will_not=(
        N_("It says nothing about the debt."),
        N_("It does not end contact: keep the new number open."),
    ),
    acknowledges=False,
    write=write,
)
