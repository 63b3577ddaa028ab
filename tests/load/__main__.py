"""`python -m tests.load`: how many people one process serves, and how long they wait, on chapter 5 with a kept draft.

    python -m tests.load                 L1 to L3, and the plain pages beside them
    python -m tests.load papers          ten people, without and with somebody who has papers made meanwhile
    python -m tests.load soak 30         ten people for thirty minutes

All requests go to 127.0.0.1. Times depend on the machine; what is compared are ratios to plain pages of Streamlit
that are measured in the same minutes.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from accord.case.samples import sample
from accord.case.workbook import read_workbook, write_workbook
from accord.i18n import CHINESE
from accord.settings import Settings
from accord.store import Consent, Limits, Store
from tests.journeys.server import Served, running
from tests.load.crowd import Plan, Waits, crowd
from tests.load.visitor import Visitor

CHAPTER = "negotiate"
SECONDS = 60.0
FLOORS = ("plain", "realistic")
HEAD = (
    "| who | people | actions/s | half wait | 95 of 100 wait | failed | turned away | memory |\n"
    "|---|---|---|---|---|---|---|---|"
)
BUILD = "package_build"
FLOOR = Path(__file__).parent / "floor"


def memory(pid: int) -> int:
    """Return the memory a process holds, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def drafts(folder: Path, number: int) -> tuple[dict[str, str], ...]:
    """Keep this many full drafts in the store of a folder, and return the cookie that opens each."""
    example = sample("lin_jing_card", CHINESE)
    full = read_workbook(write_workbook(example.model_copy(update={"sample": False})))
    chosen = Settings(data_dir=folder, pepper_file=folder / "pepper.key")
    with Store(chosen, limits=Limits(workbooks_a_day=10_000)) as store:
        keys = [store.create(write_workbook(full), Consent(given=True)) for _ in range(number)]
    return tuple({"wb-owner": key.text} for key in keys)


@contextmanager
def workbook(people: int) -> Iterator[tuple[Served, tuple[dict[str, str], ...]]]:
    """Run the workbook with a kept draft for each of so many people."""
    with tempfile.TemporaryDirectory(prefix="wb-load-") as folder:
        cookies = drafts(Path(folder), people)
        with running(Path(folder)) as served:
            asyncio.run(crowd(served.address, Plan(CHAPTER, 1, 2.0, cookies[:1])))  # the first visitor warms it up
            yield served, cookies


def row(who: str, people: int, waits: Waits, pid: int) -> str:
    """Return a line of the table; waits in milliseconds, memory in MiB."""
    return (
        f"| {who} | {people} | {waits.per_second:.1f} | {waits.median * 1000:.0f} ms | {waits.at(0.95) * 1000:.0f} ms "
        f"| {waits.failed} | {waits.turned_away} | {memory(pid)} MiB |"
    )


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def floor(name: str, people: int) -> Waits:
    """Measure one of the plain pages with the same crowd."""
    script = str(FLOOR / f"{name}.py")
    with tempfile.TemporaryDirectory(prefix="wb-floor-") as folder, running(Path(folder), script=script) as served:
        waits = asyncio.run(crowd(served.address, Plan("", people, SECONDS)))
        say(row(f"plain page: {name}", people, waits, served.pid))
        return waits


def chapter(people: int, who: str) -> Waits:
    """Measure chapter 5."""
    with workbook(people) as (served, cookies):
        waits = asyncio.run(crowd(served.address, Plan(CHAPTER, people, SECONDS, cookies)))
        say(row(who, people, waits, served.pid))
        return waits


def rush(offered: int) -> tuple[Waits, float]:
    """Offer more people than are admitted; return what they met with, and the wait of somebody who comes after."""
    with workbook(offered) as (served, cookies):
        waits = asyncio.run(crowd(served.address, Plan(CHAPTER, offered, SECONDS, cookies, thinking=9.0)))
        say(row("L3", offered, waits, served.pid))
        return waits, asyncio.run(_afterwards(served, cookies[0]))


async def _afterwards(served: Served, cookie: dict[str, str]) -> float:
    begun, late = perf_counter(), Visitor(served.address, dict(cookie))
    await late.arrive(CHAPTER)
    await late.leave()
    return perf_counter() - begun


def papers() -> float:
    """Measure ten people alone, then with one who has papers made again and again; return the ratio of long waits."""
    with workbook(11) as (served, cookies):
        alone = asyncio.run(crowd(served.address, Plan(CHAPTER, 10, SECONDS, cookies[:10])))
        say(row("alone", 10, alone, served.pid))
        beside = asyncio.run(_beside(served, cookies))
        say(row("papers made", 10, beside, served.pid))
        return beside.at(0.95) / alone.at(0.95)


async def _beside(served: Served, cookies: tuple[dict[str, str], ...]) -> Waits:
    maker = Visitor(served.address, dict(cookies[10]))
    await maker.arrive("package")
    making = asyncio.create_task(_make_again_and_again(maker))
    waits = await crowd(served.address, Plan(CHAPTER, 10, SECONDS, cookies[:10]))
    making.cancel()
    say(f"papers made meanwhile: {len(maker.took)}")
    return waits


async def _make_again_and_again(maker: Visitor) -> None:
    build = next(knob for name, knob in maker.knobs.items() if BUILD in name)
    while True:
        await maker.press(build)
        await asyncio.sleep(3.0)


def soak(minutes: float) -> int:
    """Let ten people act for a long while; return how much memory grew after the first fifth, in MiB."""
    with workbook(10) as (served, cookies):
        asyncio.run(crowd(served.address, Plan(CHAPTER, 10, minutes * 12, cookies)))
        settled = memory(served.pid)
        waits = asyncio.run(crowd(served.address, Plan(CHAPTER, 10, minutes * 48, cookies)))
        say(row("L4", 10, waits, served.pid))
        return memory(served.pid) - settled


def main(words: list[str]) -> int:
    """Print the table; return 1 when a target is missed."""
    say(HEAD)
    if words[:1] == ["soak"]:
        grown = soak(float(words[1]) if len(words) > 1 else 30.0)
        say(f"\nmemory grew by {grown} MiB (at most 50)")
        return int(grown > 50)
    if words[:1] == ["papers"]:
        say(f"\nlong waits beside papers being made: {papers():.1f}x")
        return 0
    plain = {name: floor(name, 25) for name in FLOORS}
    first, second = chapter(25, "L1"), chapter(40, "L2")
    crowded, after = rush(200)
    say(f"\nchapter 5 against the realistic plain page, 25 people: {first.at(0.95) / plain['realistic'].at(0.95):.1f}x")
    say(f"after the rush a page takes {after:.1f} s")
    reached = (
        first.at(0.95) <= 0.7 and not first.failed,
        second.at(0.95) <= 1.0 and second.per_second >= 8 and not second.failed,
        crowded.at(0.95) <= 3.0 and crowded.served >= 60 and after <= 10,
    )
    for name, fits in zip(("L1", "L2", "L3"), reached, strict=True):
        say(f"{name}: {'reached' if fits else 'MISSED'}")
    return int(not all(reached))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
