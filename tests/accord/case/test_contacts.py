"""The contact log and what matters in choosing a channel."""

from __future__ import annotations

from datetime import datetime

import pytest
from pydantic import ValidationError

from accord.case import Channel, ChannelNeeds, Contact, Direction

LATE = datetime(2026, 10, 21, 22, 40)  # noqa: DTZ001  Shanghai's clock, by convention


def test_a_contact_needs_its_moment() -> None:
    with pytest.raises(ValidationError):
        Contact.model_validate({"id": "contact-1"})


def test_most_contacts_are_calls_from_them() -> None:
    contact = Contact(id="contact-1", at=LATE)

    assert (contact.direction, contact.channel) == (Direction.FROM_THEM, Channel.PHONE)
    assert not contact.third_person
    assert not contact.entered_home


def test_a_contact_is_shown_by_a_few_papers_at_most() -> None:
    papers = [f"evidence-{number}" for number in range(21)]

    with pytest.raises(ValidationError):
        Contact(id="contact-1", at=LATE, evidence_ids=papers)


def test_no_channel_is_chosen_for_anybody() -> None:
    assert ChannelNeeds().model_dump(exclude_defaults=True) == {}
    assert ChannelNeeds().chosen is None
