"""The twelve letters, in the order they are offered."""

from __future__ import annotations

from datetime import date

from accord.case import OpenCase, PackageChoices
from accord.documents.blocks import Paper
from accord.documents.letters import (
    breach,
    cannot_pay,
    complaint_bank,
    complaint_regulator,
    confirmation,
    contact_change,
    dispute,
    hold_action,
    preference,
    request,
    settlement,
    update,
)
from accord.documents.letters.letter import Letter
from accord.errors import PaperError
from accord.i18n import N_

LETTERS: tuple[Letter, ...] = (
    hold_action.LETTER,
    request.LETTER,
    preference.LETTER,
    confirmation.LETTER,
    update.LETTER,
    cannot_pay.LETTER,
    settlement.LETTER,
    dispute.LETTER,
    breach.LETTER,
    complaint_bank.LETTER,
    complaint_regulator.LETTER,
    contact_change.LETTER,
)

UNKNOWN_LETTER = N_("There is no letter of this name. Your answers are safe; please choose one of the letters listed.")

__all__ = ["LETTERS", "Letter", "chosen_letter", "letter", "letter_missing", "letter_paper"]


def letter(letter_id: str) -> Letter:
    """Return the letter called `letter_id`.

    Raises:
        PaperError: there is none.
    """
    found = next((row for row in LETTERS if row.id == letter_id), None)
    if found is None:
        raise PaperError(UNKNOWN_LETTER)
    return found


def chosen_letter(choices: PackageChoices) -> Letter:
    """Return the letter chosen for the package; the request where the choice names none of ours."""
    return next((row for row in LETTERS if row.id == choices.letter), request.LETTER)


def letter_paper(letter_id: str, case: OpenCase, debt_id: str = "", *, language: str, on: date) -> Paper:
    """Return a letter as a paper: Chinese for the bank, English as a reading copy.

    Args:
        letter_id: one of the ids in `LETTERS`.
        case: the bank's copy of the answers; nothing private can be reached from it.
        debt_id: the debt it is about; empty means the package's debt, or the first.
        language: `zh_CN` or `en`.
        on: the day it is dated.

    Raises:
        PaperError: there is no such letter.
    """
    return letter(letter_id).paper(case, debt_id, language=language, on=on)


def letter_missing(letter_id: str, case: OpenCase, debt_id: str = "", *, on: date) -> tuple[str, ...]:
    """Return what a letter leaves blank, named in the language spoken now.

    Raises:
        PaperError: there is no such letter.
    """
    return letter(letter_id).missing(case, debt_id, on=on)
