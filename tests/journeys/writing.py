"""A person whose filled draft is kept, and two fields of each chapter in which they type."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Browser, FilePayload, Locator, expect

from accord.case.samples import sample
from accord.case.workbook import write_workbook
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader, key_class
from tests.journeys.server import Served

WITHIN: Final = ".st-key-answer-{} input, .st-key-answer-{} textarea"
CHAPTERS: Final[dict[str, tuple[str, str]]] = {
    "your_position": ("position-own_reason", "position-cause_words"),
    "channel": ("contacts-contact-1-said", "contacts-contact-1-promised"),
    "materials": ("spendings-spending-1-label", "person-city"),
    "negotiate": ("offers-offer-1-words", "offers-offer-2-words"),
    "follow_up": ("agreements-agreement-1-terms-balance-words", "agreements-agreement-1-pay_into"),
    "emergencies": ("person-name", "debts-debt-1-creditor"),
    "short_way": ("person-name", "position-cause_words"),
}
"""Two fields of each chapter where something is typed: one is left, the other not."""


@dataclass
class Count:
    """Texts and characters typed, and what stood where they were typed when it was something else."""

    texts: int = 0
    typed: int = 0
    lost: int = 0
    instead: list[str] = field(default_factory=list)

    def add(self, text: str, found: str) -> None:
        """Count one text, and what stands in its field afterwards."""
        self.texts += 1
        self.typed += len(text)
        if found != text:
            self.lost += len(text)
            self.instead.append(f"{text!r}: {found!r}")


def kept_sample(browser: Browser, served: Served) -> Reader:
    """Return a person who brought a filled draft in a file, and agreed that it is kept."""
    found = begin_reading(browser, served, width=1280, locale="zh-CN")
    case = sample("lin_jing_card", "zh_CN")
    case.sample = False
    found.open("")
    found.unfold("Continue with a saved file")
    mine: FilePayload = {"name": "workbook.json", "mimeType": "application/json", "buffer": write_workbook(case)}
    found.page.locator(f"{key_class('open_file')} input[type=file]").set_input_files(mine)
    found.tap("open_file_confirm")
    found.widget("consent_tick").locator("label").first.click()
    found.settle()
    found.tap("consent_yes")
    return found


def box(reader: Reader, name: str) -> Locator:
    """Return the field of an answer, by the name the browser knows it under."""
    return reader.page.locator(WITHIN.format(name, name)).first


def at(reader: Reader, chapter: str) -> None:
    """Open a chapter, and what its two fields are folded away in, as a person does: one after the other."""
    reader.open(chapter)
    unfold(reader, chapter)


def unfold(reader: Reader, chapter: str) -> None:
    """Open what the two fields of a chapter are folded away in."""
    for name in CHAPTERS[chapter]:
        row = re.match(r"([a-z]+-[a-z]+-\d+)-", name)
        folded = reader.page.locator(f".st-key-card_{row[1]} details:not([open]) > summary") if row else None
        if folded and folded.count():
            folded.first.click()
            reader.settle()
        for summary in reader.page.locator("details:not([open])", has=box(reader, name)).locator("> summary").all():
            summary.click()
            reader.settle()


def there(found: Locator, text: str) -> str:
    """Return what stands in a field, as soon as it is this text or it will not be any more."""
    with suppress(AssertionError):  # the last words of a closed page come later, and the later the busier the machine
        expect(found).to_have_value(text, timeout=PATIENCE)
    return found.input_value()
