"""The invented people: complete, consistent in their figures, alike in both languages, and clearly invented."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from accord.case import AgreementTerm, Case, Channel, Period
from accord.case.samples import SAMPLES, TITLES, sample
from accord.days import days_past_due
from accord.errors import InputError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from accord.knowledge.evidence import base_papers, checklist
from accord.money import to_fen
from accord.options.making import attempt
from accord.options.plan import Plan
from accord.options.recommendation import recommended
from tests.accord.case.invented import TODAY

A_YEAR = {Period.WEEKLY: 52, Period.MONTHLY: 12, Period.QUARTERLY: 4, Period.YEARLY: 1}
CHINESE_LETTER = re.compile(r"[一-鿿]")
BOTH = [(name, language) for name in SAMPLES for language in LANGUAGES]


def a_month(rows: list[Any]) -> Decimal:
    """Return what the rows come to in a month; yuan."""
    return sum((row.amount * A_YEAR[row.period] for row in rows), Decimal(0)) / 12


def texts(value: object) -> list[str]:
    """Return every text in a dumped case."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def shape(value: object) -> object:
    """Return a dumped case with everything that is free text blanked."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items() if name != "language"}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    wordy = isinstance(value, str) and (" " in value or CHINESE_LETTER.search(value) or value[:1].isupper())
    return "words" if wordy else value


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_sample_says_that_it_is_one(name: str, language: str) -> None:
    case = sample(name, language)

    assert case.sample
    assert case.language == case.package.language == language
    for debt in case.debts:
        assert re.search("（示例）|\\(example\\)", debt.creditor)
    assert "-0000-" in case.person.phone
    assert case.person.email.endswith("@example.com")


@pytest.mark.parametrize("name", SAMPLES)
def test_both_languages_tell_the_same_case(name: str) -> None:
    chinese, english = (sample(name, language).model_dump(mode="json") for language in LANGUAGES)

    assert shape(chinese) == shape(english)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_english_sample_holds_no_chinese(name: str) -> None:
    assert [text for text in texts(sample(name, ENGLISH).model_dump()) if CHINESE_LETTER.search(text)] == []


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_sample_fills_every_chapter(name: str, language: str) -> None:
    case = sample(name, language)

    assert len(case.incomes) >= 2
    assert len(case.spendings) >= 10
    assert len({spending.period for spending in case.spendings}) == 4
    assert len(case.contacts) >= 6
    assert len(case.evidence) >= 6
    assert len(case.offers) >= 3
    assert {offer.side.value for offer in case.offers} == {"mine", "bank"}
    assert case.assets
    assert case.events


@pytest.mark.parametrize("name", SAMPLES)
def test_every_debt_has_its_four_parts_its_gate_and_its_ask(name: str) -> None:
    case = sample(name)

    for debt in case.debts:
        assert None not in (debt.principal, debt.interest, debt.penalty_interest, debt.fees, debt.as_of)
        assert debt.id in case.private.gates
        assert case.ask(debt.id)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_of_the_position_and_the_private_part_is_given(name: str) -> None:
    case = sample(name)
    answers = {**case.person.model_dump(), **case.position.model_dump(), **case.private.model_dump()}

    empty = {field for field, answer in answers.items() if answer in (None, "", [], {})}
    # No city's figure is shipped, and nobody has changed an assumption yet.
    assert empty == {"living_figure", "assumptions", "bank_ranges", "tradeoffs"}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_log_has_a_late_call_and_a_visit(name: str) -> None:
    contacts = sample(name).contacts

    assert any((contact.at.hour, contact.at.minute) == (22, 40) for contact in contacts)
    assert any(contact.channel is Channel.VISIT for contact in contacts)
    assert [contact.at for contact in contacts] == sorted(contact.at for contact in contacts)
    assert max(contact.at for contact in contacts).date() <= TODAY


@pytest.mark.parametrize("name", SAMPLES)
def test_rows_that_point_elsewhere_point_at_something(name: str) -> None:
    case = sample(name)
    debts, papers = {debt.id for debt in case.debts}, {paper.id for paper in case.evidence}
    contacts, agreements = {row.id for row in case.contacts}, {row.id for row in case.agreements}

    assert {contact.debt_id for contact in case.contacts} <= debts
    assert {offer.debt_id for offer in case.offers} <= debts
    assert {agreement.debt_id for agreement in case.agreements} <= debts
    assert {event.debt_id for event in case.events} <= debts | {""}
    assert {paper for contact in case.contacts for paper in contact.evidence_ids} <= papers
    assert {agreement.contact_id for agreement in case.agreements} <= contacts
    assert {payment.agreement_id for payment in case.payments} <= agreements | {""}
    assert set(case.private.gates) == debts
    assert set(case.private.offer_scores) <= {offer.id for offer in case.offers}
    assert case.package.debt_id in debts


@pytest.mark.parametrize(
    ("name", "income", "spending"),
    [
        ("lin_jing_card", "4650.00", "3200.00"),
        ("chen_guohua_online_loans", "8000.00", "6380.00"),
        ("zhou_min_mortgage", "10000.00", "4788.00"),
    ],
)
def test_the_months_come_out_exactly(name: str, income: str, spending: str) -> None:
    case = sample(name)

    assert a_month(case.incomes) == Decimal(income)
    assert a_month(case.spendings) == Decimal(spending)


def owed(case: Case) -> list[Decimal]:
    """Return what each debt comes to, all parts together; yuan."""
    return [
        sum(
            (part or Decimal(0) for part in (debt.principal, debt.interest, debt.penalty_interest, debt.fees)),
            Decimal(0),
        )
        for debt in case.debts
    ]


def test_lin_jing_owes_what_her_story_says() -> None:
    case = sample("lin_jing_card")
    (debt,) = case.debts

    assert owed(case) == [Decimal("86400.00")]
    assert days_past_due(debt.overdue_since, TODAY) == 74


def test_chen_guohua_and_zhou_min_owe_what_their_stories_say() -> None:
    assert owed(sample("chen_guohua_online_loans")) == [52_000, 38_000, 28_000, 14_000]
    assert owed(sample("zhou_min_mortgage")) == [612_000, 43_200]
    assert days_past_due(sample("zhou_min_mortgage").debts[1].overdue_since, TODAY) == 21


def test_agreed_instalments_add_up_to_what_is_agreed() -> None:
    for name in SAMPLES:
        for agreement in sample(name).agreements:
            assert agreement.instalment is not None
            assert agreement.months is not None
            assert agreement.instalment * agreement.months == agreement.total
            assert set(agreement.terms) == set(AgreementTerm)


def test_one_sample_has_agreed_nothing() -> None:
    assert [bool(sample(name).agreements) for name in SAMPLES] == [True, False, True]


def test_each_call_gives_a_copy_of_its_own() -> None:
    sample("lin_jing_card").debts.clear()

    assert sample("lin_jing_card").debts


def test_the_spoken_language_is_taken_when_none_is_named() -> None:
    with speaking(ENGLISH):
        assert sample("lin_jing_card").person.name == "Lin Jing"
    with speaking(CHINESE):
        assert sample("lin_jing_card").person.name == "林静"


@pytest.mark.parametrize(("name", "language"), [("nobody", "en"), ("lin_jing_card", "fr"), ("../secret", "en")])
def test_an_unknown_sample_is_refused_by_naming_those_there_are(name: str, language: str) -> None:
    with pytest.raises(InputError) as caught:
        sample(name, language)

    assert "lin_jing_card" in caught.value.speak()


def test_every_sample_has_a_line_about_it() -> None:
    assert set(TITLES) == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_papers_answer_rows_of_the_persons_own_checklist(name: str) -> None:
    case = sample(name)
    cause = case.position.cause
    assert cause is not None
    rows = {row.id for row in (*base_papers(), *checklist(cause))}

    assert {paper.item for paper in case.evidence} - {""} <= rows


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_asked_for_can_be_worked_out(name: str) -> None:
    case = sample(name)

    for ask in case.asks:
        debt = case.debt(ask.debt_id)
        assert debt is not None
        assert isinstance(attempt(ask.option, debt, ask, TODAY), Plan)


@pytest.mark.parametrize("name", ["lin_jing_card", "chen_guohua_online_loans"])
def test_what_is_asked_for_stays_below_the_ceiling(name: str) -> None:
    case = sample(name)
    asked = [attempt(ask.option, debt, ask, TODAY) for debt in case.debts if (ask := case.ask(debt.id))]

    a_month_in_all = sum(plan.highest_instalment for plan in asked if isinstance(plan, Plan))
    assert case.private.ceiling is not None
    assert 0 < a_month_in_all <= to_fen(case.private.ceiling)


def test_lin_jings_agreement_is_what_the_workbook_would_recommend() -> None:
    case = sample("lin_jing_card")

    found = recommended(case, case.debts[0], TODAY)

    assert found.within
    assert found.plan is not None
    assert (found.plan.option_id, found.plan.months) == ("personalised_instalment", 60)
    assert found.plan.first_instalment == 130_500


def test_the_banks_copy_holds_no_private_word() -> None:
    case = sample("lin_jing_card")
    opened = case.opened().model_dump_json()

    for text in texts(case.private.model_dump()):
        if CHINESE_LETTER.search(text):
            assert text not in opened
