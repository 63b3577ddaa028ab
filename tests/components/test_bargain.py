"""What the private parts share: the household, the assumptions in use, the map."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
import streamlit as st

from accord.bank.assumptions import Range
from accord.bank.packages import QUESTIONS, Weights
from accord.budget.creditors import set_aside
from accord.budget.stress import SURVIVAL_THRESHOLD
from accord.case import Ask, Case, Debt, FigureRange
from accord.case.workbook import read_workbook, write_workbook
from accord.money import to_fen
from accord.options import Plan, attempt, plans
from components import bargain
from components.asked import asked_plan
from tests.components.opened import CHEN_GUOHUA, TODAY, ZHOU_MIN, example


@pytest.fixture(autouse=True)
def _fresh_session() -> Iterator[None]:
    st.session_state.clear()
    yield
    st.session_state.clear()


def roomy() -> tuple[Case, Debt]:
    """Return a case whose area meets the bank's."""
    case = example()
    case.private.buffer, case.private.ceiling = Decimal(30_000), None
    case.incomes[0].amount = (case.incomes[0].amount or Decimal(0)) + 900
    return case, case.debts[0]


def test_the_other_creditors_fair_parts_are_set_aside() -> None:
    case = example(CHEN_GUOHUA)

    parts = [set_aside(case, debt) for debt in case.debts]

    assert all(0 < part < to_fen(Decimal(1320)) for part in parts)
    assert sum(to_fen(Decimal(1320)) - part for part in parts) == to_fen(Decimal(1320))


def test_a_mortgage_s_own_instalment_is_not_counted_twice() -> None:
    case = example(ZHOU_MIN)
    mortgage = next(debt for debt in case.debts if debt.contract_instalment and debt.secured)

    found, other = bargain.home(case, mortgage), bargain.home(case, case.debts[1])

    assert found is not None
    assert other is not None
    assert found.fixed < other.fixed


def test_what_the_person_changed_counts() -> None:
    case = example()
    st.session_state["case"] = case
    bargain.change_assumption(case, "job_loss", 0.08)
    bargain.change_range(case, "recovery", Range(0.2, 0.3, 0.4))
    bargain.prefer(case, QUESTIONS[0], "first")

    assert bargain.stress(case).job_loss == 0.08
    assert bargain.bank_table(case)["recovery"] == Range(0.2, 0.3, 0.4)
    assert bargain.own_weights(case).strain > bargain.own_weights(case).time
    bargain.as_they_were("assumptions")
    bargain.prefer(case, QUESTIONS[0], None)
    assert bargain.stress(case).job_loss == bargain.stress(example()).job_loss
    assert bargain.own_weights(case) == Weights()


def test_a_workbook_read_back_still_counts_with_what_was_changed() -> None:
    case = example()
    st.session_state["case"] = case
    bargain.change_assumption(case, "shock_size", 1234.5)
    bargain.change_range(case, "servicing_cost", Range(1, 2, 3))
    bargain.prefer(case, QUESTIONS[1], "second")

    again = read_workbook(write_workbook(case))

    assert bargain.stress(again) == bargain.stress(case) != bargain.stress(example())
    assert bargain.bank_table(again) == bargain.bank_table(case)
    assert bargain.own_weights(again) == bargain.own_weights(case)


def test_kept_figures_that_no_range_holds_any_more_do_no_harm() -> None:
    case = example()
    case.private.assumptions = {"benefit_months": Decimal(600), "of_long_ago": Decimal(1)}
    case.private.bank_ranges = {
        "recovery": FigureRange(low=Decimal("0.9"), middle=Decimal("0.5"), high=Decimal("0.1")),
        "of_long_ago": FigureRange(low=Decimal(0), middle=Decimal(0), high=Decimal(0)),
    }

    assert bargain.stress(case).benefit_months == 24
    assert bargain.bank_table(case)["recovery"] == Range(0.1, 0.5, 0.9)
    assert set(bargain.changed_ranges(case)) == {"recovery"}


def test_the_calmer_plan_is_kept_8_times_in_10() -> None:
    case, debt = roomy()
    plan = asked_plan(case, debt)
    assert plan is not None
    short = attempt(plan.option_id, debt, plan.asked.model_copy(update={"months": 36}), TODAY)
    assert isinstance(short, Plan)

    found = bargain.calmer_plan(case, debt, short)

    assert found is not None
    promised = bargain.promise_of(case, debt, found)
    assert promised is not None
    assert promised.share.share >= SURVIVAL_THRESHOLD
    assert found.months > 36


def test_no_term_that_would_be_calm_is_left_out_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    case, debt = roomy()
    offered = plans(debt, Ask(debt_id=debt.id, months=12), TODAY)

    def calmer() -> list[int | None]:
        found = [bargain.calmer_plan(case, debt, plan) for plan in offered]
        return [plan.months if plan else None for plan in found]

    quick = calmer()
    monkeypatch.setattr(bargain, "_may_be_calm", lambda *_words: True)
    assert quick == calmer()
    assert len({*quick}) > 2


def test_with_the_buffer_named_the_plan_holds() -> None:
    case = example()
    debt, plan = case.debts[0], asked_plan(case, case.debts[0])
    assert plan is not None
    futures = bargain.drawn(case, debt, plan.months)
    assert futures is not None

    more = bargain.buffer_needed(futures, [row.payment / 100 for row in plan.rows])
    case.private.buffer = (case.private.buffer or Decimal(0)) + Decimal(more) / 100

    promised = bargain.promise_of(case, debt, plan)
    assert promised is not None
    assert promised.share.share >= SURVIVAL_THRESHOLD - 0.01


def test_the_map_is_worked_out_once_for_the_same_answers() -> None:
    case, debt = roomy()

    first = bargain.area_of(case, debt)

    assert first is not None
    assert not first.empty
    assert bargain.area_of(case, debt) is first
    case.private.buffer = Decimal(0)
    assert bargain.area_of(case, debt) is not first


def test_without_a_month_or_for_a_secured_debt_there_is_no_map() -> None:
    mortgage = example(ZHOU_MIN)
    empty = Case(debts=[Debt(id="debt-1", principal=Decimal(1000))])

    assert bargain.area_of(mortgage, mortgage.debts[0]) is None
    assert bargain.area_of(empty, empty.debts[0]) is None
