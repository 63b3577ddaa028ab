"""Tickets: made by the installation alone, and only for a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accord.crypto import OwnerKey, Pepper, SecretFormError, ShareKey, Ticket
from accord.crypto.ticket import TICKET_SECONDS

NOW = 1_795_406_400
PEPPER = Pepper.fresh()
LINK = ShareKey.fresh()


@pytest.mark.parametrize("stretched", [b"", b"s" * 32])
def test_a_ticket_is_read_as_it_was_written(stretched: bytes) -> None:
    ticket = Ticket.issue(LINK, stretched, NOW, PEPPER)

    assert Ticket.parse(ticket.text) == ticket
    assert ticket.holds(NOW, PEPPER)
    assert ticket.lookup == LINK.lookup


def test_a_ticket_holds_for_twelve_hours() -> None:
    ticket = Ticket.issue(LINK, b"", NOW, PEPPER)

    assert ticket.holds(NOW + TICKET_SECONDS - 1, PEPPER)
    assert not ticket.holds(NOW + TICKET_SECONDS, PEPPER)


def test_no_part_of_a_ticket_can_be_changed() -> None:
    ticket = Ticket.issue(LINK, b"s" * 32, NOW, PEPPER)
    changes = [
        replace(ticket, raw=ShareKey.fresh().raw),
        replace(ticket, stretched=b"t" * 32),
        replace(ticket, stretched=b""),
        replace(ticket, issued=NOW + 1),
        replace(ticket, mark=bytes(32)),
    ]

    assert not any(changed.holds(NOW, PEPPER) for changed in changes)
    assert not ticket.holds(NOW, Pepper.fresh())


def test_a_ticket_outlives_a_rotation() -> None:
    assert Ticket.issue(LINK, b"", NOW, PEPPER).holds(NOW, PEPPER.rotated())


def test_what_is_no_ticket_is_refused() -> None:
    text = Ticket.issue(LINK, b"", NOW, PEPPER).text
    for written in ("", "wbc1_", LINK.text, OwnerKey.fresh().text, text[:-1], text + "A", "wbc1_" + "A" * 144):
        with pytest.raises(SecretFormError):
            Ticket.parse(written)


def test_a_ticket_is_never_shown() -> None:
    assert repr(Ticket.issue(LINK, b"", NOW, PEPPER)) == "Ticket(hidden)"
