"""What days overdue mean for each way: the sentence turns at the day its rule names, and the rule stands behind it."""

from datetime import date, timedelta

import pytest

from accord.case import Debt
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options import standing
from accord.options.base import NO_DAY_COUNTS, Option
from accord.options.catalogue import OPTIONS, option
from tests.accord.options.invented_debts import ON, card, loan


def _since(days: int) -> date:
    return ON - timedelta(days=days)


def _said(way_id: str, debt: Debt) -> str:
    return option(way_id).by_days(debt, ON).note.message


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
@pytest.mark.parametrize("days", [None, 0, 1, 3, 4, 200])
def test_every_way_says_what_days_mean_by_a_rule_it_names(way: Option, days: int | None) -> None:
    since = None if days is None else _since(days)

    for debt in (debt for debt in (card(overdue_since=since), loan(overdue_since=since)) if debt.kind in way.kinds):
        found = way.by_days(debt, ON)
        assert found.rule in way.rules
        for tongue in (ENGLISH, CHINESE):
            with speaking(tongue):
                assert "{" not in found.note.speak()


@pytest.mark.parametrize("way_id", ["longer_term", "payment_holiday", "combined"])
def test_an_extension_is_asked_for_before_the_due_date(way_id: str) -> None:
    assert _said(way_id, loan(overdue_since=None)) == standing.STILL_IN_TIME
    assert _said(way_id, loan(overdue_since=_since(1))) == standing.PAST_THE_DATE


def test_a_card_has_no_extension() -> None:
    assert _said("payment_holiday", card(overdue_since=_since(1))) == NO_DAY_COUNTS


@pytest.mark.parametrize("way_id", ["keep_paying", "minimum_payment"])
def test_a_cards_days_of_grace_end_after_the_third(way_id: str) -> None:
    assert _said(way_id, card(overdue_since=_since(3))) == standing.WITHIN_GRACE
    assert _said(way_id, card(overdue_since=_since(4))) == standing.PAST_GRACE


def test_the_days_are_spoken() -> None:
    with speaking(ENGLISH):
        words = option("personalised_instalment").by_days(card(overdue_since=_since(78)), ON).note.speak()

    assert words.startswith("Days overdue: 78.")
