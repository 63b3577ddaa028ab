"""Asks, offers, agreements, payments, events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from accord.case import Agreement, AgreementTerm, Ask, Offer, OfferState, Side, TermRecord, TermState

TERMS = len(AgreementTerm)


def test_an_ask_leaves_every_term_to_the_option() -> None:
    ask = Ask(debt_id="debt-1")

    assert set(ask.model_dump(exclude={"debt_id", "option"}).values()) == {None}


def test_a_share_to_be_waived_lies_between_nothing_and_all() -> None:
    assert Ask(debt_id="debt-1", waived_share=Decimal(1)).waived_share == 1
    with pytest.raises(ValidationError):
        Ask(debt_id="debt-1", waived_share=Decimal("1.01"))


def test_an_offer_begins_open_and_the_banks() -> None:
    offer = Offer(id="offer-1", on=date(2026, 11, 13))

    assert (offer.side, offer.state) == (Side.BANK, OfferState.OPEN)


def test_an_offer_needs_its_day() -> None:
    with pytest.raises(ValidationError):
        Offer.model_validate({"id": "offer-1"})


def test_the_contents_of_an_agreement_are_sixteen_plain_points() -> None:
    assert TERMS == 16
    assert TermRecord().state is TermState.NOT_MENTIONED


def test_points_of_an_agreement_survive_the_file() -> None:
    record = TermRecord(state=TermState.DIFFERS, words="按协议收取。")
    agreement = Agreement(id="agreement-1", terms={AgreementTerm.FEES_DURING: record})

    assert Agreement.model_validate_json(agreement.model_dump_json()) == agreement


def test_a_point_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Agreement.model_validate({"id": "agreement-1", "terms": {"weather": {}}})
