"""Opening a page in a test: the real front door, a case put in, then the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.case.samples import sample
from accord.i18n import speaking

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
LIN_JING, CHEN_GUOHUA, ZHOU_MIN = "lin_jing_card", "chen_guohua_online_loans", "zhou_min_mortgage"


def opened(page: str, case: Case | None = None, *, language: str = "zh_CN") -> AppTest:
    """Return a page as a reader finds it: `page` is its script, e.g. `4_materials`; `start` is the front door."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["today"] = TODAY
    app.session_state["language"] = language
    if case is not None:
        app.session_state["case"] = case
    app.run()
    if page != "start":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        with speaking(language):
            app.run()
    return app


def example(name: str = LIN_JING, language: str = "zh_CN") -> Case:
    """Return a sample as the person's own case, so that it is kept like one."""
    case = sample(name, language)
    case.sample = False
    return case


def words(app: AppTest) -> str:
    """Return all Markdown a page shows, as one text."""
    return "\n".join(element.value for element in app.markdown)
