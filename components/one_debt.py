"""The debt a letter or a script is about: chosen once, used by every paper."""

from __future__ import annotations

import streamlit as st

from accord.case import Case, Debt
from accord.i18n import _
from components.debts import debt_name
from components.session import set_answer


def which_debt(case: Case, key: str) -> Debt | None:
    """Draw the choice where there are several debts, and return the one chosen; None while there is none."""
    names = {debt.id: debt_name(debt) for debt in case.debts}
    if len(names) <= 1:
        return case.debts[0] if names else None
    kept = case.package.debt_id if case.package.debt_id in names else case.debts[0].id
    st.session_state[key] = kept
    title = _("Which debt is this about?")
    st.selectbox(title, list(names), key=key, format_func=names.__getitem__, on_change=_choose, args=(key,))
    return case.debt(kept)


def _choose(key: str) -> None:
    set_answer("package.debt_id", st.session_state[key])
