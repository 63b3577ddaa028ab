"""The shelf of backups: one an hour for a day, one a day for a week."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from accord.store.shelf import backup_name, prune

NOW = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def _shelf(folder: Path, *ages: timedelta) -> None:
    for age in ages:
        (folder / backup_name(NOW - age)).write_bytes(b"")


def test_a_month_of_hourly_backups_becomes_a_day_of_hours_and_a_week_of_days(tmp_path: Path) -> None:
    _shelf(tmp_path, *(timedelta(hours=hour) for hour in range(24 * 30)))
    prune(tmp_path, NOW)

    left = sorted(tmp_path.iterdir())
    assert len([file for file in left if file.name > backup_name(NOW - timedelta(hours=24))]) == 24
    assert len(left) == 24 + 6
    assert left[0].name > backup_name(NOW - timedelta(days=7))


def test_the_latest_always_stays(tmp_path: Path) -> None:
    _shelf(tmp_path, timedelta(days=90), timedelta(days=91))

    assert [file.name for file in prune(tmp_path, NOW)] == [backup_name(NOW - timedelta(days=91))]


def test_files_that_are_no_backups_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "accord-20200101T000000Z.backup.part").write_text("mine")

    assert prune(tmp_path, NOW) == []
    assert len(list(tmp_path.iterdir())) == 2
