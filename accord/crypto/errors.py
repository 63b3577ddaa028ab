"""What can go wrong with keys and seals."""

from accord.errors import StoreError, WorkbookError
from accord.i18n import N_

UNFIT_SECRET = N_("This key or link is not complete. Please copy it again, from its first to its last character.")
BROKEN_SEAL = N_(
    "A part of this draft does not pass its check and is not shown. It may have been changed from outside. "
    "Please open your latest workbook file instead."
)
UNKNOWN_PEPPER = N_(
    "The key file of this installation is missing or is another one than before. "
    "Put the earlier key file back; nothing has been changed."
)
UNFIT_PEPPER = N_("The key of this installation cannot be read. Check WB_PEPPER or the key file.")
WRONG_PASSPHRASE = N_(
    "The passphrase does not open this file. Check capital letters and spaces and try again. "
    "Your current draft is untouched."
)
SHORT_PASSPHRASE = N_("Please choose a passphrase of at least {least} characters.")
LONG_PASSPHRASE = N_("Please choose a passphrase of at most {most} characters.")


class SealError(StoreError):
    """A sealed text does not pass its check: changed, moved to another place, or the wrong key."""


class SecretFormError(StoreError):
    """A key or link that is not written as ours are."""


class PepperError(StoreError):
    """The installation's own key is missing, unreadable or another one than before."""


class PassphraseError(WorkbookError):
    """A passphrase that does not open the file, or is too short to close one with."""
