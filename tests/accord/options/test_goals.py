"""Goal seek in every direction, for every option; never a bare no."""

import pytest

from accord.case import Debt
from accord.i18n import ENGLISH, speaking
from accord.options.catalogue import OPTIONS, option
from accord.options.goals import payment_for, term_for, waiver_needed
from tests.accord.options.invented_debts import ON, ask, card, loan

DEBTS = {"card": card(), "loan": loan(), "home": loan(kind="mortgage", principal="600000", months_left=240)}
IDS = [way.id for way in OPTIONS]


@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_a_term_for_a_payment_is_found_or_the_figure_that_would_do_is_named(option_id: str, debt: Debt) -> None:
    goal = term_for(option_id, debt, None, ON, payment=150_000)

    if goal.plan:
        assert goal.plan.highest_instalment <= 150_000
    else:
        assert goal.note
        assert goal.nearest is None or goal.needed


@pytest.mark.parametrize("payment", [100, 5_000, 60_000])
@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_never_repaid_names_a_figure_and_the_figure_named_does(option_id: str, debt: Debt, payment: int) -> None:
    goal = term_for(option_id, debt, None, ON, payment=payment)
    if goal.plan or not option(option_id).fits(debt).ok:
        return
    assert goal.needed is not None
    assert goal.needed > payment

    again = term_for(option_id, debt, None, ON, payment=goal.needed)

    assert again.plan is not None, goal.note
    assert again.plan.highest_instalment <= goal.needed
    assert again.plan.rows[-1].balance == 0


@pytest.mark.parametrize("months", [1, 2, 5, 13])
@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_a_term_too_short_names_the_one_that_does(option_id: str, debt: Debt, months: int) -> None:
    goal = payment_for(option_id, debt, None, ON, months=months)
    if goal.plan:
        assert goal.plan.months <= months
        return
    assert goal.note
    if goal.nearest and not option(option_id).leaves_rest:
        assert goal.needed == goal.nearest.months > months
        assert payment_for(option_id, debt, None, ON, months=goal.needed).plan is not None


def test_a_sum_at_the_end_is_never_called_so_much_a_month() -> None:
    goal = term_for("interest_only", loan(), None, ON, payment=60_000)

    assert goal.nearest is not None
    with speaking(ENGLISH):
        note = term_for("interest_only", loan(), None, ON, payment=60_000).note
    assert note.startswith("Every payment but the last would do: that one is ¥31,108.00.")
    assert goal.needed == goal.nearest.last_instalment


def test_a_small_sum_for_now_says_that_it_leaves_a_rest_both_ways() -> None:
    with speaking(ENGLISH):
        notes = (
            term_for("token_payment", card(), None, ON, payment=10_000).note,
            payment_for("token_payment", card(), None, ON, months=12).note,
        )

    assert all(note.startswith("This way does not pay the debt off: ") for note in notes)


@pytest.mark.parametrize("option_id", IDS)
@pytest.mark.parametrize("debt", DEBTS.values(), ids=DEBTS)
def test_a_payment_for_a_term_is_found_or_the_term_that_would_do_is_named(option_id: str, debt: Debt) -> None:
    goal = payment_for(option_id, debt, None, ON, months=24)

    if goal.plan:
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
