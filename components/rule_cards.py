"""Rules as cards: what is said, where it stands, how sure we are, when it was last read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import streamlit as st

from accord.case import Case, DebtKind
from accord.case.labels import label
from accord.i18n import N_, _, in_chinese, plural
from accord.knowledge.clock import longest_overdue
from accord.knowledge.rules import ANY, Rule, rule, rules_for
from components import keeping
from components.markup import plain
from components.page import reader_day

TOPICS: Final = {
    "entry": N_("At the door"),
    "hours": N_("Hours"),
    "calls": N_("Calls"),
    "third_person": N_("Family and colleagues"),
    "conduct": N_("Manner"),
    "agency": N_("Agencies"),
    "personal_data": N_("My data"),
    "reachability": N_("Staying reachable"),
    "fees": N_("Extra charges"),
    "evidence": N_("Records"),
    "complaint": N_("Complaints"),
    "court": N_("Court"),
}
"""Topics about collecting, in the order a person asks about them."""
_DAY = re.compile(r"\d{4}(-\d\d){0,2}( Q\d)?")
_COLOURS: Final = {"P": "green", "PT": "blue", "R": "orange"}
FIRST: Final = 4
"""How many rules of a topic stand open."""


def under(rule_ids: Iterable[str]) -> None:
    """Draw rules in short under whatever they stand behind; safe inside an expander."""
    rows = (rule(name, reader_day()) for name in rule_ids)
    lines = [f"- :material/gavel: {plain(row.says())}  \n  :small[{_where(row)}]" for row in rows]
    if lines:
        st.markdown("\n".join(lines))


def sources(rule_ids: Iterable[str]) -> None:
    """Draw where the rules of a text stand, each place once; what must be read again, or has ended, is said."""
    rows = _by_place(rule(name, reader_day()) for name in rule_ids)
    lines = [f"- :small[{_where(row)}{_caution(row)}]" for row in rows]
    if lines:
        st.markdown("\n".join((f":small[{_('Where this stands')}]", "", *lines)))


def _by_place(rows: Iterable[Rule]) -> Iterator[Rule]:
    """Yield one row for each place that was read the same way, with the articles of all rules from there."""
    places: dict[tuple[object, ...], list[Rule]] = {}
    for row in rows:
        place = (row.document.id, row.confidence, row.source, row.status(reader_day()))
        places.setdefault(place, []).append(row)
    for found in places.values():
        articles = (part.strip() for row in found for part in row.article.split(",") if part.strip())
        yield found[0].model_copy(update={"article": ", ".join(dict.fromkeys(articles))})


def cards(rows: Iterable[Rule]) -> None:
    """Draw each rule as a card of its own."""
    for row in rows:
        with st.container(border=True):
            st.markdown("\n\n".join(part for part in _card(row) if part))


def full(rows: Iterable[Rule]) -> None:
    """Draw each rule as a card with all that is known about it."""
    for row in rows:
        with st.container(border=True):
            st.markdown("\n\n".join(part for part in _all_of(row) if part))


def _all_of(row: Rule) -> tuple[str, ...]:
    says, quote, _sources = _card(row)
    sure = f":{_COLOURS[row.confidence]}-badge[{plain(row.confidence_words())}]"
    letters = _("letters may state it") if row.may_be_stated(reader_day()) else _("letters ask")
    told = (row.standing_words(), row.status_words(reader_day()), letters)
    badges = " ".join((sure, *(f":gray-badge[{plain(words)}]" for words in told)))
    return (says, quote, f"**{plain(row.citation())}**  \n:small[{_source(row)}]", badges, f":small[{_kept(row)}]")


def _source(row: Rule) -> str:
    title = plain(row.source.title.spoken())
    return f"[{title}]({row.source.url})" if row.source.url else title


def _kept(row: Rule) -> str:
    """Return whom the rule binds, about which debts, its days, and its id."""
    whom = ("、" if in_chinese() else ", ").join(row.whom_words())
    parts = (
        _("binds: {whom}").format(whom=whom),
        _("about: {debts}").format(debts=_kinds(row)),
        *_since(row),
        _("last checked {day}").format(day=row.read_on.isoformat()),
        _("to be read again by {day}").format(day=row.review_by.isoformat()),
        row.id,
    )
    return " · ".join(plain(part) for part in parts)


def _card(row: Rule) -> tuple[str, ...]:
    quote = f":small[{_('The original words: “{quote}”').format(quote=plain(row.quote))}]" if row.quote else ""
    return (f":material/gavel: {plain(row.says())}", quote, f":small[{_where(row)} · {_how_sure(row)}]")


def _where(row: Rule) -> str:
    """Return citation, confidence, day of reading, and the link where there is one that may be shown."""
    parts = [plain(row.citation()), plain(row.confidence_words())]
    parts.append(_("last checked {day}").format(day=f"{row.read_on:%Y-%m-%d}"))
    if row.source.url:
        parts.append(f"[{plain(row.source.title.spoken())}]({row.source.url})")
    return " · ".join(parts)


def _caution(row: Rule) -> str:
    day = reader_day()
    return "" if row.status(day) == "in_force" else f" · **{plain(row.status_words(day))}**"


def _how_sure(row: Rule) -> str:
    """Return how binding the rule is, since when, where it stands today, and for which debts."""
    parts = [row.standing_words(), row.status_words(reader_day()), *_since(row)]
    parts.append(_("about: {debts}").format(debts=_kinds(row)))
    return " · ".join(plain(part) for part in parts)


def _since(row: Rule) -> tuple[str, ...]:
    """Return since when the rule is in force, or was issued; nothing where that was not seen."""
    day = _DAY.search(row.in_force)
    if not day:
        return ()
    issued = row.in_force.startswith("issued")
    return ((_("issued: {day}") if issued else _("in force: {day}")).format(day=day.group()),)


def _kinds(row: Rule) -> str:
    if ANY in row.debt_kinds:
        return _("any debt")
    return ("、" if in_chinese() else ", ").join(label(DebtKind(kind)) for kind in row.debt_kinds)


def usual_kind(case: Case) -> DebtKind:
    """Return the kind of debt a reader most likely asks about: the longest overdue, else the first, else a card."""
    late = longest_overdue(case, reader_day())
    if late:
        return late.debt.kind
    return case.debts[0].kind if case.debts else DebtKind.CREDIT_CARD


@st.fragment
def chosen(start: DebtKind) -> None:
    """Draw the rules about collecting, by kind of debt and topic; `start` is the kind shown first."""
    kinds = list(DebtKind)
    kind = st.selectbox(
        _("For which kind of debt?"), kinds, index=kinds.index(start), format_func=label, key=f"rules_kind_{start}"
    )
    topic = st.pills(_("About what?"), list(TOPICS), default="entry", format_func=_topic, key="rules_topic")
    found = [row for row in rules_for(kind, topic, reader_day()) if row.topic in TOPICS]
    if found:
        cards(found[:FIRST])
        _more(found[FIRST:])
    else:
        st.markdown(_("For this kind of debt no rule on this topic was seen. That is no proof that there is none."))
    st.page_link("pages/rules.py", label=_("All rules, with search"), icon=":material/gavel:")
    keeping.keep("rules")


def _more(rows: list[Rule]) -> None:
    """Draw the rules beyond the first few, folded away."""
    if rows:
        with st.expander(plural("{n} more rule on this", "{n} more rules on this", len(rows)), icon=":material/gavel:"):
            under(row.id for row in rows)


def _topic(topic: str) -> str:
    return _(TOPICS[topic])
