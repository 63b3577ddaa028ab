"""The share panel: nothing without consent, shown once, never more open than ticked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.crypto import ShareKey
from accord.store import Attempt, CodeNeededError, Role, ShareLink
from components import keeping, sharing
from tests.components.advised import ADDRESS, Shared, drawn, shared
from tests.components.opened import example, words

PANEL = "sharing.panel(current_case())"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        monkeypatch.setattr(sharing, "served", lambda: True)
        yield found


def _form() -> AppTest:
    app = drawn(PANEL, example())
    app.session_state["share_new"] = True
    return app.run()


def _made(app: AppTest) -> ShareLink:
    app.checkbox(key="share_form_consent").check().run()
    app.button(key="share_form_make").click().run()
    link: ShareLink = app.session_state[sharing.MADE]
    return link


def test_nothing_is_shared_before_the_tick(own: Shared) -> None:
    app = _form()

    assert app.button(key="share_form_make").disabled
    assert own.store.shares(own.key) == []


def test_a_link_is_masked_lasts_seven_days_and_opens_nothing_private_by_itself(own: Shared) -> None:
    link = _made(_form())

    draft = own.store.open(own.store.claim(link.key, Attempt()))
    assert draft.role is Role.COMMENT
    assert not draft.view.unmasked
    assert "private" not in draft.sections


@pytest.mark.usefixtures("own")
def test_the_link_stands_there_once_with_its_picture_and_is_put_away_for_good() -> None:
    app = _form()
    link = _made(app)

    address = f"{ADDRESS}/open#{link.key.text}"
    assert address in [code.value for code in app.code]
    assert ShareKey.parse(address.partition("#")[2]) == link.key
    app.button(key="share_put_away").click().run()
    assert sharing.MADE not in app.session_state
    assert link.key.text not in "".join(code.value for code in app.code)


def test_what_the_owner_opens_is_open_and_nothing_else(own: Shared) -> None:
    app = _form()
    app.button_group(key="share_form_private").set_value(["ceiling"]).run()
    app.checkbox(key="share_form_unmasked").check().run()
    link = _made(app)

    draft = own.store.open(own.store.claim(link.key, Attempt()))
    assert draft.view.unmasked
    assert b"ceiling" in draft.sections["private"].data
    assert b"notes" not in draft.sections["private"].data


def test_a_link_shows_only_the_parts_that_were_ticked(own: Shared) -> None:
    app = _form()
    app.button_group(key="share_form_private").set_value(["ceiling"]).run()
    app.checkbox(key="share_form_figures").uncheck().run()
    link = _made(app)

    draft = own.store.open(own.store.claim(link.key, Attempt()))
    assert (draft.view.figures, draft.view.papers) == (False, True)
    assert draft.view.private_fields == ()
    assert "private" not in draft.sections


@pytest.mark.usefixtures("own")
def test_a_link_that_would_show_nothing_cannot_be_made() -> None:
    app = _form()
    app.checkbox(key="share_form_figures").uncheck()
    app.checkbox(key="share_form_papers").uncheck()
    app.checkbox(key="share_form_consent").check().run()

    assert app.button(key="share_form_make").disabled


def test_the_plain_way_always_asks_for_a_code(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "served", lambda: False)
    app = _form()
    link = _made(app)

    assert link.code in [code.value for code in app.code]
    assert f"{ADDRESS}/advisor#{link.key.text}" in [code.value for code in app.code]
    with pytest.raises(CodeNeededError):
        own.store.claim(link.key, Attempt())


@pytest.mark.usefixtures("own")
def test_the_next_link_begins_with_nothing_ticked() -> None:
    app = _form()
    app.checkbox(key="share_form_unmasked").check().run()
    _made(app)

    assert not app.checkbox(key="share_form_unmasked").value
    assert not app.checkbox(key="share_form_consent").value


def test_what_hinders_a_link_is_said(own: Shared) -> None:
    for _number in range(own.store.limits.links):
        own.link()
    app = _form()
    app.checkbox(key="share_form_consent").check().run()
    app.button(key="share_form_make").click().run()

    assert len(app.error) == 1
    assert sharing.MADE not in app.session_state


@pytest.mark.usefixtures("own")
def test_a_link_is_not_lawyers_privilege() -> None:
    assert "律师" in words(_form())


@pytest.mark.usefixtures("own")
def test_an_example_is_not_shared() -> None:
    case = example()
    case.sample = True

    assert "例子" in words(drawn(PANEL, case))


def test_without_a_public_address_the_file_is_offered_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch, public_url="") as found:
        found.as_owner()
        app = drawn(PANEL, example())

    assert not app.expander
    assert "加密文件" in words(app)


def test_without_a_kept_draft_nothing_can_be_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch):
        monkeypatch.setattr(keeping, "owner_key", lambda: None)
        app = drawn(PANEL, example())

    assert not app.expander
    assert not app.exception
