"""Ways in which typed text could become script, markup or code stay shut."""

from __future__ import annotations

import ast

from tests.house.tree import called, calls, calls_of, code_files, imported, shown, syntax

FORBIDDEN_CALLS = (
    *("st.html", "st.write", "st.write_stream", "st.iframe", "st.echo", "st.cache_data"),
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "tempfile.mktemp"),
)
DOWNLOADS = ".download_button"
FORBIDDEN_ARGUMENTS = {"unsafe_allow_html", "unsafe_allow_javascript", "bind", "shell", "markdown"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "xml", "telnetlib", "requests", "httpx"}


def test_no_call_runs_or_renders_text_as_it_comes() -> None:
    # st.cache_data is among them because all visitors share it.
    assert calls_of(*FORBIDDEN_CALLS) == []


def test_no_argument_opens_a_sink() -> None:
    opened = [
        f"{shown(path)}:{call.lineno} {keyword.arg}"
        for path in code_files()
        for call in calls(path)
        for keyword in call.keywords
        if keyword.arg in FORBIDDEN_ARGUMENTS
    ]

    assert opened == []


def test_files_go_out_by_one_door_alone() -> None:
    # Streamlit names a file by its content: only that door keeps two people's files apart.
    handed = [shown(path) for path in code_files() for call in calls(path) if called(call).endswith(DOWNLOADS)]

    assert handed == ["components/handout.py"]


def test_nobody_imports_what_runs_data_or_calls_out() -> None:
    tops = {shown(path): {name.split(".")[0] for name in imported(path)} for path in code_files()}

    assert {path: names & FORBIDDEN_MODULES for path, names in tops.items() if names & FORBIDDEN_MODULES} == {}
    assert [shown(path) for path in code_files() if "urllib.request" in imported(path)] == []


def test_old_components_in_frames_are_not_used() -> None:
    reached = [
        f"{shown(path)}:{node.lineno}"
        for path in code_files()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith(("st.components.v1", "components.v1"))
    ]

    assert reached == []
    assert [shown(path) for path in code_files() if "streamlit.components.v1" in imported(path)] == []
