"""The pages of papers in a workbook file: gathered when it is made, looked through when it is opened.

A file may come from anybody. Its pages go through the same process as an upload and get ids of this draft's own; what
is refused there is left out and named, and the rest of the file stays whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import streamlit as st

from accord.case import Case, Evidence, EvidenceFile
from accord.case.folder import Folder
from accord.evidence.examining import check_room, examine
from accord.evidence.limits import LARGEST_CASE, MB, MOST_FILES
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import pack
from accord.i18n import _, plural
from accord.store.records import new_id
from components import keeping, pictures
from components.markup import plain

ROUNDED_UP = 0.1
"""MB; the least that is said of a size."""


class Counted(NamedTuple):
    """How many files of papers an encrypted file takes along, their bytes, and how many are out of reach now."""

    files: int
    size: int
    missing: int


class Gathered(NamedTuple):
    """The pages a file can take along, by id, and how many papers' files are out of reach now."""

    sheaves: Mapping[str, bytes]
    missing: int

    def counted(self) -> Counted:
        """Return the numbers alone."""
        return Counted(len(self.sheaves), sum(len(sheaf) for sheaf in self.sheaves.values()), self.missing)


class Refused(NamedTuple):
    """One file of a paper that was left out, and why."""

    paper: str
    error: EvidenceError


class Brought(NamedTuple):
    """What a workbook file brings.

    Attributes:
        case: its answers, with the pages under ids of this draft's own.
        sheaves: the pages that are new here, by those ids.
        refused: what was left out.
        papers: the papers whose pages come along.
        absent: papers with pages that are neither in the file nor here.
    """

    case: Case
    sheaves: Mapping[str, bytes]
    refused: tuple[Refused, ...]
    papers: tuple[Evidence, ...]
    absent: tuple[Evidence, ...]


def gathered(case: Case) -> Gathered:
    """Return the pages of a case's papers, as they are kept."""
    files = [file for paper in case.evidence for file in paper.files]
    found = {file.id: pictures.sheaf_of(file) for file in files}
    sheaves, room = dict[str, bytes](), LARGEST_CASE
    for name, sheaf in found.items():
        # Two tabs together may have added more than a case, and so a file, can have.
        if sheaf is not None and len(sheaves) < MOST_FILES and len(sheaf) <= room:
            sheaves[name], room = sheaf, room - len(sheaf)
    return Gathered(sheaves, len(found) - len(sheaves))


# -- opening a file ------------------------------------------------------------------------------------------------


def look_through(folder: Folder, tell: Callable[[int, int], object] = lambda _n, _of: None) -> Brought:
    """Have every page of a file drawn anew, each once.

    Args:
        folder: the file.
        tell: told before each file of a paper which one it is, of how many.
    """
    case, search = folder.case.model_copy(deep=True), _Search(dict(folder.sheaves), tell)
    for paper in case.evidence:
        had = len(paper.files)
        paper.files = [kept for file in paper.files if (kept := search.found(paper, file))]
        paper.exhibit = paper.exhibit and (bool(paper.files) or not had)
    return Brought(case, search.sheaves, tuple(search.refused), *search.sorted(case))


class _Search:
    """What was found in a file so far."""

    def __init__(self, offered: dict[str, bytes], tell: Callable[[int, int], object]) -> None:
        self.sheaves: dict[str, bytes] = {}
        self.refused: list[Refused] = []
        self._offered, self._tell, self._of = offered, tell, len(offered)
        self._sizes: list[int] = []
        self._held, self._came = pictures.held(), set[str]()

    def found(self, paper: Evidence, file: EvidenceFile) -> EvidenceFile | None:
        """Return what the case shall hold of a file; None when its pages were refused.

        Without pages in the file it stays as it is: they may lie with this draft already.
        """
        sheaf = self._offered.pop(file.id, None)
        if sheaf is None:
            return file
        self._tell(self._of - len(self._offered), self._of)
        try:
            check_room(self._sizes)
            kept = file if self._is_here(file, sheaf) else self._new(sheaf)
        except EvidenceError as error:
            self.refused.append(Refused(paper.title, error))
            return None
        self._sizes.append(kept.size)
        self._came.add(kept.id)
        return kept

    def sorted(self, case: Case) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
        """Return the papers whose pages came, and those with pages that are nowhere."""
        there = self._came | self._held
        came = (paper for paper in case.evidence if any(file.id in self._came for file in paper.files))
        absent = (paper for paper in case.evidence if any(file.id not in there for file in paper.files))
        return tuple(came), tuple(absent)

    def _is_here(self, file: EvidenceFile, sheaf: bytes) -> bool:
        return file.id in self._held and pictures.sheaf_of(file) == sheaf

    def _new(self, sheaf: bytes) -> EvidenceFile:
        pages = examine(sheaf)
        name, drawn = new_id().hex(), pack(pages)
        check_room(self._sizes, len(drawn))
        self.sheaves[name] = drawn
        return EvidenceFile(id=name, pages=len(pages), size=len(drawn))


# -- words ---------------------------------------------------------------------------------------------------------


def what_a_file_holds(case: Case) -> None:
    """Say which of the two files takes the pages of papers along; nothing while there are none."""
    if any(paper.files for paper in case.evidence):
        said = _("The photographs of your papers are not in this file. The encrypted file below takes them along.")
        st.markdown(f":small[{said}]")


def say_gathered(found: Counted) -> None:
    """Say what an encrypted file takes along, and what is missing from it."""
    if found.files:
        said = _("Files of your papers in it: {n}, together {size} MB.")
        st.markdown(said.format(n=found.files, size=f"{max(ROUNDED_UP, found.size / MB):.1f}"))
    if found.missing:
        said = plural(
            "{n} file of your papers is not in it, because it is out of reach now. Please keep the original.",
            "{n} files of your papers are not in it, because they are out of reach now. Please keep the originals.",
            found.missing,
        )
        st.warning(said, icon=":material/image_not_supported:")


def say_brought(found: Brought) -> None:
    """Name the papers whose pages come along, those whose pages are missing, and what was refused."""
    papers = found.papers
    if papers:
        st.markdown(
            plural("The photographs of {n} paper come along:", "The photographs of {n} papers come along:", len(papers))
        )
        st.markdown("\n".join(f"- {_line(paper)}" for paper in papers))
        if found.sheaves:
            _where_they_go()
    for refused in found.refused:
        name = plain(refused.paper or _("Paper without a name"))
        st.warning(
            _("A photograph of “{paper}” is left out. {reason}").format(
                paper=name, reason=plain(refused.error.speak())
            ),
            icon=":material/block:",
        )
    _say_absent(found.absent)


def _line(paper: Evidence) -> str:
    pages = plural("{n} page", "{n} pages", sum(file.pages for file in paper.files))
    return _("{paper} · {pages}").format(paper=plain(paper.title or _("Paper without a name")), pages=pages)


def _where_they_go() -> None:
    if not keeping.agreed():
        said = _("They lie on this page alone until you agree to keeping your draft; until then, keep the file.")
        st.markdown(f":small[{said}]")


def _say_absent(papers: tuple[Evidence, ...]) -> None:
    if papers:
        said = plural(
            "The photographs of {n} paper are neither in this file nor here. Please add them again in chapter 4.",
            "The photographs of {n} papers are neither in this file nor here. Please add them again in chapter 4.",
            len(papers),
        )
        st.info(said, icon=":material/image_not_supported:")
