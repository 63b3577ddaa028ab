"""Every paper is made of any text that an answer can hold: nothing fails, nothing is smuggled in, each file opens."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from io import BytesIO, StringIO
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from icalendar import Calendar
from openpyxl import load_workbook

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.documents import pdf, text
from accord.documents.calendar import due_calendar
from accord.documents.mail import Attachment, file_name, letter_mail, one_line
from accord.documents.package import Order, bound
from accord.documents.spreadsheet import FORMULA_SIGNS, safe_text, schedule_csv, schedule_workbook
from accord.i18n import LANGUAGES
from tests import torture
from tests.accord.documents.papers import ON, reader

WORDS_OF_OURS = frozenset({"id", "kind", "letter", "option", "item", "parts", "language", "format", "recipient"})
ODD = (
    "\r\nBcc: all@example.com",
    "END:VEVENT\r\nBEGIN:VEVENT",
    "=HYPERLINK(1)",
    "\u202egnirts",
    "a\x00b\x1b[31m",
    "👨‍👩‍👧𠮷",
    "<script>alert(1)</script>",
    "]](/etc/passwd){x}%s",
    "../..\\con.",
    "ﷺ" * 20,
    "x" * 200,
)
often = settings(
    max_examples=max(10, torture.EXAMPLES // 3),
    deadline=None,
    derandomize=torture.FACTOR == 1,
    database=None,
    suppress_health_check=list(HealthCheck),
)
seldom = settings(often, max_examples=torture.PAPERS)
words = some.text(max_size=60) | some.sampled_from(ODD)
languages = some.sampled_from(LANGUAGES)


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401  any JSON
    """Yield where free text stands in a case."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in entries:
        if type(inner) is str and name not in WORDS_OF_OURS and not str(name).endswith("_id"):
            yield (*path, name)
        yield from _texts(inner, (*path, name))


@some.composite
def odd_cases(draw: some.DrawFn) -> Case:
    """Draw a sample in which some texts are others, as far as the fields take them."""
    case = sample(draw(some.sampled_from(list(SAMPLES))), draw(languages))
    for path in draw(some.lists(some.sampled_from(list(_texts(case.model_dump()))), min_size=3, max_size=12)):
        raw = case.model_dump()
        place: Any = raw
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = draw(words)
        try:
            case = Case.model_validate(raw)
        except ValueError:
            continue
    return case


@often
@given(odd_cases(), languages, some.booleans())
def test_a_calendar(case: Case, language: str, private: bool) -> None:  # noqa: FBT001  drawn, never passed by a person
    data = due_calendar(case.opened(), language=language, on=ON, private=private)
    plain = due_calendar(Case(agreements=case.agreements).opened(), language=language, on=ON)

    assert len(Calendar.from_ical(data).walk("VEVENT")) == len(Calendar.from_ical(plain).walk("VEVENT"))
    assert b"\0" not in data
    assert all(_shows(line) or "\t" in line for line in data.decode().split("\r\n"))


def _shows(line: str) -> bool:
    """Tell whether a line holds no control signs.

    Signs this Python does not know yet, and those of private use, may be those of a rare name.
    """
    return all(sign.isprintable() or unicodedata.category(sign) in {"Cn", "Co"} for sign in line)


@often
@given(odd_cases(), languages, words)
def test_a_mail(case: Case, language: str, name: str) -> None:
    data = letter_mail(case.opened(), [Attachment(name, b"%PDF-1.7")], language=language, on=ON)
    message = message_from_bytes(data, policy=policy.default)

    assert set(message.keys()) <= {"Subject", "Date", "X-Unsent", "From", "MIME-Version", "Content-Type"}
    assert [part.get_filename() for part in message.iter_attachments()] == [file_name(name)]
    assert message["From"] is None or len(message["From"].addresses) == 1


@often
@given(odd_cases(), languages)
def test_a_spreadsheet_and_its_plain_form(case: Case, language: str) -> None:
    book = load_workbook(BytesIO(schedule_workbook(case.opened(), language=language, on=ON)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    rows = list(csv.reader(StringIO(schedule_csv(case.opened(), language=language, on=ON).decode("utf-8-sig"))))

    assert kinds <= {"s", "n", "d"}
    assert len({len(row) for row in rows}) == 1


@often
@given(odd_cases(), languages, some.sampled_from(["bank", "mediator", "advisor", "me"]))
def test_a_papers_text(case: Case, language: str, recipient: str) -> None:
    assert text.render(bound(case, Order(recipient, language, ON)).paper)


@torture.PATIENT
@seldom
@given(odd_cases(), languages, some.sampled_from(["bank", "mediator", "advisor", "me"]))
def test_a_pdf(case: Case, language: str, recipient: str) -> None:
    data = pdf.render(bound(case, Order(recipient, language, ON)).paper)

    assert len(reader(data).pages) >= 1


@often
@given(words | some.text(some.characters()))
def test_a_file_name_a_header_and_a_cell(typed: str) -> None:
    name, header, cell = file_name(typed), one_line(typed), safe_text(typed)

    assert 0 < len(name) <= 80
    assert not re.search(r"[\\/:*?\"<>|\x00-\x1f]", name)
    assert name.strip(". ") == name
    assert len(header.splitlines()) <= 1
    assert not cell.startswith(FORMULA_SIGNS)


def test_how_often_each_was_tried(record_property: Callable[[str, object], None]) -> None:
    count = 5 * often.max_examples + seldom.max_examples
    record_property(torture.TRIED, count)
    record_property(torture.COUNTED, f"F11 builders: {count} cases with odd texts, {torture.PAPERS} of them as PDF")
    assert count
