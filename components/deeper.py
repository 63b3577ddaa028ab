"""What only the person sees beside a plan: the bank's seat, the map, the packages. A fragment of its own."""

from __future__ import annotations

import streamlit as st

from accord.options import Plan
from components import agreement_map, keeping, reading, seat
from components.session import current_case


@reading.owners_only
@st.fragment
def private_parts(debt_id: str, plan: Plan) -> None:
    """Draw the bank's seat and the map for one debt and the plan in sight."""
    case = current_case()
    debt = case.debt(debt_id)
    if debt is not None:
        seat.full(case, debt, plan)
        agreement_map.area(case, debt)
        keeping.keep("deeper")
