"""Our cookies are unreadable for scripts, bound to our host, and of one form."""

from __future__ import annotations

import pytest

from tests.web.asgi import BIND, OTHER_BIND
from web.cookies import Cookie, bind_in, fresh_bind, hardened, mark_of


def test_over_https_there_is_one_cookie_and_no_neighbour_can_set_it() -> None:
    (line,) = Cookie("wb-owner", "v").lines(secure=True)

    assert line.startswith("__Host-wb-owner=v; Path=/; HttpOnly; SameSite=Strict; Secure")
    assert "Domain" not in line


def test_without_https_a_plain_one_stands_beside_it() -> None:
    prefixed, plain = Cookie("wb-bind", "v", "Lax", 60).lines(secure=False)

    assert "; Secure" in prefixed
    assert plain == "wb-bind=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"


def test_a_cookie_of_our_making_is_read_back() -> None:
    bind = fresh_bind()

    assert bind_in(f"x=1; __Host-wb-bind={bind}", secure=True) == bind
    assert bind_in(f"wb-bind={bind}", secure=False) == bind


def test_over_https_the_plain_one_counts_for_nothing() -> None:
    assert bind_in(f"wb-bind={BIND}", secure=True) == ""
    assert bind_in(f"wb-bind={BIND}; __Host-wb-bind={OTHER_BIND}", secure=False) == OTHER_BIND


@pytest.mark.parametrize("value", ["", "short", "b" * 44, "b" * 42 + "!", "b" * 42 + "\u00e9"])
def test_a_value_of_another_form_is_none_of_ours(value: str) -> None:
    assert bind_in(f"wb-bind={value}", secure=False) == ""


def test_an_odd_cookie_of_a_neighbour_spoils_none_of_ours() -> None:
    assert bind_in(f'{{"odd": [1]}}; a=b=c; "q"; wb-bind={BIND}', secure=False) == BIND
    assert bind_in("\x00;;=;", secure=False) == ""


def test_two_browsers_have_two_marks_and_none_shows_its_cookie() -> None:
    assert mark_of(BIND) != mark_of(OTHER_BIND)
    assert BIND not in mark_of(BIND)
    assert mark_of("") == ""


def test_streamlits_own_cookie_is_secured_behind_https() -> None:
    assert hardened(b"_streamlit_xsrf=1; Path=/") == b"_streamlit_xsrf=1; Path=/; Secure"
    assert hardened(b"_streamlit_xsrf=1; Secure") == b"_streamlit_xsrf=1; Secure"
    assert hardened(b"other=1") == b"other=1"
