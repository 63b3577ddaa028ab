"""From the start of the process to its first visitor: settings and rows are checked, what is slow is warmed up."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from typing import Final

import anyio
from anyio import to_thread

from accord.errors import AccordError
from accord.knowledge.pack import check_pack
from accord.settings import settings
from accord.store.house import HOUSE
from web.memory import give_back, use_few_pools
from web.selfcheck import Options, both_languages, check_settings

HEAVY: Final = ("pandas", "plotly.graph_objects")
"""What the first visitor would otherwise wait for."""
BETWEEN_COLLECTIONS = 30.0
"""Seconds. What a session that ended leaves behind is gone from memory after so long."""


def opening(options: Options) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return what has to happen around the life of the server.

    Args:
        options: tells the settings in force, such as `st.get_option`.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        """Check, open, and warm up beside the first visitors."""
        use_few_pools()
        check_or_say(options)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(to_thread.run_sync, warm_up)
            async with anyio.create_task_group() as rounds:
                rounds.start_soon(collect_by_the_clock)
                yield
                rounds.cancel_scope.cancel()
        HOUSE.close()

    return lifespan


def check_or_say(options: Options) -> None:
    """Check settings and knowledge; say in both languages on standard error what hinders, then let the start fail.

    Raises:
        AccordError: a setting, or a row of what the workbook knows, hinders the start.
    """
    try:
        check_settings(options, settings().public_url)
        check_pack()
    except AccordError as error:
        sys.stderr.write(f"\n{both_languages(error)}\n\n")
        raise


async def collect_by_the_clock() -> None:
    """Collect garbage now and then, for all visitors at once, and give what is free back to the machine.

    Streamlit would do it after every run of every visitor, and look through everybody's sessions each time.
    """
    while True:
        await anyio.sleep(BETWEEN_COLLECTIONS)
        await to_thread.run_sync(_collect)


def _collect() -> None:
    gc.collect()
    give_back()


def warm_up() -> None:
    """Import what is heavy; then take all that stays for good out of the collector's rounds."""
    for name in HEAVY:
        import_module(name)
    gc.collect()
    gc.freeze()
