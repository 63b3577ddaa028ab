"""What a letter is: its name, what it means in one line, what it will not do, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from accord.case import OpenCase
from accord.documents.blocks import Block, Paper
from accord.documents.facts import Facts
from accord.i18n import _, language, speaking
from accord.knowledge.rules import PACK_VERSION

Write = Callable[[Facts], tuple[Block, ...]]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter. Texts are English messages, spoken where they are shown.

    Attributes:
        id: its name in answers and files.
        title: its name on screen and paper.
        meaning: one line in plain words.
        will_not: what this letter will not do.
        acknowledges: set when it speaks of the debt as owed or offers a plan; such letters wait while a gate is open.
        write: writes the letter from facts, in the language spoken.
        to_regulator: set when the reader is the regulator, not the bank.
    """

    id: str
    title: str
    meaning: str
    will_not: tuple[str, ...]
    acknowledges: bool
    write: Write
    to_regulator: bool = False

    def paper(self, case: OpenCase, debt_id: str, *, language: str, on: date, careful: bool = False) -> Paper:
        """Return the letter as a paper of its own.

        Args:
            case: the bank's copy of the answers.
            debt_id: the debt it is about; empty means the package's debt, or the first.
            language: `zh_CN` for the bank, `en` for a reading copy.
            on: the day it is dated.
            careful: set while a gate is open; the letter then offers no plan, even by a day.
        """
        facts = Facts.of(case, debt_id, on, careful=careful)
        with speaking(language):
            return Paper(
                title=_(self.title),
                language=language,
                on=on,
                recipient=_("the financial regulator") if self.to_regulator else facts.debt.creditor or _("the bank"),
                blocks=self.write(facts),
                rules=PACK_VERSION,
            )

    def missing(self, case: OpenCase, debt_id: str, *, on: date) -> tuple[str, ...]:
        """Return what the letter leaves blank, named in the language spoken now."""
        facts = Facts.of(case, debt_id, on)
        with speaking(language()):
            self.write(facts)
        return facts.gaps
