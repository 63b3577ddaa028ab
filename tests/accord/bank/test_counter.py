"""A bank's offer weighed in full, and the counter-offer that gives way where it hurts least."""

from datetime import date
from decimal import Decimal

import pytest

from accord.bank.counter import Weighed, conflicts, left_for, weigh
from accord.bank.packages import Choice, Weights, weights_from
from accord.budget.creditors import set_aside
from accord.case import (
    Agreement,
    Case,
    Debt,
    DebtKind,
    Income,
    Offer,
    OfferState,
    Side,
    Spending,
)
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.money import to_fen

ON = date(2026, 11, 23)
CHOICES: tuple[Choice, ...] = ("first", "second", "either")
SAID = Offer(id="o", debt_id="card", on=ON, months=36, fee_rate=Decimal("0.006"), down_payment=Decimal(6_000))


def _case() -> Case:
    card = Debt(id="card", creditor="A", principal=Decimal(50_000), fees=Decimal(10_000))
    loan = Debt(id="loan", creditor="B", kind=DebtKind.ONLINE_LOAN, principal=Decimal(20_000))
    case = Case(
        debts=[card, loan],
        incomes=[Income(id="i", amount=Decimal(8_000))],
        spendings=[Spending(id="s", amount=Decimal(5_000))],
    )
    case.position.can_pay_now = Decimal(8_000)
    case.private.ceiling = Decimal(2_000)
    case.private.buffer = Decimal(10_000)
    case.offers = [Offer(id="mine", debt_id="card", side=Side.MINE, on=ON, months=60, waived=Decimal(5_000))]
    return case


def _weighed(case: Case, offer: Offer = SAID, weights: Weights | None = None) -> Weighed:
    found = weigh(case, offer, ON, weights=weights)
    assert found is not None
    return found


def test_thirty_six_periods_with_a_fee_and_ten_percent_down_are_worked_out() -> None:
    found = _weighed(_case())

    # 54,000 / 36 = 1,500 and a fee of 324 each month.
    assert found.decoded.instalment == 182_400
    assert found.decoded.total_paid == 600_000 + 36 * 182_400
    assert found.decoded.nominal_rate is not None
    assert found.decoded.effective_rate is not None
    assert Decimal("0.13") < found.decoded.nominal_rate < found.decoded.effective_rate
    assert found.share_of_surplus == (Decimal(1_824) / Decimal(2_700)).quantize(Decimal("0.0001"))
    assert found.gap == 182_400 - 200_000
    assert found.promise is not None
    assert found.promise.months == 36


def test_plans_agreed_elsewhere_lower_the_gap_and_conflict_by_name() -> None:
    case = _case()
    case.agreements = [Agreement(id="a", debt_id="loan", instalment=Decimal(500))]

    found = _weighed(case)

    assert found.gap == 182_400 - 150_000
    assert [(conflict.creditor, conflict.missing) for conflict in found.conflicts] == [("B", 32_400)]
    assert not found.affordable


def test_two_accepted_offers_above_what_is_left_are_a_conflict() -> None:
    case = _case()
    case.offers.append(
        Offer(id="b", debt_id="loan", on=ON, months=24, instalment=Decimal(900), state=OfferState.ACCEPTED)
    )

    assert [conflict.instalment for conflict in conflicts(case, case.debts[0], 182_400)] == [90_000]
    assert conflicts(case, case.debts[0], 100_000) == ()


@pytest.mark.parametrize(
    ("weights", "gives"),
    [
        (Weights(strain=0.4, total=0.3, time=0.2, cash=0.1), "cash"),
        (Weights(strain=0.4, total=0.3, time=0.1, cash=0.2), "time"),
        (Weights(strain=0.4, total=0.1, time=0.2, cash=0.3), "total"),
    ],
)
def test_the_counter_offer_gives_way_on_the_issue_worth_least(weights: Weights, gives: str) -> None:
    counter = _weighed(_case(), weights=weights).counter

    assert counter is not None
    assert counter.gives == gives


def test_giving_way_means_half_the_distance_and_no_further() -> None:
    cash = _weighed(_case(), weights=Weights(strain=0.4, total=0.3, time=0.2, cash=0.1)).counter
    time = _weighed(_case(), weights=Weights(strain=0.4, total=0.3, time=0.1, cash=0.2)).counter

    assert cash is not None
    assert time is not None
    assert (cash.offer.down_payment, cash.offer.months, cash.offer.waived) == (Decimal(3_000), 60, Decimal(5_000))
    assert (time.offer.down_payment, time.offer.months) == (Decimal(0), 48)


@pytest.mark.parametrize("answer", CHOICES)
def test_a_counter_offer_never_goes_over_the_ceiling(answer: Choice) -> None:
    case = _case()
    case.private.ceiling = Decimal(1_100)

    counter = _weighed(case, weights=weights_from([answer] * 3)).counter

    assert counter is None or counter.schedule.highest_payment <= to_fen(case.private.ceiling)


def test_where_nothing_can_be_given_the_offer_is_held() -> None:
    case = _case()
    case.private.ceiling = Decimal(800)

    found = _weighed(case)

    assert found.counter is None
    with speaking(ENGLISH):
        assert found.sentences()[-1].startswith("Nothing more can be given")


def test_an_offer_for_today_is_asked_for_in_writing() -> None:
    found = _weighed(_case(), SAID.model_copy(update={"valid_until": ON}))

    assert found.today_only
    with speaking(CHINESE):
        assert any("书面" in sentence for sentence in found.sentences())


def test_without_figures_there_is_nothing_to_weigh() -> None:
    case = _case()

    assert weigh(case, SAID.model_copy(update={"months": None}), ON) is None
    assert weigh(case, SAID.model_copy(update={"debt_id": "none"}), ON) is None
    assert left_for(Case(debts=case.debts), case.debts[0]) is None


def test_the_other_creditors_fair_parts_are_set_aside_before_a_counter_offer() -> None:
    case = _case()
    case.private.ceiling = Decimal(1_300)
    alone = case.model_copy(update={"debts": case.debts[:1]})

    # A quarter of what is owed is the other creditor's, and so is a quarter of 1,300 yuan.
    assert set_aside(case, case.debts[0]) == 32_500
    for answer in CHOICES:
        shared, whole = (_weighed(one, weights=weights_from([answer] * 3)).counter for one in (case, alone))
        assert shared is None or shared.schedule.highest_payment <= 97_500
        assert whole is not None
    assert left_for(case, case.debts[0]) == 130_000


def test_a_counter_offer_is_promised_with_the_others_paid() -> None:
    case = _case()
    shared = _weighed(case).counter
    alone = _weighed(case.model_copy(update={"debts": case.debts[:1]})).counter

    assert shared is not None
    assert alone is not None
    assert shared.promise is not None
    assert alone.promise is not None
    assert shared.promise.largest < alone.promise.largest
