"""Keeping drafts, sealed, and sharing them.

`Store` is the one door; the records beside it are what goes in and out.
"""

from accord.store.door import Store
from accord.store.errors import (
    BackupError,
    CodeNeededError,
    ConsentError,
    DownError,
    FullError,
    LinkUnusableError,
    NewerStoreError,
    NotAllowedError,
    TooManyTriesError,
    UnknownDraftError,
)
from accord.store.limits import Limits
from accord.store.merging import ABSENT, Clash, Merged, merge
from accord.store.records import (
    Attempt,
    Change,
    CommentText,
    Consent,
    Draft,
    Earlier,
    FileLabel,
    NewComment,
    NewFile,
    NewSuggestion,
    Outcome,
    Receipt,
    SaveResult,
    SectionText,
    ShareLink,
    ShareState,
    ShareTerms,
    SuggestionText,
    View,
    new_id,
)
from accord.store.roles import Action, Role
from accord.store.sections import split

__all__ = [
    "ABSENT",
    "Action",
    "Attempt",
    "BackupError",
    "Change",
    "Clash",
    "CodeNeededError",
    "CommentText",
    "Consent",
    "ConsentError",
    "DownError",
    "Draft",
    "Earlier",
    "FileLabel",
    "FullError",
    "Limits",
    "LinkUnusableError",
    "Merged",
    "NewComment",
    "NewFile",
    "NewSuggestion",
    "NewerStoreError",
    "NotAllowedError",
    "Outcome",
    "Receipt",
    "Role",
    "SaveResult",
    "SectionText",
    "ShareLink",
    "ShareState",
    "ShareTerms",
    "Store",
    "SuggestionText",
    "TooManyTriesError",
    "UnknownDraftError",
    "View",
    "merge",
    "new_id",
    "split",
]
