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


def test_the_new_rate_may_wait_for_the_day_the_contract_names() -> None:
    later = plan("repricing", HOME, ask(annual_rate=Decimal("0.035"), repricing_after=4), ON)

    paid = [row.payment for row in later.rows[:6]]
    assert paid[:4] == [392_666] * 4
    assert paid[4] == paid[5] < 392_666
    assert (later.months, later.rows[-1].balance) == (240, 0)
    assert sum(row.principal for row in later.rows) == later.owed
    with speaking(ENGLISH):
        assert later.spoken_notes[0].startswith("From 2027-04-23 on the instalment goes from ¥3,926.66 to ")
    assert later.asked.repricing_after == 4


def test_waiting_costs_interest_and_never_the_last_instalment() -> None:
    interest = [
        plan("repricing", HOME, ask(annual_rate=Decimal("0.035"), repricing_after=n), ON).interest for n in (0, 6, 12)
    ]
    short = plan("repricing", loan(months_left=2), ask(annual_rate=Decimal("0.06"), repricing_after=9), ON)

    assert interest == sorted(interest)
    assert short.asked.repricing_after == 1
    assert short.months == 2


def test_the_contract_rate_changes_nothing() -> None:
    made = plan("repricing", HOME, ask(annual_rate=Decimal("0.049")), ON)

    assert made.first_instalment == 392_666


def test_without_months_or_rate_it_says_what_to_enter() -> None:
    for debt in (loan(months_left=None), loan(annual_rate=None), loan(annual_rate="0"), card()):
        refused = attempt("repricing", debt, None, ON)
        assert isinstance(refused, Fit)
        assert refused.reason
