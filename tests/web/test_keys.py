"""Keys go into cookies that no script reads; links are opened by a tap, never by looking."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.applications import Starlette

from accord.crypto import OwnerKey, Pepper, ShareKey, Ticket
from accord.store import Attempt, CodeNeededError, DownError, LinkUnusableError, TooManyTriesError
from accord.store.errors import CODE_NEEDED, DOWN, LINK_UNUSABLE, TOO_MANY_TRIES
from tests.web.asgi import Answer, ask
from web import keys
from web.hosts import Hosts
from web.keys import KeyRoutes, ShutDoor

JSON = {"content-type": "application/json", "x-requested-with": "workbook", "accept-language": "en"}
LINK = ShareKey.fresh()
OWNER = OwnerKey.fresh()


@dataclass
class Door:
    """Opens one link with one code, and notes who knocked."""

    refusal: Exception | None = None
    code: str = ""
    knocks: list[Attempt] = field(default_factory=list)

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Open, or refuse as the store would."""
        self.knocks.append(attempt)
        if self.refusal:
            raise self.refusal
        if link != LINK or (attempt.code and attempt.code != self.code):
            raise LinkUnusableError(LINK_UNUSABLE)
        if self.code and not attempt.code:
            raise CodeNeededError(CODE_NEEDED)
        return Ticket.issue(link, b"", 1_800_000_000, Pepper({1: b"p" * 32}, 1))


def _app(door: Door | ShutDoor | None = None) -> Starlette:
    return Starlette(routes=list(KeyRoutes(door or Door(), Hosts()).routes))


def _post(path: str, body: object, door: Door | ShutDoor | None = None) -> Answer:
    return ask(_app(door), path, JSON, method="POST", body=json.dumps(body).encode())


def _cookie(answer: Answer, name: str) -> str:
    return next((line for line in answer.all("set-cookie") if line.startswith(f"__Host-{name}=")), "")


def test_the_owners_key_ends_with_the_browser_unless_remembering_was_ticked() -> None:
    brief = _cookie(_post("/api/key", {"key": OWNER.text}), "wb-owner")
    kept = _cookie(_post("/api/key", {"key": OWNER.text, "remember": True}), "wb-owner")

    assert brief == f"__Host-wb-owner={OWNER.text}; Path=/; HttpOnly; SameSite=Strict; Secure"
    assert kept.endswith("Max-Age=2592000")


@pytest.mark.parametrize("body", [{}, {"key": ""}, {"key": LINK.text}, {"key": 7}, [], "x", {"key": OWNER.text[:-1]}])
def test_what_is_no_owners_key_is_not_kept(body: object) -> None:
    answer = _post("/api/key", body)

    assert answer.status == 400
    assert answer.all("set-cookie") == []


@pytest.mark.parametrize(
    "wrong",
    [{"content-type": "text/plain"}, {"content-type": ""}, {"x-requested-with": ""}, {"x-requested-with": "other"}],
    ids=str,
)
@pytest.mark.parametrize("path", ["/api/key", "/api/claim", "/api/forget", "/api/leave"])
def test_a_form_of_another_site_changes_nothing(path: str, wrong: dict[str, str]) -> None:
    body = json.dumps({"key": OWNER.text, "link": LINK.text}).encode()
    answer = ask(_app(), path, {**JSON, **wrong}, method="POST", body=body)

    assert answer.status == 400
    assert answer.all("set-cookie") == []


@pytest.mark.parametrize("path", ["/api/key", "/api/claim", "/api/forget", "/api/leave"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_looking_changes_nothing(path: str, method: str) -> None:
    assert ask(_app(), path, JSON, method=method).status == 405


def test_a_body_without_end_is_not_read_to_its_end() -> None:
    assert _post("/api/key", {"key": "x" * 5000}).status == 400


def test_forgetting_takes_both_keys_out_of_the_browser() -> None:
    answer = _post("/api/forget", {})

    assert answer.status == 204
    assert "Max-Age=0" in _cookie(answer, "wb-owner")
    assert "Max-Age=0" in _cookie(answer, "wb-link")
    assert answer.header("clear-site-data") == '"cache", "storage"'


def test_leaving_takes_the_links_ticket_alone_out_of_the_browser() -> None:
    answer = _post("/api/leave", {})

    assert answer.status == 204
    assert "Max-Age=0" in _cookie(answer, "wb-link")
    assert _cookie(answer, "wb-owner") == ""
    assert answer.header("clear-site-data") == ""


def test_a_claimed_link_becomes_a_ticket_of_twelve_hours_and_leaves_the_owners_key_alone() -> None:
    door = Door()
    answer = _post("/api/claim", {"link": LINK.text}, door)

    assert answer.status == 204
    assert _cookie(answer, "wb-link").endswith("Max-Age=43200")
    assert _cookie(answer, "wb-owner") == ""
    assert LINK.text not in str(answer.headers)
    assert door.knocks == [Attempt(code="", address="203.0.113.7")]


def test_unknown_withdrawn_cut_off_and_wrong_code_are_answered_alike() -> None:
    answers = [
        _post("/api/claim", {"link": ShareKey.fresh().text}),
        _post("/api/claim", {"link": LINK.text[:-2]}),
        _post("/api/claim", {"link": OWNER.text}),
        _post("/api/claim", {"link": LINK.text, "code": "WRNG-CODE"}, Door(code="ABCD-EFGH")),
        _post("/api/claim", {"link": LINK.text}, ShutDoor()),
    ]

    assert all(answer == answers[0] for answer in answers)
    assert answers[0].status == 404
    assert json.loads(answers[0].body)["message"] == LINK_UNUSABLE


def test_a_link_that_wants_its_code_says_so_and_opens_with_it() -> None:
    door = Door(code="ABCD-EFGH")

    assert _post("/api/claim", {"link": LINK.text}, door).status == 401
    assert _post("/api/claim", {"link": LINK.text, "code": "ABCD-EFGH"}, door).status == 204


@pytest.mark.parametrize(
    ("refusal", "status"), [(TooManyTriesError(TOO_MANY_TRIES, minutes=10), 429), (DownError(DOWN), 503)]
)
def test_other_refusals_say_when_to_try_again(refusal: Exception, status: int) -> None:
    answer = _post("/api/claim", {"link": LINK.text}, Door(refusal))

    assert answer.status == status
    assert "minute" in json.loads(answer.body)["message"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_page_of_a_link_uses_nothing_up_however_often_it_is_looked_at(method: str) -> None:
    door = Door()
    answer = ask(_app(door), "/open", {"accept-language": "en"}, method=method)

    assert answer.status == 200
    assert door.knocks == []


def test_the_page_of_a_link_runs_one_file_of_ours_and_nothing_inside_itself() -> None:
    page = ask(_app(), "/open")
    script = ask(_app(), "/open.js")

    assert page.text.count("<script") == 1
    assert '<script src="/open.js" defer></script>' in page.text
    assert "unsafe" not in page.header("content-security-policy")
    assert script.header("content-type").startswith("text/javascript")
    assert script.body == (Path(keys.__file__).parent / "open.js").read_bytes()


def test_the_script_takes_the_secret_out_of_the_address_before_anything_else() -> None:
    script = ask(_app(), "/open.js").text

    assert script.index("history.replaceState") < script.index("fetch(")
    assert "localStorage" not in script
    assert "sessionStorage" not in script
