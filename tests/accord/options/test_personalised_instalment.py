"""A personalised instalment plan."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.knowledge.rules import rule
from accord.options.making import plan
from accord.options.personalised_instalment import OPTION
from tests.accord.options.invented_debts import ON, ask, card


def test_five_years_is_the_rules_figure() -> None:
    months = next(slider for slider in OPTION.parameters(card(), ON) if slider.name == "months")

    assert months.high == rule("credit_card.personal_instalment.longest_term").value == 60


def test_it_asks_for_no_interest_and_promises_none() -> None:
    made = plan("personalised_instalment", card(), None, ON)

    assert made.interest == 0
    assert made.spoken_notes == ("这里按申请不再计收利息来算。是否计息由银行决定。",)


def test_interest_can_be_put_back() -> None:
    made = plan("personalised_instalment", card(), ask(annual_rate=Decimal("0.1825"), months=36), ON)

    assert made.interest > 0
    assert made.notes == ()


def test_a_sum_at_once_is_taken_off_to_the_fen() -> None:
    made = plan("personalised_instalment", card(), ask(down_payment=Decimal("3000.01"), months=60), ON)

    assert made.down_payment == 300_001
    assert made.restructured == 4_019_999


def test_small_cards_start_with_short_terms() -> None:
    terms = [plan("personalised_instalment", card(principal=size), None, ON).months for size in ("900", "20000")]

    assert terms == [12, 24]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5_000_000), st.integers(3, 60))
def test_every_fen_comes_back_and_instalments_differ_by_rounding_alone(fen: int, months: int) -> None:
    debt = card(principal=Decimal(fen).scaleb(-2), interest=None, penalty_interest=None, fees=None)
    made = plan("personalised_instalment", debt, ask(months=months), ON)

    assert made.total_paid == fen
    assert made.highest_instalment - made.usual_instalment < months
    assert made.interest == made.fees == made.waived == 0


def test_at_most_half_can_be_paid_at_once() -> None:
    made = plan("personalised_instalment", card(), ask("personalised_instalment", down_payment=Decimal(40_000)), ON)

    assert made.down_payment == 2_160_000
    assert "¥21,600.00" in made.spoken_notes[0]
