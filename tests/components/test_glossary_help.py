"""The glossary beside texts, in field help and as a list."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from accord.case.field_words import FIELD_WORDS
from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.glossary import explain, term, terms
from components.glossary_help import FIELD_TERMS, field_tip
from components.markup import plain
from tests.components.opened import example, opened


def _words(address: str) -> None:
    from accord.knowledge.term_finder import met_in  # noqa: PLC0415  AppTest runs this function by itself
    from components import glossary_help  # noqa: PLC0415  the same

    glossary_help.words_here(met_in(address), address)


def _listing() -> None:
    from components import glossary_help  # noqa: PLC0415  AppTest runs this function by itself

    glossary_help.listing()


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_a_text_stands_with_the_meaning_of_its_words(tongue: str) -> None:
    ask_reader(lambda: tongue)

    (drawn,) = AppTest.from_function(_words, args=("4.1",)).run().markdown

    assert plain(explain("penalty_interest", tongue)) in drawn.value


def test_a_text_of_everyday_words_has_no_button() -> None:
    assert not AppTest.from_function(_words, args=("0.1",)).run().markdown


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_the_list_has_every_word_in_both_languages(tongue: str) -> None:
    ask_reader(lambda: tongue)

    drawn = AppTest.from_function(_listing).run().markdown[0].value

    for language in (CHINESE, ENGLISH):
        assert all(plain(word.name) in drawn for word in terms(language))
    assert all(plain(word.says) in drawn for word in terms(tongue))


def test_a_fields_help_is_its_words_meaning_and_more() -> None:
    ask_reader(lambda: ENGLISH)

    assert field_tip("debts.debt-1.principal") == plain(explain("principal", ENGLISH))
    assert field_tip("debts.debt-1.secured", "More.") == f"{plain(explain('security', ENGLISH))}  \nMore."
    assert field_tip("debts.debt-1.creditor") is None
    assert field_tip("debts.debt-1.creditor", "More.") == "More."


def test_every_field_with_a_word_exists_and_so_does_the_word() -> None:
    fields = {name for group in FIELD_WORDS.values() for name in group}

    assert set(FIELD_TERMS) <= fields
    assert all(term(word, ENGLISH) for word in FIELD_TERMS.values())


def test_the_debts_card_explains_its_fields() -> None:
    app = opened("4_materials", example("chen_guohua_online_loans"), language="en")
    helps = [field.help or "" for field in app.text_input]

    assert any(plain(explain("penalty_interest", ENGLISH)) in told for told in helps)
