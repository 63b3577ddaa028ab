"""All rules with search and filters, a few at a time; each with its source and how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any, Final

import streamlit as st

from accord.case import DebtKind
from accord.case.labels import label
from accord.i18n import _, plural
from accord.knowledge.rule_search import THEMES, Wanted, search, theme_of
from accord.knowledge.rules import BOUND, PACK_VERSION, Rule, rules
from accord.knowledge.sources import CONFIDENCE
from components import rule_cards
from components.page import reader_day

AT_ONCE: Final = 8
"""How many rules are drawn before the reader asks for more: a phone scrolls them at once."""
SHOWN: Final = "rules_shown"
KEYS: Final = "rules_of_"


@st.fragment
def browse() -> None:
    """Draw the search, the filters, and what they find."""
    st.text_input(
        _("Search"),
        key=f"{KEYS}words",
        placeholder=_("A word, a law or an article number"),
        icon=":material/search:",
        on_change=_begin_again,
    )
    st.pills(_("About what?"), list(THEMES), format_func=_theme_name, key=f"{KEYS}theme", on_change=_begin_again)
    with st.expander(_("Narrow it down"), icon=":material/filter_list:"):
        _filters()
    found = search(_wanted(), reader_day())
    st.markdown(f"**{plural('{n} rule', '{n} rules', len(found))}**")
    _themes(found[: _shown()])
    _more(len(found))
    if not found:
        st.markdown(_("No rule of ours says this. That is no proof that there is none."))


def facts(on: date) -> str:
    """Return one line on the whole collection: how many rules, read how, how many letters may state, its version."""
    known = rules()
    read = " · ".join(f"{_(words)} {_count(known, confidence)}" for confidence, words in CONFIDENCE.items())
    stated = sum(row.may_be_stated(on) for row in known)
    return _("{n} rules: {read}. Letters may state {stated} of them; for the rest they ask. Version {version}.").format(
        n=len(known), read=read, stated=stated, version=PACK_VERSION
    )


def _count(known: Iterable[Rule], confidence: str) -> int:
    return sum(row.confidence == confidence for row in known)


def _filters() -> None:
    kinds = [kind for kind in DebtKind if kind is not DebtKind.OTHER]
    chosen: dict[str, Any] = {"index": None, "placeholder": _("Any"), "on_change": _begin_again}
    st.selectbox(_("For which kind of debt?"), kinds, format_func=label, key=f"{KEYS}kind", **chosen)
    st.selectbox(_("Whom does it bind?"), list(BOUND), format_func=_bound_name, key=f"{KEYS}bound", **chosen)
    st.selectbox(
        _("How was it read?"), list(CONFIDENCE), format_func=_confidence_name, key=f"{KEYS}confidence", **chosen
    )
    st.toggle(_("Only what letters may state"), key=f"{KEYS}statable", on_change=_begin_again)


def _theme_name(theme: str) -> str:
    return _(THEMES[theme][0])


def _bound_name(who: str) -> str:
    return next(_(words) for known, words in BOUND.items() if known == who)


def _confidence_name(confidence: str) -> str:
    return next(_(words) for known, words in CONFIDENCE.items() if known == confidence)


def _wanted() -> Wanted:
    said: dict[str, Any] = {
        name: st.session_state.get(f"{KEYS}{name}") for name in ("theme", "kind", "bound", "confidence")
    }
    return Wanted(
        words=st.session_state.get(f"{KEYS}words") or "",
        statable=bool(st.session_state.get(f"{KEYS}statable")),
        **said,
    )


def _themes(found: Iterable[Rule]) -> None:
    for theme, rows in groupby(found, key=theme_of):
        st.markdown(f"## {_theme_name(theme)}")
        rule_cards.full(rows)


def _shown() -> int:
    return int(st.session_state.get(SHOWN, AT_ONCE))


def _more(total: int) -> None:
    left = total - _shown()
    if left > 0:
        words = plural("Show {n} more rule", "Show {n} more rules", min(left, AT_ONCE))
        st.button(words, key=f"{KEYS}more", width="stretch", icon=":material/expand_more:", on_click=_go_on)


def _go_on() -> None:
    st.session_state[SHOWN] = _shown() + AT_ONCE


def _begin_again() -> None:
    st.session_state[SHOWN] = AT_ONCE
