"""Papers in the workbook file: they come along under a passphrase, drawn anew, and a hostile one stays out alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from accord.case import Case, Evidence, EvidenceFile
from accord.case.folder import Folder, read_folder, write_folder
from accord.case.workbook import write_workbook
from accord.crypto import protect, unprotect
from accord.crypto.derive import PassphraseCost
from accord.evidence.examining import examine
from accord.evidence.limits import MB
from accord.evidence.sheaf import Page, pack, unpack
from components import file_papers
from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen
from tests.components.browsers import agree, own_browser
from tests.components.opened import ROOT, example, opened, words
from tests.components.stores import cut_off, opened_store

KEY = "open_file"
PASSPHRASE = "correct horse"  # noqa: S105  of invented files
CHEAP = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
FIRST, SECOND = "ab" * 16, "cd" * 16


@pytest.fixture(scope="module")
def sheaf() -> bytes:
    """Return two small pages as they are kept."""
    return pack(examine(as_pdf(specimen(3, size=(280, 396)), specimen(4, size=(280, 396)))))


def with_papers(*names: str) -> Case:
    """Return the example with papers of the person's own, each with one file."""
    case = example()
    case.evidence = [
        Evidence(id=f"own-{number}", title=f"证明 {name[:2]}", files=[EvidenceFile(id=name)])
        for number, name in enumerate(names)
    ]
    return case


def closed(case: Case, sheaves: Mapping[str, bytes]) -> bytes:
    """Return an encrypted file."""
    return protect(write_folder(case, sheaves), PASSPHRASE, CHEAP, papers=True)


def brought(app: AppTest, data: bytes) -> AppTest:
    """Choose an encrypted file and open it with its passphrase."""
    app.file_uploader(key=KEY).upload("mine.workbook", data).run()
    return app.text_input(key=f"{KEY}_passphrase").set_value(PASSPHRASE).run()


def files_of(app: AppTest) -> list[EvidenceFile]:
    """Return the files of all papers of the case at hand."""
    case: Case = app.session_state["case"]
    return [file for paper in case.evidence for file in paper.files]


def test_a_saved_file_brings_its_papers_to_another_browser(sheaf: bytes) -> None:
    app = opened("8_summary", with_papers(FIRST))
    app.session_state["pictures"] = {FIRST: sheaf}
    app.text_input(key="save_file_passphrase").set_value(PASSPHRASE).run()
    app.button(key="save_file_protect").click().run()
    _document, data = app.session_state["save_file_made"]
    assert "1 个文件" in words(app)

    other = brought(opened("start"), data)
    assert "证明 ab" in words(other)
    assert other.session_state["case"] == Case()
    other.button(key=f"{KEY}_confirm").click().run()

    (file,) = files_of(other)
    pages = unpack(other.session_state["pictures"][file.id])
    assert (file.id != FIRST, file.pages, len(pages)) == (True, 2, 2)
    assert other.session_state["case"].person == app.session_state["case"].person


def test_the_plain_file_holds_answers_alone_and_says_so(sheaf: bytes) -> None:
    case = with_papers(FIRST)
    app = opened("8_summary", case)
    app.session_state["pictures"] = {FIRST: sheaf}

    assert "这个文件里不含您上传的材料照片" in words(app.run())
    assert sheaf[:200] not in write_workbook(case)


def test_before_the_person_agreed_the_papers_wait_on_the_page_and_it_says_so(sheaf: bytes) -> None:
    app = brought(opened("start"), closed(with_papers(FIRST), {FIRST: sheaf}))

    assert "在您同意保存草稿之前，照片只在这个页面里" in words(app)


def kept_at_the_front_door(monkeypatch: pytest.MonkeyPatch, folder: Path, case: Case | None = None) -> AppTest:
    """Return the front door of a draft that is kept."""
    app = agree(own_browser(monkeypatch, folder).open("4_materials", case or example()))
    return app.switch_page(str(ROOT / "app.py")).run()


def test_papers_that_waited_are_kept_once_the_person_agrees(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheaf: bytes
) -> None:
    app = own_browser(monkeypatch, tmp_path).open("4_materials")
    app = brought(app.switch_page(str(ROOT / "app.py")).run(), closed(with_papers(FIRST), {FIRST: sheaf}))
    app.button(key=f"{KEY}_confirm").click().run()
    app.switch_page("pages/4_materials.py").run()
    agree(app).run()

    (file,) = files_of(app)
    assert app.session_state["pictures"] == {}
    assert unpack(opened_store(tmp_path).file(app.session_state["kept"].key, bytes.fromhex(file.id)))


def test_a_kept_draft_takes_the_papers_at_once_and_gives_the_former_ones_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheaf: bytes
) -> None:
    app = kept_at_the_front_door(monkeypatch, tmp_path)
    before = app.session_state["case"].model_copy(deep=True)
    app = brought(app, closed(with_papers(FIRST), {FIRST: sheaf}))
    app.button(key=f"{KEY}_confirm").click().run()
    key, store = app.session_state["kept"].key, opened_store(tmp_path)
    assert [label.id.hex() for label in store.files(key)] == [file.id for file in files_of(app)]
    former = before.evidence[0].title.encode()
    assert any(former in store.earlier(key, past.id) for past in store.history(key))

    app.button(key=f"{KEY}_back").click().run()

    assert app.session_state["case"] == before


def test_one_file_opened_in_two_drafts_serves_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheaf: bytes
) -> None:
    data, keys = closed(with_papers(FIRST), {FIRST: sheaf}), []
    for _draft in range(2):
        app = brought(kept_at_the_front_door(monkeypatch, tmp_path), data)
        app.button(key=f"{KEY}_confirm").click().run()
        keys.append(app.session_state["kept"].key)

    assert keys[0] != keys[1]
    assert [len(opened_store(tmp_path).files(key)) for key in keys] == [1, 1]


def test_the_same_draft_s_own_papers_are_not_taken_twice(sheaf: bytes) -> None:
    case = with_papers(FIRST)
    app = opened("start", case)
    app.session_state["pictures"] = {FIRST: sheaf}
    brought(app, closed(case, {FIRST: sheaf})).button(key=f"{KEY}_confirm").click().run()

    assert [file.id for file in files_of(app)] == list(app.session_state["pictures"]) == [FIRST]


def noted(jpeg: bytes) -> bytes:
    """Return a picture with a note of where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "app.alert(1) 北纬39度"
    return as_bytes(Image.open(BytesIO(jpeg)), exif=exif.tobytes(), comment=b"<script>")


def followed(jpeg: bytes) -> bytes:
    """Return a picture followed by something that is none."""
    return jpeg + b"PK\x03\x04 an archive"


def spoilt(change: Callable[[bytes], bytes], sheaf: bytes) -> bytes:
    """Return kept pages, the first of them changed by somebody."""
    first, *others = unpack(sheaf)
    return pack([Page(change(first.jpeg), first.hints), *others])


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "no pages": lambda _sheaf: b"<script>alert(1)</script>",
    "a PDF": lambda _sheaf: b"WBPAGES1%PDF-1.7",
    "cut off": lambda sheaf: sheaf[:-200],
    "a page that is none": lambda sheaf: spoilt(lambda _jpeg: b"MZ a program", sheaf),
    "half a page": lambda sheaf: spoilt(lambda jpeg: jpeg[: len(jpeg) // 3], sheaf),
    "a huge page": lambda sheaf: spoilt(lambda _jpeg: as_bytes(Image.new("L", (2001, 20))), sheaf),
    "a page beyond all bounds": lambda sheaf: spoilt(
        lambda jpeg: jpeg[: jpeg.index(b"\xff\xc0") + 5] + b"\xff\xff\xff\xff" + jpeg[jpeg.index(b"\xff\xc0") + 9 :],
        sheaf,
    ),
    "another kind of picture": lambda sheaf: spoilt(lambda _jpeg: as_bytes(specimen(2), "PNG"), sheaf),
    "too many pages": lambda sheaf: pack(unpack(sheaf) * 21),
}


@pytest.mark.parametrize("spoil", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_stays_out_and_the_rest_comes_in_whole(
    monkeypatch: pytest.MonkeyPatch, sheaf: bytes, spoil: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr("components.pictures.held", set[str])
    case = with_papers(FIRST, SECOND)
    case.evidence[0].exhibit = True
    found = file_papers.look_through(Folder(case, {FIRST: spoil(sheaf), SECOND: sheaf}))

    assert [refused.paper for refused in found.refused] == ["证明 ab"]
    assert [paper.title for paper in found.papers] == ["证明 cd"]
    assert (found.case.evidence[0].files, found.case.evidence[0].exhibit, found.absent) == ([], False, ())
    assert found.case.debts == case.debts
    assert len(case.evidence[0].files) == 1  # what was handed in is as it was


def test_a_refused_page_is_named_on_the_screen_and_the_rest_can_be_taken(sheaf: bytes) -> None:
    case = with_papers(FIRST, SECOND)
    case.evidence[0].title = "<b>证明</b> ![x](http://x)"
    app = brought(opened("start"), closed(case, {FIRST: sheaf[:-9], SECOND: sheaf}))
    assert "有一个文件没有带来" in app.warning[0].value
    assert "<b>" not in app.warning[0].value
    app.button(key=f"{KEY}_confirm").click().run()

    assert len(files_of(app)) == len(app.session_state["pictures"]) == 1
    assert app.session_state["case"].debts == case.debts


@pytest.mark.parametrize("change", [noted, followed])
def test_what_is_hidden_beside_the_pixels_does_not_come_in(
    monkeypatch: pytest.MonkeyPatch, sheaf: bytes, change: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr("components.pictures.held", set[str])
    found = file_papers.look_through(Folder(with_papers(FIRST), {FIRST: spoilt(change, sheaf)}))

    (drawn,) = found.sheaves.values()
    assert len(unpack(drawn)) == 2
    for mark in (b"app.alert", b"<script>", b"Exif", b"archive"):
        assert mark not in drawn


def test_one_picture_named_many_times_is_read_once(monkeypatch: pytest.MonkeyPatch, sheaf: bytes) -> None:
    told: list[int] = []
    monkeypatch.setattr("components.pictures.held", set[str])
    case = with_papers(*[FIRST] * 30)
    found = file_papers.look_through(Folder(case, {FIRST: sheaf[:-9]}), lambda n, _of: told.append(n))

    assert (told, len(found.refused)) == ([1], 1)


def test_all_papers_together_have_the_room_of_a_case(monkeypatch: pytest.MonkeyPatch, sheaf: bytes) -> None:
    monkeypatch.setattr("components.pictures.held", set[str])
    monkeypatch.setattr("accord.evidence.examining.LARGEST_CASE", len(sheaf) + MB // 16)
    found = file_papers.look_through(Folder(with_papers(FIRST, SECOND), {FIRST: sheaf, SECOND: sheaf}))

    assert (len(found.sheaves), [refused.paper for refused in found.refused]) == (1, ["证明 cd"])


def test_a_file_is_looked_through_once_however_often_the_page_is_drawn(
    monkeypatch: pytest.MonkeyPatch, sheaf: bytes
) -> None:
    app = brought(opened("start"), closed(with_papers(FIRST), {FIRST: sheaf}))
    monkeypatch.setattr(file_papers, "examine", None)  # calling it would fail otherwise
    app.run().run()
    assert not app.exception

    app.text_input(key=f"{KEY}_passphrase").set_value("wrong horse").run()
    assert app.error
    assert "file_found" not in app.session_state


def test_papers_out_of_reach_are_counted_and_the_answers_saved_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheaf: bytes
) -> None:
    app = kept_at_the_front_door(monkeypatch, tmp_path)
    app = brought(app, closed(with_papers(FIRST), {FIRST: sheaf}))
    app.button(key=f"{KEY}_confirm").click().run()
    app.switch_page("pages/8_summary.py").run()
    with cut_off():
        app.text_input(key="save_file_passphrase").set_value(PASSPHRASE).run()
        app.button(key="save_file_protect").click().run()

    assert any("有 1 个材料文件现在取不到" in warning.value for warning in app.warning)
    folder = read_folder(unprotect(app.session_state["save_file_made"][1], PASSPHRASE))
    assert (folder.sheaves, folder.case) == ({}, app.session_state["case"])


def test_a_file_without_its_papers_says_that_they_are_nowhere() -> None:
    app = brought(opened("start"), protect(write_workbook(with_papers(FIRST)), PASSPHRASE, CHEAP))

    assert any("有 1 份材料的照片" in info.value for info in app.info)


def test_more_papers_than_a_case_may_have_are_counted_as_left_out(sheaf: bytes) -> None:
    names = [f"{number:032x}" for number in range(22)]
    app = opened("8_summary", with_papers(*names))
    app.session_state["pictures"] = dict.fromkeys(names, sheaf)
    app.text_input(key="save_file_passphrase").set_value(PASSPHRASE).run()
    app.button(key="save_file_protect").click().run()

    assert app.session_state["save_file_papers"] == (20, 20 * len(sheaf), 2)
    assert len(read_folder(unprotect(app.session_state["save_file_made"][1], PASSPHRASE)).sheaves) == 20
