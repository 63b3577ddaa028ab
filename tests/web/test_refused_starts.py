"""Every setting the hardened server insists on, changed in a true start: the start ends, and says which one it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import torture
from tests.journeys.server import free_port
from tests.web.conftest import start
from tests.web.test_selfcheck import BAD
from web.selfcheck import WANTED

pytestmark = pytest.mark.journey


def _word(value: object) -> str:
    """Return a setting's value as it stands in a start command."""
    if isinstance(value, list):
        return str(value[0])
    return json.dumps(value) if isinstance(value, dict | bool) else str(value)


FLIPPED = {name: next(value for value in values if value is not None) for name, values in BAD.items()}


@torture.PATIENT
def test_a_start_with_any_other_setting_ends_with_its_name(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    tried = list(FLIPPED)[: torture.STARTS]
    started = []
    for name in tried:
        folder = tmp_path / name
        folder.mkdir()
        address = () if name == "server.address" else ("--server.address", "127.0.0.1")
        process = start(folder, free_port(), *address, f"--{name}", _word(FLIPPED[name]))
        said = process.wait(timeout=60), (folder / "server.log").read_text(encoding="utf-8")
        if not said[0] or name not in said[1]:
            started.append(name)
    record_property(torture.TRIED, len(tried))
    record_property(torture.COUNTED, f"A15 {len(tried)} of {len(FLIPPED)} settings at a true start, started 0")

    assert started == []
    assert set(WANTED) <= set(FLIPPED)
