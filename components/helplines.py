"""Whom to call, the red-flag test for debt agents, and the steps after a refusal."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.i18n import _
from accord.knowledge.banks import ToCall, to_call
from accord.knowledge.helplines import Helpline, agent_verdict, helplines, red_flags
from accord.knowledge.objections import Step, ladder
from components import forms, keeping, rule_cards
from components.debts import debt_name
from components.letter_card import letter_card
from components.markup import plain
from components.page import reader_day
from components.session import current_case

AGENT_RULES = ("agents.warning", "credit_record.one_time_repair")


def lines() -> None:
    """Draw the help lines, each with its source and the day it was read; the person's own numbers stand first."""
    with st.container(border=True):
        st.markdown(f"### :material/phone_in_talk: {_('Whom to call')}")
        own_numbers()
        st.markdown("\n".join(_line(found) for found in helplines()))
        _write_down()


def own_numbers() -> None:
    """Draw the banks' numbers this person may trust: those they wrote down, then ours; nothing when there are none."""
    known = [found for found in map(to_call, current_case().debts) if found.number]
    told = dict.fromkeys(_number(found) for found in sorted(known, key=lambda found: found.whose != "own"))
    if told:
        st.markdown("\n".join(f"- {line}" for line in told))


def _number(found: ToCall) -> str:
    name = plain(found.creditor or _("Bank not named yet"))
    if found.whose == "own":
        source = _("the number you wrote down from your card")
    else:
        source = _("last checked {day}").format(day=found.read_on)
    return f":material/call: **{name} · {plain(found.number)}**  \n:small[{source}]"


def _write_down() -> None:
    """Draw a place for each bank's number, folded away; an empty one is filled from the card itself."""
    debts = current_case().debts
    if not debts:
        return
    with st.expander(_("Write down the number on your card"), icon=":material/edit:"):
        st.markdown(
            _(
                "We show no bank's number of our own: none was read on a page that could be trusted. Take it from the "
                "back of your card or the bank's official app; it then stands first wherever you are told to call."
            )
        )
        for debt in debts:
            forms.text(f"debts.{debt.id}.creditor_phone", plain(debt_name(debt)))


def _line(found: Helpline) -> str:
    number = f" · **{found.number}**" if found.number else ""
    hours = f" · {plain(found.hours.spoken())}" if found.hours else ""
    told = f"{plain(found.use_for)} {plain(found.how)}"
    named = plain(found.source.spoken())
    aside = (
        plain(found.not_for),
        f"[{named}]({found.url})" if found.url else named,
        plain(found.confidence_words()),
        _("last checked {day}").format(day=f"{found.read_on:%Y-%m-%d}"),
    )
    return f"- **{plain(found.name)}**{number}{hours}  \n{told}  \n:small[{' · '.join(aside)}]"


@st.fragment
def agent_test() -> None:
    """Draw the red-flag test: ticks, then one verdict. Nothing of it is kept."""
    with st.container(border=True):
        st.markdown(f"### :material/person_alert: {_('An agent offers help: the red-flag test')}")
        st.markdown(_("Tick what was said or asked. One tick is enough to stop."))
        rule_cards.under(AGENT_RULES)
        ticked = [flag for flag in red_flags() if st.checkbox(plain(flag.sign), key=f"flag_{flag.id}")]
        verdict = agent_verdict([flag.id for flag in ticked])
        if ticked:
            st.error(plain(verdict), icon=":material/block:")
            st.markdown("\n".join(f"- {plain(flag.instead)}" for flag in ticked))
        else:
            st.info(plain(verdict), icon=":material/info:")
    keeping.keep("agent_test")


def refusal_ladder(case: Case) -> None:
    """Draw the steps after a no, in order; each with its words, how long to wait, and its letter."""
    for place, step in enumerate(ladder(on=reader_day()), 1):
        with st.expander(plain(_("Step {n}: {title}").format(n=place, title=step.title)), icon=":material/stairs:"):
            _step(case, step)


def _step(case: Case, step: Step) -> None:
    st.markdown(f"{plain(step.do)}\n\n**{plain(step.words)}**\n\n:material/schedule: {plain(step.wait)}")
    rule_cards.under(step.rules)
    if step.letter_id and st.toggle(_("Show the letter for this step"), key=f"ladder_{step.id}"):
        letter_card(case, step.letter_id, f"ladder_{step.id}", debt_id=case.package.debt_id)
