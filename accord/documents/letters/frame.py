"""What every letter has: addressee, date, subject, who writes, the channel, enclosures, a line to sign."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from accord.case import Declines, Direction, Evidence, EvidenceState, Instead
from accord.documents.blocks import Block, Bullets, Heading, Paragraph, Signature, Small
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day
from accord.i18n import N_, _, in_chinese, plural
from accord.knowledge.rules import rule

MOST_ENCLOSURES = 12
APPLICANT = N_("Signature: ________________")
"""The line of whoever asks for something; a letter that only tells or complains has its own."""
_PLACES = {
    Instead.IN_APP_CHAT: N_("the customer service in the app"),
    Instead.BRANCH_MEETING: N_("a meeting at a branch, by appointment"),
    Instead.VIDEO_MEETING: N_("a video meeting, by appointment"),
}


def body(text: str) -> Paragraph:
    """Return a paragraph of a letter, its first line set in where Chinese is written."""
    return Paragraph(text, indent=in_chinese())


def opening(facts: Facts, title: str, subject: str, *, office: str = "") -> tuple[Block, ...]:
    """Return title, addressee, subject and who writes; the date stands with the signature.

    Args:
        facts: what the letter knows.
        title: the letter's name, spoken.
        subject: what it is about, spoken.
        office: the addressee within the bank, spoken; the post-loan management when left out.
    """
    office = office or _("post-loan management (repayment arrangements)")
    to = _("To: {bank}, {office}").format(bank=facts.bank, office=office)
    return (*addressed(title, to, subject), who_writes(facts))


def addressed(title: str, to: str, subject: str) -> tuple[Block, ...]:
    """Return title, addressee and subject; an English copy says that it is one."""
    copy = () if in_chinese() else (Small(_("Reading copy. The letter that is sent is the Chinese one.")),)
    return (
        Heading(title, level=1, align="center"),
        *copy,
        Paragraph(to, bold=True),
        Paragraph(_("Subject: {subject}").format(subject=subject)),
    )


def who_writes(facts: Facts) -> Block:
    """Return the sentence that says who writes. Whose debt it is, is said only where the person said so."""
    if facts.unsettled:
        text = _(
            "I am {name} (identity card ending {id_tail}, registered phone {phone}). I write about the {product}, "
            "about which {bank} contacts me."
        )
    else:
        text = _("I am {name} (identity card ending {id_tail}, registered phone {phone}), the {role} of the {product}.")
    return body(
        text.format(
            name=facts.name,
            id_tail=facts.id_tail,
            phone=facts.phone,
            role=facts.role,
            product=facts.product,
            bank=facts.bank,
        )
    )


def channel(facts: Facts) -> tuple[Block, ...]:
    """Return the request not to visit, always with the channels that work."""
    return (body(_declined(facts)), *reach(facts))


def reach(facts: Facts) -> tuple[Block, ...]:
    """Return the channels that work, and the monthly update where one is offered."""
    # A report every month is for who talks about repaying; while that is open it would say too much.
    monthly = Instead.MONTHLY_UPDATE in facts.case.position.instead and not facts.careful
    update = (body(_("I will also send {you} a short written update every month.").format(you=facts.you)),)
    return (Bullets(channels(facts)), *(update if monthly else ()))


def channels(facts: Facts) -> tuple[str, ...]:
    """Return the channels offered in place of a visit, the phone first."""
    offered = facts.case.position.instead
    return (*direct_channels(facts), *(_(_PLACES[way]) for way in offered if way in _PLACES))


def direct_channels(facts: Facts) -> tuple[str, ...]:
    """Return phone and e-mail: the channels that are not the bank's own, for a reader who is not the bank."""
    email = facts.case.person.email
    phone = _("Phone {phone}, daily {window}").format(phone=facts.phone, window=facts.window)
    return (phone, _("E-mail {email}").format(email=email)) if email else (phone,)


def _declined(facts: Facts) -> str:
    if facts.case.position.declines is Declines.ALL:
        text = _(
            "On contact: I do not agree to visits to my home or workplace by {you} or anybody acting for it. Please "
            "reach me as follows instead; I will answer and reply, and keep these channels open:"
        )
    else:
        text = _(
            "On contact: I do not agree to collection visits to my home or workplace by {you} or anybody acting for "
            "it. Please reach me as follows instead; I will answer and reply, and keep these channels open:"
        )
    return text.format(you=facts.you)


def next_step(facts: Facts, lender: str = "") -> Block:
    """Return what comes next: the plan's day, or what stands agreed; behind an open gate an answer that offers none.

    Args:
        facts: what the letter knows.
        lender: the creditor's name, where the letter goes to somebody else; addressed as the reader when left out.
    """
    if facts.careful:
        return answer_day(facts, lender)
    if facts.agreement is not None:
        return body(_("On repayment, what {you} and I have agreed stands.").format(you=lender or facts.you))
    return plan_day(facts, lender)


def plan_day(facts: Facts, lender: str = "") -> Block:
    """Return the day by which the plan comes to the reader, or to the `lender` named."""
    if facts.plan is None:
        text = _("I will send {you} my income, spending and a proposal for an arrangement by {day}.")
    else:
        text = _(
            "By {day} I will send {you} my written request for an arrangement, with instalment, term, first date, "
            "income and spending."
        )
    return body(text.format(you=lender or facts.you, day=facts.plan_by))


def answer_day(facts: Facts, lender: str = "") -> Block:
    """Return the day of a written answer, with no word on what it will offer."""
    # Offering to pay can start a limitation period anew; a letter written in a hurry must not do it by accident.
    if facts.unsettled:
        text = _("I am checking this account and will answer {you} in writing by {day}.")
    else:
        text = _("I am checking the account and my household's figures, and will answer {you} in writing by {day}.")
    return body(text.format(you=lender or facts.you, day=facts.plan_by))


def neutral(facts: Facts, records_of: str = "") -> Block:
    """Return the sentence that confirms and denies nothing about the debt; `records_of` when the reader is another."""
    text = _(
        "This letter is about the points above only. It neither confirms nor denies the amount, its parts or the "
        "limitation period, and gives up no right; these are left to a check against the records of {you}."
    )
    return body(text.format(you=records_of or facts.you))


def answer_wanted(facts: Facts) -> Block:
    """Return the request to register the letter and answer in writing, with a day to expect it."""
    text = _(
        "Please register this letter, tell me the work order number, the office in charge and when to expect an "
        "answer, and let me have the answer of {you} in writing (text message, app or e-mail)."
    )
    return body(text.format(you=facts.you))


def theirs_to_decide(facts: Facts) -> Block:
    """Return the sentence that leaves the decision to the bank, for letters whose box does not say it already."""
    return body(_("Whether to agree is for {you} to decide.").format(you=facts.you))


def basis(rule_id: str, facts: Facts) -> tuple[Block, ...]:
    """Return one rule with its source when a letter of that day may state it; nothing otherwise."""
    row = rule(rule_id, facts.on)
    if not row.may_be_stated(facts.on):
        return ()
    # Only the law's own words stand in quotation marks; an item cut out of a list says too little by itself.
    quoted = bool(row.quote) and not row.quote.startswith("（")
    if quoted and in_chinese():
        text, says = _('For reference: {citation}: "{says}".'), row.quote
    elif quoted:
        text = _("For reference: {citation}. The Chinese letter quotes the law's own words; in plain words: {says}.")
        says = row.says()
    else:
        text, says = _("For reference, in plain words: {citation}: {says}."), row.says()
    return (body(text.format(citation=row.citation(), says=says.rstrip(".。；"))),)


def truth() -> Block:
    """Return the declaration of truth."""
    return body(_("I declare that what I state and the papers I enclose are true, and I will help to verify them."))


def enclosures(facts: Facts, papers: Iterable[Evidence] | None = None) -> tuple[Block, ...]:
    """Return the list of enclosed papers: those given, or those at hand that support a request."""
    papers = at_hand(facts) if papers is None else tuple(papers)
    if not papers:
        return (Paragraph(_("Enclosures: none at present; I will hand in what {you} needs.").format(you=facts.you)),)
    # Exhibits stand in the annex with their titles; here their span is enough.
    loose = [paper for paper in papers if not facts.marks.of(paper.id)]
    listed = [_listed(paper) for paper in loose[:MOST_ENCLOSURES]]
    listed[:0] = [facts.marks.span] if len(loose) < len(papers) else []
    if len(loose) > MOST_ENCLOSURES:
        listed.append(_unlisted(facts, loose[MOST_ENCLOSURES:]))
    return (Paragraph(_("Enclosures: {papers}").format(papers=_("; ").join(listed))),)


def _unlisted(facts: Facts, papers: Collection[Evidence]) -> str:
    """Return the words for papers that find no room here; the index is named only where it is there and lists them."""
    listed = {paper.id for paper in at_hand(facts)}
    if facts.indexed and all(paper.id in listed for paper in papers):
        return plural(N_("{n} more, see the evidence index"), N_("{n} more, see the evidence index"), len(papers))
    return plural(N_("{n} more paper, listed on request"), N_("{n} more papers, listed on request"), len(papers))


def at_hand(facts: Facts) -> tuple[Evidence, ...]:
    """Return the papers that support a request: those the person has, has named and means for the bank."""
    # A picture of a call at night belongs to a complaint; under a request it would read as pressure.
    theirs = records_of_contacts(facts)
    return tuple(paper for paper in _owned(facts) if paper.id not in theirs)


def records_of_contacts(facts: Facts) -> frozenset[str]:
    """Return the ids of the papers that show what anybody did who called, wrote or came, whichever debt it was for."""
    rows = (row for row in facts.case.contacts if row.direction is Direction.FROM_THEM)
    return frozenset(paper_id for row in rows for paper_id in row.evidence_ids)


def of_contacts(facts: Facts, since: date | None = None) -> tuple[Evidence, ...]:
    """Return the papers that show what the other side did: those named at its contacts about this debt, from a day."""
    rows = facts.contacts(lambda contact: contact.direction is Direction.FROM_THEM)
    wanted = (row for row in rows if since is None or row.at.date() >= since)
    theirs = {paper_id for contact in wanted for paper_id in contact.evidence_ids}
    return tuple(paper for paper in _owned(facts) if paper.id in theirs)


def of_account(facts: Facts) -> tuple[Evidence, ...]:
    """Return the papers about the account itself: bills and contracts."""
    return tuple(paper for paper in _owned(facts) if paper.item == "debt_bills")


def _owned(facts: Facts) -> tuple[Evidence, ...]:
    rows = (paper for paper in facts.case.evidence if paper.for_bank and paper.state is EvidenceState.HAVE)
    return tuple(paper for paper in rows if paper.title)


def _listed(paper: Evidence) -> str:
    # A photo or a recording has no pages.
    if not paper.pages:
        return paper.title
    return _("{title} ({pages})").format(title=paper.title, pages=plural(N_("{n} p."), N_("{n} pp."), paper.pages))


def closing(facts: Facts, signer: str = APPLICANT) -> tuple[Block, ...]:
    """Return the closing words, the line to sign (a message) and the letter's date."""
    dated = _("Date: {day}").format(day=long_day(facts.on))
    return (Signature((_(signer), dated), closing=_("Yours faithfully,")),)
