"""Goal seek in every direction, for every option; never a bare no."""

import pytest

from accord.case import Debt
from accord.options.catalogue import OPTIONS
from accord.options.goals import payment_for, term_for, waiver_needed
from tests.accord.options.invented_debts import ON, ask, card, loan

DEBTS = {"card": card(), "loan": loan(), "home": loan(kind="mortgage", principal="600000", months_left=240)}
IDS = [way.id for way in OPTIONS]
ONCE = {"settlement", "token_payment", "balloon"}


@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_a_term_for_a_payment_is_found_or_the_figure_that_would_do_is_named(option_id: str, debt: Debt) -> None:
    goal = term_for(option_id, debt, None, ON, payment=150_000)

    if goal.plan:
        assert goal.plan.highest_instalment <= 150_000
    else:
        assert goal.note
        assert goal.nearest is None or goal.needed == goal.nearest.highest_instalment


@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_a_payment_for_a_term_is_found_or_the_term_that_would_do_is_named(option_id: str, debt: Debt) -> None:
    goal = payment_for(option_id, debt, None, ON, months=24)

    if goal.plan and option_id not in ONCE:
        assert goal.plan.rows[-1].balance == 0
        assert goal.plan.months <= 24
    elif not goal.plan:
        assert goal.note


def test_the_needed_instalment_makes_the_longest_term_work() -> None:
    goal = term_for("personalised_instalment", card(), None, ON, payment=10_000)
    assert goal.needed is not None

    again = term_for("personalised_instalment", card(), None, ON, payment=goal.needed)

    assert again.plan is not None
    assert again.plan.months == 60


def test_never_repaid_is_answered_with_the_figure_that_would() -> None:
    goal = term_for("keep_paying", card(contract_instalment="1000.00"), None, ON, payment=20_000)
    assert goal.needed is not None

    assert term_for("keep_paying", card(contract_instalment="1000.00"), None, ON, payment=goal.needed).plan is not None


def test_keeping_to_the_contract_can_aim_at_a_day() -> None:
    goal = payment_for("keep_paying", loan(), None, ON, months=24)
    assert goal.plan is not None

    smaller = ask(instalment=str((goal.plan.first_instalment - 1) / 100))
    assert goal.plan.months <= 24
    assert payment_for("keep_paying", loan(), smaller, ON, months=24).plan == goal.plan


def test_a_waiver_is_found_or_the_payment_it_leaves_is_named() -> None:
    found = waiver_needed(card(), ask(months=48), ON, payment=80_000)
    missing = waiver_needed(card(), ask(months=48), ON, payment=50_000)

    assert found.plan is not None
    assert found.plan.highest_instalment <= 80_000
    assert missing.plan is None
    assert missing.needed == 75_000


def test_an_option_that_does_not_fit_says_why() -> None:
    assert term_for("rate_cut", card(), None, ON, payment=1).note
    assert payment_for("rate_cut", card(), None, ON, months=1).note
    assert waiver_needed(card(interest="0", penalty_interest="0", fees="0"), None, ON, payment=1).note
