"""Practise the call with a scripted officer: choose who and in what mood, reply, pause, go back, look back. Private."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import streamlit as st

from accord.budget.means import limit
from accord.case import Case, Debt
from accord.i18n import N_, _, language
from accord.money import to_fen
from accord.rehearsal.debrief import CUES, Finding, cue_card, debrief
from accord.rehearsal.script import (
    COUNTERPARTS,
    MOODS,
    MOST_TURNS,
    PATIENCE,
    Call,
    Counterpart,
    Figures,
    Mood,
    Outcome,
    back,
    begin,
    closest,
    say,
    script,
)
from components import keeping, reading
from components.asked import asked_plan
from components.markup import plain
from components.page import reader_day
from components.said import covered, said
from components.session import current_case, forget_widgets

MOOD_WORDS: Final[dict[Mood, str]] = {"calm": N_("calm and polite"), "hurried": N_("in a hurry"), "stern": N_("stern")}
OUTCOMES: Final[dict[Outcome, str]] = {
    "in_writing": N_("They send it in writing. That is what you came for."),
    "call_back": N_("They call back, or you do. A day and a name make it count."),
    "unclear": N_("It ended without anything clear. Write down what was said and ask for it in writing."),
    "over_ceiling": N_("You agreed to more than you can keep. Here that costs nothing: go back a step and try again."),
    "unsafe": N_("This would have cost you money or your data. Go back a step and see how to refuse."),
    "cut_off": N_("The officer ended the call. It happens; call again another day, with the same figure."),
}
KINDS: Final = {"careful": ":material/shield:", "done": ":material/check_circle:", "missed": ":material/lightbulb:"}
INVENTED: Final = Figures(instalment=100_000, push=250_000, ceiling=120_000)
"""What is spoken of while no figure is entered; invented for practice."""
LONGEST_NOTES = 2000
"""What the case has room for; older notes go first."""
PUSH = Decimal("1.8")
ROUND_TO = 10_000


def practice(debt: Debt | None) -> None:
    """Draw the practice room for one debt; whoever reads a shared workbook has none."""
    if not reading.on():
        st.header(_("Practise the call"), anchor="practise")
        _practice(debt.id if debt else "")


@st.fragment
def _practice(debt_id: str) -> None:
    st.markdown(f":material/lock: :small[{_('Only for you: never in papers for the bank')}]")
    call: Call | None = st.session_state.get("practice_call")
    if call is None:
        _choose(debt_id)
    else:
        _so_far(call)
        if call.over:
            _look_back(call)
        elif st.session_state.get("practice_paused"):
            _paused(call)
        else:
            _replies(call)
        _leave()
    keeping.keep("practice")


def figures(case: Case, debt: Debt | None) -> Figures:
    """Return what is spoken of in a practice call: the instalment asked for, what is pushed for, the ceiling."""
    plan = asked_plan(case, debt) if debt else None
    ceiling = to_fen(limit(case))
    if plan is None or not plan.usual_instalment:
        return INVENTED
    ceiling = ceiling or plan.usual_instalment
    pushed = int(max(plan.usual_instalment, ceiling) * PUSH)
    return Figures(instalment=plan.usual_instalment, push=-(-pushed // ROUND_TO) * ROUND_TO, ceiling=ceiling)


def _choose(debt_id: str) -> None:
    st.markdown(_("A few minutes, nothing is sent anywhere. What the officer says is invented and describes no bank."))
    st.session_state.setdefault("practice_who", COUNTERPARTS[0])
    st.session_state.setdefault("practice_mood", MOODS[0])
    st.pills(_("Who is on the line?"), COUNTERPARTS, key="practice_who", format_func=_title, required=True)
    st.segmented_control(_("In what mood?"), MOODS, key="practice_mood", format_func=_mood, required=True)
    st.button(
        _("Begin the practice call"),
        key="practice_begin",
        icon=":material/forum:",
        type="primary",
        width="stretch",
        on_click=_begin,
        args=(debt_id,),
    )


def _title(counterpart: Counterpart) -> str:
    return script(counterpart).title[language()]


def _mood(mood: Mood) -> str:
    return _(MOOD_WORDS[mood])


def _begin(debt_id: str) -> None:
    case = current_case()
    seed = st.session_state["practice_seed"] = st.session_state.get("practice_seed", -1) + 1
    spoken = figures(case, case.debt(debt_id))
    who, mood = st.session_state["practice_who"], st.session_state["practice_mood"]
    st.session_state["practice_call"] = begin(who, mood, spoken, seed=seed)
    st.session_state["practice_paused"] = False


def _so_far(call: Call) -> None:
    """Draw what was said; the officer on the left, I on the right, and how much patience is left."""
    st.markdown(f"**{plain(_title(call.script.id))}** · {_mood(call.mood)}")
    for turn in call.said:
        mine = turn.who == "me"
        with st.chat_message("user" if mine else "assistant", avatar=_avatar(mine=mine)):
            st.markdown(said(turn.text))
    if not call.over:
        left = max(0, min(call.patience, MOST_TURNS - call.turns))
        most = PATIENCE[call.mood]
        dots = "●" * min(left, most) + "○" * max(0, most - left)
        st.markdown(f":small[{_('The officer’s patience: {dots}').format(dots=dots)}]")


def _avatar(*, mine: bool) -> str:
    return ":material/person:" if mine else ":material/support_agent:"


def _replies(call: Call) -> None:
    """Draw the replies, a field for own words, pause and one step back."""
    st.markdown(f"**{_('What do you say?')}**")
    for answer_id, words in call.choices():
        key = f"reply_{call.turns}_{answer_id}"
        st.button(covered(words), key=key, width="stretch", on_click=_say, args=(answer_id,))
    key = f"own_words_{call.turns}"
    st.text_input(_("Or in your own words"), key=key, on_change=_say_own, args=(key,), max_chars=200)
    missed = st.session_state.pop("practice_unheard", "")
    if missed:
        st.markdown(_("None of the replies here is like that. Choose one of them."))
    left, right = st.columns(2)
    left.button(
        _("Pause the call"),
        key="practice_pause",
        icon=":material/pause:",
        width="stretch",
        on_click=_pause,
        args=(True,),
    )
    _back_button(call, right)


def _back_button(call: Call, place: st.delta_generator.DeltaGenerator) -> None:
    place.button(
        _("One step back"),
        key="practice_back",
        icon=":material/undo:",
        width="stretch",
        disabled=not call.turns,
        on_click=_back,
    )


def _say(answer_id: str) -> None:
    st.session_state["practice_call"] = say(st.session_state["practice_call"], answer_id)


def _say_own(key: str) -> None:
    call: Call = st.session_state["practice_call"]
    found = closest(call, st.session_state[key])
    if found is None:
        st.session_state["practice_unheard"] = st.session_state[key]
    else:
        _say(found)


def _pause(now: bool) -> None:  # noqa: FBT001  a button's callback
    st.session_state["practice_paused"] = now


def _back() -> None:
    st.session_state["practice_call"] = back(st.session_state["practice_call"])


def _paused(call: Call) -> None:
    """Draw the pause: breathe, and what to have before one's eyes."""
    with st.container(border=True):
        st.markdown(f"### :material/pause_circle: {_('Paused')}")
        st.markdown(
            _("Breathe out slowly. Nothing has to be decided in this second; a real call can be paused as well.")
        )
        st.markdown("\n".join(f"- {said(line)}" for line in cue_card(call)[-len(CUES) :]))
    st.button(
        _("Go on with the call"),
        key="practice_on",
        icon=":material/play_arrow:",
        width="stretch",
        on_click=_pause,
        args=(False,),
    )


def _look_back(call: Call) -> None:
    """Draw how it ended, what it showed, and the card for the real call."""
    outcome = call.node.outcome
    with st.container(border=True):
        st.markdown(f"### :material/flag: {_('Looking back')}")
        if outcome is not None:
            st.markdown(plain(_(OUTCOMES[outcome])))
        st.markdown("\n".join(_found(finding) for finding in debrief(call)))
    _back_button(call, st.container())
    lines = cue_card(call)
    st.markdown(f"**{_('Your card for the real call')}**")
    st.code("\n".join(f"· {covered(line)}" for line in lines), language=None, wrap_lines=True)
    st.button(
        _("Keep it in my private notes"), key="practice_keep", icon=":material/lock:", on_click=_keep, args=(lines,)
    )
    notes = current_case().private.rehearsal_notes
    if notes:
        with st.expander(_("Your notes from practising"), icon=":material/lock:"):
            st.markdown(said(notes))


def _found(finding: Finding) -> str:
    return f"- {KINDS[finding.kind]} {said(finding.speak())}"


def _keep(lines: tuple[str, ...]) -> None:
    private = current_case().private
    written = "\n".join((f"{reader_day():%Y-%m-%d}", *lines, "", private.rehearsal_notes)).strip()
    private.rehearsal_notes = written[:LONGEST_NOTES]
    forget_widgets("private.rehearsal_notes")
    st.toast(_("Kept among your private notes."))


def _leave() -> None:
    st.button(_("Another call"), key="practice_again", icon=":material/refresh:", type="tertiary", on_click=_end)


def _end() -> None:
    st.session_state.pop("practice_call", None)
    st.session_state["practice_paused"] = False
