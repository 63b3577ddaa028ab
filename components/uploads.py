"""A photo or PDF added to a paper, shown small with what it could be better at, and taken away again."""

from __future__ import annotations

from typing import Any

import streamlit as st

from accord.case import Case, Evidence, EvidenceFile, EvidenceState
from accord.errors import StoreError
from accord.evidence.examining import check_room, examine
from accord.evidence.limits import LARGEST_FILE, MB, MOST_FILES, can_confine
from accord.evidence.reasons import EvidenceError
from accord.i18n import _, plural
from components import keeping, photo_check, pictures, reading
from components.markup import plain
from components.session import current_case, forget_widgets

ENDINGS = ["jpg", "jpeg", "png", "webp", "pdf"]
"""Endings alone: one media type in this list would switch the server's own check off. The bytes decide in the end."""
ROUND = "upload_round"
LONGEST_NAME = 60
ACROSS = 2


def files(paper: Evidence) -> None:
    """Draw a paper's pictures, and the way to add one."""
    for file in paper.files:
        _one(paper, file)
    if reading.on():
        return
    _add(paper)
    if paper.files:
        _where_they_lie(current_case())


def _add(paper: Evidence) -> None:
    turn = st.session_state.setdefault(ROUND, {}).get(paper.id, 0)
    given = st.file_uploader(
        _("Add a photo or a PDF"),
        type=ENDINGS,
        accept_multiple_files=True,
        key=f"upload_{paper.id}_{turn}",
        max_upload_size=LARGEST_FILE // MB,
        help=_("One photo a page, or a PDF. On a phone this opens the camera or the album."),
    )
    _say_refused(paper.id)
    if given:
        _take(paper.id, given)
        # A new field: the file as it came, with the place it was photographed at, is let go of at once.
        st.session_state[ROUND][paper.id] = turn + 1
        st.rerun()


def _take(paper_id: str, given: list[Any]) -> None:
    refused: list[tuple[str, EvidenceError]] = []
    with st.status(_("Reading the pages …")) as status:
        for number, file in enumerate(given, 1):
            status.update(label=_("Reading file {n} of {of} …").format(n=number, of=len(given)))
            try:
                _keep(paper_id, file.getvalue())
            except EvidenceError as error:
                refused.append((_shown_name(file.name), error))
    st.session_state.setdefault("upload_refused", {})[paper_id] = refused


def _shown_name(name: str) -> str:
    """Return the end of a file's name without folders, and without signs that turn or hide others."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-LONGEST_NAME:]


def _keep(paper_id: str, data: bytes) -> None:
    """Read one file and put it to its paper.

    Raises:
        EvidenceError: it was not taken.
    """
    sizes = [file.size for paper in current_case().evidence for file in paper.files]
    check_room(sizes)
    pages = examine(data)
    check_room(sizes, sum(len(page.jpeg) for page in pages))
    paper = _paper(paper_id)
    if paper:
        paper.files = [*paper.files, pictures.put(pages)]
        paper.state = EvidenceState.HAVE
        _count(paper)
        pictures.settle()


def _paper(paper_id: str) -> Evidence | None:
    return next((paper for paper in current_case().evidence if paper.id == paper_id), None)


def _count(paper: Evidence) -> None:
    paper.pages = min(200, sum(file.pages for file in paper.files)) or paper.pages
    for name in ("state", "pages"):
        forget_widgets(f"evidence.{paper.id}.{name}")


def _say_refused(paper_id: str) -> None:
    for name, error in st.session_state.get("upload_refused", {}).get(paper_id, ()):
        said = _("{name}: {reason}").format(name=plain(name), reason=plain(error.speak()))
        st.error(said, icon=":material/block:")


def _one(paper: Evidence, file: EvidenceFile) -> None:
    found = pictures.thumb(file, 0)
    with st.container(border=True):
        if found is None:
            _absent()
        else:
            picture, hints = found
            st.image(picture, width=220, alt=_("First page of {paper}").format(paper=paper.title))
            st.markdown(plural("{n} page", "{n} pages", file.pages))
            photo_check.hints(hints)
            if not reading.on():
                photo_check.tools(paper.id, file)
        if not reading.on():
            st.button(
                _("Remove this picture"),
                key=f"remove_{file.id}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_remove,
                args=(paper.id, file.id),
            )


def _absent() -> None:
    if reading.on():
        st.markdown(_(":small[The owner did not open the pictures to this link.]"))
    else:
        st.info(
            _("This picture is not here: it lies with a draft kept elsewhere, or its session has ended. Add it again."),
            icon=":material/image_not_supported:",
        )


def _remove(paper_id: str, file_id: str) -> None:
    paper = _paper(paper_id)
    if paper is None:
        return
    try:
        pictures.let_go(file_id)
    except StoreError as error:
        st.session_state["upload_trouble"] = error
        return
    paper.files = [file for file in paper.files if file.id != file_id]
    paper.exhibit = paper.exhibit and bool(paper.files)
    _count(paper)
    forget_widgets(f"evidence.{paper_id}.exhibit")


def _where_they_lie(case: Case) -> None:
    trouble = st.session_state.pop("upload_trouble", None)
    if trouble:
        st.error(plain(trouble.speak()), icon=":material/cloud_off:")
    if keeping.agreed() and not pictures.only_here(case):
        said = _("The pictures are kept sealed with your draft. Place and camera were taken out of them.")
    elif keeping.agreed():
        said = _("The pictures are still only on this page; they are offered to the store again at every page.")
    else:
        said = _(
            "The pictures are only here, until this page is closed: agree to keeping your draft and they are kept with "
            "it. The encrypted file of chapter 8 takes them along. Place and camera were taken out of them."
        )
    st.markdown(f":small[{said}]")
    st.markdown(":small[" + _("{n} of {most} files").format(n=_number(case), most=MOST_FILES) + "]")
    if not can_confine():
        st.markdown(_(":small[On Windows files are read without limits of memory and time: add only your own.]"))


def _number(case: Case) -> int:
    return sum(len(paper.files) for paper in case.evidence)
