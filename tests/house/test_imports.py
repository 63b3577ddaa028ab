"""Who may know what: the engine knows no screen, pages do no arithmetic, Streamlit's other navigation stays out."""

from __future__ import annotations

from tests.house.tree import ROOT, calls_of, code_files, imported, shown

SCREEN = ("app.py", "serve.py", "pages/", "components/")
DRAWING = {"streamlit", "plotly", "pandas"}
NOT_FOR_PAGES = {"plotly", "pandas", "numpy", "decimal", "sqlalchemy"}


def test_only_the_screen_imports_what_draws() -> None:
    engine = [path for path in code_files() if not shown(path).startswith(SCREEN)]

    assert [shown(path) for path in engine if DRAWING & {name.split(".")[0] for name in imported(path)}] == []


def test_nobody_calls_the_other_navigation() -> None:
    # One call of it makes Streamlit ignore pages/ for everybody, and before that call deep links run bare.
    assert calls_of("st.navigation", "st.Page") == []


def test_pages_leave_plots_and_figures_to_the_components() -> None:
    pages = (ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")))

    assert [shown(path) for path in pages if NOT_FOR_PAGES & {name.split(".")[0] for name in imported(path)}] == []


def test_every_import_is_written_from_the_root() -> None:
    assert [shown(path) for path in code_files() if "\nfrom ." in path.read_text(encoding="utf-8")] == []
