"""All rules: a few at a time, found by words and filters, each with everything that is known of it."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.rules import rule, rules
from components.markup import plain
from components.rules_page import AT_ONCE, KEYS, facts

TODAY = date(2026, 11, 23)


def _page() -> None:
    from components import rules_page  # noqa: PLC0415  AppTest runs this function as a script of its own

    rules_page.browse()


@pytest.fixture
def page() -> AppTest:
    """Return the rules as an English reader finds them."""
    ask_reader(lambda: ENGLISH)
    app = AppTest.from_function(_page)
    app.session_state["today"] = TODAY
    return app.run()


def drawn(app: AppTest) -> list[str]:
    """Return the ids of the rules drawn."""
    told = "\n".join(element.value for element in app.markdown)
    return [row.id for row in rules() if f"{plain(row.id)}]" in told]


def test_a_few_are_drawn_and_more_on_request(page: AppTest) -> None:
    assert len(drawn(page)) == AT_ONCE

    page.button(key=f"{KEYS}more").click().run()

    assert len(drawn(page)) == 2 * AT_ONCE


def test_words_find_a_rule_and_begin_again(page: AppTest) -> None:
    page.button(key=f"{KEYS}more").click().run()
    page.text_input(key=f"{KEYS}words").input("Civil Code 678").run()

    assert drawn(page) == ["loan.extension"]
    page.text_input(key=f"{KEYS}words").input("").run()
    assert len(drawn(page)) == AT_ONCE


def test_filters_narrow_the_list(page: AppTest) -> None:
    page.selectbox(key=f"{KEYS}bound").select("mediator").run()

    assert drawn(page) == ["mediation.free"]


def test_only_what_letters_may_state_is_shown_on_request(page: AppTest) -> None:
    page.toggle(key=f"{KEYS}statable").set_value(True).run()

    found = drawn(page)
    assert found
    assert all(rule(name).stated_in_letters for name in found)


def test_nothing_found_is_said_to_be_no_proof(page: AppTest) -> None:
    page.text_input(key=f"{KEYS}words").input("zebra").run()

    assert drawn(page) == []
    assert "no proof" in page.markdown[-1].value


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_a_card_tells_everything_that_is_known(tongue: str) -> None:
    ask_reader(lambda: tongue)
    app = AppTest.from_function(_page)
    app.session_state["today"] = TODAY
    app.session_state[f"{KEYS}words"] = "loan.extension"
    row = rule("loan.extension")

    told = "\n".join(element.value for element in app.run().markdown)

    for part in (row.says(), row.quote, row.citation(), row.confidence_words(), "2026-11-23", "2027-05-31", row.id):
        assert plain(part) in told
    assert all(plain(who) in told for who in row.whom_words())
    assert str(row.source.url) in told


def test_the_counts_are_those_of_the_rules() -> None:
    ask_reader(lambda: ENGLISH)
    told = facts(TODAY)

    assert told.startswith(f"{len(rules())} rules: ")
    assert str(sum(row.may_be_stated(TODAY) for row in rules())) in told
