"""A nursery of savers that are killed in the middle of their work, to see what is left.

    python savers.py DATA_DIR DATABASE_URL PEPPER KEY KILLS SEED

Each child saves ever higher numbers to two sections in one call and tells each acknowledged number. The parent kills
it (SIGKILL) at a random moment and compares what is kept with the last number told. One JSON line at the end.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Limits, Outcome, Store

LIMITS = Limits(saves_a_minute=10**9)
SECTIONS = ("left", "right")


def _save(store: Store, key: OwnerKey, number: int, base: int) -> None:
    text = json.dumps({"n": number, "padding": "x" * 3000}).encode()
    results = store.save_all(key, [Change(name, text, base) for name in SECTIONS])
    if any(result.outcome is not Outcome.SAVED for result in results):
        os._exit(3)


def _child(settings: Settings, key: OwnerKey, start: int, told: int) -> None:
    store = Store(settings, limits=LIMITS)
    for number in range(start, start + 10_000):
        _save(store, key, number + 1, number)
        os.write(told, b"%d\n" % (number + 1))


def _one_life(settings: Settings, key: OwnerKey, start: int, pause: float) -> int:
    """Let a child save for a while, kill it, and return the last number it told."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        _child(settings, key, start, told)
        os._exit(0)
    os.close(told)
    first = os.read(heard, 65536)  # from here on it is at work
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    with os.fdopen(heard, "rb") as rest:
        lines = (first + rest.read()).split()
    if not os.WIFSIGNALED(status):
        sys.exit("a saver ended by itself")
    return int(lines[-1]) if lines else start


def _kept(settings: Settings, key: OwnerKey, report: dict[str, int]) -> tuple[int, int]:
    with Store(settings, limits=LIMITS) as store:
        texts = store.open(key).sections
        report["unwhole"] += store.database.read_only  # what SQLite's own check said when the store opened
    left, right = (json.loads(texts[name].data)["n"] if name in texts else 0 for name in SECTIONS)
    return left, right


def main(words: list[str]) -> None:
    """Kill savers and tell what was lost, torn or unexpected."""
    folder, url, pepper, text, kills, seed = words
    settings = Settings(Path(folder), Path(folder) / "none", database_url=url, pepper=pepper)
    key, dice = OwnerKey.parse(text), random.Random(int(seed))  # noqa: S311  moments to kill at, no secrets
    report = {"kills": 0, "told": 0, "lost": 0, "torn": 0, "unheard": 0, "unwhole": 0}
    number = 0
    for _kill in range(int(kills)):
        last = _one_life(settings, key, number, dice.uniform(0, 0.02))
        left, right = _kept(settings, key, report)
        report["kills"] += 1
        report["told"] += last - number
        report["lost"] += left < last
        report["torn"] += left != right
        report["unheard"] += left > last  # committed, and killed before it could say so
        number = left
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
