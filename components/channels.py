"""Six ways to the bank compared by what matters, one recommended with its reason, one chosen."""

from __future__ import annotations

from typing import Final

import streamlit as st

from accord.case import Case
from accord.case import Channel as Way
from accord.i18n import N_, _, in_chinese
from accord.knowledge.channels import Channel, Needs, channel, channels, recommend
from accord.knowledge.clock import longest_overdue
from components import forms
from components.markup import plain
from components.page import reader_day
from components.session import forget_widgets, set_answer

WAYS = (Way.PHONE, Way.CHAT, Way.EMAIL, Way.IN_APP, Way.BRANCH, Way.POST)
"""The ways a person can choose; messages and visits only come from the other side."""

RECORD: Final = {1: N_("weak"), 2: N_("fair"), 3: N_("strong")}
SPEED: Final = {1: N_("slow"), 2: N_("days"), 3: N_("now")}
CALM: Final = {1: N_("tense"), 2: N_("fair"), 3: N_("calm")}
ICONS: Final = {
    "phone": "call",
    "chat": "chat",
    "email": "mail",
    "in_app": "smartphone",
    "branch": "account_balance",
    "post": "local_post_office",
}
BEST = 3
"""The highest score."""


def comparison() -> None:
    """Draw the six ways side by side, one word for each thing that matters."""
    headers = [_("Way"), _("Record"), _("Answer"), _("Stress")]
    rows = [[row.name, _(RECORD[row.record]), _(SPEED[row.speed]), _(CALM[row.calm])] for row in channels()]
    lines = [_line(headers), "|" + " :--- |" * len(headers), *(_line(row) for row in rows)]
    st.markdown("\n".join(lines))
    late = ("、" if in_chinese() else ", ").join(plain(row.name) for row in channels() if row.evenings == BEST)
    st.markdown(_("Easy to use after work: {ways}.").format(ways=late))
    st.markdown(f":small[{_('Our own judgement, not statistics. What counts at your bank may differ.')}]")


def _line(cells: list[str]) -> str:
    """Return a line of the table in small type, so that the columns stand side by side on a phone."""
    return "| " + " | ".join(f":small[{plain(cell)}]" for cell in cells) + " |"


def cards() -> None:
    """Draw each way's own card, folded."""
    for row in channels():
        with st.expander(plain(row.name), icon=f":material/{ICONS[row.id]}:"):
            st.markdown(_card(row))


def _card(row: Channel) -> str:
    told = (
        (_("For it"), row.pro),
        (_("Against it"), row.con),
        (_("Written record"), row.written_record),
        (_("Working hours"), row.working_hours),
        (_("When it fits"), row.stage),
        (_("How to begin"), row.how),
    )
    return "\n\n".join(f"**{title}**  \n{plain(words)}" for title, words in told)


def needs(case: Case) -> None:
    """Draw what matters to this person, the way that follows from it with its reason, and the choice."""
    with st.container(border=True):
        st.markdown(f"## {_('What matters to you?')}")
        for name in ("urgent", "written_record", "avoid_speaking", "only_evenings"):
            forms.tick(f"channel.{name}")
        advice = recommend(_needs(case), reader_day())
        found = channel(advice.channel)
        st.markdown(f":material/recommend: **{_('Suggested: {way}').format(way=plain(found.name))}**")
        st.markdown(plain(advice.because()))
        if case.channel.chosen != advice.channel:
            st.button(
                _("Take this way"),
                key="take_channel",
                icon=":material/check:",
                on_click=_take,
                args=(Way(advice.channel),),
            )
        forms.choice("channel.chosen", WAYS, _("Your main way"))


def _needs(case: Case) -> Needs:
    wished, late = case.channel, longest_overdue(case, reader_day())
    return Needs(
        written_record=wished.written_record,
        avoid_speaking=wished.avoid_speaking,
        only_evenings=wished.only_evenings,
        urgent=wished.urgent,
        overdue_days=late.days if late else 0,
    )


def _take(way: Way) -> None:
    set_answer("channel.chosen", way)
    forget_widgets("channel.chosen")
