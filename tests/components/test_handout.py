"""Files go to the browser they were made for, by an address that works once; alike files never share one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from accord import serving
from accord.serving import PICKUP, Download
from components import handout, reading

MINE, THEIRS = "mark of one browser", "mark of another"


def _page() -> AppTest:
    def script() -> None:
        import streamlit as st  # noqa: PLC0415  the script runs apart from this file

        from components.handout import forget_waiting, hand_out  # noqa: PLC0415

        hand_out("Save", st.session_state.get("text", "one"), "plan.json", "application/json", "save")
        if st.button("erase", key="erase"):
            forget_waiting()

    return AppTest.from_function(script)


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Serve the hardened way; return what each drawing gave to the link, with its callback."""
    shown: list[dict[str, Any]] = []

    def mount(*, key: str, data: dict[str, Any], on_taken_change: Callable[[], None]) -> None:
        shown.append({"key": key, "renew": on_taken_change, **data})

    monkeypatch.setattr(serving, "_ways", ["serve"])
    monkeypatch.setattr(handout, "reader_mark", lambda _headers: MINE)
    monkeypatch.setattr(handout, "_mount", mount)
    PICKUP.forget(MINE)
    return shown


def test_a_file_waits_for_this_browser_alone(links: list[dict[str, Any]]) -> None:
    _page().run()

    assert PICKUP.take(links[0]["id"], THEIRS) is None
    assert PICKUP.take(links[0]["id"], MINE) == Download(b"one", "plan.json", "application/json")


def test_the_address_stays_while_nothing_changes(links: list[dict[str, Any]]) -> None:
    _page().run().run()

    assert links[0]["id"] == links[1]["id"]


def test_a_file_that_was_taken_gets_another_address(links: list[dict[str, Any]]) -> None:
    app = _page().run()
    PICKUP.take(links[0]["id"], MINE)

    app.run()

    assert links[1]["id"] != links[0]["id"]
    assert PICKUP.holds(links[1]["id"], MINE)


def test_an_earlier_state_of_a_file_does_not_wait_on(links: list[dict[str, Any]]) -> None:
    app = _page().run()
    app.session_state["text"] = "two"

    app.run()

    assert not PICKUP.holds(links[0]["id"], MINE)
    assert PICKUP.take(links[1]["id"], MINE) == Download(b"two", "plan.json", "application/json")


def test_an_address_is_renewed_before_it_runs_out() -> None:
    assert handout.RENEWED_AFTER + handout.FRESH < serving.DOWNLOAD_LIFE


def test_after_erasing_nothing_waits_any_more(links: list[dict[str, Any]]) -> None:
    app = _page().run()

    app.button(key="erase").click().run()

    assert not any(PICKUP.holds(link["id"], MINE) for link in links)


def test_files_made_for_a_reader_can_be_let_go_of_alone(links: list[dict[str, Any]]) -> None:
    def script() -> None:
        import streamlit as st  # noqa: PLC0415  the script runs apart from this file

        from components.handout import hand_out, let_go  # noqa: PLC0415

        if st.session_state.get("shut"):
            let_go(("advisor_",))
        else:
            for key in ("advisor_file", "own_file"):
                hand_out("Save", "text", "plan.json", "application/json", key)

    app = AppTest.from_function(script).run()
    app.session_state["shut"] = True
    app.run()

    assert [PICKUP.holds(link["id"], MINE) for link in links] == [False, True]


def test_while_reading_only_what_was_made_for_the_reader_is_handed_out(links: list[dict[str, Any]]) -> None:
    app = _page()
    app.session_state[reading.ROOM] = True
    app.run()

    assert links == []
    assert not app.get("download_button")


def test_a_readers_file_keeps_its_address_from_run_to_run(links: list[dict[str, Any]]) -> None:
    def script() -> None:
        from components import reading  # noqa: PLC0415  the script runs apart from this file
        from components.handout import hand_out  # noqa: PLC0415

        hand_out("Save", "text", "advisor.pdf", "application/pdf", "advisor_file")
        reading.end_run()

    app = AppTest.from_function(script)
    app.session_state[reading.ROOM] = True
    app.run().run()

    assert links[0]["id"] == links[1]["id"]


def test_where_nothing_can_wait_streamlit_hands_the_file_out(
    links: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout, "reader_mark", lambda _headers: "")

    app = _page().run()

    assert links == []
    assert app.get("download_button")


def test_alike_files_of_two_people_have_two_addresses() -> None:
    urls = [_page().run().get("download_button")[0].proto.url for _person in range(2)]

    assert urls[0] != urls[1]


def test_the_same_file_of_one_person_keeps_its_address() -> None:
    app = _page().run()
    before = app.get("download_button")[0].proto.url

    assert app.run().get("download_button")[0].proto.url == before
