"""A file that is none of ours, under either of our names: the page says so, and the open draft stands."""

from __future__ import annotations

from collections.abc import Callable

from tests import torture
from tests.accord.case.foreign import foreign_files
from tests.components.opened import example, opened

KEY = "open_file"


def test_a_foreign_file_leaves_the_open_draft_alone(record_property: Callable[[str, object], None]) -> None:
    files = sorted((name, data) for name, data in foreign_files().items() if not name.startswith("protected"))
    chosen = files[:: max(1, len(files) // torture.PAGE_FILES)]
    app = opened("start", example())
    for number, (name, data) in enumerate(chosen):
        app.file_uploader(key=KEY).upload(f"mine.{('json', 'workbook')[number % 2]}", data).run()
        assert app.error, name
        assert not app.exception, name
        assert app.session_state["case"] == example(), name
    record_property(torture.TRIED, len(chosen))
    record_property(torture.COUNTED, f"F9 {len(chosen)} files on the page: draft changed 0 times")
