"""The shelf of backups: one an hour for a day, one a day for a week; older ones are thrown away."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

HOURS = 24
DAYS = 7
_NAME = re.compile(r"accord-(\d{8}T\d{6}Z)\.backup")
_STAMP = "%Y%m%dT%H%M%SZ"


def backup_name(at: datetime) -> str:
    """Return the file name of a backup taken at `at`."""
    return f"accord-{at.astimezone(UTC).strftime(_STAMP)}.backup"


def prune(folder: Path, now: datetime) -> list[Path]:
    """Delete the backups nobody needs any more and return them; the latest always stays."""
    taken = sorted(((_taken(file), file) for file in folder.iterdir() if _NAME.fullmatch(file.name)), reverse=True)
    kept = {file for _at, file in taken[:1]}
    kept |= _one_each(taken, "%Y%m%d%H", now - timedelta(hours=HOURS))
    kept |= _one_each(taken, "%Y%m%d", now - timedelta(days=DAYS))
    gone = [file for _at, file in taken if file not in kept]
    for file in gone:
        file.unlink()
    return gone


def _taken(file: Path) -> datetime:
    return datetime.strptime(file.name.split("-")[1].removesuffix(".backup"), _STAMP).replace(tzinfo=UTC)


def _one_each(taken: list[tuple[datetime, Path]], period: str, since: datetime) -> set[Path]:
    """Return the latest backup of each hour or day since a moment."""
    latest: dict[str, Path] = {}
    for at, file in taken:
        if at > since:
            latest.setdefault(at.strftime(period), file)
    return set(latest.values())
