"""Every debt with every option, ready for JSON."""

import json
from datetime import date
from decimal import Decimal

import pytest

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.i18n import ENGLISH, speaking
from accord.options.catalogue import OPTIONS
from accord.options.report import options_report
from tests.accord.options.invented_debts import ON, card, case, loan


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_gives_plain_json(name: str) -> None:
    report = options_report(sample(name), ON)

    assert json.loads(json.dumps(report)) == report
    for debt in report["debts"]:
        assert len(debt["options"]) == len(OPTIONS)


def test_figures_add_up_as_decimal_strings() -> None:
    report = options_report(case(card(), loan()), ON)
    made = [row["plan"] for debt in report["debts"] for row in debt["options"] if row["fits"]]

    assert made
    for plan in made:
        parts = (Decimal(plan[name]) for name in ("principal", "interest", "fees"))
        assert sum(parts) == Decimal(plan["total_paid"])
        assert date.fromisoformat(plan["paid_off_on"]).isoformat() == plan["rows"][-1]["due"]


def test_unfit_options_say_why_in_the_language_spoken() -> None:
    with speaking(ENGLISH):
        report = options_report(case(card()), ON)

    reasons = {row["option_id"]: row["reason"] for row in report["debts"][0]["options"] if not row["fits"]}
    assert reasons["longer_term"] == (
        "This way is for loans. For a credit card, ask for a personalised instalment plan instead."
    )


def test_an_instalment_that_never_ends_names_one_that_does() -> None:
    report = options_report(case(loan(contract_instalment="100")), ON)

    assert report["debts"][0]["options"][0]["needed"] == "685.13"


def test_an_empty_case_has_an_empty_report() -> None:
    report = options_report(Case(), ON)

    assert report["debts"] == []
    assert report["surplus"]["affordable"] == "0.00"
