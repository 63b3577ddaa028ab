"""Files that are none of ours, or are ours and spoilt, by a few words about each; for the tests of what opens them."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

import xlsxwriter
from PIL import Image

from accord.case import Case, Debt
from accord.case.samples import sample
from accord.case.workbook import write_workbook
from accord.crypto import protect
from accord.crypto.derive import PassphraseCost

PASSPHRASE = "a long enough passphrase"  # noqa: S105  of invented files
CHEAP = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
OURS = write_workbook(sample("lin_jing_card", "zh_CN"))


def foreign_files() -> dict[str, bytes]:
    """Return the files, a hundred and more; the protected ones are under `PASSPHRASE`."""
    kinds = (_of_other_programs(), _cut_and_recoded(), _other_json(), _bad_answers(), _packed(), _protected())
    return {name: data for kind in kinds for name, data in kind}


def _with(**entries: object) -> bytes:
    return json.dumps(json.loads(OURS) | entries).encode()


def _of_other_programs() -> Iterator[tuple[str, bytes]]:
    for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PDF"):
        picture = BytesIO()
        Image.new("RGB", (8, 8)).save(picture, kind)
        yield f"a picture as {kind}", picture.getvalue()
    sheet = BytesIO()
    with xlsxwriter.Workbook(sheet, {"in_memory": True}) as book:
        book.add_worksheet().write_string(0, 0, "accord-workbook")
    yield "a spreadsheet", sheet.getvalue()
    with sqlite3.connect(":memory:") as line:
        line.execute("CREATE TABLE workbooks (wid BLOB)")
        yield "a database", line.serialize()
    line.close()
    beginnings = {
        "an old Word document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a program of Windows": b"MZ\x90\x00",
        "a program of Linux": b"\x7fELF\x02\x01\x01",
        "a film": b"\x00\x00\x00\x20ftypisom",
        "a photo of a phone": b"\x00\x00\x00\x18ftypheic",
        "a song": b"ID3\x04\x00",
        "a 7z archive": b"7z\xbc\xaf\x27\x1c",
        "a rar archive": b"Rar!\x1a\x07\x01\x00",
    }
    yield from ((name, start + bytes(range(256))) for name, start in beginnings.items())
    texts = {
        "a web page": "<!doctype html><title>x</title>",
        "XML": "<?xml version='1.0'?><format>accord-workbook</format>",
        "YAML": "format: accord-workbook\nschema_version: 2\n",
        "TOML": 'format = "accord-workbook"\nschema_version = 2\n',
        "CSV": "format,schema_version\naccord-workbook,2\n",
        "a calendar": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "a mail": "Subject: accord-workbook\r\n\r\n{}",
        "a letter": "尊敬的东湖银行（示例）：\n您好。\n",
        "a backup of the store": '{"format":"accord-store-backup","schema":3,"peppers":{}}\n["workbooks",{}]\n',
        "a key": "wbo1_" + "A" * 43,
    }
    yield from ((name, text.encode()) for name, text in texts.items())


def _cut_and_recoded() -> Iterator[tuple[str, bytes]]:
    text = OURS.decode()
    yield "nothing", b""
    yield "white space", b" \r\n\t \n"
    yield "a byte order mark alone", b"\xef\xbb\xbf"
    for share in (1, 25, 50, 75, 99):
        yield f"cut at {share} %", OURS[: len(OURS) * share // 100]
    for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5hkscs"):
        yield f"in {code}", text.encode(code, "ignore")
    yield "without its beginning", OURS[40:]
    yield "filled up with zeros", OURS + bytes(512)
    yield "zeros alone", bytes(4096)
    yield "twice", OURS * 2
    yield "one byte spoilt", OURS.replace("林".encode(), b"\xe6\x9e", 1)
    yield "a control sign in a text", text.replace("林静", "林\x00静", 1).encode()
    yield "larger than the limit", OURS + b" " * 9_000_000


def _other_json() -> Iterator[tuple[str, bytes]]:
    for value in ("null", "true", "2", '"accord-workbook"', "[]", "{}", '[{"format": "accord-workbook"}]'):
        yield f"the value {value}", value.encode()
    for kind in ("somebody-else", ["accord-workbook"], None, 1):
        yield f"as its format {kind!r}", _with(format=kind)
    for version in (0, -2, 3, 99, 10**30, "2", 2.0, None, True, [2]):
        yield f"as its version {version!r}", _with(schema_version=version)
    marks = {
        "NaN": "NaN",
        "endless": "-Infinity",
        "five thousand digits": "9" * 5000,
        "nested lists": "[" * 90_000,
        "nested objects": '{"a":' * 5000 + "1" + "}" * 5000,
        "nested below what a parser refuses": '{"a":' * 900 + "1" + "}" * 900,
        "a comma too many": "{},",
        "another kind of quotes": "{'name': 'x'}",
        "a remark": "{} // mine",
    }
    for name, text in marks.items():
        yield (
            f"an answer with {name}",
            f'{{"format": "accord-workbook", "schema_version": 2, "person": {text}}}'.encode(),
        )
    yield "the same answer twice", OURS.replace(b'"format"', b'"format": "accord-workbook", "format"', 1)
    yield "the same answer twice in a row", OURS.replace(b'"creditor"', b'"creditor": "x", "creditor"', 1)


def _bad_answers() -> Iterator[tuple[str, bytes]]:
    debt: dict[str, object] = {"id": "debt-1", "kind": "credit_card"}
    figures = ("1e999", 10**40, -1, "much", True, [1], {"a": 1}, "0.001", 1e308, "１２" * 30)
    for figure in figures:
        yield f"the amount {str(figure)[:12]}", _with(debts=[debt | {"principal": figure}])
    for day in ("2026-02-30", "never", 20261123, "0001-01-01", "9999-12-31", "2026-11-23T00:00:00+99:00"):
        yield f"the day {day}", _with(debts=[debt | {"as_of": day}])
    for group in ("person", "debts", "incomes", "private", "contacts", "package"):
        yield f"words in place of {group}", _with(**{group: "words"})
        yield f"a number in place of {group}", _with(**{group: 7})
    yield "rows without end", _with(debts=[debt | {"id": f"debt-{number}"} for number in range(5000)])
    yield "a text without end", _with(person={"name": "林" * 100_000})
    yield "half of a sign", _with(person={"name": "\ud83d"})
    yield "an unknown answer", _with(passwords=["x"])
    yield "a way out of the program", _with(__class__={"__init__": {"__globals__": {}}})
    yield "two rows of one number", write_workbook(Case(debts=[Debt(id="debt-1"), Debt(id="debt-1")]))


def _packed() -> Iterator[tuple[str, bytes]]:
    ways: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress,
        "bzip2": bz2.compress,
        "xz": lzma.compress,
        "zlib": zlib.compress,
        "text": b64encode,
    }
    yield from ((f"packed by {name}", pack(OURS)) for name, pack in ways.items())
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("workbook.json", OURS)
    yield "packed in an archive", archive.getvalue()
    tape = BytesIO()
    with tarfile.open(fileobj=tape, mode="w") as written:
        named = tarfile.TarInfo("workbook.json")
        named.size = len(OURS)
        written.addfile(named, BytesIO(OURS))
    yield "packed in a tar", tape.getvalue()


def _protected() -> Iterator[tuple[str, bytes]]:
    whole = protect(OURS, PASSPHRASE, CHEAP)
    yield "protected: its first bytes alone", whole[:4]
    yield "protected: its header alone", whole[:87]
    yield "protected: under another passphrase", protect(OURS, "another passphrase", CHEAP)
    spoilt: Mapping[str, tuple[int, bytes]] = {
        "a later format": (4, b"\x02"),
        "no format": (4, b"\x00"),
        "another derivation": (5, b"\x02"),
        "memory without end": (6, struct.pack(">I", 2**32 - 1)),
        "no memory": (6, struct.pack(">I", 0)),
        "passes without end": (10, struct.pack(">I", 2**32 - 1)),
        "no passes": (10, struct.pack(">I", 0)),
        "no lanes": (14, b"\x00"),
        "many lanes": (14, b"\xff"),
        "another salt": (15, b"\xff" * 16),
        "another commitment": (31, b"\xff" * 32),
        "another nonce": (63, b"\xff" * 12),
        "another length": (75, struct.pack(">Q", 2**63)),
        "another body": (90, b"\xff\xff"),
    }
    for name, (place, value) in spoilt.items():
        yield f"protected: {name}", whole[:place] + value + whole[place + len(value) :]
    yield "protected: cut", whole[:-1]
    yield "protected: added to", whole + b"\0"
    yield "protected: in text", b64encode(whole)
    inner = {
        "a PDF": b"%PDF-1.7",
        "nothing": b"",
        "other JSON": b"{}",
        "itself": whole,
        "a later version": _with(schema_version=3),
    }
    yield from ((f"protected: inside it {name}", protect(data, PASSPHRASE, CHEAP)) for name, data in inner.items())
