"""Three packages: the questions weigh them, they can be noted as offers, and what the bank liked tells something."""

from streamlit.testing.v1 import AppTest

from accord.case import Side
from tests.components.test_agreement_map import mapped, roomy, shown
from tests.components.unfolding import unfolded

MAP = "map_debt-1"


def packaged() -> AppTest:
    return mapped(roomy())


def test_three_packages_stand_with_words_to_say() -> None:
    app = packaged()

    assert [button.key for button in app.button if str(button.key).startswith("package_debt-1")] == [
        "package_debt-1_A",
        "package_debt-1_B",
        "package_debt-1_C",
    ]
    assert any("Which is easiest for you to grant?" in code.value for code in app.code)


def test_an_answer_weighs_the_packages_anew() -> None:
    app = packaged()
    before = [code.value for code in app.code if "easiest" in code.value]

    app.button_group(key="tradeoff_strain_time").set_value("first")
    unfolded(app, MAP)

    assert app.session_state["case"].private.tradeoffs == {"strain_time": "first"}
    after = [code.value for code in app.code if "easiest" in code.value]
    assert after
    assert after != before


def test_a_package_becomes_an_offer_of_mine() -> None:
    app = packaged()

    app.button(key="package_debt-1_B").click().run()

    made = app.session_state["case"].offers[-1]
    assert made.side is Side.MINE
    assert made.months
    assert made.instalment


def test_what_the_bank_liked_says_what_it_looks_at() -> None:
    app = packaged()

    app.button_group(key="liked_debt-1").set_value("B")
    unfolded(app, MAP)

    assert "It seems to look at" in shown(app)


def test_hidden_amounts_stay_hidden_in_the_words_to_say() -> None:
    app = packaged()
    unfolded(app, MAP, "hide_amounts")

    said = next(code.value for code in app.code if "easiest" in code.value)
    assert "¥••••" in said
    assert not any(f"¥{digit}" in said for digit in "123456789")


def test_one_package_differs_in_when_it_is_paid_and_its_offer_says_so() -> None:
    app = packaged()
    rhythm = "One instalment a year may be skipped and is then paid at the end."

    assert rhythm in shown(app)
    assert any(rhythm in code.value for code in app.code)
    for letter in "ABC":
        app.button(key=f"package_debt-1_{letter}").click().run()
    noted = [offer.words for offer in app.session_state["case"].offers if offer.side is Side.MINE]
    assert sum(rhythm in words for words in noted) in {1, 2}
    assert sum("No instalment in the first" in words for words in noted) >= 1
