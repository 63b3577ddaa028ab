"""What cannot be is refused by one of our errors, and it names the field."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accord.bank.grid import Axes
from accord.bank.view import BankView
from accord.budget.stress import Household, Run, Stress, survival
from accord.errors import AccordError, TermsError
from accord.i18n import LANGUAGES, speaking
from accord.loans import (
    Arrears,
    BillInstalment,
    CardTerms,
    Extension,
    Holiday,
    LumpSum,
    MinimumTerms,
    PersonalPlan,
    Terms,
    allocate,
    balloon,
    extension,
    fixed_payment,
    from_nominal,
    interest_between,
    interest_only,
    level_then_rest,
    lump_sum,
    minimum_path,
    odd_first_period,
    percent_of_balance,
    prepayment,
    repriced,
    standing,
    step,
    with_holiday,
)
from tests.accord.loans.ready import FIRST_DUE, terms

LOAN, EARLY = terms(100_000, "0.12"), date(2020, 1, 1)
MINUS, HALF, TOO_FINE = Decimal("-0.01"), Decimal("0.5"), Decimal("1e-21")


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
