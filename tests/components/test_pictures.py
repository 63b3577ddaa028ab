"""Where pictures lie: in the session, then in the store; what is taken away is erased once it cannot come back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import EvidenceFile
from accord.case.workbook import write_workbook
from accord.crypto import Ticket
from accord.evidence.examining import examine
from accord.evidence.sheaf import Page, pack
from accord.store import Attempt, Consent, NewFile, ShareTerms
from components.pictures import address, of_case, shared_file
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.components.browsers import agree, own_browser
from tests.components.opened import example
from tests.components.photographed import PAPER, PHOTO, add, the_paper
from tests.components.stores import cut_off, opened_store


def with_store(monkeypatch: pytest.MonkeyPatch, folder: Path) -> AppTest:
    """Return chapter 4 of a kept draft, the paper's card open."""
    app = own_browser(monkeypatch, folder).open("4_materials", example())
    app.session_state["item_leaving_certificate"] = True
    return agree(app.run())


def test_while_the_store_is_out_of_reach_pictures_wait_in_the_session(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = with_store(monkeypatch, tmp_path)
    with cut_off():
        add(app, PHOTO)
    assert list(app.session_state["pictures"]) == [the_paper(app).files[0].id]
    app.session_state["keeping"]["rest_until"] = 0.0
    app.run()

    assert app.session_state["pictures"] == {}


def test_pictures_of_a_paper_taken_away_are_erased_when_it_cannot_come_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = add(with_store(monkeypatch, tmp_path), PHOTO)
    key, store = app.session_state["kept"].key, opened_store(tmp_path)
    app.button(key=f"away_evidence.{PAPER}").click().run()
    assert len(store.files(key)) == 1
    app.button(key="away_evidence.evidence-1").click().run()
    app.run()

    assert store.files(key) == []


def test_a_paper_taken_back_has_its_pictures_still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = add(with_store(monkeypatch, tmp_path), PHOTO)
    app.button(key=f"away_evidence.{PAPER}").click().run()
    app.button(key="back_evidence").click().run()
    app.run()

    assert len(opened_store(tmp_path).files(app.session_state["kept"].key)) == len(the_paper(app).files) == 1


@pytest.mark.parametrize("evidence", [True, False])
def test_a_link_opens_pictures_only_where_the_owner_said_so(tmp_path: Path, *, evidence: bool) -> None:
    store = opened_store(tmp_path)
    key = store.create(write_workbook(example()), Consent(given=True))
    file = NewFile(pack(examine(PHOTO[1])), "application/x-workbook-pages")
    store.attach(key, file)
    ticket: Ticket = store.claim(store.share(key, ShareTerms(consent=True, evidence=evidence)).key, Attempt())

    assert (shared_file(store, ticket, file.id.hex()) is not None) is evidence
    assert shared_file(store, ticket, "00" * 16) is None


def test_an_address_holds_the_picture_itself() -> None:
    assert address(b"\xff\xd8\xff") == "data:image/jpeg;base64,/9j/"


def test_papers_without_pictures_at_hand_are_left_out() -> None:
    case = example()
    case.evidence[0].files = [EvidenceFile(id="ab" * 16)]

    assert of_case(case) == {}
    assert Page(b"").hints == ()


def test_where_the_store_is_full_replaced_pictures_make_room_and_can_come_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = with_store(monkeypatch, tmp_path)
    key, store, former = app.session_state["kept"].key, opened_store(tmp_path), app.session_state["case"]
    sheaf, names = pack([Page(as_bytes(specimen(1, size=(60, 80))))]), [f"{number:032x}" for number in range(20)]
    for name in names:
        store.attach(key, NewFile(sheaf, "application/x-workbook-pages", id=bytes.fromhex(name)))
    before = former.model_copy(deep=True)
    before.evidence[0].files = [EvidenceFile(id=name) for name in names[:3]]
    app.session_state["before_file"] = before
    app = add(app.run(), PHOTO)

    (file,) = the_paper(app).files
    assert [label.id.hex() for label in store.files(key)] == [file.id]
    assert sorted(app.session_state["pictures"]) == names[:3]
