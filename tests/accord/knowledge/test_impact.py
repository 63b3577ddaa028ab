"""What a change of a rule touches: by its id, by names that carry it, by the words texts say it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.errors import KnowledgeError
from accord.knowledge.impact import ROOT, impact, kind_of
from accord.knowledge.rules import rules


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project that uses one rule in several ways."""
    files = {
        "accord/limits.py": 'RULE = "limitation.years"\n\n\ndef years():\n    return figure(RULE)\n',
        "accord/documents/letter.py": "from accord.limits import years\n\nTEXT = years()\n",
        "accord/other.py": "def years():\n    return 7\n\n\nPAUSE = years()\n",
        "accord/knowledge/texts/en/a.md": "After three years ask a lawyer.\n",
        "accord/knowledge/data/cards.toml": 'rules = ["limitation.years", "limitation.years_more"]\n',
        "accord/knowledge/data/rules/a.toml": '[[rule]]\nid = "limitation.years"\n',
        "tests/test_a.py": 'def test_a():\n    assert rule("limitation.years")\n',
        "components/a.py": 'SHOWN = "limitation.years_more"\n',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_way_of_using_a_rule_is_found_with_its_line(project: Path) -> None:
    found = {(use.kind, use.path, use.line) for use in impact("limitation.years", project)}

    assert found == {
        ("figure", "accord/limits.py", 1),
        ("figure", "accord/limits.py", 5),
        ("letter", "accord/documents/letter.py", 3),
        ("text", "accord/knowledge/texts/en/a.md", 1),
        ("card", "accord/knowledge/data/cards.toml", 1),
        ("test", "tests/test_a.py", 2),
    }


def test_a_use_says_by_what_it_was_found(project: Path) -> None:
    by = {use.path: use.by for use in impact("limitation.years", project)}

    assert by["accord/documents/letter.py"] == "years"
    assert by["accord/knowledge/texts/en/a.md"] == "“three years”"
    assert by["tests/test_a.py"] == "limitation.years"


def test_the_real_quiet_hours_reach_a_card_a_letter_a_text_and_a_screen() -> None:
    found = impact("collection.quiet_hours")

    assert {use.kind for use in found} >= {"card", "letter", "text", "figure", "screen", "test"}
    for use in found:
        lines = (ROOT / use.path).read_text(encoding="utf-8").splitlines()
        assert use.by.strip("“”") in lines[use.line - 1]


def test_a_rule_that_does_not_exist_has_no_impact() -> None:
    with pytest.raises(KnowledgeError, match="no_such"):
        impact("no_such")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("accord/documents/letters/request.py", "letter"),
        ("accord/options/waiver.py", "option"),
        ("accord/bank/view.py", "figure"),
        ("components/lab.py", "screen"),
        ("tests/accord/test_main.py", "test"),
    ],
)
def test_a_file_is_told_by_its_room(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_every_phrase_a_row_lists_still_stands_in_a_text() -> None:
    texts = [*(ROOT / "accord").rglob("*.md"), *(ROOT / "accord").rglob("*.po"), *(ROOT / "accord").rglob("*.py")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in texts)

    assert [phrase for row in rules() for phrase in row.phrases if phrase not in said] == []
