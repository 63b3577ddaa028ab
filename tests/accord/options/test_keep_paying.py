"""Keep paying as contracted."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.i18n import ENGLISH, speaking
from accord.options.base import Fit
from accord.options.keep_paying import OPTION, contract_instalment
from accord.options.making import attempt, plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_the_contracts_instalment_clears_everything_owed() -> None:
    made = plan("keep_paying", loan(), None, ON)

    assert made.first_instalment == 190_000
    assert made.last_instalment <= 190_000
    assert made.restructured == 3_080_000


def test_months_left_stand_in_for_an_unknown_instalment() -> None:
    made = plan("keep_paying", loan(contract_instalment=None), None, ON)

    assert contract_instalment(loan(contract_instalment=None), ON) == made.first_instalment
    assert made.months in {18, 19}


def test_with_neither_known_it_asks_for_one_of_them() -> None:
    fit = OPTION.fits(loan(contract_instalment=None, months_left=None))

    assert fit.reason == "请填写合同约定的每期还款额，或者剩余期数，填一项就可以。"


def test_an_instalment_below_the_interest_is_answered_with_one_that_works() -> None:
    fit = attempt("keep_paying", loan(), ask("keep_paying", instalment=Decimal(300)), ON)

    assert isinstance(fit, Fit)
    assert fit.needed == 68_513
    with speaking(ENGLISH):
        assert fit.reason == (
            "At ¥300.00 a month this debt never ends: interest alone is ¥308.00 a month. "
            "¥685.13 a month would clear it in 60 months."
        )


def test_the_figure_that_works_does_work() -> None:
    made = plan("keep_paying", loan(), ask("keep_paying", instalment=Decimal("685.13")), ON)

    assert made.months == 60


def test_a_card_needs_an_instalment_to_keep() -> None:
    assert not OPTION.fits(card()).ok
    assert OPTION.fits(card(contract_instalment="2000")).ok


@settings(max_examples=40, deadline=None)
@given(st.integers(60_000, 500_000), st.integers(1, 100_000))
def test_paying_more_never_costs_more(payment: int, extra: int) -> None:
    less, more = (
        plan("keep_paying", loan(), ask(instalment=Decimal(fen).scaleb(-2)), ON) for fen in (payment, payment + extra)
    )

    assert more.total_paid <= less.total_paid
    assert more.months <= less.months
