"""Rows as a table to type in, for wide screens; the cards beside it show the same rows.

The case is the truth. The editor gets a frozen table per mounting and tells its changes since then; they are put
into the case in a callback. Adding or taking away rows mounts it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
import streamlit as st
from pydantic import BaseModel

from accord.case.labels import field_label, label
from accord.i18n import _
from components import reading
from components.rows import Maker, all_rows, append, put_rows
from components.session import forget_widgets, set_answer


def _shown(row: BaseModel, fields: tuple[str, ...]) -> dict[str, str]:
    values = (getattr(row, name) for name in fields)
    return {name: "" if value is None else str(value) for name, value in zip(fields, values, strict=True)}


def _slot(path: str) -> dict[str, Any]:
    slot: dict[str, Any] = st.session_state.setdefault(f"grid:{path}", {"version": 0, "ids": [], "make": None})
    return slot


def _take(path: str, key: str, make: Maker) -> None:
    """Put the editor's changes into the case."""
    slot, changes = _slot(path), st.session_state[key]
    for place, edited in changes["edited_rows"].items():
        _fill(path, slot["ids"][int(place)], edited)
    gone = {slot["ids"][place] for place in changes["deleted_rows"]}
    if gone:
        put_rows(path, [row for row in all_rows(path) if row.id not in gone])
    for added in changes["added_rows"]:
        row: Any = make()
        if not append(path, row):
            break
        _fill(path, row.id, added)
    if gone or changes["added_rows"]:
        slot["version"] += 1
    forget_widgets(f"{path}.")


def _fill(path: str, row_id: str, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        set_answer(f"{path}.{row_id}.{name}", "" if value is None else str(value))


Columns = Mapping[str, type[StrEnum] | None]
"""Fields in their order; those with a fixed set of answers name it."""


def grid(path: str, columns: Columns, make: Maker) -> None:
    """Draw the rows at `path` as a table to type in, one column a field."""
    fields = tuple(columns)
    if reading.on():
        _read_only(path, columns)
        return
    rows, slot = all_rows(path), _slot(path)
    ids = [row.id for row in rows]
    if ids != slot["ids"]:
        slot["version"] += 1
    slot["ids"] = ids
    key = f"grid_{path}_{slot['version']}"
    if slot.get("mounted") != key:
        slot["base"] = pd.DataFrame([_shown(row, fields) for row in rows], columns=list(fields), dtype="str")
        slot["mounted"] = key
    st.data_editor(
        slot["base"],
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_config={name: _column(f"{path}.0.{name}", choices) for name, choices in columns.items()},
        on_change=_take,
        args=(path, key, make),
        alt=_("The same rows as a table to type in"),
    )


def _read_only(path: str, columns: Columns) -> None:
    """Draw the rows as a table to read; nothing of it is noted."""
    shown = [_shown(row, tuple(columns)) for row in all_rows(path)]
    titles = {name: field_label(f"{path}.0.{name}") for name in columns}
    words = [{titles[name]: _words(value, columns[name]) for name, value in row.items()} for row in shown]
    st.dataframe(pd.DataFrame(words, columns=list(titles.values()), dtype="str"), hide_index=True, width="stretch")


def _words(value: str, choices: type[StrEnum] | None) -> str:
    return label(choices(value)) if choices and value else value


def _column(path: str, choices: type[StrEnum] | None) -> Any:  # noqa: ANN401  Streamlit's own column records
    if choices is None:
        return st.column_config.TextColumn(field_label(path))
    return st.column_config.SelectboxColumn(
        field_label(path),
        options=[member.value for member in choices],
        format_func=lambda value: label(choices(str(value))),
    )


def folded(path: str, columns: Columns, make: Maker) -> None:
    """Draw the table folded away beside its cards: to type in, or to read in a shared workbook."""
    words = _("The figures as a table") if reading.on() else _("Type in a table instead (wide screens)")
    # Who reads a shared workbook has the table alone; who types has the cards, and on a phone nothing else.
    name = f"read_{path}" if reading.on() else f"wide_{path}"
    with st.container(key=name), st.expander(words, icon=":material/table:"):
        grid(path, columns, make)
