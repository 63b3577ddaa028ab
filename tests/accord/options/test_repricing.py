"""Today's rate for the same months."""

from decimal import Decimal

from accord.i18n import ENGLISH, speaking
from accord.options.base import Fit
from accord.options.making import attempt, plan
from tests.accord.options.invented_debts import ON, ask, card, loan

HOME = loan(kind="mortgage", principal="600000.00", interest="0.00", annual_rate="0.049", months_left=240)


def test_the_months_stay_and_the_instalment_falls() -> None:
    made = plan("repricing", HOME, ask(annual_rate=Decimal("0.035")), ON)

    assert made.months == 240
    # P i / (1 - (1+i)^-n) with i = 0.035 / 12 on 600,000 yuan over 240 months.
    assert made.first_instalment == 347_976
    with speaking(ENGLISH):
        assert made.spoken_notes == ("The instalment goes from ¥3,926.66 to ¥3,479.76, for the same months.",)


def test_the_contract_rate_changes_nothing() -> None:
    made = plan("repricing", HOME, ask(annual_rate=Decimal("0.049")), ON)

    assert made.first_instalment == 392_666


def test_without_months_or_rate_it_says_what_to_enter() -> None:
    for debt in (loan(months_left=None), loan(annual_rate=None), loan(annual_rate="0"), card()):
        refused = attempt("repricing", debt, None, ON)
        assert isinstance(refused, Fit)
        assert refused.reason
