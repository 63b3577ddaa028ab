"""One letter on the screen: what it means, what it will not do, what is still blank, the letter to read and copy."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.gates import Gate, open_gates
from accord.documents.facts import debt_in_question
from accord.documents.letters import Letter, letter, letter_missing
from accord.i18n import ENGLISH, _, language
from components import reading
from components.amounts import held_back
from components.markup import plain
from components.page import reader_day
from components.paper import copyable, paper


def letter_card(case: Case, letter_id: str, key: str, *, debt_id: str = "") -> None:
    """Draw a letter made from the case. `key` tells its widgets from those of other letters on the page."""
    found = letter(letter_id)
    if reading.papers_shut():
        return
    st.markdown(f"**:material/edit_document: {plain(_(found.title))}**  \n{plain(_(found.meaning))}")
    st.markdown("\n".join(f"- :small[{plain(_(line))}]" for line in found.will_not))
    if held(case, found, debt_id) or held_back():
        return
    missing = letter_missing(letter_id, case.opened(), debt_id, on=reader_day())
    if missing:
        blanks = "\n".join(f"- {plain(name)}" for name in missing)
        st.markdown(f":material/edit: {_('Lines left to fill in by hand, or here:')}\n\n{blanks}")
    tongue, careful = reading_language(case, key), bool(holding_gates(case, debt_id))
    made = found.paper(case.opened(), debt_id, language=tongue, on=reader_day(), careful=careful)
    read, copy = st.tabs([_("Read"), _("Copy")])
    with read:
        paper(made, f"{key}_letter")
    with copy:
        copyable(made)


def held(case: Case, found: Letter, debt_id: str) -> bool:
    """Tell whether a letter that speaks of the debt as owed has to wait, and draw the open gates it waits for."""
    return found.acknowledges and gates_open(case, debt_id)


def gates_open(case: Case, debt_id: str) -> bool:
    """Tell whether words that speak of the debt as owed should wait, and draw why."""
    gates = holding_gates(case, debt_id)
    for gate in gates:
        st.warning(plain(gate.speak()), icon=":material/gavel:")
    return bool(gates)


def holding_gates(case: Case, debt_id: str) -> tuple[Gate, ...]:
    """Return the open gates about a debt, or about every debt, that hold words of owing and paying back."""
    about = debt_in_question(case.opened(), debt_id).id
    return tuple(gate for gate in open_gates(case) if gate.holds_letters and gate.debt_id in {"", about})


def reading_language(case: Case, key: str) -> str:
    """Return the language a paper is shown in: the package's, or English where a reading copy is wanted."""
    if language() != ENGLISH or case.package.language == ENGLISH:
        return case.package.language
    wanted = st.toggle(_("Show an English reading copy (the bank gets the Chinese)"), key=f"{key}_reading")
    return ENGLISH if wanted else case.package.language
