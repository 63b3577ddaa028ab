"""Consistency questions ask where two answers may not fit, and never block."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from accord.case import (
    Agreement,
    Asset,
    AssetKind,
    Case,
    Contact,
    Debt,
    DebtKind,
    HardshipCause,
    Household,
    Income,
    IncomeKind,
    Spending,
    SpendingKind,
)
from accord.case.samples import SAMPLES, sample
from accord.i18n import ENGLISH, speaking
from components.questions import QUESTIONS, open_questions
from tests.components.opened import opened, words

ON = date(2026, 11, 23)
DAY = "2026-11-01T10:00:00"


def steady() -> Case:
    """Return a case in which everything fits."""
    kinds = (SpendingKind.FOOD, SpendingKind.HOUSING)
    return Case(
        language="en",
        incomes=[Income(id="income-1", amount=Decimal(6_000))],
        spendings=[Spending(id=f"spending-{k}", kind=kind, amount=Decimal(1_500)) for k, kind in enumerate(kinds)],
        debts=[Debt(id="debt-1", principal=Decimal(30_000), as_of=ON, overdue_since=date(2026, 9, 1))],
    )


def earning(case: Case, kind: IncomeKind) -> None:
    case.incomes = [*case.incomes, Income(id="income-2", kind=kind, amount=Decimal(500))]


def saving(case: Case) -> None:
    case.spendings = [*case.spendings, Spending(id="s", kind=SpendingKind.SAVINGS, amount=Decimal(200))]


def mortgaged(case: Case) -> None:
    case.debts = [Debt(id="d", kind=DebtKind.MORTGAGE, secured=True, contract_instalment=Decimal(2_000))]


def called_early(case: Case) -> None:
    case.contacts = [Contact.model_validate({"id": "contact-1", "at": DAY})]
    case.debts[0].overdue_since = None


def short_of_cash(case: Case) -> None:
    case.assets = [Asset(id="a", kind=AssetKind.CASH, value=Decimal(100))]
    case.position.can_pay_now = Decimal(500)


def set_to(path: str, value: object) -> Callable[[Case], None]:
    group, name = path.split(".")
    return lambda case: setattr(getattr(case, group), name, value)


CHANGES: dict[str, Callable[[Case], None]] = {
    "children": lambda case: setattr(case, "household", Household(children_under_6=1)),
    "elderly": lambda case: setattr(case, "household", Household(elderly=1)),
    "food": lambda case: setattr(case.spendings[0], "kind", SpendingKind.TRANSPORT),
    "spouse": lambda case: earning(case, IncomeKind.SPOUSE),
    "illness": set_to("position.cause", HardshipCause.ILLNESS),
    "wage_after_loss": set_to("position.cause", HardshipCause.JOB_LOSS),
    "own_insurance": lambda case: earning(case, IncomeKind.SELF_EMPLOYED),
    "mortgage_twice": mortgaged,
    "savings": saving,
    "ceiling": set_to("private.ceiling", Decimal(9_000)),
    "cash": short_of_cash,
    "stale": lambda case: setattr(case.debts[0], "as_of", date(2026, 8, 1)),
    "not_overdue": called_early,
    "agreed": lambda case: setattr(
        case, "agreements", [Agreement(id="agreement-1", debt_id="debt-1", instalment=Decimal(5_000))]
    ),
}


def test_where_everything_fits_nothing_is_asked() -> None:
    assert open_questions(steady(), ON) == ()


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_brings_up_its_question_alone(name: str) -> None:
    case = steady()
    CHANGES[name](case)

    assert [question.id for question in open_questions(case, ON)] == [name]


def test_every_question_is_tried() -> None:
    assert {question.id for question in QUESTIONS} == set(CHANGES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_full_case_is_asked_little(name: str) -> None:
    assert len(open_questions(sample(name, "zh_CN"), ON)) <= 2


def test_an_empty_case_is_asked_nothing() -> None:
    assert open_questions(Case(), ON) == ()


def test_a_question_put_aside_stays_away_and_blocks_nothing() -> None:
    case = steady()
    CHANGES["children"](case)
    app = opened("4_materials", case, language=ENGLISH)
    assert "Was it forgotten?" in words(app)

    with speaking(ENGLISH):
        app.button(key="aside_children").click().run()

    assert "no spending for them" not in words(app)
    assert app.button(key="next_chapter")
