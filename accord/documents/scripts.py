"""What to say: the three-sentence call, the phone script with pauses, chat lines, the e-mail's subject and list.

All of it is made from the bank's copy of the case, in the language spoken now, for one listener and one goal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accord.documents import talk
from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.documents.facts import Facts
from accord.documents.letters.frame import at_hand
from accord.documents.talk import Listener, Setting, setting_for
from accord.i18n import N_, _, in_chinese

LONGEST_CHAT_LINE = 200
Kind = Literal["say", "wait", "write", "mind"]
MONEY_SAFETY = N_(
    "Before any payment, check by calling the number on your card. Pay only inside the bank's app or into the loan or "
    "card account, never to a person or a QR code somebody shows. Family members sign, promise and pay nothing."
)
_WHO_ARE_YOU = N_(
    "Hello. Before we talk: your name, your staff number, your agency, whom you act for, and how I can see that you "
    "were entrusted?"
)
_CHECKED = N_(
    "Let them check who you are. Name, last four of the identity card and of the card are enough; "
    "never a password or a code from a text message."
)
_PAPERS = N_("The letter and the papers listed are attached.")
_NO_PAPERS = N_("I hand in papers through official channels only.")
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


def phone_script(facts: Facts, setting: Setting | None = None) -> tuple[Cue, ...]:
    """Return the phone script for a setting, the case's own when left out.

    Opening, hardship in three sentences, the ask, the number, if refused, contact, closing; with pauses and what to
    write down.
    """
    setting = setting or setting_for(facts)
    return (
        Cue("mind", money_safety()),
        *_OPENINGS[setting.listener](facts),
        *_reason(facts, setting.listener),
        *_request(facts, setting),
        *_if_refused(setting),
        *_contact(facts),
        *_closing(setting.listener),
    )


def chat_lines(facts: Facts, setting: Setting | None = None) -> tuple[str, ...]:
    """Return lines for the online chat, each at most `LONGEST_CHAT_LINE` characters."""
    setting = setting or setting_for(facts)
    return tuple(
        _short(line)
        for line in (
            *_greeting(facts, setting.listener),
            *talk.hardship(facts, setting.listener),
            talk.ask(facts, setting),
            *talk.number(facts, setting),
            _reach_me(facts),
            _last_line(setting.listener),
        )
    )


def mail_subject(facts: Facts, setting: Setting | None = None) -> str:
    """Return the e-mail's subject: what, which account, who. An agency is told no account."""
    if setting and setting.listener is Listener.COLLECTOR:
        return _("Contact about repayment: please identify yourself, {name}").format(name=facts.name)
    return _("Request for a repayment arrangement: {product}, {name}").format(product=facts.product, name=facts.name)


def mail_text(facts: Facts, setting: Setting | None = None) -> str:
    """Return a short e-mail, read in a minute; the letter and the papers go with it, but to the bank only."""
    setting = setting or setting_for(facts)
    listener, gap = setting.listener, "" if in_chinese() else " "
    parts = (
        gap.join(_greeting(facts, listener)),
        gap.join(talk.hardship(facts, listener)),
        gap.join((talk.ask(facts, setting), *talk.number(facts, setting))),
        _reach_me(facts),
        _(_NO_PAPERS if listener is Listener.COLLECTOR else _PAPERS),
        _last_line(listener),
        facts.name,
    )
    return "\n\n".join(parts)


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


def _to_collector(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue("say", _(_WHO_ARE_YOU)),
        Cue("wait", _("Let them answer. Say nothing about yourself until they have.")),
        Cue("write", _("The day and hour, name, staff number, agency, the bank they name, the number they call from.")),
        Cue("say", _("I am {name}. I will check this by calling the official number.").format(name=facts.name)),
        Cue("mind", _("If they will not say who they are, end the call politely and call the number on your card.")),
    )


def _to_service_line(facts: Facts) -> tuple[Cue, ...]:
    return (
        Cue("say", _hello(facts)),
        Cue("wait", _(_CHECKED)),
        Cue("write", _("The day and hour, the name and the staff number of the person you speak with.")),
        Cue("say", _("I want to repay in a way I can keep. May I speak with the post-loan management?")),
        Cue("wait", _("If you are passed on, say your name again. If not, go on.")),
    )


def _to_desk(facts: Facts) -> tuple[Cue, ...]:
    text = _("My request is registered; the work order number is {ticket}.").format(ticket=talk.last_ticket(facts))
    return (
        Cue("say", _hello(facts)),
        Cue("wait", _(_CHECKED)),
        Cue("write", _("The day and hour, the name and the staff number of the person you speak with.")),
        Cue("say", text),
    )


_OPENINGS = {
    Listener.COLLECTOR: _to_collector,
    Listener.SERVICE_LINE: _to_service_line,
    Listener.HARDSHIP_DESK: _to_desk,
}


def _hello(facts: Facts) -> str:
    return _("Hello, this is {name}. I am calling about the {product}.").format(name=facts.name, product=facts.product)


def _reason(facts: Facts, listener: Listener) -> tuple[Cue, ...]:
    return (
        *(Cue("say", sentence) for sentence in talk.hardship(facts, listener)),
        Cue("wait", _('Answer questions shortly and truly. "I have to look that up" is an answer.')),
    )


def _request(facts: Facts, setting: Setting) -> tuple[Cue, ...]:
    said = (talk.ask(facts, setting), *talk.number(facts, setting))
    stop = Cue("wait", _("Stop here and let them answer. Silence is all right."))
    if setting.listener is Listener.COLLECTOR:
        promise_nothing = _("Promise no sum and no day, however they press. They pass messages on; the bank decides.")
        return (*(Cue("say", line) for line in said), stop, Cue("mind", promise_nothing))
    agree_later = _(
        "Agree to nothing on the spot that you have not worked out. Say: please send it to me in "
        "writing, and I will answer by a day we name now."
    )
    offered = _("What they offer: amount, months, first date, interest and fees, and until when it stands.")
    return (*(Cue("say", line) for line in said), stop, Cue("write", offered), Cue("mind", agree_later))


def _if_refused(setting: Setting) -> tuple[Cue, ...]:
    return (
        Cue("mind", _("If they say no: thank them, do not argue, and say the next sentence.")),
        Cue("say", talk.refused(setting)),
        Cue("wait", _("Let them answer, and note the reason they give.")),
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


def _closing(listener: Listener) -> tuple[Cue, ...]:
    if listener is Listener.COLLECTOR:
        return (
            Cue("say", _("Please tell me your record number, and who at the bank is in charge. Thank you, goodbye.")),
            Cue("write", _("What they said, word for word where it was rude or threatening, and when it ended.")),
            Cue("mind", _("Now call the number on your card: was this call from them? Get a work order number there.")),
        )
    return (
        Cue("say", _("Let me repeat what we said, and please tell me the work order number.")),
        Cue("write", _("The work order number, what was promised, and the next day to speak.")),
        Cue("say", _("I will send you what we said in writing today, for you to confirm. Thank you.")),
    )


def _greeting(facts: Facts, listener: Listener) -> tuple[str, ...]:
    if listener is Listener.COLLECTOR:
        check = _("I am {name}. I will check this by calling the official number.").format(name=facts.name)
        return (_(_WHO_ARE_YOU), check)
    hello = _("Hello. I am {name}, {role} of the {product}, and I would like to talk about repayment.")
    lines = (hello.format(name=facts.name, role=facts.role, product=facts.product),)
    if listener is Listener.SERVICE_LINE:
        return lines
    ticket = _("My request is registered; the work order number is {ticket}.").format(ticket=talk.last_ticket(facts))
    return (*lines, ticket)


def _reach_me(facts: Facts) -> str:
    text = _("I do not agree to visits. Please reach me by phone on {phone}, {window}, or here in writing.")
    return text.format(phone=facts.phone, window=facts.window)


def _last_line(listener: Listener) -> str:
    if listener is Listener.COLLECTOR:
        return _("Please pass this on to the bank and tell me who there is in charge and under which number.")
    if listener is Listener.SERVICE_LINE:
        return _(
            "Please pass this on to the post-loan management and tell me the work order number and when to expect an "
            "answer."
        )
    return _("Please confirm in writing what was registered, and tell me when to expect an answer.")


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_CHAT_LINE else line[: LONGEST_CHAT_LINE - 1] + "…"
