"""What holds for every plan of every option, whatever is owed and asked."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.case import Ask, Debt
from accord.options.base import Option
from accord.options.catalogue import OPTIONS
from accord.options.making import attempt
from accord.options.plan import Plan
from tests.accord.options.invented_debts import ON, card, loan

MAY_GROW = {"step_up", "token_payment"}
AMOUNT = st.decimals("0.01", "900000", places=2)
DEBT = st.one_of(
    st.builds(lambda owed, fees: card(principal=str(owed), fees=str(fees)), AMOUNT, AMOUNT),
    st.builds(
        lambda owed, rate: loan(principal=str(owed), annual_rate=str(rate)), AMOUNT, st.decimals(0, "0.36", places=4)
    ),
)
TERMS = st.builds(
    Ask,
    debt_id=st.just("debt-1"),
    months=st.none() | st.integers(1, 360),
    instalment=st.none() | AMOUNT,
    down_payment=st.none() | AMOUNT,
    holiday_months=st.none() | st.integers(0, 12),
    waived_share=st.none() | st.decimals(0, 1, places=2),
)


@settings(max_examples=80, deadline=None)
@given(DEBT, TERMS, st.sampled_from(OPTIONS))
def test_a_plan_repays_what_is_neither_waived_nor_paid_at_once(debt: Debt, terms: Ask, way: Option) -> None:
    made = attempt(way.id, debt, terms, ON)
    if not isinstance(made, Plan):
        assert made.reason
        return

    assert made.owed == made.waived + made.down_payment + made.schedule.opening
    assert sum(row.principal for row in made.rows) == made.schedule.opening
    assert all(row.payment == row.interest + row.principal + row.fee for row in made.rows)
    assert made.rows[-1].balance == 0
    assert min(row.balance for row in made.rows) >= 0
    if way.id not in MAY_GROW:
        assert max(row.balance for row in made.rows) <= made.schedule.opening


@settings(max_examples=60, deadline=None)
@given(AMOUNT, st.integers(1, 59), st.decimals(0, "0.36", places=4))
def test_more_money_never_costs_more(owed: Decimal, months: int, rate: Decimal) -> None:
    debt = loan(principal=str(owed), interest="0", annual_rate=str(rate))

    longer, shorter = (
        attempt("longer_term", debt, Ask(debt_id="debt-2", months=term), ON) for term in (months + 2, months + 1)
    )

    assert isinstance(longer, Plan)
    assert isinstance(shorter, Plan)
    # Each row is rounded once, so a fen a month is all that rounding can take back.
    assert shorter.interest <= longer.interest + longer.months
