"""Many visitors at once, each acting every few seconds, and what they had to wait."""

from __future__ import annotations

import asyncio
import random
import statistics
from dataclasses import dataclass, field
from time import perf_counter

from websockets.exceptions import WebSocketException

from tests.load.visitor import Knob, TurnedAwayError, Visitor

THINKING = 3.0
"""Seconds between two actions of one visitor, on average."""


class NothingToDoError(RuntimeError):
    """The page showed nothing to act on: it broke off."""


@dataclass
class Waits:
    """What a crowd met with: waits in seconds, actions that failed, visitors turned away, and how long it lasted.

    `there` are the visitors whose every action was answered.
    """

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    turned_away: int = 0
    served: int = 0
    lasted: float = 0.0
    there: list[Visitor] = field(default_factory=list)

    def at(self, share: float) -> float:
        """Return the wait that this share of all actions did not exceed, in seconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")

    @property
    def median(self) -> float:
        """The middle wait in seconds."""
        return statistics.median(self.seconds) if self.seconds else float("nan")

    @property
    def per_second(self) -> float:
        """Actions a second."""
        return len(self.seconds) / self.lasted if self.lasted else 0.0


@dataclass(frozen=True)
class Plan:
    """How a crowd behaves.

    Attributes:
        page: the page everybody is on.
        visitors: how many.
        seconds: how long they act, after all have arrived.
        cookies: the cookies each brings, by turns; an owner's key opens their draft.
        chance: the seed of the pauses.
        thinking: seconds between two actions of one visitor, on average.
    """

    page: str
    visitors: int
    seconds: float
    cookies: tuple[dict[str, str], ...] = ({},)
    chance: int = 7
    thinking: float = THINKING


FAILURES = (WebSocketException, OSError, TimeoutError, NothingToDoError)


async def crowd(address: str, plan: Plan) -> Waits:
    """Let a crowd act, and return what it met with. They act when all have arrived or were turned away."""
    waits, draws = Waits(), random.Random(plan.chance)  # noqa: S311  pauses, no secrets
    visitors = [Visitor(address, dict(plan.cookies[number % len(plan.cookies)])) for number in range(plan.visitors)]
    coming = [_arrive(visitor, plan, waits, number * 0.05) for number, visitor in enumerate(visitors)]
    admitted = [visitor for visitor in await asyncio.gather(*coming) if visitor]
    begun = perf_counter()
    await asyncio.gather(*(_stay(visitor, plan, waits, random.Random(draws.random())) for visitor in admitted))  # noqa: S311
    waits.lasted = min(perf_counter() - begun, plan.seconds)
    return waits


async def _arrive(visitor: Visitor, plan: Plan, waits: Waits, after: float) -> Visitor | None:
    await asyncio.sleep(after)
    try:
        await visitor.arrive(plan.page)
    except TurnedAwayError:
        waits.turned_away += 1
        return None
    except FAILURES:
        waits.failed += 1
        return None
    waits.served += 1
    return visitor


async def _stay(visitor: Visitor, plan: Plan, waits: Waits, draws: random.Random) -> None:
    end = perf_counter() + plan.seconds
    await asyncio.sleep(draws.uniform(0, plan.thinking))
    while perf_counter() < end:
        try:
            waits.seconds.append(await act(visitor, draws))
        except FAILURES:
            waits.failed += 1
            break
        await asyncio.sleep(draws.uniform(0.5, 1.5) * plan.thinking)
    else:
        waits.there.append(visitor)
    await visitor.leave()


async def act(visitor: Visitor, draws: random.Random) -> float:
    """Move one of the page's sliders, or press its first button where it has none; return the wait in seconds."""
    sliders = [knob for knob in visitor.knobs.values() if knob.values]
    if sliders:
        knob: Knob = draws.choice(sliders)
        return await visitor.slide(knob, draws.choice(knob.values))
    if not visitor.knobs:
        raise NothingToDoError
    return await visitor.press(next(iter(visitor.knobs.values())))
