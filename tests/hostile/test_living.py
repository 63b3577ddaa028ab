"""What looks for living things finds them where they are."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from tests.accord.evidence.hostile import one_page
from tests.hostile.living import in_archive, in_calendar, in_mail, in_pdf, in_spreadsheet, in_table

SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
LINK = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /%s >> >>]"
ACTIVE = {
    "/OpenAction": one_page(catalog=b"/OpenAction " + SCRIPT),
    "/AA": one_page(b"/AA << /O %s >>" % SCRIPT),
    "/Launch": one_page(LINK % b"Launch /F (calc.exe)"),
    "/URI": one_page(LINK % b"URI /URI (https://beacon.invalid)"),
    "/SubmitForm": one_page(LINK % b"SubmitForm /F (https://beacon.invalid)"),
    "/EmbeddedFiles": one_page(catalog=b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>"),
    "/XFA": one_page(catalog=b"/AcroForm << /XFA 5 0 R >>", o5=b"(x)"),
}
ENTRY = (
    "BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\n{more}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize(("living", "data"), ACTIVE.items(), ids=ACTIVE)
def test_whatever_acts_in_a_pdf_is_found(living: str, data: bytes) -> None:
    assert living in in_pdf(data)
    assert in_pdf(one_page()) == set()


def test_a_formula_and_a_link_in_a_spreadsheet_are_found() -> None:
    book, target = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = "=1+1"
    book.active["A2"].hyperlink = "https://beacon.invalid/x"
    book.save(target)

    assert "=1+1" in in_spreadsheet(target.getvalue())


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "@SUM(1)", "\t=1", " =1", "＝1", "-cmd"])
def test_a_formula_in_a_table_is_found_and_a_figure_is_none(cell: str) -> None:
    assert in_table(f'1,"{cell}"\r\n'.encode()) == {cell}
    assert in_table(b"1,-2.50,2026-12-15\r\n") == set()


@pytest.mark.parametrize("head", ["Bcc: a@beacon.invalid", "Content-Type: text/html", "X-Else: y"])
def test_a_header_and_a_page_in_a_mail_are_found(head: str) -> None:
    assert in_mail(f"Subject: x\r\n{head}\r\n\r\ny\r\n".encode()) != set()
    assert in_mail(b"Subject: x\r\n\r\ny\r\n") == set()


@pytest.mark.parametrize("more", ["URL:https://beacon.invalid/x", "ATTACH:https://beacon.invalid/x", "ORGANIZER:x"])
def test_what_an_entry_should_not_have_is_found(more: str) -> None:
    assert in_calendar(ENTRY.format(more=more).encode()) != set()
    assert in_calendar(ENTRY.format(more="SUMMARY:x").encode()) == set()


@pytest.mark.parametrize("name", ["../x", "/x", "a\\b", "C:x", ".x", "a/b.csv"])
def test_a_name_that_leaves_its_folder_is_found(name: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, b"")

    assert dict(in_archive(target.getvalue()))["names"] == {name}
