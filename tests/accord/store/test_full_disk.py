"""A full disk: each save is kept or refused with a sentence, what was kept is read, and saving goes on with room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import torture
from tests.accord.store.conftest import PEPPER

ROOT = Path(__file__).resolve().parents[3]
OWN_SPACE = next(
    (
        words
        for words in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])
        if subprocess.run(
            ["sh", "-c", '"$@" mount -t tmpfs -o size=1m tmpfs /mnt', "sh", *words], capture_output=True, check=False
        ).returncode
        == 0
    ),
    [],
)
"""How a process gets a space for mounts of its own; empty where the system forbids it."""


@torture.PATIENT
@pytest.mark.parametrize("way", ["disk", "limit"] if OWN_SPACE else ["limit"])
def test_a_full_disk_is_told_and_loses_nothing(way: str, tmp_path: Path, record_property: object) -> None:
    assert callable(record_property)
    words = [str(Path(__file__).with_name("small_disk.py")), str(tmp_path), way, PEPPER, str(torture.FULL_DISK_SAVES)]
    done = subprocess.run(
        [*(OWN_SPACE if way == "disk" else []), sys.executable, *words],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=200 * max(1.0, torture.FACTOR),
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    record_property(torture.TRIED, report["saves"])
    record_property(torture.COUNTED, f"F5 {way}: {report}")
    bad = ("without a sentence", "lost or torn", "conflicts", "unwhole")
    assert [report[name] for name in bad] == [0] * len(bad)
    assert report["integrity"] == "ok"
    assert report.get("refused while free", 0) == 0
    assert report["refused while full"] >= report["rounds"]
    assert report["opened while full"] == report["rounds"]
