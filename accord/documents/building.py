"""The papers built step by step, with progress, in a thread of their own, and given up when nobody wants them any more.

At most one is built for each core at a time. A session holds a `Job`; it never waits for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Event, Lock, Thread
from time import thread_time

from accord.case import Case
from accord.documents import images, pdf
from accord.documents.package import Order, Package, bound
from accord.errors import AccordError, PaperError
from accord.i18n import N_

Progress = Callable[[float, str], None]
"""Takes how much is done, from 0 to 1, and a sentence to be spoken."""
WAITING = N_("Waiting for a free place …")
SETTING = N_("Setting the pages …")
DRAWING = N_("Drawing the pages …")
PICTURING = N_("Drawing the pictures of the pages …")
READY = N_("The papers are ready.")
GIVEN_UP = N_("The papers were not made: you stopped it. Your answers are safe.")
TOO_LONG = N_(
    "These papers take too long to make. Choose fewer parts or photographs and try again. Your answers are safe."
)
LONGEST = 20.0
"""Seconds of a processor that one order may take: on a busy machine the clock says nothing about the work."""
_LANES = BoundedSemaphore(os.cpu_count() or 1)
_LOOK = 0.2
"""Seconds between two looks whether a waiting job was given up."""


class AbandonedError(PaperError):
    """The papers are not wanted any more."""


@dataclass(frozen=True)
class Built:
    """A package and its files: the papers, the annex with its exhibits, both joined, and the papers' pages as PNG."""

    package: Package
    pdf: bytes = field(repr=False)
    annex: bytes | None = field(repr=False)
    joined: bytes | None = field(repr=False)
    pages: tuple[bytes, ...] = field(repr=False)


def _quiet(_share: float, _words: str) -> None:
    """Tell nobody."""


def build(case: Case, order: Order, *, progress: Progress = _quiet, stop: Event | None = None) -> Built:
    """Return the papers that were ordered.

    Args:
        case: the whole case.
        order: what is wanted.
        progress: told of every step and page.
        stop: set by whoever wants the papers no longer.

    Raises:
        AbandonedError: `stop` was set.
        PaperError: the papers cannot be made, or take too long.
    """
    stop = stop or Event()
    progress(0.0, WAITING)
    while not _LANES.acquire(timeout=_LOOK):
        _go_on(stop)
    try:
        return _built(case, order, progress, stop)
    finally:
        _LANES.release()


def _built(case: Case, order: Order, progress: Progress, stop: Event) -> Built:
    _go_on(stop)
    progress(0.05, SETTING)
    made = bound(case, order)
    whole = pdf.laid_out(made.joined)
    first = len(whole) if made.annex is None else made.annex.starts_at - 1
    steps = _Steps(progress, stop, first * 2 + (2 * len(whole) - first if made.annex else 0))
    paper = pdf.drawn(made.paper, whole[:first], steps.drawing)
    annex = pdf.drawn(made.annex, whole[first:], steps.drawing) if made.annex else None
    joined = pdf.drawn(made.paper, whole, steps.drawing) if made.annex else None
    pages = images.of_pdf(paper, each=steps.picturing)
    progress(1.0, READY)
    return Built(made, paper, annex, joined, pages)


@dataclass
class _Steps:
    """Counts pages, tells of them, and ends the work when nobody wants it or it takes too long."""

    progress: Progress
    stop: Event
    of: int
    done: int = 0
    begun: float = field(default_factory=thread_time)

    def drawing(self) -> None:
        """Note a page that is about to be drawn."""
        self._step(DRAWING)

    def picturing(self) -> None:
        """Note a page that is about to become a picture."""
        self._step(PICTURING)

    def _step(self, words: str) -> None:
        _go_on(self.stop)
        if thread_time() - self.begun > LONGEST:
            raise PaperError(TOO_LONG)
        self.done += 1
        self.progress(min(0.99, 0.25 + 0.75 * self.done / max(1, self.of)), words)


def _go_on(stop: Event) -> None:
    if stop.is_set():
        raise AbandonedError(GIVEN_UP)


class Job:
    """Papers being built in a thread of their own. Safe to look at from another one."""

    def __init__(self, case: Case, order: Order) -> None:
        """Begin with a copy of the case: the person may go on typing."""
        self._case, self._order = case.model_copy(deep=True), order
        self._stop, self._lock = Event(), Lock()
        self._share, self._words = 0.0, WAITING
        self._built: Built | None = None
        self._error: AccordError | None = None
        self._thread = Thread(target=self._work, name="papers", daemon=True)
        self._thread.start()

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        with self._lock:
            return self._share

    @property
    def words(self) -> str:
        """What is being done, to be spoken."""
        with self._lock:
            return self._words

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return not self._thread.is_alive()

    def abandon(self) -> None:
        """Give it up; it ends before its next page."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait for its end, at most so long; tell whether it has ended."""
        self._thread.join(seconds)
        return self.done

    def result(self) -> Built:
        """Return the papers of a job that is done.

        Raises:
            AbandonedError: it was given up, or is not done.
            AccordError: the papers cannot be made; the sentence says why.
        """
        if self._error is not None:
            raise self._error
        if self._built is None:
            raise AbandonedError(GIVEN_UP)
        return self._built

    def _work(self) -> None:
        try:
            self._built = build(self._case, self._order, progress=self._note, stop=self._stop)
        except AccordError as error:
            self._error = error

    def _note(self, share: float, words: str) -> None:
        with self._lock:
            self._share, self._words = share, words
