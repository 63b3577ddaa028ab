"""Keys and seals: what people hold, what the store holds, and what ties the two together.

Everything stands on `cryptography`; randomness comes from `secrets`. Nothing here touches a disk or a database.
"""

from accord.crypto.derive import kek, lookup, stretch_code
from accord.crypto.errors import PassphraseError, PepperError, SealError, SecretFormError
from accord.crypto.handover import HandoverKeys, handover_keys, is_code
from accord.crypto.keys import DataKeys, GrantTerms, Scope, keep_kek, kept_kek, unwrap, wrap
from accord.crypto.pepper import Pepper
from accord.crypto.protected import LARGEST_FILE, is_protected, protect, unprotect
from accord.crypto.rows import (
    CommentPlace,
    FilePlace,
    ManifestPlace,
    PendingPlace,
    Place,
    SectionPlace,
    SuggestionPlace,
    seal_note,
    seal_row,
    unseal_note,
    unseal_row,
)
from accord.crypto.secret import OwnerKey, ShareKey, spoken_code
from accord.crypto.ticket import Ticket

__all__ = [
    "LARGEST_FILE",
    "CommentPlace",
    "DataKeys",
    "FilePlace",
    "GrantTerms",
    "HandoverKeys",
    "ManifestPlace",
    "OwnerKey",
    "PassphraseError",
    "PendingPlace",
    "Pepper",
    "PepperError",
    "Place",
    "Scope",
    "SealError",
    "SecretFormError",
    "SectionPlace",
    "ShareKey",
    "SuggestionPlace",
    "Ticket",
    "handover_keys",
    "is_code",
    "is_protected",
    "keep_kek",
    "kek",
    "kept_kek",
    "lookup",
    "protect",
    "seal_note",
    "seal_row",
    "spoken_code",
    "stretch_code",
    "unprotect",
    "unseal_note",
    "unseal_row",
    "unwrap",
    "wrap",
]
