"""The e-mail as .eml: subject, body as plain text, the papers attached; opens unsent in a mail program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from accord.case import OpenCase
from accord.days import SHANGHAI
from accord.documents import text
from accord.documents.faces import plain
from accord.documents.facts import Facts
from accord.documents.letters import Letter, chosen_letter
from accord.documents.scripts import mail_subject
from accord.i18n import _, speaking

LONGEST_SUBJECT = 150
REQUEST = "request"
BOUNDARY = "=_accord_workbook_parts"
_BREAKS = re.compile(r"[\r\n\t\x0b\x0c\x85\u2028\u2029]+")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_UNSAFE_IN_NAMES = re.compile(r"[\\/:*?\"<>|\r\n]+|\.{2,}|^[~._ ]+")
_ENCODED = "=?"
"""Begins a word that mail programs, and Python's own, decode; a line break could lie hidden in it."""


@dataclass(frozen=True)
class Attachment:
    """A file to attach. `kind` is its media type, such as `application/pdf`."""

    name: str
    data: bytes
    kind: str = "application/pdf"


def letter_mail(
    case: OpenCase, attachments: Sequence[Attachment] = (), *, language: str, on: date, careful: bool = False
) -> bytes:
    """Return the chosen letter as an unsent e-mail.

    Args:
        case: the bank's copy of the answers; a sender's address is set when the person gave one, never a recipient.
        attachments: files to attach, in order.
        language: `zh_CN` or `en`.
        on: the day it is dated.
        careful: set while a gate is open; the letter then offers no plan, even by a day.
    """
    facts = Facts.of(case, "", on)
    letter = chosen_letter(case.package)
    paper = letter.paper(case, "", language=language, on=on, careful=careful)
    with speaking(language):
        subject = _subject(facts, letter)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(subject)[:LONGEST_SUBJECT]
    message["Date"] = datetime.combine(on, time(12), SHANGHAI)
    # Mail programs open such a file as a draft; nothing is sent by opening it.
    message["X-Unsent"] = "1"
    sender = _sender(case)
    if sender:
        message["From"] = sender
    message.set_content(text.render(paper), cte="base64")
    for file in attachments:
        _attach(message, file)
    # A fixed boundary keeps the bytes the same; base64 parts cannot contain it.
    if attachments:
        message.set_boundary(BOUNDARY)
    return message.as_bytes()


def one_line(words: str) -> str:
    """Return `words` on one line: no header can be smuggled in by a line break, plain or encoded."""
    return " ".join(_BREAKS.sub(" ", plain(words)).replace(_ENCODED, "= ?").split())


def file_name(words: str) -> str:
    """Return `words` as a file name any system takes."""
    shown = "".join(sign if sign.isprintable() else "_" for sign in one_line(words))
    return _UNSAFE_IN_NAMES.sub("_", shown).strip("._ ")[:80] or "paper"


def _subject(facts: Facts, letter: Letter) -> str:
    """Return the subject of the letter that goes: a letter that asks for no plan must not seem to."""
    if letter.id == REQUEST:
        return mail_subject(facts)
    return _("{letter}: {product}, {name}").format(letter=_(letter.title), product=facts.product, name=facts.name)


def _sender(case: OpenCase) -> Address | None:
    address = one_line(case.person.email)
    user, _at, domain = address.rpartition("@")
    # Addresses in other scripts need a server's support: the person's mail program fills in the sender then.
    if not user or not address.isascii() or not _DOMAIN.fullmatch(domain):
        return None
    return Address(display_name=one_line(case.person.name), username=user, domain=domain)


def _attach(message: EmailMessage, file: Attachment) -> None:
    main, _slash, sub = file.kind.partition("/")
    message.add_attachment(file.data, maintype=main, subtype=sub, filename=file_name(file.name))
