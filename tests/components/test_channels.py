"""The six ways compared, the advice with its reason, the choice."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, ChannelNeeds, Debt
from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.channels import channels
from components.channels import CALM, ICONS, RECORD, SPEED, WAYS
from components.markup import plain


def _comparison() -> None:
    from components import channels as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own

    drawn.comparison()


def _needs() -> None:
    from components import channels as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    drawn.needs(current_case())


def _draw(case: Case) -> AppTest:
    at = AppTest.from_function(_needs)
    at.session_state["case"] = case
    at.session_state["today"] = date(2026, 11, 23)
    return at.run()


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_each_way_stands_in_the_table_once(tongue: str) -> None:
    ask_reader(lambda: tongue)

    table = AppTest.from_function(_comparison).run().markdown[0].value

    assert len(table.splitlines()) == len(channels(tongue)) + 2
    assert all(plain(row.name) in table for row in channels(tongue))


def test_every_score_has_a_word_and_every_way_an_icon() -> None:
    for row in channels(ENGLISH):
        assert all((RECORD[row.record], SPEED[row.speed], CALM[row.calm], ICONS[row.id]))
    assert {way.value for way in WAYS} == set(ICONS)


def test_long_arrears_turn_the_advice_to_post() -> None:
    needs = ChannelNeeds(written_record=True)

    early = _draw(Case(channel=needs))
    late = _draw(Case(channel=needs, debts=[Debt(id="debt-1", overdue_since="2026-03-01")]))

    assert any("电子邮件" in found.value for found in early.markdown)
    assert any("邮寄" in found.value for found in late.markdown)


def test_advice_that_was_taken_is_not_offered_again() -> None:
    at = _draw(Case())

    at.button(key="take_channel").click().run()

    assert not at.button
