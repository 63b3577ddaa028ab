"""The engine from the command line: `python -m accord sample|check|schema|options|package|rules …`.

Exit status: 0 all is well, 1 a workbook with answers that cannot be used or a rule overdue for reading, 2 something
that stopped the work (said in one sentence on standard error). Only here is anything printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from accord.case import Case, Recipient
from accord.case.labels import field_label
from accord.case.samples import SAMPLES, TITLES, sample
from accord.case.workbook import BadAnswersError, read_workbook, write_workbook
from accord.days import today
from accord.documents.package import package_pdf
from accord.errors import AccordError, KnowledgeError
from accord.i18n import CHINESE, LANGUAGES, N_, _, speaking
from accord.knowledge.impact import impact
from accord.knowledge.rules import PACK_VERSION, Rule, rules
from accord.knowledge.upkeep import due
from accord.options.report import options_report

FINE, UNUSABLE, STOPPED = 0, 1, 2

ALL_WELL = N_("Every answer in this file can be used.")
NO_FILE = N_("The file {name} cannot be read or written. Please check its name and place.")
NAME_ONE = N_("Please name an example, or list them with --list.")
NAME_A_RULE = N_("Please name a rule, such as collection.entry; `rules list` names them all.")
NOTHING_DUE = N_("Nothing to read again within eight weeks of {day}.")
NO_USE = N_("Nothing uses this rule by name; the rules page shows it like all others.")
STATED = N_("letters may state it")
ASKED = N_("letters ask")

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    chosen = _parser().parse_args(arguments)
    run: Command = chosen.run
    with speaking(chosen.language):
        try:
            return run(chosen)
        except AccordError as error:
            return _stop(error.speak())
        except OSError as error:
            return _stop(_(NO_FILE).format(name=error.filename))


def _sample(chosen: argparse.Namespace) -> int:
    if chosen.list:
        _say("\n".join(f"{name}  {_(TITLES[name])}" for name in SAMPLES))
        return FINE
    if not chosen.name:
        return _stop(_(NAME_ONE))
    _say(write_workbook(sample(chosen.name)).decode().rstrip())
    return FINE


def _check(chosen: argparse.Namespace) -> int:
    try:
        _opened(chosen.case)
    except BadAnswersError as error:
        for problem in error.problems:
            _say(f"{problem.field}  {_label(problem.field)}  {problem.message}")
        return UNUSABLE
    _say(_(ALL_WELL))
    return FINE


def _schema(_chosen: argparse.Namespace) -> int:
    _say_json(Case.model_json_schema())
    return FINE


def _options(chosen: argparse.Namespace) -> int:
    _say_json(options_report(_opened(chosen.case), chosen.today or today()))
    return FINE


def _package(chosen: argparse.Namespace) -> int:
    paper = package_pdf(
        _opened(chosen.case), recipient=chosen.recipient, language=chosen.language, on=chosen.today or today()
    )
    chosen.output.write_bytes(paper)
    return FINE


def _rules(chosen: argparse.Namespace) -> int:
    return _RULES[chosen.action](chosen)


def _rules_list(chosen: argparse.Namespace) -> int:
    on = chosen.on or today()
    _say("\n".join(_rule_line(row, on) for row in rules()))
    _say(f"{PACK_VERSION}  {len(rules())}")
    return FINE


def _rule_line(row: Rule, on: date) -> str:
    use = _(STATED) if row.may_be_stated(on) else _(ASKED)
    return f"{row.id}  {row.confidence}  {row.status_words(on)}  {use}  {row.citation()}"


def _rules_review(chosen: argparse.Namespace) -> int:
    on = chosen.on or today()
    found = due(on)
    for row in found:
        _say(f"{row.rule.id}  {row.speak()}  {row.rule.source.title.spoken()}")
    if not found:
        _say(_(NOTHING_DUE).format(day=on.isoformat()))
    return UNUSABLE if any(row.overdue for row in found) else FINE


def _rules_impact(chosen: argparse.Namespace) -> int:
    if not chosen.id:
        return _stop(_(NAME_A_RULE))
    _say("\n".join(map(str, impact(chosen.id))) or _(NO_USE))
    return FINE


_RULES: Final[dict[str, Command]] = {"list": _rules_list, "review": _rules_review, "impact": _rules_impact}


def _opened(path: Path) -> Case:
    return read_workbook(path.read_bytes())


def _label(path: str) -> str:
    try:
        return field_label(path)
    except KnowledgeError:
        return "-"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _say_json(value: object) -> None:
    _say(json.dumps(value, ensure_ascii=False, indent=1))


def _stop(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m accord", description="The Bank Negotiation Workbook's engine.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, (run, words, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run)
        for argument in (*arguments, "--language"):
            command.add_argument(*argument.split(), **_ARGUMENTS[argument])
    return parser


_ARGUMENTS: Final[dict[str, dict[str, Any]]] = {
    "name": {"nargs": "?", "help": "an example's name"},
    "--list": {"action": "store_true", "help": "list the examples"},
    "case": {"type": Path, "metavar": "CASE.json", "help": "a workbook file"},
    "--today": {"type": date.fromisoformat, "help": "the day to count from, as 2026-11-23"},
    "--recipient": {"choices": list(Recipient), "default": Recipient.BANK, "help": "who will read the papers"},
    "-o --output": {"type": Path, "required": True, "metavar": "OUT.pdf", "help": "where to write the papers"},
    "action": {"choices": list(_RULES), "help": "list all, review what is due, or show what one rule touches"},
    "id": {"nargs": "?", "help": "a rule's id, for impact"},
    "--on": {"type": date.fromisoformat, "help": "the day to look from, as 2026-11-23"},
    "--language": {"choices": LANGUAGES, "default": CHINESE, "help": "the language to answer in"},
}
_COMMANDS: Final[dict[str, tuple[Command, str, tuple[str, ...]]]] = {
    "sample": (_sample, "write an invented example as a workbook file", ("name", "--list")),
    "check": (_check, "check a workbook file, answer by answer", ("case",)),
    "schema": (_schema, "write the JSON Schema of a workbook file", ()),
    "options": (_options, "work out every way to repay for every debt", ("case", "--today")),
    "package": (_package, "write the papers as one PDF", ("case", "--recipient", "--today", "-o --output")),
    "rules": (_rules, "look after the rules: list, review or impact", ("action", "id", "--on")),
}


if __name__ == "__main__":
    sys.exit(main())
