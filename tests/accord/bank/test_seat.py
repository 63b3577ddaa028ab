"""The bank's seat, for the invented people."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import accord.bank.seat as seats
from accord.bank import ways
from accord.bank.assumptions import BankTable, Range
from accord.bank.seat import SECURED, VERDICTS, WHY_NOT, Seat, plan_range, seat, view_at, ways_out
from accord.budget.stress import Household, Run, Stress, survival
from accord.case import Ask, Debt, DebtKind
from accord.i18n import CHINESE, LANGUAGES, _, speaking
from accord.options import Plan, plan

ON = date(2026, 11, 23)
CARD = Debt(id="d", principal=Decimal("80000.00"), fees=Decimal("6400.37"), overdue_since=date(2026, 5, 5))
HOME = Household(income=8_000, expenses=5_200, buffer=6_000)


def _plan(months: int = 60, down: str = "0.00") -> Plan:
    ask = Ask(debt_id="d", months=months, annual_rate=Decimal(0), down_payment=Decimal(down))
    return plan("personalised_instalment", CARD, ask, ON)


def _seat(**changed: float) -> Seat:
    home = replace(HOME, **changed)
    found = seat(_plan(), CARD, ON, drawn=survival(home, Stress(), Run(paths=300, seed=2)))
    assert found is not None
    return found


def test_ranges_never_collapse() -> None:
    found = seat(_plan(), CARD, ON)

    assert found is not None
    for way in (found.plan, found.half_kept, found.collection, found.litigation, found.sale):
        assert way.low < way.middle < way.high


def test_the_ranges_are_those_of_the_known_values() -> None:
    # 86,400.37 yuan over 60 months without interest, 2% a month, 3% a year: 0.60 for each yuan.
    found = seat(_plan(), CARD, ON)

    assert found is not None
    assert found.plan.middle / found.owed == pytest.approx(0.60, abs=0.005)
    assert found.sale.middle / found.owed == pytest.approx(0.126)


def test_a_plan_sure_to_be_kept_is_worth_its_annuity() -> None:
    sure = {name: Range(0.0, 0.0, 0.0) for name in ("break_hazard", "annual_discount", "servicing_cost")}

    found = plan_range(_plan(), BankTable(sure))

    assert found.middle == pytest.approx(8_640_037)


def test_a_household_that_can_pay_makes_the_plan_worth_more() -> None:
    assert _seat(buffer=60_000.0).plan.middle > _seat(buffer=0.0).plan.middle


def test_a_sum_at_once_makes_the_plan_worth_more() -> None:
    with_sum, without = (seat(_plan(down=down), CARD, ON) for down in ("8000.00", "0.00"))

    assert with_sum is not None
    assert without is not None
    assert with_sum.plan.middle > without.plan.middle


def test_the_loss_in_the_books_stands_apart_and_is_larger() -> None:
    found = seat(_plan(), CARD, ON)

    assert found is not None
    assert found.books is not None
    assert Decimal("0.30") < found.books.loss_share < Decimal("0.36")


def test_a_secured_debt_is_not_compared() -> None:
    home = CARD.model_copy(update={"kind": DebtKind.MORTGAGE, "annual_rate": Decimal("0.04"), "months_left": 200})

    assert seat(plan("longer_term", home, None, ON), home, ON) is None
    with speaking(CHINESE):
        assert _(SECURED) != SECURED


@pytest.mark.parametrize(
    ("ranges", "verdict"),
    [
        (((60, 70, 80), (10, 20, 30)), "clearly"),
        (((25, 50, 80), (10, 20, 30)), "likely"),
        (((5, 25, 80), (10, 20, 30)), "unclear"),
        (((1, 5, 8), (10, 20, 30)), "less"),
    ],
)
def test_the_verdict_follows_from_the_ranges(ranges: tuple[tuple[int, int, int], ...], verdict: str) -> None:
    mine, other = (Range(*map(float, part)) for part in ranges)
    nothing = Range(0.0, 0.0, 0.0)
    found = Seat(owed=100, plan=mine, half_kept=nothing, collection=nothing, litigation=other, sale=nothing, books=None)

    assert found.verdict == verdict


def test_reasons_and_verdicts_are_spoken_in_both_languages() -> None:
    said: set[str] = set()
    for language in LANGUAGES:
        with speaking(language):
            said |= {_(message) for message in (*WHY_NOT, *VERDICTS.values())}
            assert "0.60" in _spoken()

    assert len(said) == 2 * (len(WHY_NOT) + len(VERDICTS))


def _spoken() -> str:
    found = seat(_plan(), CARD, ON)
    assert found is not None
    return found.sentence


def test_worse_assumptions_are_worse_in_every_way() -> None:
    table = BankTable()

    assert view_at(table, 0).break_hazard > view_at(table, 2).break_hazard
    assert all(way.low < way.high for way in ways_out(8_640_037, 200, table, ON))


def test_sale_prices_and_court_fees_are_those_of_the_day_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    later = date(2030, 1, 1)
    monkeypatch.setattr(seats, "sale_price", lambda _days, on: Range(*[0.5 if on == later else 0.1] * 3))
    monkeypatch.setattr(ways, "court_fee", lambda _claim, *, halved, on: 90_000 * halved if on == later else 0)

    before, after = (ways_out(1_000_000, 200, BankTable(), day) for day in (ON, later))

    assert (before[2].middle, after[2].middle) == (100_000, 500_000)
    assert after[1].middle < before[1].middle
    assert after[0] == before[0]
