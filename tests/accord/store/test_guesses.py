"""Guessing: near misses of everything that opens something. None opens, and the rightful holder is not locked out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from accord.crypto import OwnerKey, SecretFormError, ShareKey, Ticket, spoken_code
from accord.crypto.secret import SPEAKABLE
from accord.errors import StoreError
from accord.settings import Settings
from accord.store import Attempt, Consent, Limits, ShareTerms, Store, TooManyTriesError
from tests import torture

UNBOUNDED = Limits(claims_by_address=10**9, codes_by_address=10**9, claims_by_all=10**9, codes_by_link=10**9)


@pytest.fixture
def open_wide(sqlite: Settings, open_store: Callable[..., Store]) -> Store:
    """Return a store whose limits on guessing are out of the way: what is left is the keys themselves."""
    return open_store(sqlite, UNBOUNDED)


def _near_misses(text: str, dice: random.Random, others: list[str]) -> Iterator[str]:
    """Yield what somebody might try who knows nearly everything."""
    prefix, _line, body = text.partition("_")
    yield from (text[:length] for length in range(len(text)))
    yield from (f"{kind}_{body}" for kind in ("wbo1", "wbs1", "wbc1", "wbx1", "") if kind != prefix)
    yield from others
    while True:
        at = dice.randrange(len(prefix) + 1, len(text))
        sign = dice.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        if text[at] != sign:
            yield text[:at] + sign + text[at + 1 :]


def _tried(door: Callable[[str], object], guesses: Iterator[str], counts: Counter[str]) -> None:
    for _guess in range(torture.GUESSES // 4):
        try:
            door(next(guesses))
        except (StoreError, SecretFormError):
            counts["refused"] += 1
        else:
            counts["opened"] += 1


@torture.PATIENT
def test_nothing_that_is_nearly_right_opens_anything(
    open_wide: Store, case: bytes, record_property: Callable[[str, object], None]
) -> None:
    store, dice, counts = open_wide, random.Random(1), Counter[str]()  # noqa: S311  which guesses to make
    key, other = (store.create(case, Consent(given=True)) for _owner in range(2))
    link = store.share(key, ShareTerms(consent=True))
    ticket = store.claim(link.key, Attempt())
    elsewhere = store.claim(store.share(other, ShareTerms(consent=True)).key, Attempt())
    swapped = [Ticket(elsewhere.raw, b"", ticket.issued, ticket.kid, ticket.mark).text]
    for door, text, others in (
        (lambda guess: store.claim(ShareKey.parse(guess), Attempt()), link.key.text, [key.text, ticket.text]),
        (lambda guess: store.open(OwnerKey.parse(guess)), key.text, [link.key.text, ticket.text]),
        (lambda guess: store.open(Ticket.parse(guess)), ticket.text, [key.text, *swapped]),
    ):
        _tried(door, _near_misses(text, dice, others), counts)
    code = store.lend(key, Consent(given=True)).code
    near = (guess for guess in iter(spoken_code, "") if guess != code)
    places = [(at, sign) for at in range(len(code)) for sign in SPEAKABLE if code[at] not in {"-", sign}]
    one_off = (code[:at] + sign + code[at + 1 :] for at, sign in places)
    _tried(lambda guess: store.collect(Attempt(code=guess)), _first(one_off, near), counts)

    record_property(torture.TRIED, counts.total())
    record_property(torture.COUNTED, f"A1 {dict(counts)}")
    assert counts["opened"] == 0
    assert counts["refused"] == torture.GUESSES // 4 * 4
    assert store.open(key).sections
    assert store.open(ticket).sections
    assert store.collect(Attempt(code=code)).key == key


def _first(some: Iterator[str], then: Iterator[str]) -> Iterator[str]:
    yield from some
    yield from then


def test_the_limiter_trips_and_the_rightful_holder_is_let_in(
    store: Store, key: OwnerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accord.store.door.time.sleep", lambda _seconds: None)
    link, code = store.share(key, ShareTerms(consent=True)), store.lend(key, Consent(given=True)).code
    outcomes = Counter[str]()
    for number in range(300):
        try:
            store.claim(ShareKey.fresh(), Attempt(address=f"203.0.{number % 3}.9"))
        except StoreError as refusal:
            outcomes[type(refusal).__name__] += 1

    assert outcomes == {"LinkUnusableError": 30, "TooManyTriesError": 270}
    with pytest.raises(TooManyTriesError):
        store.collect(Attempt(code=code, address="203.0.1.77"))
    assert store.claim(link.key, Attempt(address="198.51.100.2"))
    assert store.collect(Attempt(code=code, address="198.51.100.2")).key == key
