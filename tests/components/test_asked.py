"""What is asked stands once for each debt."""

from datetime import date

from accord.case import Ask
from accord.case.samples import sample
from accord.options import plan
from components.asked import asked_plan, put_ask
from components.session import current_case, replace_case

ON = date(2026, 11, 23)


def test_an_ask_takes_the_place_of_the_one_before() -> None:
    replace_case(sample("chen_guohua_online_loans", "zh_CN"))
    others = [ask for ask in current_case().asks if ask.debt_id != "debt-1"]

    put_ask(Ask(debt_id="debt-1", option="payment_holiday", months=24))
    put_ask(Ask(debt_id="debt-1", option="payment_holiday", months=36))

    assert [ask.months for ask in current_case().asks if ask.debt_id == "debt-1"] == [36]
    assert [ask for ask in current_case().asks if ask.debt_id != "debt-1"] == others


def test_the_plan_in_use_is_the_one_asked_for() -> None:
    case = sample("lin_jing_card", "zh_CN")
    wanted = plan("personalised_instalment", case.debts[0], Ask(debt_id="debt-1", months=48), ON)
    case.asks = [wanted.asked]

    found = asked_plan(case, case.debts[0])

    assert found is not None
    assert found.months == 48


def test_without_an_ask_the_plan_to_begin_with_is_used() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.asks = []

    assert asked_plan(case, case.debts[0]) is not None
