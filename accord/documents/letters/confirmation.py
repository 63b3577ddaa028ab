"""电话协商内容确认函: what was said on the phone, term by term, to be confirmed in writing."""

from accord.case import Agreement, AgreementTerm, Contact, TermRecord, TermState
from accord.case.labels import label
from accord.documents.blocks import Block, Bullets, Column, KeyValues, Table
from accord.documents.facts import Facts
from accord.documents.letters.frame import body, channels, closing, opening
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import moment
from accord.i18n import N_, _

TITLE = N_("Confirmation of what was agreed by phone")
NEEDED = (
    AgreementTerm.BALANCE,
    AgreementTerm.AMOUNTS,
    AgreementTerm.DUE_DATES,
    AgreementTerm.INTEREST_DURING,
    AgreementTerm.FEES_DURING,
    AgreementTerm.BREACH,
    AgreementTerm.COLLECTION_STOPS,
    AgreementTerm.REPORTING,
)
"""Terms to ask about when nothing was said on them."""
HOW = {TermState.IN_WRITING: N_("given in writing"), TermState.ON_PHONE: N_("told by phone")}
"""How a term was given, in the words of a letter."""


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    agreement = facts.agreement or Agreement(id="")
    subject = _("confirming the arrangement for the {product}").format(product=facts.product)
    understood = _(
        "I ask {you} to confirm in writing what follows, as I understood it. I will pay accordingly once it is "
        "confirmed."
    )
    return (
        *opening(facts, _(TITLE), subject),
        body(understood.format(you=facts.you)),
        body(_spoke(facts, agreement)),
        *agreement_blocks(facts, agreement),
        body(
            _(
                "If this differs from the records of {you}, please tell me in writing before the first due date; "
                "otherwise please confirm it by text message, app or e-mail. The written confirmation is decisive."
            ).format(you=facts.you)
        ),
        body(_("I can be reached as before:")),
        Bullets(channels(facts)),
        *closing(facts, N_("Sent by: ________________")),
    )


def agreement_blocks(facts: Facts, agreement: Agreement) -> tuple[Block, ...]:
    """Return the terms of an agreement: figures, what was said on each, what is open, what differs."""
    return (KeyValues(_main_terms(facts, agreement)), *_said(agreement), *_unsaid(agreement))


def the_call(facts: Facts, agreement: Agreement) -> Contact | None:
    """Return the contact in which the agreement was made, or None."""
    return next((row for row in facts.case.contacts if row.id and row.id == agreement.contact_id), None)


def _spoke(facts: Facts, agreement: Agreement) -> str:
    call = the_call(facts, agreement)
    text = _("On {moment} I spoke with {who} of {you} (staff number {number}, work order number {ticket}).")
    when = moment(call.at) if call else facts.day(agreement.agreed_on, _("the day and hour of the call"))
    return text.format(
        moment=when,
        who=facts.said(call.who if call else "", _("the name of the staff member")),
        you=facts.you,
        number=facts.said(call.staff_number if call else "", _("the staff number")),
        ticket=facts.said(call.ticket_number if call else "", _("the work order number")),
    )


def _main_terms(facts: Facts, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    months = str(agreement.months) if agreement.months else facts.gap(_("the number of instalments agreed"))
    return (
        (_("Put into instalments"), facts.money(agreement.total, _("the amount put into instalments"))),
        (_("Number of instalments"), months),
        (_("Each instalment"), facts.money(agreement.instalment, _("the instalment agreed"))),
        (_("First instalment due"), facts.day(agreement.first_due, _("the first due date agreed"))),
        (_("Paid into"), facts.said(agreement.pay_into, _("where to pay"))),
    )


def _said(agreement: Agreement) -> tuple[Block, ...]:
    rows = tuple(
        (label(term), record.words or _("spoken of; please state it in full"), _(HOW[record.state]))
        for term, record in _in_order(agreement)
        if record.state in HOW
    )
    columns = (Column(_("Point"), 1.2), Column(_("As I understood it"), 2.6), Column(_("How"), 0.9))
    return (Table(columns, rows),) if rows else ()


def _unsaid(agreement: Agreement) -> tuple[Block, ...]:
    # What nobody mentioned is asked for, because silence is later read as the standard terms.
    open_terms = tuple(label(term) for term in NEEDED if _is_open(agreement.terms.get(term)))
    differing = tuple(
        _("{term}: {words}").format(term=label(term), words=record.words or label(record.state))
        for term, record in _in_order(agreement)
        if record.state is TermState.DIFFERS
    )
    blocks: list[Block] = []
    if open_terms:
        blocks += [body(_("Not mentioned; please add it in writing:")), Bullets(open_terms)]
    if differing:
        blocks += [body(_("Different from what I asked for; please check again:")), Bullets(differing)]
    return tuple(blocks)


def _in_order(agreement: Agreement) -> list[tuple[AgreementTerm, TermRecord]]:
    return [(term, agreement.terms[term]) for term in AgreementTerm if term in agreement.terms]


def _is_open(record: TermRecord | None) -> bool:
    return record is None or record.state is TermState.NOT_MENTIONED


LETTER = Letter(
    id="confirmation",
    title=TITLE,
    meaning=N_("Puts on paper what was said on the phone, and asks the bank to confirm it."),
    will_not=(
        N_("It is no agreement by itself: silence from the bank is no consent."),
        N_("It does not change what the bank recorded; it asks for a match."),
    ),
    acknowledges=True,
    write=write,
)
