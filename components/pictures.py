"""Where the pictures of papers lie: sealed in the store once the draft is kept, before that in this session alone.

The case knows of a picture only its id, its pages and its size. Bytes that a store has not taken yet stay in the
session and are offered to it again at the next page.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

import streamlit as st

from accord.case import Case, Evidence, EvidenceFile
from accord.crypto import Ticket
from accord.errors import AccordError, StoreError
from accord.evidence.covering import Box, small
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import Page, pack, unpack
from accord.store import FullError, NewFile, Store
from accord.store.records import new_id
from components import reading
from components.own_store import Own, own
from components.session import current_case

KIND = "application/x-workbook-pages"
HERE, SEEN = "pictures", "pictures_seen"
"""Where a session holds pictures that no store has, and small ones it has drawn."""
MOST_SEEN = 120
LET_GO = "pictures_let_go"
THUMB = 360
BEFORE = "before_file"
"""Where a session holds the answers that a file replaced."""

Pages = tuple[Page, ...]


def _here() -> dict[str, bytes]:
    found: dict[str, bytes] = st.session_state.setdefault(HERE, {})
    return found


def put(pages: Pages) -> EvidenceFile:
    """Keep pages under a new id and return what the case holds of them."""
    name, sheaf = new_id().hex(), pack(pages)
    _here()[name] = sheaf
    settle()
    return EvidenceFile(id=name, pages=len(pages), size=len(sheaf))


def take_in(sheaves: Mapping[str, bytes], *former: Case) -> None:
    """Keep pages that a workbook file brought, under ids of their own.

    Args:
        sheaves: pages as the examining process packed them, by their new ids.
        former: cases that may still be taken back; pages of no case at all are let go of.
    """
    wanted = (current_case(), *former)
    st.session_state[HERE] = {
        name: sheaf for name, sheaf in {**_here(), **sheaves}.items() if any(_is_of(case, name) for case in wanted)
    }
    settle()


def settle() -> AccordError | None:
    """Give the store what only this session holds, where a draft is kept; return what hinders that.

    To be called at the end of every page: somebody may have agreed to keeping after the pictures were added.
    """
    place = own() if not current_case().sample else None
    if place is None:
        return None
    try:
        _forget_removed(place)
        for name in [name for name in _here() if _is_of(current_case(), name)]:
            _attach(place, NewFile(_here()[name], KIND, id=bytes.fromhex(name)))
            del _here()[name]
    except (StoreError, ValueError) as error:
        return error if isinstance(error, AccordError) else None
    return None


def _attach(place: Own, file: NewFile) -> None:
    """Give the store one file; where it is full, pages this draft does not show any more make room."""
    try:
        place.store.attach(place.key, file)
    except FullError:
        if not _make_room(place):
            raise
        place.store.attach(place.key, file)


def _make_room(place: Own) -> bool:
    """Take pages of answers that were replaced out of the store; tell whether there were any.

    They stay in this session as long as the answers they belong to can be taken back.
    """
    before: Case | None = st.session_state.get(BEFORE)
    gone = [file.id for file in place.store.files(place.key) if not _is_of(current_case(), file.id.hex())]
    for file_id in gone:
        name = file_id.hex()
        if name in _may_return() or (before and _is_of(before, name)):
            _here()[name] = place.store.file(place.key, file_id)
        place.store.detach(place.key, file_id)
    return bool(gone)


def _may_return() -> set[str]:
    """Return the pictures of the paper that was taken away last and can still be taken back."""
    taken = st.session_state.get("taken_away")
    return {file.id for file in getattr(taken[2], "files", [])} if taken else set()


def only_here(case: Case) -> bool:
    """Tell whether a picture of this case lies in this session alone."""
    return any(_is_of(case, name) for name in _here())


def let_go(name: str) -> None:
    """Erase a picture for good.

    Raises:
        StoreError: the store cannot be reached; the picture is where it was.
    """
    place = own()
    if place and name not in _here():
        place.store.detach(place.key, bytes.fromhex(name))
    _here().pop(name, None)
    for key in [key for key in _seen() if key.startswith(name)]:
        del _seen()[key]


def note_removed(papers: list[Evidence]) -> None:
    """Remember the pictures of papers that were taken away, to be erased once they cannot be taken back any more."""
    st.session_state.setdefault(LET_GO, set()).update(file.id for paper in papers for file in paper.files)


def _forget_removed(place: Own) -> None:
    gone: set[str] = st.session_state.get(LET_GO, set())
    for name in sorted(gone - _may_return()):
        if not _is_of(current_case(), name):
            place.store.detach(place.key, bytes.fromhex(name))
            _here().pop(name, None)
        gone.discard(name)


def pages_of(file: EvidenceFile) -> Pages | None:
    """Return the pages of a file; None when they are neither here nor within reach."""
    sheaf = sheaf_of(file)
    try:
        return unpack(sheaf) if sheaf is not None else None
    except EvidenceError:
        return None


def held() -> set[str]:
    """Return the ids of all pictures that lie here or with the kept draft; of none there while it is out of reach."""
    place = own()
    try:
        stored = place.store.files(place.key) if place else []
    except StoreError:
        stored = []
    return {*_here(), *(file.id.hex() for file in stored)}


def sheaf_of(file: EvidenceFile) -> bytes | None:
    """Return the pages of a file as they are kept, in one piece; None when they are neither here nor within reach."""
    sheaf = _here().get(file.id)
    try:
        return _from_store(file.id) if sheaf is None else sheaf
    except (StoreError, ValueError):
        return None


def _from_store(name: str) -> bytes | None:
    if reading.on():
        found = reading.shared()
        return shared_file(found.store, found.ticket, name) if found else None
    place = own()
    return place.store.file(place.key, bytes.fromhex(name)) if place else None


def shared_file(store: Store, ticket: Ticket, name: str) -> bytes | None:
    """Return a picture as a link opens it; None where the owner did not open the proofs to it."""
    try:
        return store.file(ticket, bytes.fromhex(name))
    except (StoreError, ValueError):
        return None


def shared_pages(store: Store, ticket: Ticket, file: EvidenceFile) -> Pages | None:
    """Return the pages of a file as a link opens them; None where they are closed, damaged, or out of reach."""
    try:
        sheaf = shared_file(store, ticket, file.id)
        return unpack(sheaf) if sheaf is not None else None
    except EvidenceError:
        return None


def of_case(case: Case) -> Mapping[str, tuple[bytes, ...]]:
    """Return the pages of every paper that has some, as JPEG, by the paper's id."""
    found = {paper.id: [page for file in paper.files for page in pages_of(file) or ()] for paper in case.evidence}
    return {name: tuple(page.jpeg for page in pages) for name, pages in found.items() if pages}


def _seen() -> dict[str, str]:
    found: dict[str, str] = st.session_state.setdefault(SEEN, {})
    return found


def thumb(file: EvidenceFile, number: int) -> tuple[str, tuple[str, ...]] | None:
    """Return a small picture of one page as an address for `st.image`, and its hints; None when it is not to be had.

    The address holds the picture itself, so that it travels to this page alone and waits on no other address.
    """
    key = f"{file.id}:{number}"
    if reading.on() or key not in _seen():
        pages = pages_of(file)
        if pages is None or number >= len(pages):
            return None
        found = (address(small(pages[number], THUMB)), pages[number].hints)
        if reading.on():
            return found  # what was read of somebody else's stays in no session
        while len(_seen()) >= MOST_SEEN:
            _seen().pop(next(iter(_seen())))
        _seen()[key] = " ".join((found[0], *found[1]))
    picture, *hints = _seen()[key].split(" ")
    return picture, tuple(hints)


def preview(page: Page, side: int, box: Box | None = None) -> str:
    """Return a page as an address for `st.image`, with a box over it that is not covered yet."""
    return address(small(page, side, box))


def address(jpeg: bytes) -> str:
    """Return a JPEG as an address that holds it."""
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"


def _is_of(case: Case, name: str) -> bool:
    return any(file.id == name for paper in case.evidence for file in paper.files)
