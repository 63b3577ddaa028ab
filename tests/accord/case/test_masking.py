"""A masked copy hides who somebody is and keeps what has to be decided."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.case import Case
from accord.case.masking import COVER, masked, masked_name, masked_text
from accord.case.samples import SAMPLES, sample
from accord.i18n import LANGUAGES

PERSON = {"name": "林静", "id_last4": "123X", "phone": "13800138000", "email": "lin@example.com", "city": "成都"}
DEBT = {"id": "debt-1", "creditor": "某银行", "account_last4": "1234", "principal": "86400.00"}


def _case(**more: object) -> Case:
    return Case.model_validate({"person": PERSON, "debts": [DEBT], **more})


def test_the_name_keeps_its_first_sign_and_nothing_more() -> None:
    assert masked(_case()).person.name == f"林{COVER}"
    assert masked_name("") == ""


def test_numbers_that_find_or_call_somebody_are_left_out() -> None:
    person, debt = masked(_case()).person, masked(_case()).debts[0]

    assert (person.id_last4, person.phone, person.email, debt.account_last4) == ("", "", "", "")


def test_amounts_creditors_and_days_stay() -> None:
    case = _case()

    assert masked(case).debts[0].principal == case.debts[0].principal
    assert masked(case).debts[0].creditor == "某银行"
    assert masked(case).person.city == "成都"


def test_the_case_itself_is_left_alone() -> None:
    case = _case()
    before = case.model_dump_json()

    masked(case)

    assert case.model_dump_json() == before


@pytest.mark.parametrize(
    "number",
    ["13800138000", "138 0013 8000", "138-0013-8000", "+86 13800138000", "6222 0212 3456 7890", "11010519491231002X"],
)
def test_a_long_number_in_a_story_is_covered(number: str) -> None:
    covered = masked_text(f"打 {number} 找我")

    assert number not in covered
    assert not any(len(part) > 2 and part.strip("-+").isdigit() for part in covered.split())


@pytest.mark.parametrize("text", ["每月 1,305 元", "欠 86,400 元", "2026-05-12 起", "60 个月", "第 70 条"])
def test_amounts_and_short_numbers_in_a_story_stay(text: str) -> None:
    assert masked_text(text) == text


def test_addresses_tails_and_the_own_name_in_a_story_are_covered() -> None:
    covered = masked_text("我是林静，邮箱 lin.jing@example.com，尾号 1234。", "林静")

    assert "林静" not in covered
    assert "example.com" not in covered
    assert "1234" not in covered


def test_names_in_the_contact_log_and_numbers_of_files_are_covered() -> None:
    row = {"id": "contact-1", "at": "2026-11-20T10:00:00", "who": "王经理", "staff_number": "51066"}
    contact = masked(_case(contacts=[{**row, "ticket_number": "GD20261120", "said": "林静说好"}])).contacts[0]

    assert (contact.who, contact.staff_number, contact.ticket_number) == (f"王{COVER}", "", "")
    assert "林静" not in contact.said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_sample_shows_its_person_once_masked(name: str, language: str) -> None:
    case = sample(name, language)
    text = masked(case).model_dump_json()

    for secret in (case.person.name, case.person.phone, case.person.email):
        assert not secret or secret not in text


@settings(max_examples=100)
@given(st.text(alphabet="0123456789 -x元，", max_size=60))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked_text(masked_text(text)) == masked_text(text)


def test_a_text_that_just_fits_its_field_fits_it_masked_too() -> None:
    shown = masked(_case(person={"name": "林静"}, private={"notes": "林静" * 1000}))

    assert "林静" not in shown.private.notes


def test_the_banks_number_is_left_out_with_the_others() -> None:
    debts = [{"id": "debt-1", "creditor_phone": "95588-1234"}]

    assert masked(_case(debts=debts)).debts[0].creditor_phone == ""
