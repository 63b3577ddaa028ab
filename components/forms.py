"""Inputs bound to the case: one function for each kind of answer.

Each takes the answer's path and its label. The widget is seeded from the case, its change is put into the case
by a callback, and a value that cannot be used stays visible with the reason under it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import streamlit as st

from accord.case.fields import EARLIEST, LATEST
from accord.case.labels import field_label, label
from accord.i18n import _
from components.amounts import hidden
from components.markup import plain
from components.session import WIDGETS, answer, problem_at, remember_reader, set_answer

Reader = Callable[[Any], object]


def _same(value: object) -> object:
    return value


def _key(path: str) -> str:
    return WIDGETS + path


def _commit(path: str, read: Reader) -> None:
    set_answer(path, read(st.session_state[_key(path)]))


def _bind(path: str, shown: object, read: Reader = _same) -> dict[str, Any]:
    """Seed the widget at `path` and return the arguments that bind it."""
    if isinstance(shown, str):
        remember_reader(path, read)
    if _key(path) not in st.session_state:
        st.session_state[_key(path)] = shown
    return {"key": _key(path), "on_change": _commit, "args": (path, read)}


def _reason(path: str) -> None:
    reason = problem_at(path)
    if reason:
        st.error(plain(reason), icon=":material/error:")


def _title(path: str, title: str | None) -> str:
    return title if title is not None else field_label(path)


def text(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw one line of text."""
    st.text_input(_title(path, title), placeholder=example or None, help=tip, **_bind(path, answer(path) or ""))
    _reason(path)


def area(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw several lines of text."""
    bound = _bind(path, answer(path) or "")
    st.text_area(_title(path, title), placeholder=example or None, help=tip, height=110, **bound)
    _reason(path)


def _amount_shown(value: object) -> str:
    return f"{value:,.2f}".removesuffix(".00") if isinstance(value, Decimal) else str(value or "")


def money(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw an amount in yuan, read as people write it: 1,250 or 1.2万. Empty means "I don't know"."""
    st.text_input(
        _("{name} (yuan)").format(name=_title(path, title)),
        placeholder=example or _("Leave empty if you don't know"),
        help=tip,
        type="password" if hidden() else "default",
        autocomplete="off",
        **_bind(path, _amount_shown(answer(path))),
    )
    _reason(path)


def _rate_shown(value: object) -> str:
    return f"{(value * 100).normalize():f}%" if isinstance(value, Decimal) else str(value or "")


def _rate_read(value: str) -> object:
    text = value.strip()
    # A bare number above 1 is a percentage: people write 18.25, not 0.1825.
    return f"{text}%" if text.replace(".", "", 1).isdigit() and float(text) >= 1 else text


def rate(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a yearly rate, read as 18.25, 18.25% or 0.1825."""
    bound = _bind(path, _rate_shown(answer(path)), _rate_read)
    st.text_input(_title(path, title), placeholder="18.25%", help=tip, **bound)
    _reason(path)


def whole(path: str, title: str | None = None, *, low: int = 0, high: int = 50, tip: str | None = None) -> None:
    """Draw a whole number within bounds, inclusive; it may be left empty where the answer may be unknown."""
    bound = _bind(path, answer(path))
    st.number_input(_title(path, title), min_value=low, max_value=high, step=1, help=tip, placeholder="—", **bound)
    _reason(path)


def day(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a date; empty means "I don't know"."""
    value = answer(path)
    bound = _bind(path, value if isinstance(value, date) else None)
    st.date_input(_title(path, title), min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", help=tip, **bound)
    _reason(path)


def clock(path: str, title: str | None = None) -> None:
    """Draw a time of day."""
    value = answer(path)
    st.time_input(_title(path, title), step=1800, **_bind(path, value if isinstance(value, time) else None))
    _reason(path)


def tick(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a yes/no tick."""
    st.checkbox(_title(path, title), help=tip, **_bind(path, bool(answer(path))))


def choice(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice from a list; nothing chosen is an answer where the field allows it."""
    st.selectbox(
        _title(path, title),
        list(options),
        format_func=label,
        index=None,
        placeholder=_("Please choose"),
        help=tip,
        **_bind(path, answer(path)),
    )
    _reason(path)


def switch(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice as buttons side by side, for short lists. A second tap on the chosen one changes nothing."""
    kept = answer(path)
    st.segmented_control(
        _title(path, title),
        list(options),
        format_func=label,
        help=tip,
        **_bind(path, kept, lambda picked: kept if picked is None else picked),
    )
    _reason(path)


def choices(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw any number of choices as buttons."""
    st.pills(
        _title(path, title),
        list(options),
        selection_mode="multi",
        format_func=label,
        help=tip,
        **_bind(path, list(answer(path)), list),
    )
    _reason(path)


def one_of(path: str, names: dict[str, str], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice among rows by id, such as the debt a call was about; `names` gives each id's words."""
    kept = answer(path)
    st.selectbox(
        _title(path, title),
        list(names),
        format_func=lambda row_id: names.get(row_id, row_id),
        index=None,
        placeholder=_("Please choose"),
        help=tip,
        **_bind(path, kept if kept in names else None, lambda picked: picked or ""),
    )
    _reason(path)


def moment(path: str, title: str | None = None) -> None:
    """Draw a day and a time of day that are one answer; a day or time taken out leaves the earlier one."""
    value = answer(path)
    kept = value if isinstance(value, datetime) else None
    left, right = st.columns(2)
    keys = (f"{_key(path)}:day", f"{_key(path)}:time")
    bound: dict[str, Any] = {"on_change": _commit_moment, "args": (path, keys)}
    for key, part in zip(keys, (kept.date(), kept.time()) if kept else (None, None), strict=True):
        st.session_state.setdefault(key, part)
    left.date_input(
        _title(path, title), min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", key=keys[0], **bound
    )
    right.time_input(_("At what time?"), step=300, key=keys[1], **bound)
    _reason(path)


def _commit_moment(path: str, keys: tuple[str, str]) -> None:
    on, at = (st.session_state[key] for key in keys)
    if on is not None and at is not None:
        set_answer(path, datetime.combine(on, at))


def several(path: str, names: dict[str, str], title: str | None = None) -> None:
    """Draw any number of rows by id; `names` gives each id's words."""
    kept = [row_id for row_id in answer(path) if row_id in names]
    st.multiselect(
        _title(path, title),
        list(names),
        format_func=lambda row_id: names.get(row_id, row_id),
        placeholder=_("Please choose"),
        **_bind(path, kept, list),
    )
    _reason(path)
