"""Inputs bound to the case: one function for each kind of answer.

Each takes the answer's path and its label. The widget is seeded from the case, its change is put into the case
by a callback, and a value that cannot be used stays visible with the reason under it.

In a shared workbook the same fields stand there disabled, under keys of their own, and a private answer that was not
opened to the reader says so: an empty field would look like an answer that was never given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import streamlit as st

from accord.case import DebtGate
from accord.case.fields import EARLIEST, LATEST
from accord.case.labels import field_label, label
from accord.case.masking import LEFT_OUT
from accord.i18n import _
from components import beside, reading
from components.amounts import hidden
from components.glossary_help import field_tip
from components.markup import plain
from components.session import WIDGETS, answer, problem_at, remember_reader, set_answer

Reader = Callable[[Any], object]
P = ParamSpec("P")
ONE_LINE = 18
"""Signs that fit a field on a phone."""
_GATE = next(iter(DebtGate.model_fields))


def _field(draw: Callable[Concatenate[str, P], None]) -> Callable[Concatenate[str, P], None]:
    """Wrap what draws an answer: closed answers say so, and what is said about an answer stands beside it."""

    @wraps(draw)
    def drawn(path: str, /, *args: P.args, **named: P.kwargs) -> None:
        """Draw the answer, or that it is closed."""
        if reading.closed(path):
            _closed(path)
            return
        with beside.field_place(path):
            draw(path, *args, **named)

    return drawn


def _closed(path: str) -> None:
    """Say that a private answer is closed; the questions before a letter say it once for each debt."""
    gate = path.split(".")[1:2] == [reading.GATES]
    if not gate or path.endswith(f".{_GATE}"):
        words = field_label(".".join(path.split(".")[:2]))
        st.markdown(_(":material/lock: {name}: closed by the owner").format(name=plain(words)))


def _same(value: object) -> object:
    return value


def _key(path: str) -> str:
    return (reading.SHOWN if reading.on() else WIDGETS) + path


def _commit(path: str, read: Reader) -> None:
    if _key(path) in st.session_state:  # not while the field is about to be seeded anew
        set_answer(path, read(st.session_state[_key(path)]))


def _bind(path: str, shown: object, read: Reader = _same, *, default: str = "value") -> dict[str, Any]:
    """Seed the widget at `path` and return the arguments that bind it, or that show it only.

    The widget gets its value as its default too, by the argument named `default`: a slow browser may draw a field for
    the first time after the run that seeded it was followed by another, and would show it empty.
    """
    first = {default: shown} if default else {}
    if reading.on():
        st.session_state[_key(path)] = shown
        return {"key": _key(path), "disabled": True, **first}
    if isinstance(shown, str):
        remember_reader(path, read)
    if _key(path) not in st.session_state:
        st.session_state[_key(path)] = shown
    return {"key": _key(path), "on_change": _commit, "args": (path, read), **first}


def _place(options: Sequence[object], chosen: object) -> int | None:
    return options.index(chosen) if chosen in options else None


def _reason(path: str) -> None:
    reason = problem_at(path)
    if reason:
        st.error(plain(reason), icon=":material/error:")


def _title(path: str, title: str | None) -> str:
    return title if title is not None else field_label(path)


def _tip(path: str, tip: str | None) -> str | None:
    """Return what stands behind a field's question mark: the words given, else what a word in its label means."""
    return tip or field_tip(path)


@_field
def text(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw one line of text."""
    shown = answer(path) or ""
    if reading.on() and len(str(shown)) > ONE_LINE:  # a line that cannot be typed in cannot be scrolled either
        st.text_area(_title(path, title), help=_tip(path, tip), height="content", **_bind(path, shown))
        return
    hint = example if not reading.on() else _left_out(path)
    st.text_input(_title(path, title), placeholder=hint or None, help=_tip(path, tip), **_bind(path, shown))
    _reason(path)


@_field
def area(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw several lines of text."""
    bound = _bind(path, answer(path) or "")
    if reading.on():
        st.text_area(_title(path, title), help=_tip(path, tip), height="content", **bound)
        return
    st.text_area(_title(path, title), placeholder=example or None, help=_tip(path, tip), height=110, **bound)
    _reason(path)


def _left_out(path: str) -> str:
    """Return what stands in an empty field that may have been covered for this reader."""
    return _("covered, or not filled in") if path.rpartition(".")[2] in LEFT_OUT else ""


def _amount_shown(value: object) -> str:
    return f"{value:,.2f}".removesuffix(".00") if isinstance(value, Decimal) else str(value or "")


@_field
def money(path: str, title: str | None = None, *, example: str = "", tip: str | None = None) -> None:
    """Draw an amount in yuan, read as people write it: 1,250 or 1.2万. Empty means "I don't know"."""
    st.text_input(
        _("{name} (yuan)").format(name=_title(path, title)),
        placeholder=None if reading.on() else example or _("Leave empty if you don't know"),
        help=_tip(path, tip),
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


@_field
def rate(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a yearly rate, read as 18.25, 18.25% or 0.1825."""
    bound = _bind(path, _rate_shown(answer(path)), _rate_read)
    st.text_input(_title(path, title), placeholder="18.25%", help=_tip(path, tip), **bound)
    _reason(path)


@_field
def whole(path: str, title: str | None = None, *, low: int = 0, high: int = 50, tip: str | None = None) -> None:
    """Draw a whole number within bounds, inclusive; it may be left empty where the answer may be unknown."""
    kept = answer(path)
    bound = _bind(path, kept, default="value" if kept is None or low <= kept <= high else "")
    st.number_input(
        _title(path, title), min_value=low, max_value=high, step=1, help=_tip(path, tip), placeholder="—", **bound
    )
    _reason(path)


@_field
def day(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a date; empty means "I don't know"."""
    value = answer(path)
    bound = _bind(path, value if isinstance(value, date) else None)
    st.date_input(
        _title(path, title), min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", help=_tip(path, tip), **bound
    )
    _reason(path)


@_field
def clock(path: str, title: str | None = None) -> None:
    """Draw a time of day."""
    value = answer(path)
    st.time_input(_title(path, title), step=1800, **_bind(path, value if isinstance(value, time) else None))
    _reason(path)


@_field
def tick(path: str, title: str | None = None, *, tip: str | None = None) -> None:
    """Draw a yes/no tick."""
    st.checkbox(_title(path, title), help=_tip(path, tip), **_bind(path, bool(answer(path))))


@_field
def choice(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice from a list; nothing chosen is an answer where the field allows it."""
    st.selectbox(
        _title(path, title),
        list(options),
        format_func=label,
        index=_place(list(options), answer(path)),
        placeholder=_("Please choose"),
        help=_tip(path, tip),
        **_bind(path, answer(path), default=""),
    )
    _reason(path)


@_field
def switch(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice as buttons side by side, for short lists. A second tap on the chosen one changes nothing."""
    kept = answer(path)
    st.segmented_control(
        _title(path, title),
        list(options),
        format_func=label,
        help=_tip(path, tip),
        **_bind(path, kept, lambda picked: kept if picked is None else picked, default="default"),
    )
    _reason(path)


@_field
def choices(path: str, options: Sequence[StrEnum], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw any number of choices as buttons."""
    st.pills(
        _title(path, title),
        list(options),
        selection_mode="multi",
        format_func=label,
        help=_tip(path, tip),
        **_bind(path, list(answer(path)), list, default="default"),
    )
    _reason(path)


@_field
def one_of(path: str, names: dict[str, str], title: str | None = None, *, tip: str | None = None) -> None:
    """Draw one choice among rows by id, such as the debt a call was about; `names` gives each id's words."""
    kept = answer(path)
    st.selectbox(
        _title(path, title),
        list(names),
        format_func=lambda row_id: names.get(row_id, row_id),
        index=_place(list(names), kept),
        placeholder=_("Please choose"),
        help=_tip(path, tip),
        **_bind(path, kept if kept in names else None, lambda picked: picked or "", default=""),
    )
    _reason(path)


@_field
def moment(path: str, title: str | None = None) -> None:
    """Draw a day and a time of day that are one answer; a day or time taken out leaves the earlier one."""
    value = answer(path)
    kept = value if isinstance(value, datetime) else None
    if reading.on():
        st.text_input(_title(path, title), **_bind(path, f"{kept:%Y-%m-%d %H:%M}" if kept else ""))
        return
    left, right = st.columns(2)
    keys = (f"{_key(path)}:day", f"{_key(path)}:time")
    bound: dict[str, Any] = {"on_change": _commit_moment, "args": (path, keys)}
    on, at = (kept.date(), kept.time()) if kept else (None, None)
    st.session_state.setdefault(keys[0], on)
    st.session_state.setdefault(keys[1], at)
    days: dict[str, Any] = {"min_value": EARLIEST, "max_value": LATEST, "format": "YYYY-MM-DD"}
    left.date_input(_title(path, title), value=on, key=keys[0], **days, **bound)
    right.time_input(_("At what time?"), value=at, step=300, key=keys[1], **bound)
    _reason(path)


def _commit_moment(path: str, keys: tuple[str, str]) -> None:
    on, at = (st.session_state[key] for key in keys)
    if on is not None and at is not None:
        set_answer(path, datetime.combine(on, at))


@_field
def several(path: str, names: dict[str, str], title: str | None = None) -> None:
    """Draw any number of rows by id; `names` gives each id's words."""
    kept = [row_id for row_id in answer(path) if row_id in names]
    st.multiselect(
        _title(path, title),
        list(names),
        format_func=lambda row_id: names.get(row_id, row_id),
        placeholder=_("Please choose"),
        **_bind(path, kept, list, default="default"),
    )
    _reason(path)
