"""The map: an area or what opens it, a dot for each offer, nothing worked out while it is folded away."""

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.i18n import ENGLISH
from components.agreement_map import dots
from tests.components.opened import ZHOU_MIN, example, opened, words
from tests.components.unfolding import unfolded


def roomy(language: str = ENGLISH) -> Case:
    case = example(language=language)
    case.private.buffer, case.private.ceiling = Decimal(30_000), None
    case.incomes[0].amount = (case.incomes[0].amount or Decimal(0)) + 900
    return case


def mapped(case: Case, debt_id: str = "debt-1") -> AppTest:
    return unfolded(opened("5_negotiate", case, language=ENGLISH), f"map_{debt_id}")


def shown(app: AppTest) -> str:
    return words(app).replace("\\", "")


def test_folded_away_the_map_is_not_worked_out() -> None:
    app = opened("5_negotiate", roomy())

    assert "once" not in app.session_state or "area" not in app.session_state["once"]


def test_where_both_can_agree_it_says_how_many_offers_suit() -> None:
    text = shown(mapped(roomy()))

    assert "of the offers looked at suit both sides" in text
    assert "Your area: at most ¥" in text


def test_an_empty_area_says_what_would_open_it() -> None:
    text = shown(mapped(example(language=ENGLISH)))

    assert "suit both sides" not in text
    assert "8 times in 10" in text
    assert "there are no packages" in text


def test_each_offer_that_can_be_worked_out_has_its_dot() -> None:
    case = example()

    found = dots(case, case.debts[0])

    assert len(found) == len([offer for offer in case.offers if offer.months])
    assert {dot.mine for dot in found} == {True, False}


def test_a_mortgage_has_no_map() -> None:
    case = example(ZHOU_MIN, ENGLISH)
    case.package.debt_id = case.debts[0].id

    assert "for debts without security" in shown(mapped(case, case.debts[0].id))


def test_without_a_month_the_map_says_what_is_missing() -> None:
    case = example(language=ENGLISH)
    case.incomes, case.spendings = [], []

    assert "the map is drawn here" in shown(mapped(case))
