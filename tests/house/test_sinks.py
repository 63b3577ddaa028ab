"""Ways in which typed text could become script, markup or code stay shut."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import called, calls, calls_of, code_files, imported, shown, syntax
from tests.house.typed import straight_ways

FORBIDDEN_CALLS = (
    *("st.html", "st.write", "st.write_stream", "st.iframe", "st.echo", "st.cache_data"),
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "tempfile.mktemp"),
)
DOWNLOADS, OPENS_FILES = ".download_button", ".write_html"
PICTURES = ("st.image", "st.audio", "st.video", "st.logo", "st.pdf")
"""What takes bytes from us: given a text, each of them opens a file of the server or fetches an address."""
SHARED_BY_ALL = ["components/page.py"]
"""Where something is kept for every visitor at once; nobody's answers may be in it."""
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


def test_no_paper_is_written_from_markup_that_could_open_files() -> None:
    assert [shown(path) for path in code_files() for call in calls(path) if called(call).endswith(OPENS_FILES)] == []


def test_pictures_are_handed_over_as_bytes_and_never_by_name() -> None:
    named = [
        f"{shown(path)}:{call.lineno}"
        for path in code_files()
        for call in calls(path)
        if called(call) in PICTURES and call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
    ]

    assert named == []


def test_what_all_visitors_share_is_made_in_one_place() -> None:
    kept = [
        shown(path)
        for path in code_files()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute) and node.attr in {"cache_resource", "cache_data"}
    ]

    assert kept == SHARED_BY_ALL


def test_typed_text_goes_no_straight_way_into_markdown() -> None:
    found = [f"{shown(path)}:{way}" for path in code_files() for way in straight_ways(syntax(path))]

    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "st.markdown(debt.note)",
        'box.info(f"about {debt.creditor}")',
        'st.button(_("Call {who}").format(who=contact.who))',
        'st.expander("x", help="a" + offer.words)',
    ],
)
def test_such_a_way_would_be_found(source: str) -> None:
    assert list(straight_ways(ast.parse(source)))
    assert not list(straight_ways(ast.parse("st.markdown(plain(debt.note)); st.text(debt.note)")))
