"""The workbook file: a whole workbook under a passphrase, to keep on a disk or hand over without any server.

Layout, all numbers big-endian: magic `BNWB`, format, derivation 1 (Argon2id), memory in KiB, passes, lanes,
salt, commitment, nonce, length of the body; then the body: zlib, then AES-256-GCM with the header as its binding.
Format 1 holds the answers alone. Format 2 holds the pages of papers too (`accord.case.folder`); a program that knows
format 1 alone says of it that a later version wrote it. Without papers format 1 is written, which both can open.
Header numbers are bounded before anything is derived from them, so a hostile file costs nothing. The commitment is
a hash of a second derived key: it ties one file to one passphrase and tells a wrong passphrase from a damaged file.
"""

from __future__ import annotations

import hmac
import secrets
import struct
import zlib
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash

from accord.crypto.aead import NONCE_BYTES
from accord.crypto.derive import PassphraseCost, hkdf, stretch_passphrase
from accord.crypto.errors import LONG_PASSPHRASE, SHORT_PASSPHRASE, WRONG_PASSPHRASE, PassphraseError
from accord.errors import BrokenFileError, ForeignFileError, HugeFileError, NewerFileError
from accord.i18n import N_

LARGEST_FILE = 64 * 1024 * 1024
SHORTEST_PASSPHRASE = 8
LONGEST_PASSPHRASE = 1000
SUFFIX = ".workbook"

MAGIC = b"BNWB"
ANSWERS, WITH_PAPERS = 1, 2
FORMATS = frozenset({ANSWERS, WITH_PAPERS})
ARGON2ID = 1
USUAL = PassphraseCost()

_HEADER = struct.Struct(">4sBBIIB16s32s12sQ")
_TAG_BYTES = 16
_ROOM = 64 * 1024  # what packing may add to a file that cannot be made smaller

FOREIGN = N_("This is not a protected workbook file. Your current draft is untouched.")
NEWER = N_(
    "This protected workbook file was written by a later version of this program. "
    "Please open it there; your current draft is untouched."
)
BROKEN = N_("This protected workbook file is damaged or cut off. Your current draft is untouched.")
HUGE = N_("This workbook is larger than {limit} MB and cannot be handled in one file. Your current draft is untouched.")


class _Header(NamedTuple):
    magic: bytes
    version: int
    derivation: int
    memory: int
    passes: int
    lanes: int
    salt: bytes
    commitment: bytes
    nonce: bytes
    length: int

    @property
    def cost(self) -> PassphraseCost:
        """What the passphrase was stretched with."""
        return PassphraseCost(self.memory, self.passes, self.lanes)


class _FileKeys(NamedTuple):
    body: bytes
    commitment: bytes


def is_protected(data: bytes) -> bool:
    """Tell from the first bytes whether this is a protected workbook file."""
    return data.startswith(MAGIC)


def protect(plain: bytes, passphrase: str, cost: PassphraseCost = USUAL, *, papers: bool = False) -> bytes:
    """Return `plain` as a protected workbook file.

    Args:
        plain: what the file shall hold.
        passphrase: what opens it.
        cost: what stretching the passphrase takes.
        papers: `plain` holds the pages of papers beside the answers.

    Raises:
        PassphraseError: a passphrase below 8 or above 1,000 characters.
        HugeFileError: more than 64 MB.
    """
    _check_passphrase(passphrase)
    _check_size(len(plain))
    packed = zlib.compress(plain)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(NONCE_BYTES)
    keys = _file_keys(passphrase, salt, cost)
    form, length = WITH_PAPERS if papers else ANSWERS, len(packed) + _TAG_BYTES
    header = _HEADER.pack(MAGIC, form, ARGON2ID, *cost, salt, keys.commitment, nonce, length)
    return header + AESGCM(keys.body).encrypt(nonce, packed, header)


def unprotect(data: bytes, passphrase: str) -> bytes:
    """Return what a protected workbook file holds.

    Raises:
        ForeignFileError: none of ours.
        NewerFileError: a later format.
        HugeFileError: more than 64 MB, packed or unpacked.
        BrokenFileError: damaged or cut off.
        PassphraseError: another passphrase.
    """
    header = _read_header(data)
    keys = _file_keys(passphrase[:LONGEST_PASSPHRASE], header.salt, header.cost)
    if not hmac.compare_digest(keys.commitment, header.commitment):
        raise PassphraseError(WRONG_PASSPHRASE)
    return _unpacked(_decrypted(keys.body, header.nonce, data))


def _read_header(data: bytes) -> _Header:
    if not is_protected(data):
        raise ForeignFileError(FOREIGN)
    if len(data) > LARGEST_FILE + _ROOM:
        raise HugeFileError(HUGE, limit=LARGEST_FILE >> 20)
    if len(data) < _HEADER.size:
        raise BrokenFileError(BROKEN)
    header = _Header(*_HEADER.unpack_from(data))
    if header.version > max(FORMATS):
        raise NewerFileError(NEWER)
    whole = header.length == len(data) - _HEADER.size >= _TAG_BYTES
    if header.version not in FORMATS or header.derivation != ARGON2ID or not header.cost.fits() or not whole:
        raise BrokenFileError(BROKEN)
    return header


def _file_keys(passphrase: str, salt: bytes, cost: PassphraseCost) -> _FileKeys:
    root = stretch_passphrase(passphrase, salt, cost)
    commitment = Hash(SHA256())
    commitment.update(hkdf(root, "wb/v1/file/commit"))
    return _FileKeys(hkdf(root, "wb/v1/file/body"), commitment.finalize())


def _decrypted(key: bytes, nonce: bytes, data: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(nonce, data[_HEADER.size :], data[: _HEADER.size])
    except InvalidTag as error:
        raise BrokenFileError(BROKEN) from error


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(packed, LARGEST_FILE + 1)
    except zlib.error as error:
        raise BrokenFileError(BROKEN) from error
    _check_size(len(plain))
    if not unpacker.eof or unpacker.unused_data:
        raise BrokenFileError(BROKEN)
    return plain


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise PassphraseError(SHORT_PASSPHRASE, least=SHORTEST_PASSPHRASE)
    if len(passphrase) > LONGEST_PASSPHRASE:
        raise PassphraseError(LONG_PASSPHRASE, most=LONGEST_PASSPHRASE)


def _check_size(size: int) -> None:
    if size > LARGEST_FILE:
        raise HugeFileError(HUGE, limit=LARGEST_FILE >> 20)
