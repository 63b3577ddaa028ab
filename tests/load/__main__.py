"""`make load`: how many people one process serves, and how long they wait, on chapter 5 with a kept draft.

    python -m tests.load                 25, 40 and 60 people, a rush of 200, and plain pages beside them; 12 minutes
    python -m tests.load papers          ten people, without and with somebody who has papers made meanwhile
    python -m tests.load hostile         ten people, without and with hostile files being read meanwhile
    python -m tests.load soak 30         ten people who come and go for thirty minutes, and 4 more to forget them

All requests go to 127.0.0.1. Times depend on the machine; what is compared are ratios to plain pages of Streamlit
that are measured in the same minutes: as Streamlit comes, and without its collecting of garbage after each run.
What is printed stands in build/load.md too.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections import Counter
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from accord.evidence.examining import examine
from accord.evidence.reasons import EvidenceError
from tests.accord.evidence.hostile import hostile_files
from tests.house.tree import ROOT
from tests.journeys.server import Served, running
from tests.load.crowd import Plan, Waits, crowd
from tests.load.house import CHAPTER, memory, workbook
from tests.load.soaking import BUILD, soak
from tests.load.visitor import Visitor

SECONDS = 60.0
FLOORS = ("plain", "realistic")
AS_IT_COMES = {"as it comes": "true", "tuned": "false"}
HEAD = (
    "| who | people | actions/s | half wait | 95 of 100 wait | failed | turned away | memory |\n"
    "|---|---|---|---|---|---|---|---|"
)
FLOOR, TABLE = Path(__file__).parent / "floor", ROOT / "build" / "load.md"
ADMITTED, OFFERED, MOST_GROWTH = 60, 200, 50


def row(who: str, people: int, waits: Waits, pid: int) -> str:
    """Return a line of the table; waits in milliseconds, memory in MiB."""
    return (
        f"| {who} | {people} | {waits.per_second:.1f} | {waits.median * 1000:.0f} ms | {waits.at(0.95) * 1000:.0f} ms "
        f"| {waits.failed} | {waits.turned_away} | {memory(pid)} MiB |"
    )


def say(line: str) -> None:
    """Print a line at once, and write it down."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    with TABLE.open("a", encoding="utf-8") as written:
        written.write(line + "\n")


def floor(name: str, people: int, tune: str) -> Waits:
    """Measure one of the plain pages with the same crowd."""
    script, further = str(FLOOR / f"{name}.py"), {"STREAMLIT_RUNNER_POST_SCRIPT_GC": AS_IT_COMES[tune]}
    with (
        tempfile.TemporaryDirectory(prefix="wb-floor-") as folder,
        running(Path(folder), script=script, further=further) as served,
    ):
        asyncio.run(crowd(served.address, Plan("", 1, 2.0)))
        waits = asyncio.run(crowd(served.address, Plan("", people, SECONDS)))
        say(row(f"plain page: {name}, {tune}", people, waits, served.pid))
        return waits


def chapter(people: int, who: str) -> Waits:
    """Measure chapter 5."""
    with workbook(people) as house:
        waits = asyncio.run(crowd(house.served.address, Plan(CHAPTER, people, SECONDS, house.cookies)))
        say(row(who, people, waits, house.served.pid))
        return waits


def rush() -> bool:
    """Offer more people than are admitted; tell whether those inside were served and nobody lost anything."""
    with workbook(OFFERED) as house:
        waits = asyncio.run(crowd(house.served.address, Plan(CHAPTER, OFFERED, SECONDS, house.cookies)))
        say(row("L3", OFFERED, waits, house.served.pid))
        after = asyncio.run(_afterwards(house.served, house.cookies[0]))
        lost = house.lost(waits.there)
    say(
        f"\nof {OFFERED} people {waits.served} were served and {waits.turned_away} told that it is busy and their data "
        f"safe; of {len(waits.there)} drafts {lost} lack the last answer; right after, a page takes {after:.1f} s"
    )
    told = waits.served + waits.turned_away == OFFERED and waits.served >= ADMITTED
    return told and waits.at(0.95) <= 3.0 and bool(waits.there) and not lost and not waits.failed and after <= 10


async def _afterwards(served: Served, cookie: dict[str, str]) -> float:
    begun, late = perf_counter(), Visitor(served.address, dict(cookie))
    await late.arrive(CHAPTER)
    await late.leave()
    return perf_counter() - begun


def papers() -> float:
    """Measure ten people alone, then with one who has papers made again and again; return the ratio of long waits."""
    with workbook(11) as house:
        served, cookies = house.served, house.cookies
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


def hostile() -> float:
    """Measure ten people alone, then while hostile files are read; return the ratio of long waits."""
    files = [data for _name, data, _right in hostile_files()]
    with workbook(10) as house:
        plan = Plan(CHAPTER, 10, SECONDS, house.cookies)
        alone = asyncio.run(crowd(house.served.address, plan))
        say(row("alone", 10, alone, house.served.pid))
        over, read = Event(), Counter[str]()
        readers = [Thread(target=_read_all, args=(files, over, read)) for _core in range(os.cpu_count() or 1)]
        for reader in readers:
            reader.start()
        beside = asyncio.run(crowd(house.served.address, plan))
        over.set()
        for reader in readers:
            reader.join()
        say(row("hostile files read", 10, beside, house.served.pid))
    say(f"files read meanwhile: {dict(read)}")
    return beside.at(0.95) / alone.at(0.95)


def _read_all(files: list[bytes], over: Event, read: Counter[str]) -> None:
    """Have files read in processes of their own, as uploads are, until it is over."""
    for data in cycle(files):
        if over.is_set():
            return
        try:
            examine(data)
        except EvidenceError as refused:
            read[refused.code] += 1
        else:
            read["taken"] += 1


def long_run(minutes: float) -> bool:
    """Measure ten people for so long; tell whether the server stayed small and kept nothing of them."""
    with workbook(10) as house:
        found = soak(house, minutes)
        say(row("L4", 10, found.waits, house.served.pid))
    say(
        f"\nmemory after each round of visits: {', '.join(map(str, found.memories))} MiB; it grew by {found.grown} "
        f"(at most {MOST_GROWTH})\npapers made: {found.papers}; media files at most {found.most_media}, "
        f"and after everybody left: {found.held}"
    )
    clean = found.most_media > 0 and not found.held["kept media"] and not found.held["media files"]
    return found.grown <= MOST_GROWTH and clean and not found.waits.failed


def crowds() -> bool:
    """Measure the plain pages, chapter 5 at three sizes, and the rush; tell whether L1 to L3 were reached."""
    plain = {(name, tune): floor(name, 25, tune) for name in FLOORS for tune in AS_IT_COMES}
    first, second, _third = chapter(25, "L1"), chapter(40, "L2"), chapter(60, "a full house")
    third = rush()
    for (name, tune), waits in plain.items():
        say(f"chapter 5 against the {name} page {tune}, 25 people: {first.median / waits.median:.1f}x (half wait)")
    reached = {
        "L1": first.at(0.95) <= 0.7 and not first.failed,
        "L2": second.at(0.95) <= 1.0 and second.per_second >= 8 and not second.failed,
        "L3": third,
    }
    for name, fits in reached.items():
        say(f"{name}: {'reached' if fits else 'MISSED'}")
    return all(reached.values())


def main(words: list[str]) -> int:
    """Print the table; return 1 when a target is missed."""
    TABLE.parent.mkdir(exist_ok=True)
    say(HEAD)
    if words[:1] == ["soak"]:
        return int(not long_run(float(words[1]) if len(words) > 1 else 30.0))
    if words[:1] == ["papers"]:
        say(f"\nlong waits beside papers being made: {papers():.1f}x")
        return 0
    if words[:1] == ["hostile"]:
        say(f"\nlong waits beside hostile files being read: {hostile():.1f}x")
        return 0
    return int(not crowds())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
