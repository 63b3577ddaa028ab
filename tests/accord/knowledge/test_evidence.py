"""The checklist: genuine papers for each hardship, alike in both languages."""

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES
from accord.knowledge.evidence import CAUSES, base_papers, checklist, item, items

NEVER = ("贫困证明", "代开", "伪造", "找人开")


@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_has_papers_of_its_own_after_those_everyone_needs(cause: str) -> None:
    found = checklist(cause, "zh_CN")
    base = base_papers("zh_CN")

    assert found[: len(base)] == base
    assert len(found) - len(base) >= 3


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_every_paper_says_what_it_proves_where_it_is_and_why_it_comes_back(tongue: str) -> None:
    for row in items(tongue):
        assert len({row.paper, row.proves, row.where, row.rejected}) == 4
        assert row.photo(tongue)


def test_both_languages_hold_the_same_papers() -> None:
    for chinese, english in zip(items("zh_CN"), items("en"), strict=True):
        assert (chinese.id, chinese.causes, chinese.form) == (english.id, english.causes, english.form)
        assert chinese.paper != english.paper


def test_only_genuine_papers_are_named() -> None:
    text = " ".join(row.paper + row.where for row in items("zh_CN"))

    assert not [phrase for phrase in NEVER if phrase in text]


def test_any_other_cause_gets_the_papers_on_spending() -> None:
    assert checklist("other", "en") == checklist("overspending_other", "en")


def test_ids_fit_the_case_file() -> None:
    assert all(len(row.id) <= 40 for row in items("en"))
    assert item("diagnosis", "en").causes == ("illness", "family_care")


@pytest.mark.parametrize("cause", ["boredom", "base"])
def test_an_unknown_cause_is_refused(cause: str) -> None:
    with pytest.raises(KnowledgeError):
        checklist(cause, "en")


def test_what_goes_into_a_banks_papers_addresses_nobody() -> None:
    zh = [row.paper + row.proves for row in items("zh_CN")]
    en = [f" {row.paper} {row.proves} ".casefold() for row in items("en")]

    assert not [words for words in zh if "您" in words or "（" in words]
    assert not [words for words in en if " you" in words]
    assert item("diagnosis", "zh_CN").hint
