"""Quiet flags on the contact log: what is flagged, by which rule, and what is left alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from accord.case import Channel, Contact, Debt, DebtKind, Direction
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.knowledge.contact_rules import Window, at_night, flags, most_tries, quiet_hours

NOON = datetime(2026, 11, 20, 12, 0)  # noqa: DTZ001  moments of the log are on Shanghai's clock, without a zone


def _contact(at: datetime = NOON, name: str = "contact-1", **answers: Any) -> Contact:  # noqa: ANN401  any field
    return Contact(id=name, at=at, **answers)


def _at(hour: int, minute: int = 0, **answers: Any) -> Contact:  # noqa: ANN401  any field
    return _contact(NOON.replace(hour=hour, minute=minute), **answers)


def test_the_limits_come_from_the_rules() -> None:
    assert quiet_hours() == (22, 8)
    assert most_tries() == 6


@pytest.mark.parametrize(("hour", "minute", "flagged"), [(21, 59, False), (22, 0, True), (7, 59, True), (8, 0, False)])
def test_a_call_in_the_quiet_hours_is_flagged(hour: int, minute: int, *, flagged: bool) -> None:
    assert bool(flags([_at(hour, minute)])) is flagged


def test_what_the_person_began_is_never_flagged() -> None:
    own = _at(23, direction=Direction.FROM_ME, third_person=True, entered_home=True)

    assert flags([own]) == {}


def test_an_email_at_night_disturbs_nobody() -> None:
    assert flags([_at(23, channel=Channel.EMAIL)]) == {}


def test_a_call_at_night_with_consent_is_left_alone() -> None:
    assert flags([_at(23, with_consent=True)]) == {}


def test_a_call_within_the_hours_the_person_offered_is_left_alone() -> None:
    late_shift = Window(time(21), time(1))

    assert flags([_at(23)], agreed=late_shift) == {}
    assert flags([_at(0, 30)], agreed=late_shift) == {}
    assert "contact-1" in flags([_at(2)], agreed=late_shift)


def test_a_visitor_who_came_in_without_consent_is_flagged() -> None:
    visit = _contact(channel=Channel.VISIT, entered_home=True)

    (flag,) = flags([visit])["contact-1"]

    assert flag.rule_id == "collection.entry"
    assert flags([visit.model_copy(update={"with_consent": True})]) == {}


def test_speaking_to_somebody_else_is_flagged() -> None:
    (flag,) = flags([_contact(third_person=True)])["contact-1"]

    assert flag.rule_id == "collection.third_person.unrelated"


def test_the_seventh_call_of_a_day_is_flagged_and_the_sixth_is_not() -> None:
    calls = [_contact(NOON + timedelta(minutes=10 * k), f"contact-{k}") for k in range(1, 8)]

    found = flags(reversed(calls))

    assert list(found) == ["contact-7"]


def test_calls_on_two_days_or_about_two_debts_are_counted_apart() -> None:
    days = [_contact(NOON + timedelta(days=k % 2, minutes=k), f"contact-{k}") for k in range(12)]
    debts = [_contact(NOON + timedelta(minutes=k), f"contact-{k}", debt_id=f"debt-{k % 2}") for k in range(12)]

    assert flags(days) == {}
    assert flags(debts) == {}


def test_a_mortgage_is_flagged_by_the_rule_for_other_loans() -> None:
    home = Debt(id="debt-1", kind=DebtKind.MORTGAGE)

    (flag,) = flags([_at(23, debt_id="debt-1")], [home])["contact-1"]

    assert flag.rule_id == "collection.guideline.other_loans"
    assert flag.rule.binds("mortgage")


def test_entry_into_the_home_of_a_mortgage_debtor_rests_on_the_law() -> None:
    home = Debt(id="debt-1", kind=DebtKind.MORTGAGE)

    (flag,) = flags([_contact(debt_id="debt-1", entered_home=True)], [home])["contact-1"]

    assert flag.rule_id == "home.consent"


@pytest.mark.parametrize(("day", "flagged"), [(29, ""), (30, "collection.quiet_hours")])
def test_a_rule_flags_nothing_before_its_day(day: int, flagged: str) -> None:
    call = _contact(datetime(2026, 1, day, 23, 0))  # noqa: DTZ001  on Shanghai's clock, without a zone

    assert "".join(flag.rule_id for flag in flags([call]).get("contact-1", ())) == flagged


def test_an_earlier_rule_flags_what_it_covered() -> None:
    asked = _contact(datetime(2025, 6, 1, 12, 0), third_person=True)  # noqa: DTZ001  on Shanghai's clock
    online = Debt(id="debt-1", kind=DebtKind.ONLINE_LOAN)

    (card,) = flags([asked])["contact-1"]
    (loan,) = flags([asked.model_copy(update={"debt_id": "debt-1"})], [online])["contact-1"]

    assert card.rule_id == "credit_card.collection_limits"
    assert loan.rule_id == "collection.third_person.online"


@pytest.mark.parametrize(("hour", "night"), [(21, False), (22, True), (3, True), (8, False)])
def test_night_is_what_the_rule_calls_so(hour: int, night: bool) -> None:  # noqa: FBT001  a table of cases
    assert at_night(NOON.replace(hour=hour)) is night


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_a_flag_says_the_time_in_both_languages(tongue: str) -> None:
    (flag,) = flags([_at(22, 40)])["contact-1"]

    with speaking(tongue):
        said = flag.speak()

    assert "22:40" in said
    assert "{" not in said
