"""What ways out are worth."""

from datetime import date

import pytest

from accord.bank import ways
from accord.bank.court_fee import court_fee
from accord.bank.ways import Collection, Litigation, WaysOut, alternatives
from accord.errors import TermsError

DAY = date(2026, 11, 23)


def test_the_best_way_out_is_the_one_worth_most() -> None:
    found = alternatives(8_640_037, WaysOut(sale_price=0.5))

    assert (found.best, found.best_value) == ("sale", found.sale)


def test_a_lawsuit_over_little_may_cost_more_than_it_brings() -> None:
    found = alternatives(100_000, WaysOut(litigation=Litigation(recovery=0.1, other_cost=300_000)))

    assert found.litigation < 0
    assert found.best == "collection"


@pytest.mark.parametrize("collection", [Collection(recovery=2), Collection(fee_share=-1), Collection(delay_months=-1)])
def test_ways_out_that_cannot_be_are_refused(collection: Collection) -> None:
    with pytest.raises(TermsError):
        WaysOut(collection=collection)


def test_a_lawsuit_that_brings_all_back_at_once_costs_nothing_but_its_lawyers() -> None:
    sure = Litigation(recovery=1, delay_months=0, other_cost=70_000)

    assert alternatives(8_640_037, WaysOut(litigation=sure)).litigation == pytest.approx(8_640_037 - 70_000)


def test_the_court_keeps_its_fee_for_what_is_not_recovered() -> None:
    nothing = alternatives(8_640_037, WaysOut(litigation=Litigation(recovery=0, delay_months=0)))

    assert nothing.litigation == -court_fee(8_640_037, halved=True)


@pytest.mark.parametrize(
    ("field", "court"), [("recovery", Litigation(recovery=-1)), ("delay_months", Litigation(delay_months=-1))]
)
def test_a_refused_figure_is_named(field: str, court: Litigation) -> None:
    with pytest.raises(TermsError) as caught:
        WaysOut(litigation=court)

    assert caught.value.field == field


def test_the_court_s_fee_is_that_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date | None] = []

    def fee(_claim: int, *, halved: bool, on: date | None) -> int:
        asked.append(on)
        return 100_000 * halved

    monkeypatch.setattr(ways, "court_fee", fee)

    assert alternatives(8_640_037, WaysOut(litigation=Litigation(recovery=0)), DAY).litigation == -100_000
    assert asked == [DAY]
