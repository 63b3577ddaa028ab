"""Folded parts of a page in a test: a person who opens one leaves it open, AppTest has to be told at each run."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def unfolded(app: AppTest, *keys: str) -> AppTest:
    """Run the page with these folded parts standing open, and return it."""
    for key in keys:
        app.session_state[key] = True
    return app.run()
