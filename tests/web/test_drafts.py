"""Typed text left behind, and erasing in two steps; the owner's cookie alone opens either."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from starlette.applications import Starlette

from accord.crypto import OwnerKey
from accord.days import SHANGHAI
from accord.errors import StoreError
from accord.store import DownError, FullError, Receipt, TooManyTriesError, Typed, UnknownDraftError
from accord.store.errors import DOWN, TOO_LARGE_TYPED, TOO_MANY_SAVES, UNKNOWN_DRAFT
from tests.web.asgi import Answer, ask
from web.drafts import DraftRoutes, erase_word
from web.hosts import Hosts

OWNER = OwnerKey.fresh()
NOW = 1_795_406_400.0
JSON = {"content-type": "application/json", "x-requested-with": "workbook", "accept-language": "en"}
OWN = JSON | {"cookie": f"__Host-wb-owner={OWNER.text}"}
TEXT = {"page": "page-one-1", "field": "answer-person-name", "text": "张", "was": ""}


@dataclass
class Door:
    """Knows one owner and notes what was asked for."""

    refusal: StoreError | None = None
    left: list[Typed] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    erased: int = 0

    def _let_in(self, key: OwnerKey) -> None:
        if self.refusal:
            raise self.refusal
        if key != OWNER:
            raise UnknownDraftError(UNKNOWN_DRAFT, days=90)

    def leave(self, key: OwnerKey, typed: Typed) -> None:
        """Note a text."""
        self._let_in(key)
        self.left.append(typed)

    def take_up(self, key: OwnerKey, pages: list[str]) -> int:
        """Note pages."""
        self._let_in(key)
        self.taken += pages
        return len(pages)

    def erase(self, key: OwnerKey) -> Receipt:
        """Count an erasure."""
        self._let_in(key)
        self.erased += 1
        return Receipt(datetime(2026, 11, 23, 12, tzinfo=SHANGHAI), {"workbooks": 1}, scrubbed=True, number="A1B2")

    def known(self, key: OwnerKey) -> bool:
        """Tell whether it is the owner."""
        if self.refusal:
            raise self.refusal
        return key == OWNER


def _post(door: Door, path: str, body: object, headers: dict[str, str] | None = None, now: float = NOW) -> Answer:
    app = Starlette(routes=list(DraftRoutes(door, Hosts(), lambda: now).routes))
    return ask(app, path, OWN if headers is None else headers, method="POST", body=json.dumps(body).encode())


def test_a_text_is_left_by_its_page_and_can_be_taken_back() -> None:
    door = Door()

    assert _post(door, "/api/pending", TEXT).status == 204
    assert _post(door, "/api/pending", {"page": "page-one-1", "text": None}).status == 204
    assert door.left == [Typed("page-one-1", "answer-person-name", "张", "")]
    assert door.taken == ["page-one-1"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": ""},
        {"page": "short"},
        {"page": "x" * 65},
        {"page": "../../etc/passwd"},
        {"page": 7},
        {"field": ""},
        {"field": "x" * 201},
        {"field": None},
        {"text": 7},
        {"was": []},
    ],
    ids=str,
)
def test_what_is_no_typed_text_is_left_alone(wrong: dict[str, object]) -> None:
    door = Door()

    assert _post(door, "/api/pending", TEXT | wrong).status == 400
    assert door.left == []


def test_a_text_may_be_long_and_not_endless() -> None:
    door = Door()

    assert _post(door, "/api/pending", TEXT | {"text": "x" * 60_000}).status == 204
    assert _post(door, "/api/pending", TEXT | {"text": "x" * 66_000}).status == 400


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (DownError(DOWN), 503),
        (TooManyTriesError(TOO_MANY_SAVES), 429),
        (FullError(TOO_LARGE_TYPED, limit=64), 413),
        (UnknownDraftError(UNKNOWN_DRAFT, days=90), 401),
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("path", ["/api/pending", "/api/erase"])
def test_each_refusal_has_its_status(path: str, refusal: StoreError, status: int) -> None:
    answer = _post(Door(refusal), path, TEXT)

    assert answer.status == status
    assert json.loads(answer.text)["message"]


@pytest.mark.parametrize("path", ["/api/pending", "/api/erase"])
def test_without_the_owners_cookie_nothing_happens(path: str) -> None:
    door, stranger = Door(), OwnerKey.fresh()
    for cookie in (
        "",
        "__Host-wb-owner=",
        "wb-owner=wbo1_x",
        f"__Host-wb-link={OWNER.text}",
        f"wb-owner={stranger.text}",
    ):
        body = TEXT | {"word": erase_word(OWNER, int(NOW // 600))}
        headers = JSON | ({"cookie": cookie} if cookie else {})

        assert _post(door, path, body, headers).status in {401, 409}
    assert (door.left, door.erased) == ([], 0)


@pytest.mark.parametrize("path", ["/api/pending", "/api/erase"])
@pytest.mark.parametrize(
    "wrong", [{"content-type": "text/plain"}, {"x-requested-with": ""}, {"x-requested-with": "other"}], ids=str
)
def test_a_form_of_another_site_does_nothing(path: str, wrong: dict[str, str]) -> None:
    door = Door()
    body = TEXT | {"word": erase_word(OWNER, int(NOW // 600))}

    assert _post(door, path, body, OWN | wrong).status == 400
    assert (door.left, door.erased) == ([], 0)


@pytest.mark.parametrize("path", ["/api/pending", "/api/erase"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_looking_does_nothing(path: str, method: str) -> None:
    app = Starlette(routes=list(DraftRoutes(Door(), Hosts()).routes))

    assert ask(app, path, OWN, method=method).status == 405


def test_erasing_takes_two_steps_and_answers_with_the_receipt() -> None:
    door = Door()
    word = json.loads(_post(door, "/api/erase", {}).text)["word"]
    assert door.erased == 0

    answer = _post(door, "/api/erase", {"word": word}, now=NOW + 599)

    assert door.erased == 1
    assert json.loads(answer.text) == {
        "number": "A1B2",
        "at": "2026-11-23T12:00:00+08:00",
        "rows": {"workbooks": 1},
        "scrubbed": True,
    }
    gone = [line.partition("=")[0] for line in answer.all("set-cookie") if "Max-Age=0" in line]
    assert {"__Host-wb-owner", "__Host-wb-link"} <= set(gone)
    assert answer.header("clear-site-data")


@pytest.mark.parametrize("word", ["erase", "0" * 16, "零"])
def test_a_wrong_an_old_and_anothers_word_erase_nothing(word: str) -> None:
    door = Door()
    old = erase_word(OWNER, int(NOW // 600) - 2)
    others = erase_word(OwnerKey.fresh(), int(NOW // 600))

    assert {_post(door, "/api/erase", {"word": each}).status for each in (word, old, others)} == {409}
    assert door.erased == 0


def test_half_of_a_sign_is_kept_as_a_mark_and_confirms_nothing() -> None:
    door = Door()

    assert _post(door, "/api/pending", TEXT | {"text": "好\ud83d"}).status == 204
    assert _post(door, "/api/erase", {"word": "\ud83d"}).status == 409
    assert [typed.text for typed in door.left] == ["好\ufffd"]
