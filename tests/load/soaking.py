"""A long while with ten people who come and go, one of whom has papers made: what does the server keep of them?"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from tests.load.crowd import Plan, Waits, crowd
from tests.load.house import CHAPTER, House
from tests.load.visitor import Visitor

PEOPLE = 10
VISIT = 120.0
"""Seconds after which everybody leaves and somebody else comes."""
FORGOTTEN = 60.0 + 30.0 + 15.0
"""Seconds in which the server lets go of a session that ended: its wait for a return, a collection, and some room."""
BETWEEN_PAPERS = 20
"""Seconds; the page looks each second whether they are ready."""
BUILD = "package_build"


@dataclass
class Soaked:
    """What a long run saw: waits, memory (MiB) after each round of visits, and what was held after everybody left."""

    waits: Waits = field(default_factory=Waits)
    memories: list[int] = field(default_factory=list)
    papers: int = 0
    most_media: int = 0
    held: dict[str, int] = field(default_factory=dict)

    @property
    def grown(self) -> int:
        """By how much the memory grew after the first fifth of the run, MiB."""
        settled = self.memories[len(self.memories) // 5]
        return self.memories[-1] - settled


def soak(house: House, minutes: float) -> Soaked:
    """Let people come and go for so long."""
    found, end = Soaked(), time.monotonic() + minutes * 60
    begun = time.monotonic()
    while time.monotonic() < end:
        waits = asyncio.run(_visit(house, min(VISIT, max(10.0, end - time.monotonic())), found))
        found.waits.seconds += waits.seconds
        found.waits.failed += waits.failed
        found.memories.append(house.memory)
        found.most_media = max(found.most_media, house.counts()["kept media"])
    found.waits.lasted = time.monotonic() - begun
    asyncio.run(_last_one(house))
    found.held = house.counts()
    return found


async def _visit(house: House, seconds: float, found: Soaked) -> Waits:
    maker = Visitor(house.served.address, dict(house.cookies[PEOPLE - 1]))
    await maker.arrive("package")
    making = asyncio.create_task(_make_papers(maker, seconds))
    waits = await crowd(house.served.address, Plan(CHAPTER, PEOPLE - 1, seconds, house.cookies[: PEOPLE - 1]))
    found.papers += await making
    await maker.leave()
    return waits


async def _make_papers(maker: Visitor, seconds: float) -> int:
    end, made = time.monotonic() + seconds, 0
    build = next(knob for name, knob in maker.knobs.items() if BUILD in name)
    while time.monotonic() < end:
        await maker.press(build)
        made += 1
        for _moment in range(BETWEEN_PAPERS):
            await asyncio.sleep(1.0)
            await maker.repeat()
    return made


async def _last_one(house: House) -> None:
    """Wait until what ended is forgotten; Streamlit looks for it when somebody leaves."""
    for wait in (FORGOTTEN, FORGOTTEN):
        await asyncio.sleep(wait)
        late = Visitor(house.served.address)
        await late.arrive("privacy")
        await late.leave()
    await asyncio.sleep(1.0)
