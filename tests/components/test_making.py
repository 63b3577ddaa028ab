"""Papers are made beside the page: told of, given up, handed over once."""

import time

from streamlit.testing.v1 import AppTest

SCRIPT = """
from datetime import date
import streamlit as st
from accord.case import Case
from accord.case.samples import sample
from accord.documents.building import Built
from accord.documents.package import Order
from components import making

if st.button("make"):
    making.begin("test", sample("lin_jing_card", "zh_CN"), Order("bank", "zh_CN", date(2026, 11, 23)))
found = making.taken("test")
if isinstance(found, Built):
    st.text(f"{len(found.pages)} pages")
elif found:
    st.text("refused")
elif making.is_making("test"):
    making.bar("test")
"""


def begun() -> AppTest:
    """Return a page on which papers are being made."""
    app = AppTest.from_string(SCRIPT, default_timeout=60).run()
    return app.button[0].click().run()


def waited(app: AppTest) -> AppTest:
    """Look again until the papers are there."""
    for _look in range(100):
        if app.text:
            break
        time.sleep(0.1)
        app.run()
    return app


def test_the_papers_come_when_they_are_made_and_only_once() -> None:
    app = waited(begun())

    assert app.text[0].value.endswith("pages")
    assert not app.run().text


def test_what_was_stopped_never_comes() -> None:
    app = begun()
    if not app.text:
        app.button(key="test_stop").click().run()
        time.sleep(0.3)

        assert not app.run().text
    assert not app.exception
