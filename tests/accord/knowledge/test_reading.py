"""Shipped data are read once, and every fault in them is a KnowledgeError that names its place."""

from pathlib import Path

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES, speaking
from accord.knowledge.reading import Known, in_language, one, spoken_rows, tables


class Sign(Known):
    """A row to read."""

    colour: str
    text: str


GOOD = """
[[sign]]
id = "stop"
colour = "red"
[sign.en]
text = "Stop"
[sign.zh_CN]
text = "停"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "signs.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_is_read_once_in_each_language(tmp_path: Path) -> None:
    rows = spoken_rows(Sign, written(tmp_path, GOOD), "sign")

    assert set(rows) == set(LANGUAGES)
    assert one(rows["en"], "stop", "signs").text == "Stop"
    assert one(rows["zh_CN"], "stop", "signs").colour == "red"


def test_without_a_language_the_one_spoken_now_is_used(tmp_path: Path) -> None:
    rows = spoken_rows(Sign, written(tmp_path, GOOD), "sign")

    with speaking("en"):
        assert in_language(rows, None)[0].text == "Stop"
    assert in_language(rows, "zh_CN")[0].text == "停"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("colour", "color", "colour"),
        ('text = "Stop"', 'txt = "Stop"', "text"),
        ('text = "停"', 'text = " "', "text"),
        ('colour = "red"', "colour = 3", "colour"),
    ],
)
def test_a_wrong_row_is_named_with_its_place(tmp_path: Path, old: str, new: str, where: str) -> None:
    path = written(tmp_path, GOOD.replace(old, new))

    with pytest.raises(KnowledgeError) as caught:
        spoken_rows(Sign, path, "sign")

    assert caught.value.params == {"row": "stop", "name": "signs.toml", "place": where}


def test_a_row_in_one_language_only_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.partition("[sign.zh_CN]")[0])

    with pytest.raises(KnowledgeError, match="lacks one language"):
        spoken_rows(Sign, path, "sign")


def test_the_same_row_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="stands twice"):
        spoken_rows(Sign, written(tmp_path, GOOD + GOOD), "sign")


@pytest.mark.parametrize("text", ["[[sign", 'sign = "stop"'])
def test_a_file_that_is_no_list_of_rows_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        tables(written(tmp_path, text), "sign")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"gone\.toml"):
        tables(tmp_path / "gone.toml", "sign")


def test_an_unknown_row_is_refused_in_the_readers_language(tmp_path: Path) -> None:
    rows = spoken_rows(Sign, written(tmp_path, GOOD), "sign")

    with pytest.raises(KnowledgeError) as caught:
        one(rows["en"], "go", "signs.toml")

    with speaking("zh_CN"):
        assert "go" in caught.value.speak()
        assert "请告诉维护程序的人" in caught.value.speak()
