"""What hinders keeping stands on the page with what can be done, and the file can always be saved."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.crypto import OwnerKey
from accord.store import DownError, FullError, UnknownDraftError
from accord.store.errors import DOWN, FULL, UNKNOWN_DRAFT
from components import trouble
from components.kept import Kept
from tests.components.advised import drawn
from tests.components.opened import example, opened


def troubled(kind: str, said: object = None) -> AppTest:
    app = opened("4_materials", example())
    app.session_state["keeping"].update(trouble=kind, said=said, loaded=False)
    return app.run()


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def test_a_store_that_cannot_be_reached_offers_the_file_and_another_try() -> None:
    app = troubled("down", DownError(DOWN))

    assert "trouble_again" in keys(app)
    assert app.get("download_button")
    assert len(app.warning) == 1


def test_a_full_store_offers_the_file() -> None:
    app = troubled("full_store", FullError(FULL, limit=60))

    assert "60 MB" in app.warning[0].value
    assert "trouble_again" not in keys(app)


def test_what_was_read_is_put_away() -> None:
    app = troubled("unknown", UnknownDraftError(UNKNOWN_DRAFT, days=30))
    assert "30" in app.warning[0].value

    app.button(key="trouble_read").click().run()

    assert not app.warning


@pytest.mark.parametrize(("kind", "more"), [("conflict", 2), ("damaged", 1), ("key", 1), ("blocked", 0)])
def test_trouble_in_the_browser_is_said_with_what_can_be_done(kind: str, more: int) -> None:
    calm = opened("4_materials", example())
    before = len(calm.button) - 1  # the host's own notice waits while there is trouble

    app = troubled(kind)

    assert len(app.button) == before + more
    assert len(app.warning) == 1


def test_who_comes_back_after_a_long_time_learns_when_drafts_end(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("4_materials", example())
    kept = Kept(OwnerKey.fresh(), until=datetime(2027, 2, 1, tzinfo=UTC), unused_days=61)
    monkeypatch.setattr(trouble, "kept", lambda: kept)

    app.run()
    assert any("61" in said.value and "2027-02-01" in said.value for said in app.info)
    app.button(key="long_unused").click().run()

    assert not any("61" in said.value for said in app.info)


@pytest.mark.parametrize(("case", "files"), [(example(), 1), (Case(), 0)])
def test_a_page_that_breaks_off_hands_out_what_was_filled_in(case: Case, files: int) -> None:
    app = drawn("from components import trouble\ntrouble.broke_off('words')", case)

    assert app.error[0].value == "words"
    assert len(app.get("download_button")) == files
