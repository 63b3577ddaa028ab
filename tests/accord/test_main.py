"""The engine from the command line: one sentence for every mistake, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accord.__main__ import main
from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.case.workbook import read_workbook, write_workbook

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a workbook file of a sample."""
    path = tmp_path / "case.json"
    path.write_bytes(write_workbook(sample("lin_jing_card", "en")))
    return path


def test_the_examples_are_listed_with_a_line_each(capsys: Streams) -> None:
    assert main(["sample", "--list", "--language", "en"]) == 0

    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_example_is_written_as_a_workbook_file(name: str, capsys: Streams) -> None:
    assert main(["sample", name, "--language", "en"]) == 0

    assert read_workbook(capsys.readouterr().out.encode()) == sample(name, "en")


@pytest.mark.parametrize("arguments", [["sample", "nobody"], ["sample"]])
def test_an_example_that_is_none_stops_with_a_sentence(arguments: list[str], capsys: Streams) -> None:
    assert main(arguments) == 2

    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.endswith("。\n")


def test_a_good_file_is_said_to_be_well(file: Path, capsys: Streams) -> None:
    assert main(["check", str(file), "--language", "en"]) == 0

    assert capsys.readouterr().out == "Every answer in this file can be used.\n"


def test_bad_answers_are_told_field_by_field(file: Path, capsys: Streams) -> None:
    raw = json.loads(file.read_text(encoding="utf-8"))
    raw["debts"][0]["principal"] = "much"
    raw["nickname"] = "x"
    file.write_text(json.dumps(raw), encoding="utf-8")

    assert main(["check", str(file)]) == 1

    told = sorted(capsys.readouterr().out.splitlines())
    assert told[0].startswith("debts.0.principal  本金  这个金额认不出来")
    assert told[1] == "nickname  -  手册里没有这一项，请把它去掉。"


@pytest.mark.parametrize("command", ["check", "options"])
def test_a_file_that_is_no_workbook_stops_the_work(command: str, tmp_path: Path, capsys: Streams) -> None:
    path = tmp_path / "photo.json"
    path.write_bytes(b"\x89PNG\r\n")

    assert main([command, str(path), "--language", "en"]) == 2

    assert "not a file of this workbook" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path: Path, capsys: Streams) -> None:
    assert main(["check", str(tmp_path / "nowhere.json")]) == 2

    assert "nowhere.json" in capsys.readouterr().err


def test_the_schema_describes_every_field(capsys: Streams) -> None:
    assert main(["schema"]) == 0

    assert set(json.loads(capsys.readouterr().out)["properties"]) == set(Case.model_fields)


def test_options_are_worked_out_for_every_debt(file: Path, capsys: Streams) -> None:
    assert main(["options", str(file), "--today", "2026-11-23", "--language", "en"]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["on"] == "2026-11-23"
    assert [debt["debt_id"] for debt in report["debts"]] == ["debt-1"]


@pytest.mark.parametrize("recipient", ["bank", "me"])
def test_the_papers_are_written_as_one_pdf(recipient: str, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers.pdf"

    done = main(
        ["package", str(file), "--recipient", recipient, "--language", "en", "--today", "2026-11-23", "-o", str(out)]
    )

    assert done == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_papers_that_cannot_be_written_stop_with_a_sentence(file: Path, tmp_path: Path, capsys: Streams) -> None:
    assert main(["package", str(file), "-o", str(tmp_path / "no" / "papers.pdf"), "--today", "2026-11-23"]) == 2

    assert "papers.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["dance"], ["options", "x.json", "--today", "soon"]])
def test_a_misspelt_command_shows_how_it_is_written(arguments: list[str], capsys: Streams) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "accord", "sample", "--list"], capture_output=True, check=False)

    assert done.returncode == 0
    assert "lin_jing_card" in done.stdout.decode()


def test_all_rules_are_listed_with_how_sure_they_are(capsys: Streams) -> None:
    assert main(["rules", "list", "--on", "2026-11-23", "--language", "en"]) == 0

    listed = capsys.readouterr().out.splitlines()
    assert len(listed) > 100
    assert "loan.extension  P  checked, in use  letters may state it  Civil Code, Art. 678" in listed[0] + "".join(
        listed
    )


@pytest.mark.parametrize(("day", "status"), [("2026-11-23", 0), ("2026-12-20", 0), ("2026-12-21", 1)])
def test_a_review_fails_from_the_day_something_is_overdue(day: str, status: int, capsys: Streams) -> None:
    assert main(["rules", "review", "--on", day, "--language", "en"]) == status

    assert "lpr.one_year" in capsys.readouterr().out


def test_a_review_with_nothing_to_do_says_so(capsys: Streams) -> None:
    assert main(["rules", "review", "--on", "2026-08-01", "--language", "en"]) == 0

    assert capsys.readouterr().out == "Nothing to read again within eight weeks of 2026-08-01.\n"


def test_the_impact_of_a_rule_is_shown_by_file_and_line(capsys: Streams) -> None:
    assert main(["rules", "impact", "loan.waiver"]) == 0

    assert "accord/documents/letters/settlement.py:" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["impact"], ["impact", "no.such.rule"]])
def test_an_impact_without_a_known_rule_stops(arguments: list[str], capsys: Streams) -> None:
    assert main(["rules", *arguments]) == 2

    assert capsys.readouterr().err
