"""The debt a letter or a script is about: chosen once, used by every paper."""

from __future__ import annotations

import streamlit as st

from accord.case import Case, Debt
from accord.i18n import _
from components.debts import debt_name
from components.session import current_case, set_answer


def which_debt(case: Case, key: str) -> Debt | None:
    """Draw the choice where there are several debts, and return the one chosen; None while there is none."""
    ids = [debt.id for debt in case.debts]
    if len(ids) <= 1:
        return case.debts[0] if ids else None
    kept = case.package.debt_id if case.package.debt_id in ids else ids[0]
    st.session_state[key] = kept
    st.selectbox(_("Which debt is this about?"), ids, key=key, format_func=_name_of, on_change=_choose, args=(key,))
    return case.debt(kept)


def _name_of(debt_id: str) -> str:
    found = current_case().debt(debt_id)
    return debt_name(found) if found else debt_id


def _choose(key: str) -> None:
    set_answer("package.debt_id", st.session_state[key])
