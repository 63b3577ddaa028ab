"""Two tabs write in one kept draft at the same time: nothing of either is lost, and the person chooses where needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests import torture
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import Reader
from tests.journeys.test_kept_in_store import NAME, agree

HERE, THERE = "王大明", "王老明"
Tell = Callable[[str, object], None]


@pytest.fixture(params=["served", "plain_host"])
def writer(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Reader]:
    """Give a person in front of the workbook, once by each way in."""
    found = begin_reading(browser, request.getfixturevalue(request.param), width=1280, locale="zh-CN")
    yield found
    found.context.close()


def _second_tab(reader: Reader) -> Reader:
    tab = Reader(reader.context, reader.context.new_page(), reader.served, reader.locale)
    tab.watch()
    return tab


@torture.PATIENT
def test_two_tabs_that_change_different_answers_both_keep_theirs(writer: Reader, record_property: Tell) -> None:
    agree(writer, remember=True)
    other = _second_tab(writer)
    other.open("short_way")
    other.shows("person.name", NAME)

    for number in range(torture.TWO_TABS):
        writer.type("position.cause_words", f"七月失业{number}")
        other.type("debts.debt-1.creditor", f"某银行{number}")

        for tab in (writer, other):
            tab.open("short_way")
            tab.shows("position.cause_words", f"七月失业{number}")
            tab.shows("debts.debt-1.creditor", f"某银行{number}")
    record_property(torture.TRIED, torture.TWO_TABS)
    record_property(torture.COUNTED, f"F16 {{'different answers in two tabs': {torture.TWO_TABS}, 'lost': 0}}")


@torture.PATIENT
def test_two_tabs_that_change_the_same_answer_let_the_person_choose(writer: Reader, record_property: Tell) -> None:
    agree(writer, remember=True)
    other = _second_tab(writer)
    for number in range(torture.TWO_TABS):
        here, there = f"{HERE}{number}", f"{THERE}{number}"
        for tab in (writer, other):
            tab.open("short_way")
        writer.type("person.name", there)
        other.type("person.name", here)

        card = other.widget("clash_0")
        expect(card).to_contain_text(here)
        expect(card).to_contain_text(there)
        other.shows("person.name", there)
        other.tap("clash_mine_0")
        other.shows("person.name", here)
        writer.page.reload()
        writer.settle()
        writer.shows("person.name", here)
    record_property(torture.TRIED, torture.TWO_TABS)
    record_property(torture.COUNTED, f"F16 {{'the same answer in two tabs': {torture.TWO_TABS}, 'out of reach': 0}}")
