"""What every letter has: addressee, date, subject, who writes, the channel, enclosures, a line to sign."""

from __future__ import annotations

from accord.case import Declines, Evidence, EvidenceState, Instead
from accord.documents.blocks import Block, Bullets, Heading, Paragraph, Signature
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day
from accord.i18n import N_, _, in_chinese, plural
from accord.knowledge.rules import rule

MOST_ENCLOSURES = 12
_PLACES = {
    Instead.IN_APP_CHAT: N_("the customer service in the app"),
    Instead.BRANCH_MEETING: N_("a meeting at a branch, by appointment"),
    Instead.VIDEO_MEETING: N_("a video meeting, by appointment"),
    Instead.MONTHLY_UPDATE: N_("a written update from me every month"),
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
    return (
        Heading(title, level=1, align="center"),
        Paragraph(_("To: {bank}, {office}").format(bank=facts.bank, office=office), bold=True),
        Paragraph(_("Subject: {subject}").format(subject=subject)),
        who_writes(facts),
    )


def who_writes(facts: Facts) -> Block:
    """Return the sentence that says who writes."""
    text = _("I am {name} (identity card ending {id_tail}, registered phone {phone}), the {role} of the {product}.")
    return body(
        text.format(name=facts.name, id_tail=facts.id_tail, phone=facts.phone, role=facts.role, product=facts.product)
    )


def channel(facts: Facts) -> tuple[Block, ...]:
    """Return the request not to visit, always with the channels that work."""
    return (body(_declined(facts)), Bullets(channels(facts)))


def channels(facts: Facts) -> tuple[str, ...]:
    """Return the channels offered in place of a visit, the phone first."""
    person, offered = facts.case.person, facts.case.position.instead
    ways = [_("Phone {phone}, daily {window}").format(phone=facts.phone, window=facts.window)]
    if person.email:
        ways.append(_("E-mail {email}").format(email=person.email))
    return (*ways, *(_(_PLACES[way]) for way in offered if way in _PLACES))


def _declined(facts: Facts) -> str:
    if facts.case.position.declines is Declines.ALL:
        text = _(
            "On contact: I do not agree to visits to my home or workplace. Please reach me as follows; I will answer "
            "and reply, and I will keep these channels open:"
        )
    else:
        text = _(
            "On contact: I do not agree to collection visits to my home or workplace. Please reach me as follows; I "
            "will answer and reply, and I will keep these channels open:"
        )
    return text


def plan_day(facts: Facts) -> Block:
    """Return the sentence that names the plan, or the day by which it comes."""
    if facts.plan is None:
        text = _("I will send {you} my income, spending and a proposal for an arrangement by {day}.")
    else:
        text = _("My proposal for an arrangement, with income and spending, is ready and will reach {you} by {day}.")
    return body(text.format(you=facts.you, day=facts.plan_by))


def neutral(facts: Facts) -> Block:
    """Return the sentence that keeps a letter from confirming or denying anything about the debt."""
    text = _(
        "This letter is about the points above only. It neither confirms nor denies the amount, its parts or the "
        "limitation period, and gives up no right; these are left to a check against the records of {you}."
    )
    return body(text.format(you=facts.you))


def answer_wanted(facts: Facts) -> Block:
    """Return the request to register the letter and answer in writing."""
    text = _(
        "Please register this letter, tell me the work order number and the office in charge, and let me have the "
        "answer of {you} in writing (text message, app or e-mail). Whether to agree is for {you} to decide."
    )
    return body(text.format(you=facts.you))


def basis(rule_id: str, facts: Facts) -> tuple[Block, ...]:
    """Return one rule with its source when a letter of that day may state it; nothing otherwise."""
    row = rule(rule_id, facts.on)
    if not row.may_be_stated(facts.on):
        return ()
    # A letter speaks for the writer; a rule worded to "您" would tell the bank about its own duties, so the law's own
    # words stand instead.
    says = row.says()
    if in_chinese() and "您" in says and row.quote:
        says = row.quote
    says = says.rstrip(".。；")
    return (body(_('For reference: {citation}: "{says}".').format(citation=row.citation(), says=says)),)


def truth() -> Block:
    """Return the declaration of truth."""
    return body(_("I declare that what I state and the papers I enclose are true, and I will help to verify them."))


def enclosures(facts: Facts) -> tuple[Block, ...]:
    """Return the list of enclosed papers: those at hand that are meant for the bank."""
    papers = at_hand(facts)
    if not papers:
        return (Paragraph(_("Enclosures: none at present; I will hand in what {you} needs.").format(you=facts.you)),)
    listed = tuple(_listed(paper) for paper in papers[:MOST_ENCLOSURES])
    return (Paragraph(_("Enclosures: {papers}").format(papers=_("; ").join(listed))),)


def at_hand(facts: Facts) -> tuple[Evidence, ...]:
    """Return the papers the person has, has named and means for the bank."""
    rows = (paper for paper in facts.case.evidence if paper.for_bank and paper.state is EvidenceState.HAVE)
    return tuple(paper for paper in rows if paper.title)


def _listed(paper: Evidence) -> str:
    # A photo or a recording has no pages.
    if not paper.pages:
        return paper.title
    return _("{title} ({pages})").format(title=paper.title, pages=plural(N_("{n} p."), N_("{n} pp."), paper.pages))


def closing(facts: Facts) -> tuple[Block, ...]:
    """Return the closing words, the line to sign and the letter's date."""
    date = _("Date: {day}").format(day=long_day(facts.on))
    return (Signature((_("Signature: ________________"), date), closing=_("Yours faithfully,")),)
