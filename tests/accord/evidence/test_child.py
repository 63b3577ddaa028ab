"""The process that opens foreign files has nothing else within reach."""

import subprocess
import sys
from pathlib import Path

import pytest

from accord.evidence.child import answer, refuse
from accord.evidence.examining import examine
from accord.evidence.limits import LARGEST_FILE
from accord.evidence.sheaf import unpack
from tests.accord.evidence.specimens import as_bytes, specimen

ROOT = Path(__file__).parents[3]
TRIES = {
    "connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "program": "import subprocess; subprocess.run(['/bin/true'])",
    "shell": "import os; os.system('true')",
    "file": "open('never-written-by-a-reader', 'w')",
}


@pytest.mark.parametrize("script", TRIES.values(), ids=TRIES)
def test_what_a_reader_never_needs_is_refused(script: str) -> None:
    inside = (
        f"import sys, socket, subprocess\nfrom accord.evidence.child import refuse\nsys.addaudithook(refuse)\n{script}"
    )
    run = subprocess.run([sys.executable, "-c", inside], cwd=ROOT, capture_output=True, text=True, check=False)

    assert "PermissionError" in run.stderr


def test_reading_a_file_is_not_refused() -> None:
    refuse("open", ("/etc/hostname", "r", 0))


def test_where_the_system_allows_it_no_network_is_left() -> None:
    script = (
        "import socket\nfrom accord.evidence.child import cut_off_network\n"
        "cut = cut_off_network()\n"
        "print(cut, [name for _number, name in socket.if_nameindex()])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.startswith("False") or run.stdout.strip() == "True ['lo']"


def test_it_answers_with_pages_or_with_a_code() -> None:
    assert len(unpack(answer(as_bytes(specimen(3))))) == 1
    assert answer(b"") == b"REFUSED empty"
    assert answer(b"%PDF-" * (LARGEST_FILE // 5 + 1)) == b"REFUSED size"
    assert answer(b"PK\x03\x04") == b"REFUSED kind"


def test_the_child_gets_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []
    monkeypatch.setenv("WB_PEPPER", "secret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    real = subprocess.Popen

    def noted(*args: object, env: dict[str, str], **rest: object) -> object:
        """Start the process, and note what it was told."""
        seen.append(env)
        return real(*args, env=env, **rest)  # type: ignore[call-overload]  # handed through as it came

    monkeypatch.setattr(subprocess, "Popen", noted)
    examine(as_bytes(specimen(3)))

    assert set(seen[0]) <= {"PYTHONPATH", "PYTHONUTF8", "LD_LIBRARY_PATH"}
