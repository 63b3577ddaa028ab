"""Papers made beside the page: how far they are, a button that gives them up, and the result once it is there."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.documents.building import Built, Job
from accord.documents.package import Order
from accord.errors import AccordError
from accord.i18n import _
from components import pictures
from components.page import reader_day

EVERY = 0.7
"""Seconds between two looks at a job; only the bar is drawn anew meanwhile."""
JOB = "making_"


def order_of(case: Case) -> Order:
    """Return what the person's choices order, with the pictures at hand."""
    chosen = case.package
    return Order(chosen.recipient, chosen.language, reader_day(), pictures=pictures.of_case(case))


def begin(key: str, case: Case, order: Order) -> None:
    """Begin to make papers; those being made under the same key are given up."""
    give_up(key)
    st.session_state[JOB + key] = Job(case, order)


def give_up(key: str) -> None:
    """Stop what is being made under this key."""
    job: Job | None = st.session_state.pop(JOB + key, None)
    if job:
        job.abandon()


def is_making(key: str) -> bool:
    """Tell whether papers are being made, or are made and not taken yet."""
    return JOB + key in st.session_state


def taken(key: str, *, patience: float = 0.0) -> Built | AccordError | None:
    """Return papers that are done, or why they could not be made; None while there are none. Each is returned once.

    Args:
        key: what they are made under.
        patience: seconds to wait for them first: short papers then come without a bar that flickers.
    """
    job: Job | None = st.session_state.get(JOB + key)
    if job is None or not job.wait(patience):
        return None
    del st.session_state[JOB + key]
    try:
        return job.result()
    except AccordError as error:
        return error


@st.fragment(run_every=EVERY)
def bar(key: str) -> None:
    """Draw how far the papers are; the whole page is drawn anew when they are done."""
    job: Job | None = st.session_state.get(JOB + key)
    if job is None or job.done:
        st.rerun()
    st.progress(job.share, text=_(job.words))
    st.button(_("Stop"), key=f"{key}_stop", icon=":material/close:", on_click=give_up, args=(key,))
