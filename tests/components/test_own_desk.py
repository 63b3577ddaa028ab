"""The desk in chapter 8 belongs to the owner alone."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from components import reading
from tests.components.opened import example, opened

SCRIPT = """
from components import own_desk
from components.session import current_case
own_desk.papers_and_file()
own_desk.share(current_case())
"""


def test_the_owner_finds_papers_file_and_links() -> None:
    app = opened("8_summary", example(language="en"), language="en")

    assert not app.exception
    assert {"Papers and file", "Share with an advisor"} <= {element.value for element in app.header}
    assert {"save_file_protect", "consent8_yes", "erase_ask"} <= {str(button.key) for button in app.button}


def test_a_reader_finds_nothing() -> None:
    app = AppTest.from_string(SCRIPT)
    app.session_state[reading.ROOM] = True

    assert len(app.run().main) == 0
