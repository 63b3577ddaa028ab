"""What can go wrong with keeping and sharing; every sentence says what is still safe.

StoreError
├── UnknownDraftError      no draft under this key: erased, run out, or never kept
├── CodeUnusableError      a one-time code that leads to nothing; one sentence for every reason
├── LinkUnusableError      a link that opens nothing; one sentence for every reason
├── CodeNeededError        the link is good, its spoken code is asked for
├── TooManyTriesError      a limit on guessing or saving was reached
├── NotAllowedError        this role may not do that
├── ConsentError           nothing is kept without the tick
├── FullError              a limit on size or number was reached
├── DownError              the database cannot be reached or is busy
│   └── DamagedError       the database file is damaged; it is only read from now on
├── NewerStoreError        the database was written by a later version of this program
└── BackupError            a backup that cannot be used
"""

from accord.errors import StoreError
from accord.i18n import N_

UNKNOWN_DRAFT = N_(
    "No draft is kept under this key. It was erased, or it was not used for {days} days. "
    "If you have a workbook file, you can open that."
)
LINK_UNUSABLE = N_(
    "This link cannot be opened. It may have run out, been withdrawn or been copied incompletely, "
    "or the code is another one. Please ask the person who sent it for a new link."
)
CODE_UNUSABLE = N_(
    "This code leads to nothing. It works once and for ten minutes: it may have been used, have run out, or be typed "
    "differently. Please make a new code where your answers are."
)
CODE_NEEDED = N_("Please enter the code that you were told together with this link.")
TOO_MANY_TRIES = N_("There were too many tries. Please wait {minutes} minutes and try again.")
TOO_MANY_SAVES = N_(
    "There were very many changes in one minute. They stay on this page; please save again in a minute."
)
TOO_MANY_WORKBOOKS = N_(
    "Many drafts were begun from here today. You can go on without keeping, and save a workbook file."
)
NOT_ALLOWED = N_("This link does not allow that. What you see is unchanged.")
NO_CONSENT = N_("Nothing is kept or shared before you agree to it. Please tick the box first.")
FULL = N_(
    "This draft has reached its limit of {limit} MB. What was kept before is safe; please remove a large paper first."
)
TOO_LARGE = N_("This part is larger than {limit} MB and was not kept. What was kept before is safe.")
TOO_LARGE_TO_LEND = N_(
    "These answers are larger than {limit} kB and cannot be carried over by a code. Please save the workbook file and "
    "open it in the other browser."
)
TOO_LARGE_TYPED = N_("The text just typed is longer than {limit} kB and was not kept.")
TOO_MANY_CODES = N_(
    "Many codes were made from here just now. Please wait {minutes} minutes, or save the workbook file and open it in "
    "the other browser."
)
TOO_MANY = N_("There is room for {limit} of these. Please remove one first.")
TOO_LONG = N_("Please write at most {limit} characters.")
UNFIT_TERMS = N_("A link can last from one hour to {days} days.")
DOWN = N_(
    "The place where drafts are kept cannot be reached right now. What you typed is still on this page. "
    "Please try again in a minute, or save a workbook file."
)
DAMAGED = N_(
    "The database file is damaged, so nothing new is kept at the moment. What you typed is still on this page: please "
    "save a workbook file. Whoever runs this server can bring back the latest backup."
)
DAMAGED_START = N_(
    "The database file is damaged and is only read from now on. To bring back the latest backup, stop the server and "
    "run: python -m accord.store restore FILE --replace. The damaged file is put aside, not deleted."
)
NEWER_STORE = N_(
    "This database was written by a later version of this program. Start that version; nothing was changed."
)
BROKEN_BACKUP = N_("This backup is damaged, cut off or none of ours. Nothing was changed.")
NOT_EMPTY = N_("This database already holds drafts. Nothing was changed; restore into an empty one or say --replace.")
NO_PEPPER = N_("A PostgreSQL database needs the key of the installation: set WB_PEPPER or WB_PEPPER_FILE.")
OPEN_PEPPER_FILE = N_("Other accounts of this computer can read the key file. Close it first: chmod 600.")


class UnknownDraftError(StoreError):
    """No draft under this key."""


class CodeUnusableError(StoreError):
    """A one-time code that leads to nothing; unknown, run out and used are told alike."""


class LinkUnusableError(StoreError):
    """A link that opens nothing; unknown, run out, withdrawn, used up and wrong code are told alike."""


class CodeNeededError(StoreError):
    """The link is good; its spoken code is asked for."""


class TooManyTriesError(StoreError):
    """A limit on guessing, saving or beginning was reached."""


class NotAllowedError(StoreError):
    """This role may not do that."""


class ConsentError(StoreError):
    """Nothing is kept or shared without the tick."""


class FullError(StoreError):
    """A limit on size or number was reached."""


class DownError(StoreError):
    """The database cannot be reached, or stays busy."""


class DamagedError(DownError):
    """The database file is damaged: what can be read is read, nothing is written."""


class NewerStoreError(StoreError):
    """The database was written by a later version of this program."""


class BackupError(StoreError):
    """A backup that cannot be used."""
