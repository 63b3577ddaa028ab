"""Both engines for real: SQLite in a folder of its own, PostgreSQL in a private cluster without a network."""

from __future__ import annotations

import getpass
import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection

from accord.crypto import OwnerKey, Pepper, derive
from accord.settings import Settings
from accord.store import Consent, Limits, Store
from accord.store.clock import Clock
from accord.store.tables import OF_ONE_WORKBOOK

NOON = 1_795_406_400  # 2026-11-23 12:00 in Shanghai
PEPPER = Pepper({1: bytes(range(32))}, 1).text
CASE = {
    "format": "accord-workbook",
    "schema_version": 2,
    "person": {"name": "MARKER-NAME-张三"},
    "debts": [{"id": "debt-1", "principal": "1000.00"}, {"id": "debt-2", "principal": "2000.00"}],
    "private": {"ceiling": "3000.00", "notes": "MARKER-PRIVATE"},
}
_number = count(1)


@dataclass
class Hands:
    """The hands of a test's clock."""

    at: int = NOON

    def read(self, _connection: Connection) -> int:
        """Tell the time."""
        return self.at

    def forward(self, *, days: int = 0, hours: int = 0, seconds: int = 0) -> None:
        """Turn the hands."""
        self.at += days * 86400 + hours * 3600 + seconds


@dataclass
class Cluster:
    """A running PostgreSQL: `data` its folder, `socket` where it listens, `user` who may do everything."""

    binaries: Path
    folder: Path
    user: str

    @property
    def data(self) -> tuple[str, str]:
        """Name the data folder as the programs want it."""
        return "-D", str(self.folder / "data")

    def url(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg:///{name}?host={self.folder}&user={self.user}"

    def run(self, *words: str) -> None:
        """Run one of PostgreSQL's programs as its user."""
        other = {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid} if os.getuid() == 0 else {}
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False, **other)  # type: ignore[call-overload]  # user and group come as a mapping
        assert done.returncode == 0, done.stderr

    def sql(self, statement: str, name: str = "postgres") -> None:
        """Run one statement."""
        with psycopg.connect(f"host={self.folder} user={self.user} dbname={name}", autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start the server."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=80"
        log = str(self.folder / "log")
        self.run(
            str(self.binaries / "pg_ctl"), "-D", str(self.folder / "data"), "-l", log, "-w", "-o", options, "start"
        )

    def stop(self) -> None:
        """Stop the server at once."""
        self.run(str(self.binaries / "pg_ctl"), *self.data, "-w", "-m", "immediate", "stop")


def _binaries() -> Path:
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    for folder in [*known, *([Path(found).parent] if found else [])]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.fail("PostgreSQL's programs are needed for these tests: apt-get install -y postgresql", pytrace=False)


def _unprivileged() -> str:
    if os.getuid():
        return getpass.getuser()
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"  # PostgreSQL refuses to run as root


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="wb-", dir="/tmp"))
    running = Cluster(_binaries(), folder, _unprivileged())
    if os.getuid() == 0:
        shutil.chown(folder, running.user)
    words = ("-E", "UTF8", "--locale=C", "-A", "trust", "--no-sync")
    running.run(str(running.binaries / "initdb"), *running.data, *words)
    running.start()
    yield running
    running.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_database(cluster: Cluster) -> Cluster:
    cluster.sql("CREATE DATABASE wb")
    Store(_postgres(cluster, "wb", cluster.folder)).close()
    return cluster


def _postgres(cluster: Cluster, name: str, folder: Path) -> Settings:
    return Settings(folder, folder / "none", database_url=cluster.url(name), pepper=PEPPER)


@pytest.fixture
def postgres(shared_database: Cluster, tmp_path: Path) -> Settings:
    tables = (*(table.name for table in OF_ONE_WORKBOOK), "rate", "audit", "jobs")
    emptied = [*map("DELETE FROM {}".format, tables), "DELETE FROM meta WHERE k LIKE 'clock%'"]
    shared_database.sql(";".join(emptied), "wb")
    return _postgres(shared_database, "wb", tmp_path)


@pytest.fixture
def empty_postgres(cluster: Cluster, tmp_path: Path) -> Settings:
    """Return settings of a database without any tables."""
    name = f"wb_{next(_number)}"
    cluster.sql(f"CREATE DATABASE {name}")
    return _postgres(cluster, name, tmp_path)


@pytest.fixture
def sqlite(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data", tmp_path / "keys" / "pepper.key", pepper=PEPPER)


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest) -> Settings:
    chosen: Settings = request.getfixturevalue(request.param)
    return chosen


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "CODE_COST", 2**10)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def open_store(hands: Hands) -> Iterator[Callable[..., Store]]:
    opened: list[Store] = []

    def opener(settings: Settings, limits: Limits | None = None) -> Store:
        opened.append(Store(settings, clock=Clock(hands.read), limits=limits or Limits(saves_a_minute=100_000)))
        return opened[-1]

    yield opener
    for store in opened:
        store.close()


@pytest.fixture
def store(settings: Settings, open_store: Callable[..., Store]) -> Store:
    return open_store(settings)


@pytest.fixture
def local(sqlite: Settings, open_store: Callable[..., Store]) -> Store:
    return open_store(sqlite)


@pytest.fixture
def case() -> bytes:
    return json.dumps(CASE, ensure_ascii=False).encode()


@pytest.fixture
def key(store: Store, case: bytes) -> OwnerKey:
    return store.create(case, Consent(given=True))


@pytest.fixture
def local_key(local: Store, case: bytes) -> OwnerKey:
    return local.create(case, Consent(given=True))
