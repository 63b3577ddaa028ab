"""What the host decides, read from the environment.

| name | meaning | when left out |
|---|---|---|
| `DATABASE_URL` | PostgreSQL, or `sqlite:////a/file` | SQLite in the data folder |
| `PUBLIC_URL` | the address people reach; decides whether share links are offered | no share links |
| `WB_REPLICAS` | how many processes serve one database | 1 |
| `WB_DATA_DIR` | the folder for the database | the user's own data folder |
| `WB_PEPPER` | the installation's key, `kid:base64`, the current one first | the key file |
| `WB_PEPPER_FILE` | the file with that key | beside the settings of the user, made at the first start |

Streamlit's secrets are read elsewhere and handed in (`hand_in`); the environment wins over them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_config_path, user_data_path

from accord.errors import AccordError
from accord.i18n import N_

APP = "accord-workbook"
NAMES = ("DATABASE_URL", "PUBLIC_URL", "WB_REPLICAS", "WB_DATA_DIR", "WB_PEPPER", "WB_PEPPER_FILE")
MOST_REPLICAS = 1000
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_POSTGRES = ("postgres://", "postgresql://", "postgresql+psycopg://")
_SQLITE = "sqlite:///"

UNFIT_DATABASE = N_("DATABASE_URL must begin with postgresql:// or sqlite:///.")
UNFIT_ADDRESS = N_("PUBLIC_URL must be an https:// address without anything after the host.")
UNFIT_REPLICAS = N_("WB_REPLICAS must be a whole number from 1 to {most}.")
ONE_WRITER = N_("SQLite serves one process only. Set DATABASE_URL to a PostgreSQL database or WB_REPLICAS to 1.")


class SettingsError(AccordError):
    """A setting of the host that cannot be used; the program does not start with it."""


@dataclass(frozen=True, slots=True, repr=False)
class Settings:
    """The host's settings, checked. `repr` shows no password and no key."""

    data_dir: Path
    pepper_file: Path
    database_url: str = ""
    public_url: str = ""
    replicas: int = 1
    pepper: str = ""

    @property
    def postgres(self) -> bool:
        """Whether drafts are kept in PostgreSQL."""
        return bool(self.database_url) and not self.database_url.startswith(_SQLITE)

    @property
    def sqlite_file(self) -> Path:
        """The file of the SQLite database."""
        named = self.database_url.removeprefix(_SQLITE)
        return Path(named) if named and not self.postgres else self.data_dir / "workbook.db"

    @property
    def sharing(self) -> bool:
        """Whether share links can be offered: only where others can reach this address."""
        return bool(self.public_url)

    def __repr__(self) -> str:
        """Tell what is set without telling secrets."""
        engine = "postgresql" if self.postgres else "sqlite"
        pepper = "environment" if self.pepper else "file"
        return f"Settings(engine={engine}, public_url={self.public_url!r}, replicas={self.replicas}, pepper={pepper})"


_handed_in: list[Callable[[], Mapping[str, object]]] = []


def hand_in(secrets: Callable[[], Mapping[str, object]]) -> None:
    """Name where values beside the environment are read from, whenever settings are asked for."""
    _handed_in[:] = [secrets]


def settings() -> Settings:
    """Return the settings of this process as they are now.

    Raises:
        SettingsError: one of them cannot be used.
    """
    values = _handed_in[0]() if _handed_in else {}
    return read_settings(os.environ, {name: values[name] for name in NAMES if name in values})


def read_settings(environ: Mapping[str, str], secrets: Mapping[str, object] | None = None) -> Settings:
    """Return checked settings.

    Args:
        environ: the environment; wins.
        secrets: further values by the same names, such as Streamlit's secrets.

    Raises:
        SettingsError: one of them cannot be used.
    """
    values = {name: str(value) for name, value in (secrets or {}).items()} | dict(environ)
    folder = values.get("WB_DATA_DIR", "").strip()
    data_dir = Path(folder) if folder else user_data_path(APP, appauthor=False)
    keys_dir = data_dir if folder else user_config_path(APP, appauthor=False)
    named = values.get("WB_PEPPER_FILE", "").strip()
    found = Settings(
        data_dir=data_dir,
        pepper_file=Path(named) if named else keys_dir / "pepper.key",
        database_url=_database(values.get("DATABASE_URL", "").strip()),
        public_url=_address(values.get("PUBLIC_URL", "").strip()),
        replicas=_replicas(values.get("WB_REPLICAS", "1").strip()),
        pepper=values.get("WB_PEPPER", "").strip(),
    )
    if found.replicas > 1 and not found.postgres:
        raise SettingsError(ONE_WRITER)
    return found


def _database(url: str) -> str:
    if url and not url.startswith((*_POSTGRES, _SQLITE)):
        raise SettingsError(UNFIT_DATABASE)
    for scheme in _POSTGRES:
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _address(url: str) -> str:
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError as error:  # brackets that hold no address
        raise SettingsError(UNFIT_ADDRESS) from error
    local = parts.scheme == "http" and parts.hostname in _HERE
    bare = parts.path in {"", "/"} and not parts.query and not parts.fragment and "@" not in parts.netloc
    if not parts.hostname or not bare or not (local or parts.scheme == "https"):
        raise SettingsError(UNFIT_ADDRESS)
    return f"{parts.scheme}://{parts.netloc}"


def _replicas(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", text) is None or not 1 <= int(text) <= MOST_REPLICAS:
        raise SettingsError(UNFIT_REPLICAS, most=MOST_REPLICAS)
    return int(text)
