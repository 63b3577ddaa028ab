"""Killed in the middle of a save, many times: nothing acknowledged is lost, nothing is half written."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.settings import Settings
from accord.store import Consent, Store
from tests import torture

ROOT = Path(__file__).resolve().parents[3]


@torture.PATIENT
@pytest.mark.parametrize("engine", torture.KILLS)
def test_a_killed_saver_leaves_whole_and_acknowledged_texts(
    engine: str,
    request: pytest.FixtureRequest,
    open_store: Callable[..., Store],
    record_property: Callable[[str, object], None],
) -> None:
    settings: Settings = request.getfixturevalue(engine)
    key = open_store(settings).create(b"{}", Consent(given=True))
    words = (settings.data_dir, settings.database_url, settings.pepper, key.text, str(torture.KILLS[engine]), "1")
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("savers.py")), *words],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=200 * torture.FACTOR,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    record_property(torture.TRIED, report["kills"])
    record_property(torture.COUNTED, f"F1 {report}")
    assert report["kills"] == torture.KILLS[engine]
    assert report["told"] >= torture.KILLS[engine]
    assert (report["lost"], report["torn"], report["unwhole"]) == (0, 0, 0)
