"""The one tree of errors.

AccordError                 everything we raise on purpose; carries a sentence a person may read
├── InputError              one answer cannot be used; names its field
│   ├── MoneyError          an amount that cannot be read, or is out of bounds
│   └── DayError            a date that cannot be read, or is out of bounds
├── TermsError              terms that no schedule can be made of (a term of zero, a payment below the interest)
├── WorkbookError           a workbook file that cannot be opened; the draft at hand is untouched
│   ├── BrokenFileError     not readable as JSON, or cut off
│   ├── ForeignFileError    readable, but not one of our files
│   ├── NewerFileError      written by a later version of this program
│   └── HugeFileError       larger than the limit
├── KnowledgeError          our own shipped data are wrong (a misspelt rule); never raised for a person's input
├── PaperError              a paper cannot be made
└── StoreError              the draft could not be kept or read

Messages say what happened, what is still safe and what to do. They carry no personal data: values go into
`params` only when they are bounds or field names, never what the person typed.
"""

from __future__ import annotations

from accord.i18n import N_, _


class AccordError(Exception):
    """Root of all errors raised on purpose.

    Args:
        message: the English sentence, marked with `N_`; `{name}` places are filled from `params`.
        params: bounds and field names, never personal data.
    """

    def __init__(self, message: str, **params: object) -> None:
        """Keep the sentence and its parameters apart so that it can be spoken in any language."""
        super().__init__(message.format(**params) if params else message)
        self.message = message
        self.params = params

    def speak(self) -> str:
        """Return the sentence in the reader's language."""
        text = _(self.message)
        return text.format(**self.params) if self.params else text


class InputError(AccordError):
    """One answer cannot be used. `field` is its path in the case, e.g. `debts.0.principal`."""

    def __init__(self, message: str, *, field: str = "", **params: object) -> None:
        """Keep the field's path beside the sentence."""
        super().__init__(message, **params)
        self.field = field


class MoneyError(InputError):
    """An amount that cannot be read, or lies outside the bounds."""


class DayError(InputError):
    """A date that cannot be read, or lies outside the bounds."""


class TermsError(InputError):
    """Terms that no schedule can be made of."""


class WorkbookError(AccordError):
    """A workbook file that cannot be opened. The draft at hand is untouched."""


class BrokenFileError(WorkbookError):
    """The file is not readable as JSON, or is cut off."""


class ForeignFileError(WorkbookError):
    """The file is readable, but is none of ours."""


class NewerFileError(WorkbookError):
    """The file was written by a later version of this program."""


class HugeFileError(WorkbookError):
    """The file is larger than the limit."""


class KnowledgeError(AccordError):
    """Our own shipped data are wrong."""


class PaperError(AccordError):
    """A paper cannot be made."""


class StoreError(AccordError):
    """The draft could not be kept or read."""


UNREADABLE_ANSWER = N_("This answer cannot be used as it stands. Your earlier answer is kept; please change it.")
