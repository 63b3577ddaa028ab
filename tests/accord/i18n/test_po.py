"""The catalogues' format: what counts, what is passed over, what is refused, and another reader's opinion."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from accord import i18n
from accord.i18n.po import messages

CATALOGUES = sorted((Path(i18n.__file__).parent / "locale" / "zh_CN").glob("*.po"))
HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n'


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_catalogue_reads_as_another_reader_reads_it(path: Path) -> None:
    with path.open("rb") as file:
        theirs = {str(entry.id): str(entry.string) for entry in read_po(file, locale="zh_CN") if entry.id}

    assert messages(path.read_text(encoding="utf-8")) == theirs
    assert theirs


def test_long_texts_go_on_over_several_lines() -> None:
    text = HEADER + '# a word of advice\nmsgid ""\n"One, "\n"two."\nmsgstr "一、"\n"二。"\n'

    assert messages(text) == {"One, two.": "一、二。"}


def test_signs_written_with_a_backslash_are_read() -> None:
    assert messages(r'msgid "a \"b\" \\ c\nd\te"' + "\n" + r'msgstr "“b”\n"') == {'a "b" \\ c\nd\te': "“b”\n"}


def test_empty_and_fuzzy_translations_do_not_count() -> None:
    empty, fuzzy = 'msgid "a"\nmsgstr ""\n', '#, fuzzy\nmsgid "b"\nmsgstr "乙"\n'

    assert messages(f'{empty}\n{fuzzy}\r\n\r\nmsgid "c"\r\nmsgstr "丙"\r\n') == {"c": "丙"}


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "甲" und mehr\n',
        'msgid "a"\nmsgstr "甲"\nmsgid "b"\nmsgstr "乙"\n',
        '"nobody named me"\n',
        'msgctxt "x"\nmsgid "a"\nmsgstr "甲"\n',
        'msgid "a\nmsgstr "甲"\n',
        r'msgid "a\q"' + '\nmsgstr "甲"\n',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"msg|nobody"):
        messages(text)
