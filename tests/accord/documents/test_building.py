"""Papers built step by step: told of, given up, and the same bytes as when they are built at once."""

import time
from threading import BoundedSemaphore, Event

import pytest

from accord.case import Case
from accord.documents import building, pdf
from accord.documents.building import AbandonedError, Job, build
from accord.documents.package import Order, bound
from accord.errors import PaperError
from tests.accord.documents.papers import ON, reader
from tests.accord.documents.proofs import ordered, proved_case


def test_three_files_are_built_and_are_those_of_the_package() -> None:
    made = build(proved_case(), ordered())
    package = bound(proved_case(), ordered())
    assert made.annex
    assert made.joined
    assert package.annex

    assert made.pdf == pdf.render(package.paper)
    assert len(reader(made.joined).pages) == len(reader(made.pdf).pages) + len(reader(made.annex).pages)
    assert len(made.pages) == len(reader(made.pdf).pages)


def test_without_pictures_there_is_one_file() -> None:
    made = build(Case(), Order("bank", "zh_CN", ON))

    assert (made.annex, made.joined) == (None, None)


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    build(proved_case(), ordered(), progress=lambda share, _words: told.append(share))

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 20


def test_a_build_ends_before_its_next_page_when_it_is_given_up() -> None:
    stop, told = Event(), []

    def note(share: float, _words: str) -> None:
        """Give up in the middle."""
        told.append(share)
        if share > 0.4:
            stop.set()

    with pytest.raises(AbandonedError):
        build(proved_case(), ordered(), progress=note, stop=stop)
    assert max(told) < 0.6


def test_a_job_works_beside_and_hands_over_its_result() -> None:
    job = Job(Case(), Order("bank", "zh_CN", ON))

    assert job.wait(30)
    assert job.share == 1.0
    assert len(job.result().pages) >= 1


def test_a_job_that_was_given_up_says_so() -> None:
    job = Job(proved_case(), ordered())
    job.abandon()

    assert job.wait(30)
    with pytest.raises(PaperError):
        job.result()


def test_no_more_are_built_at_once_than_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_LANES", BoundedSemaphore(1))
    building._LANES.acquire()  # noqa: SLF001  the place another person's papers hold
    job = Job(Case(), Order("bank", "zh_CN", ON))
    time.sleep(0.3)
    assert not job.done
    job.abandon()

    assert job.wait(5)


def test_papers_that_take_too_long_are_given_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "LONGEST", 0.0)
    job = Job(proved_case(), ordered())

    assert job.wait(30)
    with pytest.raises(PaperError, match="take too long"):
        job.result()
