"""Fields that two tabs changed: both texts are shown, and the person chooses. Nothing was overwritten."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from accord.case.labels import field_label
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import KnowledgeError, WorkbookError
from accord.i18n import _
from accord.store import ABSENT
from components import keeping
from components.amounts import HIDDEN, hidden
from components.kept import Difference
from components.markup import plain
from components.session import current_case

LONGEST = 200
"""Signs of a text that are shown."""


def show() -> None:
    """Draw each field two tabs changed, with both texts."""
    for number, difference in enumerate(keeping.differences()):
        with st.container(border=True, key=f"clash_{number}"):
            _choice(difference, number)


def _choice(difference: Difference, number: int) -> None:
    st.markdown(_("**Two tabs changed the same answer: {label}**").format(label=plain(label_of(difference))))
    st.markdown(_("Here: {value}").format(value=plain(words(difference.clash.mine))))
    st.markdown(_("In the other tab, and kept now: {value}").format(value=plain(words(difference.clash.stored))))
    st.button(_("Take what I wrote here"), key=f"clash_mine_{number}", on_click=_take_mine, args=(difference,))
    st.button(_("Leave what is kept"), key=f"clash_kept_{number}", on_click=_leave, args=(difference,))


def label_of(difference: Difference) -> str:
    """Return the field's plain label; its group's where the field has none."""
    try:
        return field_label(difference.path)
    except KnowledgeError:
        return difference.section


def words(value: object) -> str:
    """Return one side's value as a short text; amounts are hidden when the person hid them."""
    if value is ABSENT or value is None or value in ("", [], {}):
        return _("(empty)")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return "、".join(words(inner) for inner in value.values() if inner not in (None, "", [], {}))[:LONGEST]
    if isinstance(value, list):
        return "、".join(words(inner) for inner in value)[:LONGEST]
    text = str(value)
    return HIDDEN if hidden() and text.replace(".", "", 1).isdigit() else text[:LONGEST]


def _take_mine(difference: Difference) -> None:
    document = placed(write_workbook(current_case()), difference)
    try:
        case = read_workbook(document)
    except WorkbookError:
        return  # the answers around it have changed since; the choice stays open
    keeping.settle(difference, case)


def _leave(difference: Difference) -> None:
    keeping.settle(difference, current_case())


def placed(document: bytes, difference: Difference) -> bytes:
    """Return a case's document with this tab's value put in at the difference's field."""
    whole = json.loads(document)
    steps = difference.path.split(".")
    _put(whole, steps, difference.clash.mine)
    return json.dumps(whole, ensure_ascii=False).encode()


def _put(owner: Any, steps: list[str], value: object) -> None:  # noqa: ANN401  any JSON value
    """Put a value at a path of names and row ids; a row that is gone takes nothing, `ABSENT` takes the field out."""
    first, *rest = steps
    if isinstance(owner, list):
        _put_row(owner, first, rest, value)
    elif isinstance(owner, dict) and rest:
        _put(owner.get(first), rest, value)
    elif isinstance(owner, dict) and value is ABSENT:
        owner.pop(first, None)
    elif isinstance(owner, dict):
        owner[first] = value


def _put_row(rows: list[Any], row_id: str, rest: list[str], value: object) -> None:
    place = next((k for k, row in enumerate(rows) if isinstance(row, dict) and row.get("id") == row_id), None)
    if place is not None and rest:
        _put(rows[place], rest, value)
    elif place is None and not rest and value is not ABSENT:
        rows.append(value)
    elif place is not None and value is ABSENT:
        del rows[place]
    elif place is not None:
        rows[place] = value
