"""What cannot be is refused by one of our errors, and it names the field."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accord.bank import Sides, modification, plan_value, zopa
from accord.bank.grid import Axes
from accord.bank.view import BankView
from accord.bank.ways import Litigation, WaysOut
from accord.budget.affordability import Budget, debt_ratios, monthly_surplus
from accord.budget.payoff_order import Owed, pay_off
from accord.budget.stress import Household, Run, Stress, largest_payments, survival
from accord.errors import AccordError, TermsError
from accord.i18n import LANGUAGES, speaking
from accord.loans import (
    Arrears,
    BillInstalment,
    CardTerms,
    EarlyTerms,
    Extension,
    Holiday,
    LumpSum,
    MinimumParts,
    MinimumTerms,
    PersonalPlan,
    Posting,
    Repayment,
    Terms,
    allocate,
    balloon,
    equal_principal,
    extension,
    fixed_payment,
    from_nominal,
    interest_between,
    interest_only,
    irr,
    level_then_rest,
    lump_sum,
    minimum_path,
    minimum_payment,
    odd_first_period,
    percent_of_balance,
    prepayment,
    repriced,
    revolving_interest,
    settle_early,
    standing,
    step,
    step_payments,
    with_holiday,
    xirr,
)
from accord.rehearsal import conceded
from tests.accord.loans.ready import FIRST_DUE, terms

LOAN, EARLY = terms(100_000, "0.12"), date(2020, 1, 1)
NO_NUMBER = Decimal("NaN")
MINUS, HALF, TOO_FINE = Decimal("-0.01"), Decimal("0.5"), Decimal("1e-21")


def _odd(choice: str) -> Any:  # noqa: ANN401  a choice that there is not
    return choice


def _card_interest(postings: list[Posting], repayments: list[Repayment]) -> object:
    card = CardTerms(daily_rate=Decimal(0))
    return revolving_interest(postings, repayments, due=FIRST_DUE, until=FIRST_DUE, card=card)


def _terms(**changed: Any) -> Terms:  # noqa: ANN401  what cannot be, on purpose
    stated: dict[str, Any] = {"principal": 100, "annual_rate": HALF, "months": 12, "first_due": FIRST_DUE}
    return Terms(**(stated | changed))


def _plan(**changed: Any) -> PersonalPlan:  # noqa: ANN401  the same
    stated: dict[str, Any] = {"principal": 100, "interest": 0, "fees": 0, "months": 12, "first_due": FIRST_DUE}
    return PersonalPlan(**(stated | changed))


def _arrears(**changed: Any) -> Arrears:  # noqa: ANN401  the same
    stated: dict[str, Any] = {"principal": 100, "interest": 0, "contract_rate": HALF, "multiple": Decimal("1.5")}
    return Arrears(**(stated | changed))


def _bill(**changed: Any) -> BillInstalment:  # noqa: ANN401  the same
    stated: dict[str, Any] = {"principal": 100, "months": 12, "fee_rate": HALF, "first_due": FIRST_DUE}
    return BillInstalment(**(stated | changed))


BAD: list[tuple[str, Callable[[], object]]] = [
    ("principal", lambda: _terms(principal=0)),
    ("principal", lambda: _terms(principal=-1)),
    ("principal", lambda: _terms(principal=10**12)),
    ("annual_rate", lambda: _terms(annual_rate=MINUS)),
    ("annual_rate", lambda: _terms(annual_rate=Decimal("NaN"))),
    ("annual_rate", lambda: _terms(annual_rate=Decimal("Infinity"))),
    ("annual_rate", lambda: _terms(annual_rate=TOO_FINE)),
    ("months", lambda: _terms(months=0)),
    ("months", lambda: _terms(months=601)),
    ("fees", lambda: _plan(fees=-1)),
    ("interest", lambda: _plan(interest=-1)),
    ("waive_fees", lambda: _plan(waive_fees=MINUS)),
    ("fee_rate", lambda: _bill(fee_rate=Decimal(2))),
    ("upfront_cost", lambda: _bill(upfront_cost=100)),
    ("interest", lambda: _arrears(interest=-1)),
    ("multiple", lambda: _arrears(multiple=HALF)),
    ("settlement_day", lambda: _arrears(settlement_day=29)),
    ("daily_rate", lambda: CardTerms(daily_rate=MINUS)),
    ("percent", lambda: MinimumTerms(daily_rate=HALF, percent=Decimal(2))),
    ("balance", lambda: minimum_path(0, MinimumTerms(daily_rate=Decimal(0), percent=HALF))),
    ("growth", lambda: step(LOAN, growth=Decimal(-1))),
    ("long_term", lambda: balloon(LOAN, long_term=6)),
    ("payment", lambda: level_then_rest(LOAN, payment=0)),
    ("payment", lambda: fixed_payment(LOAN, payment=-5)),
    ("percent", lambda: percent_of_balance(LOAN, percent=Decimal(0), floor=0, interest_on_top=True)),
    ("floor", lambda: percent_of_balance(LOAN, percent=HALF, floor=-1, interest_on_top=True)),
    ("holiday.months", lambda: with_holiday(LOAN, Holiday(months=0, treatment="waive"))),
    ("holiday.after", lambda: with_holiday(LOAN, Holiday(months=1, treatment="waive", after=12))),
    ("arrears", lambda: extension(LOAN, Extension(extra=6, arrears=-1), after=3)),
    ("annual_rate", lambda: repriced(LOAN, after=3, annual_rate=MINUS)),
    ("amount", lambda: prepayment(LOAN, after=3, amount=10**9, effect="shorten_term")),
    ("paid_months", lambda: standing(LOAN, paid_months=13)),
    ("end", lambda: odd_first_period(LOAN, paid_out=date(2030, 1, 1))),
    ("end", lambda: interest_only(LOAN, basis="act/360", start=date(2030, 1, 1))),
    ("end", lambda: interest_between(100, HALF, FIRST_DUE, EARLY, basis="act/365")),
    ("fees", lambda: lump_sum(LumpSum(principal=9, interest=0, fees=-1, offer=1), annual_discount=HALF)),
    ("offer", lambda: lump_sum(LumpSum(principal=9, interest=0, fees=0, offer=10), annual_discount=HALF)),
    ("payment", lambda: allocate(-1, {"interest": 1}, order=("interest",))),
    ("nominal", lambda: from_nominal(MINUS)),
    ("job_loss", lambda: Stress(job_loss=1.5)),
    ("job_loss", lambda: Stress(job_loss=float("nan"))),
    ("season", lambda: Stress(season=(1.0,) * 11)),
    ("months", lambda: Run(months=0)),
    ("months", lambda: survival(Household(income=1, expenses=0), Stress(), Run(months=6, paths=9)).at(1, months=7)),
    ("break_hazard", lambda: BankView(break_hazard=2)),
    ("annual_discount", lambda: BankView(annual_discount=-1)),
    ("axes", lambda: Axes(terms=())),
    ("mode", lambda: _terms(mode="rounded")),
    ("due_day", lambda: _terms(due_day=32)),
    ("first_due", lambda: _terms(first_due=date(9950, 1, 1))),
    ("waive_fees", lambda: _plan(waive_fees=NO_NUMBER)),
    ("fee_timing", lambda: _bill(fee_timing="upfront")),
    ("residue", lambda: equal_principal(LOAN, residue=_odd("middle"))),
    ("rounding", lambda: equal_principal(LOAN, rounding=_odd("even"))),
    ("multiple", lambda: _arrears(multiple=NO_NUMBER)),
    ("settlement", lambda: _arrears(settlement="weekly")),
    ("basis", lambda: interest_only(LOAN, basis=_odd("act/366"))),
    ("principal", lambda: interest_between(-1, HALF, EARLY, FIRST_DUE, basis="act/365")),
    ("annual_rate", lambda: interest_between(100, NO_NUMBER, EARLY, FIRST_DUE, basis="act/365")),
    ("growth", lambda: step(LOAN, growth=NO_NUMBER)),
    ("growth", lambda: step_payments(LOAN, growth=Decimal(2))),
    ("percent", lambda: percent_of_balance(LOAN, percent=NO_NUMBER, floor=0, interest_on_top=True)),
    ("floor_on", lambda: percent_of_balance(LOAN, percent=HALF, floor=0, interest_on_top=True, floor_on=_odd("all"))),
    ("holiday.treatment", lambda: with_holiday(LOAN, Holiday(months=1, treatment=_odd("forget")))),
    ("holiday.ending", lambda: with_holiday(LOAN, Holiday(months=1, treatment="waive", ending=_odd("never")))),
    ("effect", lambda: prepayment(LOAN, after=3, amount=1, effect=_odd("both"))),
    ("extra", lambda: extension(LOAN, Extension(extra=-1), after=3)),
    ("daily_rate", lambda: CardTerms(daily_rate=NO_NUMBER)),
    ("interest_on", lambda: CardTerms(daily_rate=Decimal(0), interest_on=_odd("none"))),
    ("tolerance", lambda: CardTerms(daily_rate=Decimal(0), tolerance=-1)),
    ("daily_rate", lambda: MinimumTerms(daily_rate=HALF, percent=HALF)),
    ("percent_on", lambda: MinimumTerms(daily_rate=Decimal(0), percent=HALF, percent_on=_odd("all"))),
    ("kind", lambda: _card_interest([Posting(EARLY, 1, _odd("gift"))], [])),
    ("postings", lambda: _card_interest([Posting(EARLY, -1)], [])),
    ("repayments", lambda: _card_interest([Posting(EARLY, 1)], [Repayment(EARLY, -1)])),
    ("fees", lambda: minimum_payment(MinimumParts(purchases=1, fees=-1), percent=HALF)),
    ("principal", lambda: settle_early(0, 6, total_fee_rate=HALF, early=EarlyTerms(0, HALF))),
    ("months", lambda: settle_early(9, 0, total_fee_rate=HALF, early=EarlyTerms(0, HALF))),
    ("flows", lambda: irr([-100, float("nan"), 50])),
    ("flows", lambda: xirr([(EARLY, -1), (FIRST_DUE, float("inf"))])),
    ("days_a_year", lambda: xirr([(EARLY, -1), (FIRST_DUE, 2)], days_a_year=Decimal(0))),
    ("essentials", lambda: monthly_surplus(Budget(1, -1), reserve=HALF)),
    ("reserve", lambda: monthly_surplus(Budget(1, 1), reserve=NO_NUMBER)),
    ("debt_payments", lambda: debt_ratios(debt_payments=-1, housing_payments=0, income=1)),
    ("total", lambda: debt_ratios(debt_payments=1, housing_payments=0, income=1).within(total=NO_NUMBER, housing=HALF)),
    ("debts", lambda: pay_off([], budget=1, aim="snowball")),
    ("annual_rate", lambda: pay_off([Owed("card", 1, Decimal(11))], budget=1, aim="snowball")),
    ("minimum", lambda: pay_off([Owed("card", 1, HALF, -1)], budget=1, aim="snowball")),
    ("aim", lambda: pay_off([Owed("card", 1, HALF)], budget=1, aim=_odd("glacier"))),
    ("spending_spread", lambda: Stress(spending_spread=float("nan"))),
    ("paths", lambda: largest_payments([])),
    ("paths", lambda: largest_payments([[1.0, 2.0], [1.0]])),
    ("servicing_cost", lambda: BankView(servicing_cost=-1)),
    ("payments", lambda: plan_value([], [], BankView())),
    ("payments", lambda: plan_value([-1], [1], BankView())),
    ("balances", lambda: plan_value([1], [], BankView())),
    ("other_cost", lambda: WaysOut(litigation=Litigation(other_cost=-1))),
    ("payments", lambda: modification(1, [], nominal_rate=HALF)),
    ("terms", lambda: zopa(Sides(1, 1, 1), BankView(), terms=[], annual_rates=[HALF])),
    ("annual_rates", lambda: zopa(Sides(1, 1, 1), BankView(), terms=[1], annual_rates=[])),
    ("start", lambda: conceded(1, rounds=8, start=-1, pace=1)),
    ("pace", lambda: conceded(1, rounds=8, start=0, pace=float("nan"))),
    ("rounds", lambda: conceded(1, rounds=0, start=0, pace=1)),
    ("family", lambda: conceded(1, rounds=8, start=0, pace=1, family=_odd("sine"))),
]


@pytest.mark.parametrize(("field", "make"), BAD, ids=[f"{k}-{field}" for k, (field, _) in enumerate(BAD)])
def test_what_cannot_be_is_refused_by_name_in_both_languages(field: str, make: Callable[[], object]) -> None:
    with pytest.raises(TermsError) as refused:
        make()

    assert refused.value.field == field
    assert isinstance(refused.value, AccordError)
    said = set()
    for tongue in LANGUAGES:
        with speaking(tongue):
            said.add(refused.value.speak())
    assert len(said) == 2
    assert not any("{" in sentence for sentence in said)
