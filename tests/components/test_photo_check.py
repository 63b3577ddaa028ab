"""A number is covered for good, a page turned: the changed picture takes the original's place."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from accord.evidence.covering import INK
from accord.evidence.sheaf import unpack
from accord.store import NotAllowedError
from components.own_store import Own
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.components.browsers import agree, own_browser
from tests.components.opened import words
from tests.components.photographed import PHOTO, add, at_the_paper, the_paper
from tests.components.stores import opened_store


def with_tools(app: AppTest) -> AppTest:
    """Open the tools of the paper's only picture."""
    app.session_state[f"tools_{the_paper(app).files[0].id}"] = True
    return app.run()


def shown_now(app: AppTest) -> Image.Image:
    """Return the first page as it is kept in the session."""
    (sheaf,) = app.session_state["pictures"].values()
    return Image.open(BytesIO(unpack(sheaf)[0].jpeg)).convert("RGB")


def test_the_covered_picture_takes_the_place_of_the_original() -> None:
    app = with_tools(add(at_the_paper(), PHOTO))
    before = the_paper(app).files[0].id
    app.button(key=f"cover_{before}").click().run()
    after = the_paper(app).files[0].id

    assert set(app.session_state["pictures"]) == {after} != {before}
    middle = shown_now(app).getpixel((700, 990))
    assert all(abs(level - ink) < 12 for level, ink in zip(middle, INK, strict=True))  # type: ignore[arg-type]  # three


def test_a_band_is_a_place_to_begin_from() -> None:
    app = with_tools(add(at_the_paper(), PHOTO))
    name = the_paper(app).files[0].id
    app.button_group(key=f"place_{name}").set_value("bottom").run()

    assert app.session_state[f"up_{name}"] == (80, 100)


def test_a_turn_changes_the_sides() -> None:
    side = as_bytes(specimen(24).rotate(90, expand=True))
    app = with_tools(add(at_the_paper(), ("a.jpg", side, "image/jpeg")))
    assert "横着" in words(app)
    app.button(key=f"turn_{the_paper(app).files[0].id}").click().run()

    assert shown_now(app).size == (1400, 1980)
    assert "横着" not in words(app)


def test_in_the_store_the_original_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = own_browser(monkeypatch, tmp_path)
    app = browser.open("4_materials")
    app = agree(add(at_the_paper_in(app), PHOTO))
    app.run()
    before = the_paper(app).files[0].id
    with_tools(app).button(key=f"cover_{before}").click().run()
    own = Own(opened_store(tmp_path), app.session_state["kept"].key)

    assert [label.id.hex() for label in own.store.files(own.key)] == [the_paper(app).files[0].id]
    with pytest.raises(NotAllowedError):
        own.store.file(own.key, bytes.fromhex(before))


def at_the_paper_in(app: AppTest) -> AppTest:
    """Open the paper's card in a session that is there already."""
    app.session_state["case"] = at_the_paper().session_state["case"]
    app.session_state["item_leaving_certificate"] = True
    return app.run()
