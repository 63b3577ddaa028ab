"""Household and assets."""

from decimal import Decimal

from tests.components.opened import opened


def test_who_lives_in_the_household_reaches_the_case() -> None:
    app = opened("4_materials")

    app.number_input(key="answer:household.children_under_6").set_value(2).run()

    assert app.session_state["case"].household.people == 3


def test_an_asset_is_added_with_its_value() -> None:
    app = opened("4_materials")
    app.button(key="add_assets").click().run()

    app.text_input(key="answer:assets.asset-1.value").set_value("3万").run()

    assert app.session_state["case"].assets[0].value == Decimal("30000.00")
