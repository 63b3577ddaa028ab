"""What to say: the three-sentence call, the phone script with pauses, chat lines, the e-mail's subject and list.

All of it is made from the bank's copy of the case, in the language spoken now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accord.documents.asking import term_words
from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.documents.facts import Facts
from accord.documents.letters.frame import at_hand
from accord.documents.phrasing import long_day
from accord.i18n import N_, _
from accord.money import to_yuan, yuan

LONGEST_CHAT_LINE = 200
Kind = Literal["say", "wait", "write", "mind"]
MONEY_SAFETY = N_(
    "Money safety: check by calling the number on your card. Pay only inside the bank's app or into the loan or card "
    "account, never to a person or a QR code somebody shows. Family members sign, promise and pay nothing."
)
_KINDS: dict[Kind, str] = {
    "say": N_("Say: {text}"),
    "wait": N_("Pause: {text}"),
    "write": N_("Write down: {text}"),
    "mind": N_("Mind: {text}"),
}


@dataclass(frozen=True)
class Cue:
    """One line of a script: to say, to wait, to write down, or to mind."""

    kind: Kind
    text: str

    def spoken(self) -> str:
        """Return the line with what to do in front."""
        return _(_KINDS[self.kind]).format(text=self.text)


def money_safety() -> str:
    """Return the sentence that stands on every script and payment page."""
    return _(MONEY_SAFETY)


def three_sentences(facts: Facts) -> tuple[str, ...]:
    """Return the call in three sentences; the last asks for the work order number."""
    first = _("Hello, this is {name}, about the {product}: I am not hiding, and I want to talk about repayment.")
    second = _("I do not agree to visits; please call me on {phone}, {window}, and I will send a proposal by {day}.")
    return (
        first.format(name=facts.name, product=facts.product),
        second.format(phone=facts.phone, window=facts.window, day=facts.plan_by),
        _("Please make a note of this call and tell me the work order number."),
    )


def phone_script(facts: Facts) -> tuple[Cue, ...]:
    """Return the phone script: opening, reason, request, contact, closing."""
    return (
        Cue("mind", money_safety()),
        *_opening(facts),
        *_reason(facts),
        *_request(facts),
        *_contact(facts),
        *_closing(facts),
    )


def chat_lines(facts: Facts) -> tuple[str, ...]:
    """Return lines for the online chat, each at most `LONGEST_CHAT_LINE` characters."""
    lines = (
        _("Hello. I am {name}, {role} of the {product}, and I would like to talk about repayment.").format(
            name=facts.name, role=facts.role, product=facts.product
        ),
        _("Since {since} I cannot pay as agreed because of {cause}.").format(since=facts.since, cause=facts.cause),
        _ask_line(facts),
        _now_line(facts),
        _("I do not agree to visits. Please reach me by phone on {phone}, {window}, or here in the chat.").format(
            phone=facts.phone, window=facts.window
        ),
        _(
            "Please pass this on to the post-loan management and tell me the work order number and when to expect an "
            "answer."
        ),
    )
    return tuple(_short(line) for line in lines if line)


def mail_subject(facts: Facts) -> str:
    """Return the e-mail's subject: what, which account, who."""
    return _("Request for a repayment arrangement: {product}, {name}").format(product=facts.product, name=facts.name)


def mail_attachments(facts: Facts) -> tuple[str, ...]:
    """Return what to attach: the package, then the papers at hand."""
    return (_("The package (PDF)"), *(paper.title for paper in at_hand(facts) if paper.title))


def script_blocks(facts: Facts) -> tuple[Block, ...]:
    """Return all scripts as blocks, for the full set."""
    return (
        Heading(_("The call in three sentences")),
        Bullets(three_sentences(facts), numbered=True),
        Heading(_("Phone script")),
        *(Paragraph(cue.spoken(), bold=cue.kind == "say") for cue in phone_script(facts)),
        Heading(_("Lines for the online chat")),
        Bullets(chat_lines(facts), numbered=True),
        Heading(_("E-mail")),
        Paragraph(_("Subject: {subject}").format(subject=mail_subject(facts))),
        Bullets(mail_attachments(facts)),
    )


def _opening(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue(
            "say",
            _("Hello, this is {name}. I am calling about the {product}.").format(
                name=facts.name, product=facts.product
            ),
        ),
        Cue(
            "wait",
            _(
                "Let them check who you are. Name, last four of the identity card and of the card are enough; "
                "never a password or a code from a text message."
            ),
        ),
        Cue("write", _("The day and hour, the name and the staff number of the person you speak with.")),
        Cue("say", _("I want to repay in a way I can keep. May I speak with the post-loan management?")),
        Cue("wait", _("If you are passed on, say your name again. If not, go on.")),
    )


def _reason(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue(
            "say",
            _("Since {since} I cannot pay as agreed because of {cause}.").format(since=facts.since, cause=facts.cause),
        ),
        Cue("wait", _('Answer questions shortly and truly. "I have to look that up" is an answer.')),
    )


def _request(facts: Facts) -> tuple[Cue, ...]:
    now = _now_line(facts)
    return (
        Cue("say", _ask_line(facts)),
        Cue("wait", _("Stop here and let them answer. Silence is all right.")),
        *((Cue("say", now),) if now else ()),
        Cue("write", _("What they offer: amount, months, first date, interest and fees, and until when it stands.")),
        Cue(
            "mind",
            _(
                "Agree to nothing on the spot that you have not worked out. Say: please send it to me in "
                "writing, and I will answer by a day we name now."
            ),
        ),
    )


def _contact(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue(
            "say",
            _("I do not agree to visits at home. Please call me on {phone}, {window}; I will answer.").format(
                phone=facts.phone, window=facts.window
            ),
        ),
        Cue("wait", _("Let them note it.")),
    )


def _closing(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue("say", _("Let me repeat what we said, and please tell me the work order number.")),
        Cue("write", _("The work order number, what was promised, and the next day to speak.")),
        Cue("say", _("I will send you this in writing by {day}. Thank you.").format(day=long_day(facts.on))),
    )


def _ask_line(facts: Facts) -> str:
    if facts.plan is None:
        return _("I will send my income, spending and a proposal by {day}. Until then, please hold visits.").format(
            day=facts.plan_by
        )
    return _("I ask for {arrangement}: {amount} each month, {term}.").format(
        arrangement=facts.plan.title,
        amount=yuan(to_yuan(facts.plan.usual_instalment)),
        term=term_words(facts.plan),
    )


def _now_line(facts: Facts) -> str:
    position = facts.case.position
    if not position.can_pay_now or not position.can_pay_on:
        return ""
    return _("At present I can pay {amount} on {day}.").format(
        amount=yuan(position.can_pay_now), day=long_day(position.can_pay_on)
    )


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_CHAT_LINE else line[: LONGEST_CHAT_LINE - 1] + "…"
