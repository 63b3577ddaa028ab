"""The person's choices for the papers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import PackageChoices, Recipient


def test_what_is_delicate_stays_out_until_it_is_ticked() -> None:
    choices = PackageChoices()

    assert (choices.asset_detail, choices.spouse_income, choices.diagnosis) == (False, False, False)


def test_papers_are_meant_for_a_mainland_bank_first() -> None:
    assert PackageChoices().recipient is Recipient.BANK
    assert PackageChoices().language == "zh_CN"


def test_papers_come_in_two_languages_only() -> None:
    with pytest.raises(ValidationError):
        PackageChoices.model_validate({"language": "fr"})
