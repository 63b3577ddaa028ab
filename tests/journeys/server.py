"""The real server, started as `make run` starts it, on a free port and with a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tests.house.tree import ROOT

LONGEST_START = 60.0
PAUSE = 0.1
HOSTS_OWN = ("DATABASE_URL", "PUBLIC_URL")


class ServerDidNotStartError(RuntimeError):
    """The server ended or stayed silent; what it wrote stands in the message."""


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as reply:  # noqa: S310  our own address
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def await_health(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + LONGEST_START
    while not _answers(address):
        if process.poll() is not None or time.monotonic() > end:
            raise ServerDidNotStartError(log.read_text(encoding="utf-8", errors="replace"))
        time.sleep(PAUSE)


def environment(folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "WB_", *HOSTS_OWN))}
    return own | {"WB_DATA_DIR": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


@dataclass(frozen=True)
class Served:
    """A running workbook: where it is served, what it writes about itself, and the number of its process."""

    address: str
    log: Path
    pid: int = 0

    def said(self, since: int = 0) -> str:
        """Return what it wrote after the first `since` bytes; pages show no details of errors, the log does."""
        return self.log.read_bytes()[since:].decode("utf-8", errors="replace")


@contextmanager
def running(
    folder: Path,
    script: str = "serve.py",
    port: int | None = None,
    *,
    public: bool = False,
    further: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Served]:
    """Run the workbook.

    Args:
        folder: where it may keep data and its log.
        script: `serve.py`, or `app.py` for the plain way.
        port: a certain port, to come back where a browser left off.
        public: whether it says that others can reach it, so that it offers share links.
        further: what its environment holds besides.
    """
    port = port or free_port()
    address, log = f"http://127.0.0.1:{port}", folder / "server.log"
    flags = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.allowedHosts", "127.0.0.1"]
    with log.open("ab") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, *flags],
            cwd=ROOT,
            env={**environment(folder), **({"PUBLIC_URL": address} if public else {}), **further},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            await_health(process, address, log)
            yield Served(address, log, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)
