"""Remarks with their answers: read from the store, drawn alike for the owner and for the advisor.

Everything somebody wrote lies beside the case, never in it: so it can stand in no paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

import streamlit as st

from accord.case import Case
from accord.case.places import About, place_words
from accord.chapters import CHAPTERS
from accord.crypto import OwnerKey, Ticket
from accord.errors import AccordError
from accord.i18n import _, plural
from accord.store import CommentText, NewComment, Store, SuggestionText
from accord.store.records import LONGEST_NAME, SEEN, SETTLED
from accord.store.suggestions import OPEN
from components import checked
from components.amounts import HIDDEN, hidden
from components.link_list import moment_words
from components.markup import plain

CHAPTER = "chapter"
"""First step of a place that is a whole chapter: `chapter.materials`."""
ANSWERING, WORDS, NAME = "remark_answering", "remark_answer_words", "advisor_name"
TROUBLE = "remark_trouble"
SEEN_HERE = "remarks_seen"
LONGEST_ANSWER = 1500
MOST_LINES = 40
BETWEEN = " · "


class Thread(NamedTuple):
    """A remark, or a mark that something was checked, with its answers, the oldest first."""

    remark: CommentText
    answers: tuple[CommentText, ...] = ()
    settled: bool = False

    @property
    def about(self) -> About:
        """What it is about."""
        return About.read(self.remark.about)


class Heard(NamedTuple):
    """Everything that was said about a workbook; `seen` holds the ids that were on the owner's screen."""

    threads: tuple[Thread, ...]
    suggestions: tuple[SuggestionText, ...]
    seen: frozenset[bytes]

    @property
    def undecided(self) -> tuple[SuggestionText, ...]:
        """The suggested values that were neither taken nor left."""
        return tuple(row for row in self.suggestions if row.state == OPEN)

    @property
    def open(self) -> tuple[Thread, ...]:
        """The remarks that nobody settled."""
        return tuple(thread for thread in self.threads if not thread.settled)

    @property
    def stamp(self) -> tuple[object, ...]:
        """What tells one state of it from another; that something was seen makes no difference."""
        said = tuple((row.remark.id, len(row.answers), row.settled) for row in self.threads)
        return said, tuple((row.id, row.state) for row in self.suggestions)

    def new(self) -> frozenset[bytes]:
        """Return the ids of others' words that the owner has not seen: remarks, answers, undecided values."""
        rows = [row for thread in self.threads for row in (thread.remark, *thread.answers) if not row.mine]
        return frozenset((*(row.id for row in rows), *(row.id for row in self.undecided))) - self.seen


class Voice(NamedTuple):
    """Somebody who may write: the owner with the key, or an advisor with a ticket."""

    store: Store
    key: OwnerKey | Ticket

    @property
    def owner(self) -> bool:
        """Whether it is the owner."""
        return isinstance(self.key, OwnerKey)

    def hear(self) -> Heard:
        """Return what was said.

        Raises:
            StoreError: it cannot be read now.
        """
        return heard(self.store.comments(self.key), self.store.suggestions(self.key))


def heard(comments: Iterable[CommentText], suggestions: Iterable[SuggestionText]) -> Heard:
    """Put remarks and their answers together. An answer to what was deleted is left out."""
    rows = list(comments)
    first = [row for row in rows if not row.of and not row.mark]
    marks = {kind: {one for row in rows if row.mark == kind for one in row.of} for kind in (SEEN, SETTLED)}
    threads = tuple(Thread(row, _answers(rows, row), row.id in marks[SETTLED]) for row in first)
    return Heard(threads, tuple(suggestions), frozenset(marks[SEEN]))


def _answers(rows: list[CommentText], remark: CommentText) -> tuple[CommentText, ...]:
    return tuple(row for row in rows if not row.mark and remark.id in row.of)


def place_title(case: Case, path: str) -> str:
    """Return what a remark is about in words: a chapter, or a place of the case."""
    section, _dot, name = path.partition(".")
    if section == CHAPTER:
        return next((f"{found.number} {_(found.title)}" for found in CHAPTERS if found.id == name), "")
    return place_words(case, path)


def who(row: CommentText | SuggestionText) -> str:
    """Return under which name something was written, as Markdown."""
    if isinstance(row, CommentText) and row.by_owner:
        return _("The owner")
    return plain(row.name) or _("Without a name")


def draw(voice: Voice, thread: Thread, case: Case, version: int) -> None:
    """Draw a remark with its answers and with what may be done about it.

    Args:
        voice: who reads.
        thread: the remark.
        case: the case as the reader sees it now.
        version: the version of the part it is about now.
    """
    with st.container(border=True, key=f"remark_{thread.remark.id.hex()}"):
        st.markdown(_said(thread, case))
        if thread.about.checked:
            _checked(thread, case, version)
        for row in thread.answers:
            st.markdown(f":material/subdirectory_arrow_right: **{who(row)}** · {moment_words(row.at)}  \n{_words(row)}")
        if thread.settled:
            st.markdown(f":small[:material/done_all: {_('Settled')}]")
        _actions(voice, thread)


def _said(thread: Thread, case: Case) -> str:
    row = thread.remark
    place = plain(place_title(case, thread.about.path))
    head = BETWEEN.join(part for part in (f"**{place}**" if place else "", who(row), moment_words(row.at)) if part)
    return f"{head}  \n{_words(row)}" if row.words else head


def _words(row: CommentText) -> str:
    return plain(row.words)


def _checked(thread: Thread, case: Case, version: int) -> None:
    """Say whether what was checked still stands as it did, and show it as it stood."""
    frozen = checked.thaw(thread.remark.frozen)
    if frozen is None:
        same = thread.about.checked == version
        mark = _("Checked, and unchanged since.") if same else _("Checked before; it was changed since.")
        st.markdown(f":material/task_alt: {mark}")
        return
    found = checked.lines(frozen, case, thread.about.path)
    changed = [line for line in found if line.changed]
    if changed:
        told = plural(
            "Checked before; {n} answer differs since.", "Checked before; {n} answers differ since.", len(changed)
        )
        st.markdown(f":material/history: {told}")
        st.markdown("  \n".join(_difference(line) for line in changed[:MOST_LINES]))
    else:
        st.markdown(f":material/task_alt: {_('Checked, and unchanged since.')}")
    with st.expander(_("What was checked, as it stood then"), icon=":material/task_alt:"):
        st.markdown("  \n".join(_stood(line) for line in found if line.then) or "—")


def _stood(line: checked.Line) -> str:
    return _("{name}: {value}").format(name=plain(line.place), value=_value(line.then))


def _difference(line: checked.Line) -> str:
    return _("{place}: {before} → **{after}**").format(
        place=plain(line.place), before=_value(line.then), after=_value(line.now)
    )


def _value(words: str) -> str:
    if not words:
        return "—"
    return HIDDEN if hidden() and words.startswith("¥") else plain(words)


def _actions(voice: Voice, thread: Thread) -> None:
    """Draw what may be done: answer, and for the owner settle and delete, for the writer take back."""
    name, row = thread.remark.id.hex(), thread.remark
    with st.container(horizontal=True):
        if not thread.settled:
            _act(_("Reply"), f"remark_answer_{name}", "reply", _answer_at, name)
        if voice.owner and not thread.settled:
            _act(_("Settled"), f"remark_settle_{name}", "done_all", _settle, voice, row)
        if voice.owner:
            _act(_("Delete this remark"), f"remark_away_{name}", "delete", _delete, voice, row.id)
        elif row.mine:
            _act(_("Take back"), f"advisor_back_{name}", "undo", _delete, voice, row.id)
    if st.session_state.get(ANSWERING) == name:
        _answer_box(voice, row)


def _act(label: str, key: str, icon: str, then: object, *args: object) -> None:
    st.button(label, key=key, type="tertiary", icon=f":material/{icon}:", on_click=then, args=args)  # type: ignore[arg-type]  # a callback of any shape


def _answer_at(name: str) -> None:
    """Open the box for an answer, or close it again."""
    st.session_state[ANSWERING] = "" if st.session_state.get(ANSWERING) == name else name
    st.session_state[WORDS] = ""


def _answer_box(voice: Voice, row: CommentText) -> None:
    st.text_area(_("Your answer"), max_chars=LONGEST_ANSWER, key=WORDS, height=90)
    if not voice.owner:
        name_box()
    _trouble()
    st.button(_("Send the answer"), key="remark_send_answer", icon=":material/send:", on_click=_send, args=(voice, row))


def name_box() -> None:
    """Draw the line for the name an advisor writes under; it may stay empty."""
    st.text_input(_("Your name, as the owner shall see it"), max_chars=LONGEST_NAME, key=NAME)


def own_name() -> str:
    """Return the name an advisor writes under."""
    return str(st.session_state.get(NAME, "")).strip()[:LONGEST_NAME]


def _trouble() -> None:
    if said := st.session_state.pop(TROUBLE, ""):
        st.error(plain(said), icon=":material/error:")


def _send(voice: Voice, row: CommentText) -> None:
    words = str(st.session_state.get(WORDS, "")).strip()
    if not words:
        st.session_state[TROUBLE] = _("Please write something first.")
        return
    name = "" if voice.owner else own_name()
    if _kept(voice, NewComment(row.section, words, row.about, name, of=(row.id,))):
        st.session_state.update({ANSWERING: "", WORDS: ""})


def _settle(voice: Voice, row: CommentText) -> None:
    _kept(voice, NewComment(row.section, "", of=(row.id,), mark=SETTLED))


def _kept(voice: Voice, new: NewComment) -> bool:
    try:
        voice.store.comment(voice.key, new)
    except AccordError as error:
        st.session_state[TROUBLE] = error.speak()
        st.toast(plain(error.speak()), icon=":material/cloud_off:")
        return False
    return True


def _delete(voice: Voice, comment_id: bytes) -> None:
    try:
        voice.store.delete_comment(voice.key, comment_id)
    except AccordError as error:
        st.toast(plain(error.speak()), icon=":material/cloud_off:")


def mark_seen(voice: Voice, ids: frozenset[bytes]) -> None:
    """Note that these stood on the owner's screen; kept with the workbook, so that every device knows it.

    Where the store cannot take the note, this session remembers it.
    """
    if ids:
        st.session_state[SEEN_HERE] = seen_here() | ids
        with suppress(AccordError):
            voice.store.comment(voice.key, NewComment("case", "", of=tuple(sorted(ids)), mark=SEEN))


def seen_here() -> frozenset[bytes]:
    """Return the ids this session has shown."""
    found: frozenset[bytes] = st.session_state.get(SEEN_HERE, frozenset())
    return found
