"""A photo is added to a paper, shown with its hints, refused with a reason, and taken away again."""

from pathlib import Path

import pytest

from accord.case import EvidenceFile, EvidenceState
from accord.evidence.limits import MOST_FILES
from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen
from tests.components.browsers import agree, own_browser
from tests.components.opened import words
from tests.components.photographed import NO_PHOTO, PAPER, PHOTO, add, at_the_paper, the_paper, without_state


def test_a_photo_is_kept_with_its_paper_and_the_case_holds_no_picture() -> None:
    app = add(at_the_paper(without_state()), PHOTO)
    paper = the_paper(app)

    assert [(file.pages, len(file.id)) for file in paper.files] == [(1, 32)]
    assert (paper.state, paper.pages) == (EvidenceState.HAVE, 1)
    assert len(app.session_state["case"].model_dump_json()) < 40_000
    assert "看起来清楚" in words(app)
    assert not app.exception


def test_the_name_of_a_file_is_neither_kept_nor_read_as_markup() -> None:
    app = add(at_the_paper(), PHOTO, (PHOTO[0], NO_PHOTO[1], "image/jpeg"))

    assert "onerror" not in app.session_state["case"].model_dump_json()
    said = app.error[0].value
    assert "不是照片" in said
    assert "\\<img src=x onerror=alert\\(1\\)\\>gpj" in said
    assert "\\.\\." not in said


def test_several_files_are_taken_and_one_that_is_none_is_refused_alone() -> None:
    app = add(at_the_paper(), PHOTO, NO_PHOTO, ("a.pdf", as_pdf(specimen(3), specimen(4)), "application/pdf"))

    assert [file.pages for file in the_paper(app).files] == [1, 2]
    assert the_paper(app).pages == 3
    assert len(app.error) == 1


def test_a_dark_blurred_photo_is_taken_and_gets_its_hints() -> None:
    app = add(at_the_paper(), ("a.jpg", as_bytes(specimen(24).point(lambda level: level * 0.2)), "image/jpeg"))

    assert len(the_paper(app).files) == 1
    assert "图片偏暗" in words(app)


def test_a_picture_is_removed_for_good() -> None:
    app = add(at_the_paper(), PHOTO)
    name = the_paper(app).files[0].id
    app.button(key=f"remove_{name}").click().run()

    assert the_paper(app).files == []
    assert app.session_state["pictures"] == {}


def test_the_page_says_where_the_pictures_lie() -> None:
    assert "图片只在这个页面里" in words(add(at_the_paper(), PHOTO))


def test_a_full_case_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    app = at_the_paper()
    monkeypatch.setattr("components.uploads.examine", lambda _data: pytest.fail("read for nothing"))
    papers = app.session_state["case"].evidence
    papers[0].files = [EvidenceFile(id=f"{number:032x}", size=10) for number in range(MOST_FILES)]
    add(app, PHOTO)

    assert f"最多放 {MOST_FILES} 个文件" in app.error[0].value
    assert the_paper(app).files == []


def test_a_picture_that_is_not_here_is_asked_for_again() -> None:
    app = at_the_paper()
    the_paper(app).files = [EvidenceFile(id="ab" * 16, pages=2, size=10)]
    app.run()

    assert "请重新添加" in app.info[-1].value or any("请重新添加" in info.value for info in app.info)


def test_a_kept_draft_brings_its_pictures_to_the_next_session(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = own_browser(monkeypatch, tmp_path)
    app = browser.open("4_materials", without_state())
    app.session_state["item_leaving_certificate"] = True
    agree(add(app.run(), PHOTO))
    app.run()
    assert app.session_state["pictures"] == {}

    again = browser.open("4_materials")
    again.session_state["item_leaving_certificate"] = True
    again.run()
    assert len(the_paper(again).files) == 1
    assert "图片已随草稿加密保存" in words(again)
    again.button(key=f"remove_{the_paper(again).files[0].id}").click().run()
    assert the_paper(again).files == []
    assert PAPER in {paper.id for paper in again.session_state["case"].evidence}
