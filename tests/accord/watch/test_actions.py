"""The one-page action plan."""

from datetime import date

import pytest

from accord.case import Answer, Case, DebtGate
from accord.case.samples import SAMPLES, sample
from accord.i18n import LANGUAGES, speaking
from accord.watch import When, actions

ON = date(2026, 11, 23)


def test_an_empty_case_is_told_where_to_begin() -> None:
    found = actions(Case(), ON)

    assert {action.page for action in found} == {"materials"}


def test_a_debt_overdue_without_a_ticket_number_means_a_call_today() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.contacts = []

    pages = [action.page for action in actions(case, ON) if action.when is When.TODAY]

    assert "channel" in pages
    assert "emergencies" in pages


def test_an_open_gate_sends_to_a_lawyer_first() -> None:
    case = sample("lin_jing_card", "en")
    case.private.gates = {"debt-1": DebtGate(court_papers=Answer.YES)}
    case.debts[0].id = "debt-1"
    with speaking("en"):
        assert "lawyer" in actions(case, ON)[0].words


def test_actions_come_soonest_first() -> None:
    order = [list(When).index(action.when) for action in actions(sample("lin_jing_card", "zh_CN"), ON)]

    assert order == sorted(order)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sentence_is_filled(name: str, language: str) -> None:
    with speaking(language):
        for action in actions(sample(name, language), ON):
            assert "{" not in action.words
            assert action.words
