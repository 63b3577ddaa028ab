"""How answers are read: amounts, rates, lines, days, tails of numbers."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from accord.case import Contact, Debt, Person


def principal(value: object) -> Decimal | None:
    """Return how an amount is read."""
    return Debt.model_validate({"id": "debt-1", "principal": value}).principal


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1.2万", "12000.00"), (1250, "1250.00"), (12.5, "12.50"), ("１２００", "1200.00"), ("-0", "0.00")],
)
def test_amounts_are_read_as_people_write_them(typed: object, read: str) -> None:
    assert str(principal(typed)) == read


def test_an_empty_amount_means_i_do_not_know() -> None:
    assert principal("  ") is None
    assert principal(None) is None


@pytest.mark.parametrize("typed", ["much", -1, -0.5, 1e15, float("inf"), "1.005", "9" * 50, True, []])
def test_what_is_no_amount_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError):
        principal(typed)


@settings(max_examples=80)
@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_survives_the_file_to_the_fen(amount: Decimal) -> None:
    debt = Debt(id="debt-1", principal=amount)

    assert Debt.model_validate_json(debt.model_dump_json()) == debt
    assert debt.model_dump(mode="json")["principal"] == f"{amount:.2f}"


@pytest.mark.parametrize(("typed", "read"), [("18.25%", "0.1825"), ("0.05", "0.05"), ("１５％", "0.15"), ("", None)])
def test_rates_are_read_with_and_without_the_sign(typed: str, read: str | None) -> None:
    rate = Debt.model_validate({"id": "debt-1", "annual_rate": typed}).annual_rate

    assert rate == (None if read is None else Decimal(read))


def test_a_tiny_rate_cannot_fill_the_file() -> None:
    debt = Debt.model_validate({"id": "debt-1", "annual_rate": "1E-99999"})

    assert len(debt.model_dump_json()) < 1000


def test_hidden_marks_are_taken_out_and_lines_stay_single() -> None:
    person = Person(name="林\u200b静\u202e", city="杭\n州")

    assert (person.name, person.city) == ("林静", "杭 州")


def test_a_phone_number_in_full_width_digits_is_read() -> None:
    assert Person(phone="１３８－００００－１２３４").phone == "138-0000-1234"


def test_only_tails_of_numbers_are_kept() -> None:
    assert Person(id_last4="012x").id_last4 == "012X"
    with pytest.raises(ValidationError):
        Person(id_last4="330102199202020123")
    with pytest.raises(ValidationError):
        Debt(id="debt-1", account_last4="6222020000001234")


def test_clock_times_keep_no_zone_and_no_fraction() -> None:
    person = Person.model_validate({"call_from": "19:00:00.5Z"})
    contact = Contact.model_validate({"id": "contact-1", "at": "2026-10-21T22:40:00.7+08:00"})

    assert person.call_from == time(19, 0)
    assert contact.at == datetime(2026, 10, 21, 22, 40)  # noqa: DTZ001  Shanghai's clock, by convention


def test_a_changed_answer_is_checked_like_a_new_one() -> None:
    debt = Debt(id="debt-1")

    with pytest.raises(ValidationError):
        debt.principal = "much"  # type: ignore[assignment]  # what a form hands over
