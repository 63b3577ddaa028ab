"""Every debt with every option, ready for JSON."""

import json
from datetime import date
from decimal import Decimal

import pytest

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH, speaking
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


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_the_first_place_to_begin_is_one_of_the_figures_below_it(tongue: str) -> None:
    with speaking(tongue):
        report = options_report(case(card(), loan(), income="7500"), ON)

    for debt in report["debts"]:
        ways = {row["option_id"]: row for row in debt["options"]}
        first = debt["recommended"]
        assert ways[first["option_id"]]["fits"]
        assert Decimal(first["owed"]) == Decimal(ways[first["option_id"]]["plan"]["owed"])
        assert debt["within_limit"] is True
        assert first["title"] in debt["why"] or first["highest_instalment"] in debt["why"].replace(",", "")


def test_every_rows_figures_end_at_nothing_owed() -> None:
    report = options_report(case(card(principal="12345.67"), loan(principal="7654.31")), ON)
    made = [row["plan"] for debt in report["debts"] for row in debt["options"] if row["fits"]]

    assert {plan["rows"][-1]["balance"] for plan in made} == {"0.00"}
    for plan in made:
        paid = sum(Decimal(row["payment"]) for row in plan["rows"])
        assert paid + Decimal(plan["down_payment"]) == Decimal(plan["total_paid"])
        assert plan["ask"]["option"] == plan["option_id"]
