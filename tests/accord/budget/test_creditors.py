"""Several creditors: exact sums, caps, plans that stand, and what to do when nothing is left."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.creditors import TOKEN, VARIANTS, Division, Variant, divided
from accord.case import Agreement, Case, Debt, DebtKind, Whose
from accord.case.samples import sample
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.money import to_fen

NAMES: list[Variant] = list(VARIANTS)


def _case(*owed: str) -> Case:
    debts = [
        Debt(id=f"debt-{k}", kind=DebtKind.ONLINE_LOAN, creditor=f"Bank {k}", principal=Decimal(amount))
        for k, amount in enumerate(owed, 1)
    ]
    return Case(debts=debts)


def _amounts(found: Division) -> list[int]:
    return [part.amount for part in found.parts]


@settings(max_examples=50)
@given(
    st.lists(st.decimals("0.01", "90000", places=2), min_size=1, max_size=6),
    st.decimals("0.01", "9000", places=2),
    st.sampled_from(NAMES),
)
def test_every_way_of_sharing_adds_up_and_nobody_gets_more_than_is_owed(
    owed: list[Decimal], amount: Decimal, variant: Variant
) -> None:
    found = divided(_case(*map(str, owed)), variant, amount=amount)

    assert sum(_amounts(found)) == min(to_fen(amount), sum(map(to_fen, owed)))
    assert all(0 <= part.amount <= part.owed for part in found.parts)


def test_in_proportion_everyone_gets_the_share_of_the_debt() -> None:
    found = divided(_case("500", "1000", "233", "200"), amount=Decimal(100))

    assert _amounts(found) == [2_587, 5_173, 1_205, 1_035]
    assert all(abs(part.share_of_money - part.share_of_debt) < Decimal("0.001") for part in found.parts)


def test_the_smallest_debt_comes_first_where_asked() -> None:
    assert _amounts(divided(_case("5000", "300"), "smallest_first", amount=Decimal(400))) == [10_000, 30_000]


def test_instalments_count_where_asked_and_balances_where_none_is_known() -> None:
    case = _case("1000", "1000")
    case.debts[0].contract_instalment = Decimal(300)
    case.debts[1].contract_instalment = Decimal(100)

    assert _amounts(divided(case, "by_instalment", amount=Decimal(40))) == [3_000, 1_000]
    assert _amounts(divided(_case("3000", "1000"), "by_instalment", amount=Decimal(40))) == [3_000, 1_000]


def test_what_an_agreed_plan_takes_is_not_shared_again() -> None:
    case = _case("5000", "5000", "5000")
    case.agreements = [Agreement(id="a", debt_id="debt-1", instalment=Decimal("250.10"))]

    found = divided(case, amount=Decimal(600))

    assert (found.committed, [part.debt_id for part in found.parts]) == (25_010, ["debt-2", "debt-3"])
    assert _amounts(found) == [17_495, 17_495]


def test_secured_debts_and_those_of_others_are_left_out() -> None:
    case = _case("5000", "5000", "5000")
    case.debts[0].secured = True
    case.debts[1].whose = Whose.NOT_MINE

    assert [part.debt_id for part in divided(case, amount=Decimal(10)).parts] == ["debt-3"]


def test_when_nothing_is_left_a_token_and_a_pause_are_said() -> None:
    case = _case("5000")
    case.agreements = [Agreement(id="a", debt_id="other", instalment=Decimal(700))]

    found = divided(case, amount=Decimal(600))

    assert (found.token, found.missing, _amounts(found)) == (True, 10_000, [0])
    with speaking(ENGLISH):
        assert f"{TOKEN / 100:.2f}" in found.sentences()[0]


@pytest.mark.parametrize("variant", NAMES)
def test_every_creditor_of_the_example_has_a_fairness_line(variant: Variant) -> None:
    found = divided(sample("chen_guohua_online_loans", "zh_CN"), variant)

    with speaking(CHINESE):
        lines = found.sentences()

    assert len(lines) == len(found.parts) == 4
    assert all("欠款" in line for line in lines)
