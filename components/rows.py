"""Lists of things (debts, incomes, contacts) as cards: add, open, take away, take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from pydantic import BaseModel, ValidationError

from accord.case.problems import problems
from accord.i18n import _
from components import beside, reading
from components.folds import fold, lazy_fold
from components.markup import plain
from components.session import current_case, find, forget_widgets

Summary = Callable[[Any], str]
Drawing = Callable[[str, Any], None]
Maker = Callable[[], BaseModel]
LONG_LISTS = frozenset({"contacts", "events"})
"""Lists that grow long: a row's inputs are drawn only while its card is open."""


def all_rows(path: str) -> list[Any]:
    """Return the rows at `path`, in order."""
    owner, name = find(current_case(), path)
    found: list[Any] = getattr(owner, name)
    return found


def put_rows(path: str, rows: Sequence[Any]) -> None:
    """Put other rows in place of those at `path`; in a shared workbook nothing is."""
    if reading.on():
        return
    owner, name = find(current_case(), path)
    setattr(owner, name, list(rows))


def append(path: str, row: BaseModel) -> bool:
    """Put a row at the end of the list at `path`; tell the person, and return False, when the list is full."""
    return _fit(path, [*all_rows(path), row])


def _fit(path: str, rows: Sequence[Any]) -> bool:
    try:
        put_rows(path, rows)
    except ValidationError as error:
        st.toast(problems(error)[0].message, icon=":material/warning:", duration="long")
        return False
    return True


def add(path: str, make: Maker) -> None:
    """Put a new row at the end of the list at `path` and open its card."""
    row = make()
    if append(path, row):
        st.session_state["opened_row"] = f"{path}.{getattr(row, 'id', '')}"


def open_card(answer: str) -> None:
    """Let the card that holds an answer be open when its page is drawn."""
    place = ".".join(answer.split(".")[:2])
    st.session_state["opened_row"] = place
    st.session_state[f"card_{place}"] = True


def take_away(path: str, row_id: str) -> None:
    """Take a row out of the list at `path`; it can be taken back until another is taken away."""
    rows = all_rows(path)
    place = next((k for k, row in enumerate(rows) if row.id == row_id), None)
    if place is None:
        return
    st.session_state["taken_away"] = (path, place, rows[place])
    put_rows(path, rows[:place] + rows[place + 1 :])
    forget_widgets(f"{path}.{row_id}.")


def take_back() -> None:
    """Put the row that was taken away last where it stood."""
    path, place, row = st.session_state["taken_away"]
    rows = all_rows(path)
    if _fit(path, [*rows[:place], row, *rows[place:]]):
        del st.session_state["taken_away"]


def cards(path: str, *, summary: Summary, draw: Drawing, make: Maker, add_title: str) -> None:
    """Draw the list at `path` as cards.

    Args:
        path: the list in the case, e.g. `debts`.
        summary: one line for a closed card, plain text.
        draw: draws one row's inputs; gets the row's path and the row.
        make: makes a new row.
        add_title: what the add button says.
    """
    for row in all_rows(path):
        place = f"{path}.{row.id}"
        expanded = st.session_state.get("opened_row") == place or beside.talked_about(place)
        box = (lazy_fold if path in LONG_LISTS else fold)(plain(summary(row)), f"card_{place}", expanded=expanded)
        if path not in LONG_LISTS or box.open:
            with box:
                draw(place, row)
                beside.row(place)
                _away_button(path, row.id)
    beside.section(path)
    if not reading.on():
        _changes(path, make, add_title)


def _changes(path: str, make: Maker, add_title: str) -> None:
    taken = st.session_state.get("taken_away")
    if taken and taken[0] == path:
        st.button(_("Take back what was taken away"), key=f"back_{path}", icon=":material/undo:", on_click=take_back)
    st.button(add_title, key=f"add_{path}", icon=":material/add:", on_click=add, args=(path, make))


def _away_button(path: str, row_id: str) -> None:
    if reading.on():
        return
    st.button(
        _("Take this entry away"),
        key=f"away_{path}.{row_id}",
        icon=":material/delete:",
        type="tertiary",
        on_click=take_away,
        args=(path, row_id),
    )
