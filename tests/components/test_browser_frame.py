"""What only the browser can do."""

from components import browser_frame
from tests.components.opened import ROOT, opened


def test_leaving_goes_to_a_page_nobody_wonders_about() -> None:
    assert browser_frame.ELSEWHERE.startswith("https://")
    assert "debt" not in browser_frame.ELSEWHERE


def test_the_frame_names_the_language_of_the_page() -> None:
    app = opened("start", language="en")

    assert not app.exception
    assert "documentElement.lang" in (ROOT / "components/browser/frame.js").read_text(encoding="utf-8")
