"""The hardened server as `make run` starts it, and a browser in front of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.house.tree import ROOT
from tests.journeys.chromium import find_chromium
from tests.journeys.reader import FLAGS
from tests.journeys.server import ServerDidNotStartError, free_port

LONGEST_START = 60.0
PAUSE = 0.1


def start(folder: Path, port: int, *flags: str, script: str = "serve.py") -> subprocess.Popen[bytes]:
    """Start the server on this machine with a data folder of its own; what it says goes to `server.log`."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "DATABASE_URL"))}
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *flags]
    with (folder / "server.log").open("wb") as log:
        return subprocess.Popen(
            command, cwd=ROOT, env=own | {"WB_DATA_DIR": str(folder)}, stdout=log, stderr=subprocess.STDOUT
        )


def _healthy(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


@contextmanager
def running(folder: Path, script: str = "serve.py") -> Iterator[int]:
    """Run the server until the end of the block and give its port."""
    port = free_port()
    flags = ("--server.address", "127.0.0.1", "--server.allowedHosts", "127.0.0.1")
    process = start(folder, port, *flags, script=script)
    end = time.monotonic() + LONGEST_START
    try:
        while not _healthy(port):
            if process.poll() is not None or time.monotonic() > end:
                raise ServerDidNotStartError((folder / "server.log").read_text(encoding="utf-8"))
            time.sleep(PAUSE)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """Run the hardened server; gives its port and the folder with its log."""
    folder = tmp_path_factory.mktemp("guarded")
    with running(folder) as port:
        yield port, folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once a file."""
    with sync_playwright() as playwright:
        found = find_chromium(Path(playwright.chromium.executable_path))
        started = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield started
        started.close()
