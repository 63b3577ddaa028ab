"""Upkeep of the store from the command line: backup, restore, sweep, migrate, selfcheck.

For whoever runs the server; the settings are those of the environment. Exit status 0: done; 1: something is not
right; 2: not done, with a sentence saying why.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from accord.days import now
from accord.errors import AccordError
from accord.i18n import _
from accord.settings import read_settings
from accord.store.aside import is_damaged, put_aside
from accord.store.door import Store
from accord.store.migrations import schema_of
from accord.store.shelf import backup_name, prune


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    chosen = _parser().parse_args(words)
    try:
        settings = read_settings(os.environ)
        if chosen.command == "restore" and chosen.replace and is_damaged(settings):
            _tell({"put_aside": put_aside(settings, now()).name})
        with Store(settings) as store:
            return _COMMANDS[chosen.command](store, chosen)
    except AccordError as error:
        sys.stderr.write(error.speak() + "\n")
    except OSError as error:
        sys.stderr.write(_("The file cannot be written or read: {reason}").format(reason=error.strerror) + "\n")
    return 2


def _backup(store: Store, chosen: argparse.Namespace) -> int:
    folder: Path = chosen.into
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / backup_name(now())
    report = store.backup(file)
    gone = prune(folder, now())
    _tell({"backup": file.name, "rows": report.rows, "thrown_away": len(gone)})
    return 0


def _restore(store: Store, chosen: argparse.Namespace) -> int:
    report = store.restore(chosen.file, replace=chosen.replace)
    _tell({"restored": report.rows})
    return 0


def _sweep(store: Store, chosen: argparse.Namespace) -> int:
    report = store.sweep(clock_is_right=chosen.clock_is_right)
    if report.paused:
        sys.stderr.write(
            _("The clock jumped by over a day: nothing was deleted. If it is right, say --clock-is-right.")
        )
        sys.stderr.write("\n")
        return 1
    _tell({"deleted": report.rows})
    return 0


def _migrate(store: Store, _chosen: argparse.Namespace) -> int:
    _tell({"schema": store.database.read(schema_of)})  # opening the store took the steps
    return 0


def _selfcheck(store: Store, _chosen: argparse.Namespace) -> int:
    found = store.selfcheck()
    _tell({finding.name: finding.right for finding in found})
    return 0 if all(finding.right for finding in found) else 1


_COMMANDS: Mapping[str, Callable[[Store, argparse.Namespace], int]] = {
    "backup": _backup,
    "restore": _restore,
    "sweep": _sweep,
    "migrate": _migrate,
    "selfcheck": _selfcheck,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m accord.store", description="Upkeep of the store.")
    commands = parser.add_subparsers(dest="command", required=True)
    taken = commands.add_parser("backup", help="write a backup and throw away those nobody needs")
    taken.add_argument("--into", type=Path, required=True, metavar="FOLDER")
    brought = commands.add_parser("restore", help="bring a backup back; share links are left out")
    brought.add_argument("file", type=Path)
    brought.add_argument("--replace", action="store_true", help="delete what the database holds now")
    swept = commands.add_parser("sweep", help="delete what has run out")
    swept.add_argument("--clock-is-right", action="store_true", help="after somebody looked at the clock")
    commands.add_parser("migrate", help="take the steps to the present tables")
    commands.add_parser("selfcheck", help="compare the store with what it promises")
    return parser


def _tell(report: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
