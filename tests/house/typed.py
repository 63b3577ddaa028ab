"""Finds typed text on its straight way into Markdown: `st.info(f"… {debt.note}")` in place of `{plain(debt.note)}`."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from typing import Final

from accord.case.samples import SAMPLES, sample
from accord.case.workbook import write_workbook
from accord.i18n import CHINESE
from tests.hostile.words import words_fields
from tests.house.tree import called

MARKDOWN: Final = {
    *("markdown", "caption", "title", "header", "subheader", "badge", "info", "warning", "error", "success", "toast"),
    *(
        "button",
        "link_button",
        "page_link",
        "checkbox",
        "toggle",
        "radio",
        "selectbox",
        "multiselect",
        "pills",
        "slider",
    ),
    *("segmented_control", "expander", "tabs", "metric", "popover", "spinner", "status", "progress", "file_uploader"),
    *("number_input", "date_input", "time_input", "image", "write", "form_submit_button", "menu_button", "feedback"),
}
WORDY: Final = {"label", "help", "caption", "body", "text", "title"}


@cache
def typed_names() -> frozenset[str]:
    """Return the names of all answers of a case that may be any words."""
    documents = [json.loads(write_workbook(sample(name, CHINESE))) for name in SAMPLES]
    places = [place for document in documents for place in words_fields(document)]
    return frozenset(next(str(step) for step in reversed(place) if isinstance(step, str)) for place in places)


def straight_ways(tree: ast.Module) -> Iterator[str]:
    """Yield each place where a typed answer becomes Markdown without having been made plain."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if called(call).rpartition(".")[2] not in MARKDOWN or "." not in called(call):
            continue
        for argument in (*call.args, *(word.value for word in call.keywords if word.arg in WORDY)):
            if _typed(argument):
                yield f"{call.lineno} {called(call)} {ast.unparse(argument)}"


def _typed(node: ast.expr) -> bool:
    """Tell whether an expression is a typed answer, or holds one that went through no call."""
    if isinstance(node, ast.Attribute):
        return node.attr in typed_names()
    if isinstance(node, ast.Call):
        filled = isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join", "strip"}
        return filled and any(map(_typed, (*node.args, *(word.value for word in node.keywords))))
    parts = (part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr))
    return isinstance(node, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.BoolOp | ast.IfExp) and any(
        map(_typed, parts)
    )
