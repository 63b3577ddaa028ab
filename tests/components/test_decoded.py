"""A bank's offer decoded at once, and three answers that each lead to a letter."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Debt, Offer, OfferState, Side
from accord.i18n import ENGLISH
from tests.components.opened import CHEN_GUOHUA, TODAY, example, opened, words

OFFER = Offer(id="offer-1", debt_id="debt-1", on=TODAY, months=48, fee_rate=Decimal("0.003"))


def offered(offer: Offer = OFFER, case: Case | None = None) -> AppTest:
    found = case or example(language=ENGLISH)
    found.offers = [offer.model_copy()]
    found.agreements = [row for row in found.agreements if row.debt_id != offer.debt_id]
    return opened("5_negotiate", found, language=ENGLISH)


def shown(app: AppTest) -> str:
    return words(app).replace("\\", "")


def case_of(app: AppTest) -> Case:
    found: Case = app.session_state["case"]
    return found


def test_it_comes_to_an_instalment_a_total_and_both_yearly_rates() -> None:
    text = shown(offered())
    table = text[text.index("| This offer") :].split("\n\n")[0]

    assert "| each month | ¥2,059.20 |" in table
    assert "| paid in all | ¥98,841.60 |" in table
    assert "yearly rate (IRR×12) | 6." in table
    assert "yearly rate (compound, EIR) | 6." in table
    assert "part of what you can pay | 158% |" in table


def test_it_is_set_against_the_limits_and_names_the_one_that_breaks() -> None:
    text = shown(offered())

    assert ":material/error: The instalment lies ¥754.20 a month above" in text
    assert "Against your limits" in text
    assert "kept 8 times in 10" in text


def test_the_other_creditors_fair_parts_are_named() -> None:
    offer = OFFER.model_copy(update={"debt_id": "debt-1", "fee_rate": None, "instalment": Decimal(900)})

    text = shown(offered(offer, example(CHEN_GUOHUA, ENGLISH)))

    assert "Shared fairly between all of them, ¥520.00 a month is for this creditor" in text


def test_accepting_notes_the_agreement_and_opens_its_confirmation() -> None:
    app = offered()

    app.button(key="accept_offer-1").click().run()

    case = case_of(app)
    assert case.offers[0].state is OfferState.ACCEPTED
    assert [(row.debt_id, row.months, row.instalment) for row in case.agreements] == [
        ("debt-1", 48, Decimal("2059.20"))
    ]
    assert "asks the bank to confirm it" in shown(app)


def test_countering_notes_my_offer_and_makes_it_the_ask() -> None:
    roomy = example(language=ENGLISH)
    roomy.private.ceiling = None
    roomy.incomes[0].amount = (roomy.incomes[0].amount or Decimal(0)) + 900
    app = offered(case=roomy)

    app.button(key="counter_offer-1").click().run()

    case = case_of(app)
    theirs, mine = case.offers
    ask = case.ask("debt-1")
    assert theirs.state is OfferState.COUNTERED
    assert mine.side is Side.MINE
    assert mine.instalment is not None
    assert mine.instalment < Decimal("2059.20")
    assert ask is not None
    assert ask.months == mine.months


def test_asking_for_time_gives_the_words_and_the_letter() -> None:
    app = offered()

    app.button(key="time_offer-1").click().run()

    assert any("Please send me this offer in writing" in code.value for code in app.code)
    assert "Asks the bank for a little time" in shown(app)
    assert case_of(app).offers[0].state is OfferState.OPEN


def test_an_offer_for_today_only_is_met_with_a_request_for_writing() -> None:
    app = offered(OFFER.model_copy(update={"valid_until": TODAY}))

    assert "An offer for today only" in shown(app)


@pytest.mark.parametrize("state", [OfferState.REFUSED, OfferState.EXPIRED])
def test_what_is_settled_asks_for_no_answer(state: OfferState) -> None:
    app = offered(OFFER.model_copy(update={"state": state}))

    assert not [button for button in app.button if str(button.key).startswith("accept_")]


def test_my_own_offer_is_only_worked_out() -> None:
    app = offered(OFFER.model_copy(update={"side": Side.MINE}))

    assert "| This offer" in shown(app)
    assert "Against your limits" not in shown(app)


def test_without_a_term_or_a_balance_it_says_what_is_missing() -> None:
    debt = Debt(id="debt-1", overdue_since=date(2026, 9, 1))
    app = offered(case=Case(debts=[debt]))

    assert "this offer is worked out here" in shown(app)


def test_without_a_month_it_asks_for_the_limits() -> None:
    case = Case(debts=[Debt(id="debt-1", principal=Decimal(50_000))])

    assert "the offer is set against them" in shown(offered(case=case))
