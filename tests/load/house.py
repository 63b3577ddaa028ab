"""The workbook with a crowd's kept drafts, and what can be seen of it from outside: memory, counts, what was saved."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from accord.case import Ask
from accord.case.samples import sample
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import OwnerKey
from accord.i18n import CHINESE
from accord.settings import Settings
from accord.store import Consent, Limits, Store
from tests.journeys.server import Served, running
from tests.load.crowd import Plan, crowd
from tests.load.visitor import Visitor

CHAPTER = "negotiate"
INSIDE = Path(__file__).parent / "inside"
LONGEST_ANSWER = 10.0


@dataclass(frozen=True)
class House:
    """A running workbook, the folder it keeps drafts in, and the cookie of each draft's owner."""

    served: Served
    folder: Path
    cookies: tuple[dict[str, str], ...]

    @property
    def memory(self) -> int:
        """The memory it holds, in MiB."""
        return memory(self.served.pid)

    def counts(self) -> dict[str, int]:
        """Return how many sessions and media files it holds, as it tells itself."""
        told = self.folder / "inside.json"
        told.unlink(missing_ok=True)
        os.kill(self.served.pid, signal.SIGUSR1)
        end = time.monotonic() + LONGEST_ANSWER
        while not told.exists() and time.monotonic() < end:
            time.sleep(0.05)
        found: dict[str, int] = json.loads(told.read_text(encoding="utf-8"))
        return found

    def lost(self, visitors: list[Visitor]) -> int:
        """Return how many of these visitors' drafts do not hold what their last action put there."""
        with Store(_settings(self.folder)) as store:
            return sum(not _holds(store, visitor) for visitor in visitors)


def memory(pid: int) -> int:
    """Return the memory a process holds, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, pepper_file=folder / "pepper.key")


def _drafts(folder: Path, number: int) -> tuple[dict[str, str], ...]:
    """Keep this many full drafts in the store of a folder, and return the cookie that opens each."""
    example = sample("lin_jing_card", CHINESE)
    full = read_workbook(write_workbook(example.model_copy(update={"sample": False})))
    with Store(_settings(folder), limits=Limits(workbooks_a_day=10_000)) as store:
        keys = [store.create(write_workbook(full), Consent(given=True)) for _ in range(number)]
    return tuple({"wb-owner": key.text} for key in keys)


def _holds(store: Store, visitor: Visitor) -> bool:
    case = read_workbook(store.open(OwnerKey.parse(visitor.cookies["wb-owner"])).case())
    return all(_stands(case.asks, key, value) for key, value in visitor.chosen.items())


def _stands(asks: list[Ask], key: str, value: float) -> bool:
    """Tell whether a slider's answer, `asks.<debt>.<name>@<option>` as its key says, is among what is asked."""
    debt, _dot, name = key.split("asks.", 1)[-1].split("@", maxsplit=1)[0].rpartition(".")
    kept = next((getattr(ask, name) for ask in asks if ask.debt_id == debt), None)
    return kept is not None and Decimal(kept) in {Decimal(str(round(value, 4))), Decimal(str(round(value, 4))) / 100}


@contextmanager
def workbook(people: int) -> Iterator[House]:
    """Run the workbook with a kept draft for each of so many people."""
    with tempfile.TemporaryDirectory(prefix="wb-load-") as name:
        folder = Path(name)
        cookies = _drafts(folder, people)
        further = {"PYTHONPATH": str(INSIDE), "WORKBOOK_INSIDE": str(folder / "inside.json")}
        with running(folder, further=further) as served:
            asyncio.run(crowd(served.address, Plan(CHAPTER, 1, 2.0, cookies[:1])))  # the first visitor warms it up
            yield House(served, folder, cookies)
