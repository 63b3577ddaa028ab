"""A new loan to pay off this one: explained, never proposed."""

from decimal import Decimal

import pytest

from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options import OPTIONS, recommended
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, case, loan


def test_every_such_plan_carries_the_warning_first() -> None:
    made = plan("refinancing", loan(), ask(months=24, annual_rate=Decimal("0.08")), ON)

    with speaking(ENGLISH):
        assert made.spoken_notes[0].startswith("We do not propose this.")
    with speaking(CHINESE):
        assert made.spoken_notes[0].startswith("我们不建议")


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_never_recommended(name: str) -> None:
    whole = sample(name, "en")

    for debt in whole.debts:
        found = recommended(whole, debt, ON)
        proposed = [found.plan, *found.others] if found.plan else list(found.others)
        assert "refinancing" not in {made.option_id for made in proposed if made}


def test_the_rate_asked_of_the_bank_is_not_the_new_lenders() -> None:
    free = ask("personalised_instalment", months=24, annual_rate=Decimal(0))

    assert plan("refinancing", card(), free, ON).asked.annual_rate == Decimal("0.1825")
    assert plan("refinancing", card(), ask("refinancing", annual_rate=Decimal("0.1")), ON).asked.annual_rate == Decimal(
        "0.1"
    )


def test_not_even_to_somebody_with_much_to_spare() -> None:
    rich = case(loan(), income="80000")

    assert "refinancing" not in {made.option_id for made in recommended(rich, rich.debts[0], ON).others}


def test_it_is_the_only_way_that_is_not_proposed() -> None:
    assert [way.id for way in OPTIONS if not way.recommendable] == ["refinancing"]
