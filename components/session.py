"""The one case of this session, and how an answer gets into it.

While somebody else's workbook is read, the case is the shared one, opened anew at each run, and no answer is taken.

Widgets are views: the case is the truth. An answer is a path (`debts.debt-1.principal`), because row numbers
shift and the case itself is replaced when a kept draft arrives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from pydantic import BaseModel, ValidationError

from accord.case import Case
from accord.case.problems import problems
from components import reading

WIDGETS = "answer:"
"""Prefix of the keys of all widgets bound to an answer."""
LAID_OUT = frozenset({"id", "kind", "label", "as_of", "period"})
"""Fields of a row that the program fills when it lays the row out."""


def current_case() -> Case:
    """Return the case at hand; a new empty one when nothing was begun. No case is a case."""
    if reading.on():
        return reading.case()
    case: Case = st.session_state.setdefault("case", Case())
    return case


def replace_case(case: Case) -> None:
    """Put another case in place; every widget shows the new answers at its next drawing."""
    if reading.on():
        return
    st.session_state["case"] = case
    if case.hide_amounts:  # covered before the page was loaded anew, so covered before anything is drawn
        st.session_state["hide_amounts"] = True
    st.session_state["raws"] = {}
    st.session_state["field_problems"] = {}
    forget_widgets()


def forget_widgets(prefix: str = "") -> None:
    """Let widgets bound under `prefix` take their values from the case again."""
    for key in [key for key in st.session_state if str(key).startswith(WIDGETS + prefix)]:
        del st.session_state[key]


def has_answers(case: Case) -> bool:
    """Tell whether anything was answered: not the language, not what is covered, not rows that were only laid out."""
    given = case.model_dump(exclude_defaults=True, exclude={"language", "hide_amounts", "package"})
    return any(_answered(value) for value in given.values())


def _answered(value: object) -> bool:
    if isinstance(value, list):
        return any(_answered(row) for row in value)
    if isinstance(value, dict):
        return bool(value.keys() - LAID_OUT)
    return True


def find(case: Case, path: str) -> tuple[Any, str]:
    """Return the group that holds an answer, and the answer's name in it.

    Raises:
        LookupError: a row that is gone.
    """
    *steps, name = path.split(".")
    owner: Any = case
    for step in steps:
        owner = _step(owner, step)
    return owner, name


def _step(owner: Any, step: str) -> Any:  # noqa: ANN401  rows, groups and maps alike
    if isinstance(owner, BaseModel):
        return getattr(owner, step)
    if isinstance(owner, dict):
        return owner[step]
    for row in owner:
        if getattr(row, "id", getattr(row, "debt_id", None)) == step:
            return row
    raise LookupError(step)


def answer(path: str) -> Any:  # noqa: ANN401  whatever the field holds
    """Return one answer of the case at hand, or what was typed in its place when that could not be used."""
    raws = st.session_state.get("raws", {})
    if path in raws and not reading.on():
        return raws[path]
    owner, name = find(current_case(), path)
    return owner.get(name) if isinstance(owner, dict) else getattr(owner, name)


def set_answer(path: str, value: object) -> bool:
    """Put one answer into the case.

    A value that cannot be used leaves the earlier answer alone; what was typed stays visible with the reason.

    Returns:
        Whether the answer was taken; in a shared workbook none is.
    """
    if reading.on():
        return reading.look_at(path, value)
    raws = st.session_state.setdefault("raws", {})
    refused = st.session_state.setdefault("field_problems", {})
    st.session_state.setdefault("edits", []).append((path, value))
    try:
        owner, name = find(current_case(), path)
        if isinstance(owner, dict):
            owner[name] = value
        else:
            setattr(owner, name, value)
    except LookupError:
        return False
    except ValidationError as error:
        raws[path] = value
        refused[path] = error
        return False
    raws.pop(path, None)
    refused.pop(path, None)
    return True


def remember_reader(path: str, read: Callable[[Any], object]) -> None:
    """Note how what is typed at `path` is read, for text that arrives by another way than its widget."""
    st.session_state.setdefault("readers", {})[path] = read


def problem_at(path: str) -> str:
    """Return why the last input at `path` could not be used, in the reader's language; empty when all is well."""
    error = st.session_state.get("field_problems", {}).get(path)
    return " ".join(problem.message for problem in problems(error)) if error else ""


def open_problems() -> dict[str, str]:
    """Return all inputs that could not be used, with the reason of each."""
    return {path: problem_at(path) for path in st.session_state.get("field_problems", {})}
