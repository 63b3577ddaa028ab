"""The sweep: what nobody uses is deleted, a batch at a time, by whoever holds the lease.

Nothing is deleted while the clock stands more than a day ahead of the moment last remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from accord.store.limits import DAY
from accord.store.suggestions import OPEN
from accord.store.tables import audit, comments, grants, handovers, history, jobs, rate, suggestions, workbooks
from accord.store.turn import Turn
from accord.store.upsert import insert_once
from accord.store.workbooks import remove

_LEASE = "sweep"


@dataclass(frozen=True, slots=True)
class SweepReport:
    """What a sweep deleted; nothing when another process swept just now. `paused` when the clock jumped."""

    rows: Mapping[str, int]
    paused: bool = False


def take_lease(turn: Turn) -> bool:
    """Take the right to sweep for the next ten minutes; tell whether nobody else has it."""
    until = turn.ticking + turn.limits.sweep_lease
    if insert_once(turn.connection, jobs, {"name": _LEASE, "lease_until": until}):
        return True
    # A lease longer than any was taken by a clock that has been put back since.
    free = (jobs.c.lease_until <= turn.ticking) | (jobs.c.lease_until > until)
    row = update(jobs).where(jobs.c.name == _LEASE, free)
    return turn.connection.execute(row.values(lease_until=until)).rowcount == 1


def sweep_batch(turn: Turn) -> dict[str, int]:
    """Delete one batch of what has run out; return how many of each kind."""
    return {"workbooks": _unused_workbooks(turn)} | _old_rows(turn)


def _unused_workbooks(turn: Turn) -> int:
    unused = select(workbooks.c.wid).where(workbooks.c.expires_at <= turn.now).limit(turn.limits.sweep_batch)
    wids = turn.connection.scalars(unused.with_for_update(skip_locked=True)).all()
    for wid in wids:
        remove(turn, wid)
        turn.note("expire", wid)
    return len(wids)


def _old_rows(turn: Turn) -> dict[str, int]:
    month = turn.now - turn.limits.conflict_life
    old = {
        "codes": delete(handovers).where(handovers.c.expires_at <= turn.now),
        "links": delete(grants).where(grants.c.expires_at > 0, grants.c.expires_at <= month),
        "conflicts": delete(history).where(history.c.kind == "conflict", history.c.at <= month),
        "comments": delete(comments).where(comments.c.deleted_at > 0, comments.c.deleted_at <= month),
        "suggestions": delete(suggestions).where(suggestions.c.state != OPEN, suggestions.c.at <= month),
        "audit": delete(audit).where(audit.c.at <= turn.now - turn.limits.audit_life),
        "rate": delete(rate).where(rate.c.win < turn.ticking - 2 * DAY),  # no window is longer than a day
    }
    return {name: turn.connection.execute(rows).rowcount for name, rows in old.items()}
