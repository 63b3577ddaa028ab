"""Where both can agree: instalment against term, my area, the bank's likely one, and what opens an empty one."""

from __future__ import annotations

import streamlit as st

from accord.bank.area import Area
from accord.budget.means import comes_first
from accord.case import Case, Debt, Offer, Side
from accord.charts.private import OfferDot, agreement_map
from accord.i18n import _
from accord.money import to_fen
from accord.options.decoding import decode
from components import bargain, packages, reading
from components.amounts import amount_text
from components.charts import private_chart
from components.page import reader_day


@reading.owners_only
def area(case: Case, debt: Debt) -> None:
    """Draw the map and the packages, folded away; worked out only while it stands open."""
    box = st.expander(
        _("Go deeper: where both can agree, and three packages"),
        icon=":material/lock:",
        key=f"map_{debt.id}",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        found = bargain.area_of(case, debt)
        if found is None:
            st.markdown(_why_none(debt))
            return
        st.markdown(f":material/lock: :small[{_('Only for you: never in papers for the bank')}]")
        _limits(found)
        others = bargain.varied(case, debt, found)
        private_chart(agreement_map(found, dots(case, debt), others), key=f"map_chart_{debt.id}")
        _reading()
        packages.three(case, debt, (found, *others))


def _why_none(debt: Debt) -> str:
    if comes_first(debt):
        return _("The map is for debts without security. With a home or a car behind it, speak about keeping that.")
    return _("With the debt's figures and your month from chapter 4, the map is drawn here.")


def _limits(found: Area) -> None:
    """Say in one line what my area rests on."""
    text = _("Your area: at most {most} a month for this debt, at most {cash} at once, and kept 8 times in 10.")
    most, cash = amount_text(found.parties.affordable), amount_text(found.parties.cash)
    st.markdown(text.format(most=most, cash=cash))


def _reading() -> None:
    text = _(
        "A place is coloured when some offer there suits, with or without interest, a waiver or a first payment. "
        "Circles are your offers, diamonds the bank's. The bank's side rests on assumptions."
    )
    st.markdown(f":small[{text}]")


def dots(case: Case, debt: Debt) -> tuple[OfferDot, ...]:
    """Return a dot for each offer made for a debt whose instalment and term are known."""
    made = (_dot(offer, debt) for offer in case.offers if offer.debt_id == debt.id)
    return tuple(dot for dot in made if dot is not None)


def _dot(offer: Offer, debt: Debt) -> OfferDot | None:
    found = decode(offer, debt, reader_day())
    fen = found.instalment if found else to_fen(offer.instalment) if offer.instalment else 0
    if not fen or not offer.months:
        return None
    return OfferDot(offer.months, fen / 100, f"{offer.on:%m-%d}", mine=offer.side is Side.MINE)
