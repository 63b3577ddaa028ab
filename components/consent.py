"""The person's leave to keep the draft: what is kept, where the key is, how long. Without the tick nothing is kept."""

from __future__ import annotations

import streamlit as st

from accord.i18n import _
from components import keeping, plain_host, reading
from components.session import current_case, has_answers

PUT_OFF = "consent_put_off"


@reading.owners_only
def card() -> None:
    """Draw the question once, after the first real answer; "not now" puts it away, chapter 8 still has it."""
    case = current_case()
    if keeping.agreed() or case.sample or not has_answers(case) or st.session_state.get(PUT_OFF):
        return
    with st.container(border=True, key="consent_card"):
        _question("consent")
        st.button(_("Not now"), key="consent_later", on_click=_put_off, width="stretch")


@reading.owners_only
def panel() -> None:
    """Draw the choice in chapter 8: the question, or once it was answered, this device and how to leave it."""
    case = current_case()
    if keeping.agreed():
        _device()
    elif not case.sample and has_answers(case):
        with st.container(border=True, key="consent_panel"):
            _question("consent8")


def _question(key: str) -> None:
    st.markdown(f"## :material/lock: {_('Keep this draft?')}")
    st.markdown("\n".join(f"- {line}" for line in _promises()))
    given = st.checkbox(_("Keep my draft here, encrypted. I agree to what stands above."), key=f"{key}_tick")
    st.checkbox(_remember_words(), key=f"{key}_remember")
    st.button(
        _("Keep it"),
        key=f"{key}_yes",
        type="primary",
        disabled=not given,
        on_click=_agree,
        args=(key,),
        width="stretch",
    )


def _promises() -> list[str]:
    lines = [
        _("So far your answers lie in this tab alone. When you close it, they are gone."),
        _(
            "If you agree, they are kept encrypted, and erased 90 days after you last opened them. The key lies in "
            "this browser, not in our database: who steals the database can read nothing, and without the key nobody "
            "can restore the draft. While a page is open, the program has to read your answers to work with them."
        ),
        _(
            "What you owe, earn and suffer from is sensitive. It serves to make your own papers and nothing else; "
            "nobody else sees it unless you share it. You can erase everything at any time."
        ),
    ]
    return [*lines, *plain_host.words()]


def _remember_words() -> str:
    return _("Remember on this device for 30 days (only on a device of your own)")


def _agree(key: str) -> None:
    if st.session_state[f"{key}_tick"]:
        keeping.agree(remember=bool(st.session_state[f"{key}_remember"]))


def _put_off() -> None:
    st.session_state[PUT_OFF] = True


def _device() -> None:
    """Draw the choice to remember the key on this device, and the way to take it out again."""
    widget = "remember_device"
    st.session_state[widget] = keeping.remembered()
    st.checkbox(_remember_words(), key=widget, on_change=_remember, args=(widget,))
    for line in [_end_words(), *plain_host.words()]:
        st.markdown(f":small[{line}]")
    if st.session_state.get("forget"):
        st.warning(
            _(
                "After this, nobody can open the draft any more, you neither, unless another browser has its key. "
                "Save the workbook file first. What is kept is erased 90 days after its last use."
            )
        )
        st.button(_("Yes, forget this device"), key="forget_yes", type="primary", on_click=_forget)
        st.button(_("No, keep it"), key="forget_no", on_click=_ask_to_forget, args=(False,))
    else:
        st.button(
            _("Forget this device"),
            key="forget_ask",
            icon=":material/phonelink_erase:",
            on_click=_ask_to_forget,
            args=(True,),
        )


def _end_words() -> str:
    until = keeping.kept_until()
    if until is None:
        return _("What is kept is erased 90 days after you last opened it.")
    return _("Kept until {date}. Each time you open it, it is kept 90 days more.").format(date=f"{until:%Y-%m-%d}")


def _remember(widget: str) -> None:
    keeping.remember_on_device(wanted=bool(st.session_state[widget]))


def _ask_to_forget(asked: bool) -> None:  # noqa: FBT001  a callback's argument comes by place
    st.session_state["forget"] = asked


def _forget() -> None:
    keeping.forget_device()
