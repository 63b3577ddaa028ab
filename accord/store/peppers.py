"""Finding the installation's key, and noticing when it is another one than before."""

from __future__ import annotations

import os
import stat

from sqlalchemy import Connection, select

from accord.crypto import Pepper, PepperError
from accord.crypto.errors import UNFIT_PEPPER, UNKNOWN_PEPPER
from accord.settings import Settings
from accord.store.database import Database
from accord.store.errors import NO_PEPPER, OPEN_PEPPER_FILE
from accord.store.tables import grants, meta
from accord.store.upsert import meta_value, put_meta

_NAME = "pepper."


def find_pepper(settings: Settings, database: Database) -> Pepper:
    """Return the installation's key and check it against the database.

    On a computer of one's own (SQLite) it is made at the first start; on a server it is given.

    Raises:
        PepperError: missing, unreadable, readable by others, or another one than this database knows.
    """
    pepper = _read(settings, new=not database.read(_known))
    turn = database.read if database.read_only else database.write
    turn(lambda connection: check_pepper(connection, pepper))
    return pepper


def check_pepper(connection: Connection, pepper: Pepper) -> None:
    """Compare the keys with what the database remembers of them, and remember new ones.

    Raises:
        PepperError: a key is another one under the same number, or one that grants still use is gone.
    """
    for kid in connection.scalars(select(grants.c.kid).distinct()):
        pepper.key(kid)
    for kid in pepper.keys:
        known = meta_value(connection, f"{_NAME}{kid}")
        if known and known != pepper.fingerprint(kid):
            raise PepperError(UNKNOWN_PEPPER)
        if not known:
            put_meta(connection, f"{_NAME}{kid}", pepper.fingerprint(kid))


def _known(connection: Connection) -> bool:
    return connection.scalar(select(meta.c.k).where(meta.c.k.startswith(_NAME)).limit(1)) is not None


def _read(settings: Settings, *, new: bool) -> Pepper:
    if settings.pepper:
        return Pepper.parse(settings.pepper)
    file = settings.pepper_file
    if not file.exists():
        if settings.postgres:
            raise PepperError(NO_PEPPER)
        if not new:
            raise PepperError(UNKNOWN_PEPPER)
        _make(settings)
    if os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise PepperError(OPEN_PEPPER_FILE)
    try:
        return Pepper.parse(file.read_text("ascii"))
    except (OSError, UnicodeDecodeError) as error:
        raise PepperError(UNFIT_PEPPER) from error


def _make(settings: Settings) -> None:
    file = settings.pepper_file
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(Pepper.fresh().text + "\n")
        opened.flush()
        os.fsync(opened.fileno())
