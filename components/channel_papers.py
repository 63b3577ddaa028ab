"""What to say and send, made from the case: the phone script, chat lines, the e-mail, the letter."""

from __future__ import annotations

from typing import Final

import streamlit as st

from accord.case import Case, Channel, Debt, Goal
from accord.case.labels import label
from accord.documents.facts import Facts
from accord.documents.letters import chosen_letter
from accord.documents.mail import letter_mail
from accord.documents.scripts import (
    Cue,
    chat_lines,
    mail_attachments,
    mail_subject,
    mail_text,
    phone_script,
    three_sentences,
)
from accord.documents.talk import Listener, Setting, setting_for
from accord.documents.text import render
from accord.i18n import N_, _, language, speaking
from accord.knowledge.objections import counterpart
from components import article, reading
from components.amounts import held_back
from components.files import file_name
from components.handout import hand_out
from components.letter_card import gates_open, held, holding_gates, letter_card, reading_language
from components.markup import plain
from components.one_debt import which_debt
from components.page import reader_day

CUES: Final = {"say": "record_voice_over", "wait": "hourglass_empty", "write": "edit", "mind": "shield"}
TABS: Final = (N_("By phone"), N_("Online chat"), N_("By e-mail"), N_("App, branch, post"))
PLACES: Final = {Channel.PHONE: 0, Channel.CHAT: 1, Channel.EMAIL: 2}
"""The tab of each channel; the others share the last one."""


def material(case: Case) -> None:
    """Draw the four ways as tabs, the chosen one first in sight: how to go about it, and the words for it."""
    if reading.papers_shut():
        return
    debt = which_debt(case, "channel_debt")
    debt_id = debt.id if debt else ""
    if gates_open(case, debt_id) and not st.toggle(_("Show the words all the same"), key="channel_all_the_same"):
        return
    if held_back():
        return
    tongue = reading_language(case, "channel")
    setting = _setting(_facts(case, debt))
    _blanks(case, debt_id, setting)
    titles = [_(title) for title in TABS]
    chosen = titles[PLACES.get(case.channel.chosen or Channel.PHONE, 3)]
    phone, chat, mail, paper = st.tabs(titles, default=chosen)
    with phone:
        article.section("3.1")
        _phone(_facts(case, debt), tongue, setting)
    with chat:
        article.section("3.2")
        _chat(_facts(case, debt), tongue, setting)
    with mail:
        article.section("3.3")
        _mail(case, debt_id, tongue, setting)
    with paper:
        article.section("3.4")
        with st.container(border=True):
            letter_card(case, "preference", "channel_preference", debt_id=debt_id)


def _facts(case: Case, debt: Debt | None) -> Facts:
    return Facts.of(case.opened(), debt.id if debt else "", reader_day())


def _setting(facts: Facts) -> Setting:
    """Draw who is on the other end and what is asked first, set to what fits the case; both can be changed here."""
    fits = setting_for(facts)
    listener = st.selectbox(
        _("Who is on the other end?"),
        list(Listener),
        index=list(Listener).index(fits.listener),
        format_func=lambda row: counterpart(row).name,
        key=f"channel_listener_{facts.debt.id}",
    )
    goal = st.segmented_control(
        _("What do you ask for first?"),
        list(Goal),
        default=fits.goal,
        format_func=label,
        required=True,
        key=f"channel_goal_{facts.debt.id}",
    )
    setting = Setting(listener or fits.listener, goal or fits.goal)
    found = counterpart(setting.listener)
    can = _("May decide: {things}.").format(things=_("; ").join(found.may_decide))
    cannot = _("Cannot decide: {things}.").format(things=_("; ").join(found.cannot_decide))
    st.markdown(f":small[{plain(can)}]  \n:small[{plain(cannot)}]")
    return setting


def _blanks(case: Case, debt_id: str, setting: Setting) -> None:
    """Say what the words below leave blank."""
    facts = Facts.of(case.opened(), debt_id, reader_day())
    three_sentences(facts)
    chat_lines(facts, setting)
    if facts.gaps:
        with st.expander(_("What is still blank in the words below"), icon=":material/edit:"):
            st.markdown("\n".join(f"- {plain(name)}" for name in facts.gaps))
            st.page_link("pages/short_way.py", label=_("Fill it in: seven answers"), icon=":material/bolt:")


def call_words(case: Case, debt: Debt | None) -> None:
    """Draw the call in three sentences and the longer script, in the reader's language."""
    if held_back():
        return
    facts = _facts(case, debt)
    _phone(facts, language(), setting_for(facts))


def _phone(facts: Facts, tongue: str, setting: Setting) -> None:
    with speaking(tongue):
        short, cues = "\n".join(three_sentences(facts)), phone_script(facts, setting)
    st.markdown(f"**{_('The call in three sentences, for a first call')}**")
    st.code(short, language=None, wrap_lines=True)
    with st.container(border=True):
        st.markdown(f"**{_('The longer script, with pauses')}**")
        st.markdown("\n\n".join(_cue(cue) for cue in cues))


def _cue(cue: Cue) -> str:
    icon = f":material/{CUES[cue.kind]}:"
    words = plain(cue.text)
    return f"{icon} **{words}**" if cue.kind == "say" else f"{icon} :small[{words}]"


def _chat(facts: Facts, tongue: str, setting: Setting) -> None:
    with speaking(tongue):
        lines = chat_lines(facts, setting)
    st.markdown(_("Send them one by one. Each box has its own copy button."))
    for line in lines:
        st.code(line, language=None, wrap_lines=True)


def _mail(case: Case, debt_id: str, tongue: str, setting: Setting) -> None:
    opened = case.opened()
    facts = Facts.of(opened, debt_id, reader_day())
    with speaking(tongue):
        subject, words = mail_subject(facts, setting), mail_text(facts, setting)
        attachments = mail_attachments(facts)
    st.markdown(f"**{_('Subject')}**")
    st.code(subject, language=None, wrap_lines=True)
    st.markdown(f"**{_('Text')}**")
    st.code(words, language=None, wrap_lines=True)
    if setting.listener is Listener.COLLECTOR:
        st.markdown(_("Attach nothing: your papers go to the bank itself, never to an agency or a private mailbox."))
        return
    st.markdown("\n".join((f"**{_('Attach')}**", "", *(f"- {plain(name)}" for name in attachments))))
    with st.expander(_("Or the whole letter as the e-mail"), icon=":material/edit_document:"):
        _letter_mail(case, debt_id, tongue)


def _letter_mail(case: Case, debt_id: str, tongue: str) -> None:
    chosen = chosen_letter(case.package)
    if held(case, chosen, debt_id):
        return
    opened = case.opened()
    careful = bool(holding_gates(case, debt_id))
    body = render(chosen.paper(opened, debt_id, language=tongue, on=reader_day(), careful=careful))
    st.code(body, language=None, wrap_lines=True, height=320)
    draft, name = (
        letter_mail(opened, language=tongue, on=reader_day(), careful=careful),
        file_name("eml", stem="letter"),
    )
    hand_out(_("Save as an e-mail draft (.eml)"), draft, name, "message/rfc822", "channel_eml")
    st.markdown(f":small[{_('In WeChat files may not open: copy the text instead.')}]")
