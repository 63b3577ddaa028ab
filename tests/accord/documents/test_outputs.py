"""Nothing in a paper runs, opens, fetches or carries: the finished files are searched object by object."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from accord.case.samples import SAMPLES, sample
from accord.documents import pdf
from accord.documents.package import Order, bound
from accord.evidence.examining import examine
from accord.evidence.reasons import EvidenceError
from tests.accord.documents.papers import ON
from tests.accord.documents.proofs import ordered, pictures, proved_case
from tests.accord.evidence.hostile import TAKEN, hostile_files

ACTIVE = {"/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/URI", "/OpenAction", "/XFA"}
HOSTILE = {"a script at opening", "a script of the page", "a program to start", "a link to follow", "a file inside"}


def names_in(data: bytes) -> set[str]:
    """Return every name in a PDF, keys and values, of all objects it holds, compressed ones too."""
    found = PdfReader(BytesIO(data))
    count = int(str(found.trailer["/Size"]))
    objects = (found.get_object(number) for number in range(1, count) if _is_there(found, number))
    return {name for thing in (*objects, found.trailer) if thing is not None for name in _names(thing)}


def _is_there(found: PdfReader, number: int) -> bool:
    return any(number in table for table in found.xref.values()) or number in found.xref_objStm


def _names(thing: PdfObject) -> Iterator[str]:
    if isinstance(thing, IndirectObject):
        return
    if isinstance(thing, DictionaryObject):
        for key, value in thing.items():
            yield str(key)
            yield from _names(value)
    elif isinstance(thing, ArrayObject):
        for value in thing:
            yield from _names(value)
    elif str(thing).startswith("/"):
        yield str(thing)


def test_the_search_finds_what_it_is_for() -> None:
    files = {name: data for name, data, _right in hostile_files() if name in HOSTILE}

    assert all(names_in(data) & ACTIVE for data in files.values())
    assert len(files) == len(HOSTILE)


@pytest.mark.parametrize("recipient", ["bank", "mediator", "advisor", "me"])
def test_no_paper_holds_anything_that_acts(recipient: str) -> None:
    for name in SAMPLES:
        order = Order(recipient, "zh_CN", ON)
        assert not names_in(pdf.render(bound(sample(name, "zh_CN"), order).paper)) & ACTIVE


def test_no_annex_holds_what_a_hostile_proof_brought() -> None:
    taken = []
    for name, data, right in hostile_files():
        if name in HOSTILE or ("a photo that" in name and TAKEN in right):
            try:
                taken += [page.jpeg for page in examine(data)]
            except EvidenceError:
                continue
    case, order = proved_case(), ordered()
    held = pictures() | {case.evidence[0].id: tuple(taken)}
    made = bound(case, Order(order.recipient, "zh_CN", ON, pictures=held))
    data = pdf.render(made.joined)

    assert len(taken) >= len(HOSTILE)
    assert not names_in(data) & ACTIVE
    assert not any(mark in data for mark in (b"<script", b"PK\x03\x04", b"app.alert", b"evil.example", b"Exif\0"))
