"""What in a finished file could do something by itself: looked for in every object, not in the words on its pages."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import icalendar
import openpyxl
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from accord.documents.faces import plain

LIVE = frozenset(
    {
        *("/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/URI", "/SubmitForm", "/GoToR"),
        *(
            "/GoToE",
            "/ImportData",
            "/RichMedia",
            "/XFA",
            "/AcroForm",
            "/FileAttachment",
            "/Movie",
            "/Sound",
            "/Rendition",
        ),
    }
)
FORMULA_STARTS = frozenset("=+-@\t\r|%＝＋－＠")
HEADERS = {"Subject", "Date", "X-Unsent", "From", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
ENTRY = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "CLASS", "VALARM"}
CALENDAR = {"PRODID", "VERSION", "X-WR-CALNAME", "X-WR-TIMEZONE"}
ALARM = {"ACTION", "DESCRIPTION", "TRIGGER"}


def in_pdf(data: bytes) -> set[str]:
    """Return the names of living things in a PDF, however deep they lie."""
    reader = PdfReader(io.BytesIO(data))
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    found = {name for number in numbers for name in _names(reader.get_object(number))}
    return found | _names(reader.trailer)


def _names(thing: object) -> set[str]:
    if isinstance(thing, ArrayObject):
        return {name for part in thing for name in _names(part)}
    if not isinstance(thing, DictionaryObject):
        return {str(thing)} & LIVE if str(thing).startswith("/") else set()
    keys = {str(key) for key in thing} & LIVE
    # A place to begin reading at is an array; a dictionary would be something to do.
    keys |= {"/OpenAction"} if isinstance(thing.get("/OpenAction"), DictionaryObject) else set()
    parts = [part for key, part in thing.items() if key != "/Parent" and not isinstance(part, StreamObject)]
    return keys | {name for part in parts for name in _names(part)}


def in_mail(data: bytes) -> set[str]:
    """Return the headers that nobody asked for, parts that are more than text, and defects."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    said = {name for name in message if name not in HEADERS} | {str(defect) for defect in message.defects}
    said |= {kind for part in message.walk() if (kind := part.get_content_type()) in {"text/html", "message/rfc822"}}
    names = [part.get_filename() or "" for part in message.iter_attachments()]
    return said | {name for name in names if not name or set(name) & set('/\\\r\n\0":')}


def in_calendar(data: bytes) -> set[str]:
    """Return the properties and parts of a calendar that none of ours has."""
    diary = icalendar.Calendar.from_ical(data)
    wanted = {"VCALENDAR": CALENDAR, "VEVENT": ENTRY, "VALARM": ALARM}
    found = {part.name for part in diary.walk() if part.name not in wanted}
    found |= {name for part in diary.walk() for name in part if name not in wanted.get(str(part.name), set())}
    return {str(name) for name in found} | {
        str(part["ACTION"]) for part in diary.walk("VALARM") if part["ACTION"] != "DISPLAY"
    }


def in_spreadsheet(data: bytes) -> set[str]:
    """Return the formulas and links of a spreadsheet, and parts of the file that reach outside it."""
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    found = {str(cell.value) for cell in cells if cell.data_type == "f" or cell.hyperlink or _starts(cell.value)}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        outside = {name for name in parts.namelist() if "externalLink" in name or name.endswith((".bin", ".vml"))}
        outside |= {
            name for name in parts.namelist() if b"<f>" in parts.read(name) or b"TargetMode" in parts.read(name)
        }
    return found | outside


def _starts(value: object) -> bool:
    return isinstance(value, str) and plain(value).lstrip(" ")[:1] in FORMULA_STARTS


def in_table(data: bytes) -> set[str]:
    """Return the cells of a table that a spreadsheet program would read as a formula."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {cell for row in rows for cell in row if cell.lstrip(" ")[:1] in FORMULA_STARTS and not _is_number(cell)}


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii()


def in_json(data: bytes) -> set[str]:
    """Return what keeps a JSON file from being read back as one object."""
    return set() if isinstance(json.loads(data), dict) else {"no object"}


def names_in(archive: zipfile.ZipFile) -> set[str]:
    """Return the names in an archive that could leave the folder they are unpacked in, or hide what they are."""
    bad = set('\\:*?"<>|') | {chr(number) for number in range(32)}
    return {
        name
        for name in archive.namelist()
        if set(name) & bad or name.startswith(("/", ".", "~")) or ".." in name or "/" in name or not name.isprintable()
    }


READERS: dict[str, Callable[[bytes], set[str]]] = {
    "pdf": in_pdf,
    "eml": in_mail,
    "ics": in_calendar,
    "xlsx": in_spreadsheet,
    "csv": in_table,
    "json": in_json,
}


def in_archive(data: bytes) -> Iterator[tuple[str, set[str]]]:
    """Yield each file of an archive with what lives in it; the names themselves come first, as `names`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "names", names_in(archive)
        for name in archive.namelist():
            reader = READERS.get(name.rsplit(".", 1)[-1])
            if reader:
                yield name, reader(archive.read(name))
