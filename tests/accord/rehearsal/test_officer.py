"""An officer who weighs offers: never below the other way out, always with reasons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.i18n import LANGUAGES, _, speaking
from accord.rehearsal.officer import (
    DESKS,
    FIRST_PARTS,
    RATES,
    REASONS,
    TERMS,
    WAIVED_PARTS,
    Claim,
    Customer,
    Officer,
    Pace,
    Proof,
    Reason,
    Terms,
    rehearse,
)

CLAIM = Claim(owed=8_640_000, charges=640_000, other_way=2_850_000)
STEADY = Pace(8, 0.0, 1.0)
OFFERS = st.builds(
    Terms, st.sampled_from(TERMS), st.sampled_from(RATES), st.sampled_from(WAIVED_PARTS), st.sampled_from(FIRST_PARTS)
)


def test_everything_on_the_table_is_valued() -> None:
    assert Officer(CLAIM, DESKS["collector"]).table(frozenset()).cells == 810


@settings(max_examples=40)
@given(st.sampled_from(sorted(DESKS)), OFFERS, st.integers(1, 8))
def test_an_answer_is_never_worth_less_than_the_other_way(desk: str, offer: Terms, turn: int) -> None:
    officer = Officer(CLAIM, DESKS[desk])

    reply = officer.reply(turn, offer)

    assert officer.worth(reply.counter) >= -1e-9
    assert reply.accepted == (reply.worth >= reply.aimed)
    assert reply.reasons or not reply.accepted


@settings(max_examples=30)
@given(OFFERS, st.integers(1, 8))
def test_proof_never_lowers_what_an_offer_is_worth(offer: Terms, turn: int) -> None:
    officer, proofs = Officer(CLAIM, STEADY), frozenset(Proof)

    assert officer.worth(offer, proofs) >= officer.worth(offer)
    assert not (officer.reply(turn, offer).accepted and not officer.reply(turn, offer, proofs).accepted)


@pytest.mark.parametrize("desk", sorted(DESKS))
def test_a_rehearsal_ends_and_keeps_the_persons_limits(desk: str) -> None:
    ended = rehearse(Officer(CLAIM, DESKS[desk]), Customer(190_000, 900_000, STEADY))

    assert ended.outcome == "agreed"
    assert ended.terms is not None
    assert ended.terms.first * CLAIM.owed <= 900_000
    assert CLAIM.owed * (1 - ended.terms.first) - CLAIM.charges <= 190_000 * ended.terms.months
    assert len(ended.replies) == ended.rounds <= 8


def test_who_gives_way_early_agrees_early() -> None:
    rounds = [rehearse(Officer(CLAIM, pace), Customer(190_000, 900_000, STEADY)).rounds for pace in DESKS.values()]

    assert rounds == sorted(rounds, reverse=True)


def test_proof_moves_an_officer_whom_waiting_does_not() -> None:
    holding = Pace(8, 0.0, 0.2)
    officer = Officer(CLAIM, DESKS["collector"])

    without = rehearse(officer, Customer(190_000, 900_000, holding))
    shown = rehearse(officer, Customer(190_000, 900_000, holding, ((2, Proof.INCOME), (3, Proof.FIRST_PAYMENT))))

    assert (without.outcome, shown.outcome) == ("walked_away", "agreed")


def test_where_nothing_is_affordable_it_ends_at_once() -> None:
    assert rehearse(Officer(CLAIM, STEADY), Customer(90_000, 0, STEADY)).outcome == "no_affordable_offer"


def test_a_no_says_what_is_missing() -> None:
    reply = Officer(CLAIM, DESKS["service_line"]).reply(1, Terms(60, 0.0, 1.0, 0.0))

    assert not reply.accepted
    assert {Reason.INCOME_EVIDENCE_MISSING, Reason.WAIVER_NEEDS_APPROVAL} <= set(reply.reasons)
    for tongue in LANGUAGES:
        with speaking(tongue):
            assert len(reply.sentences()) == len(reply.reasons)


def test_reasons_differ_in_the_two_languages() -> None:
    said = set()
    for tongue in LANGUAGES:
        with speaking(tongue):
            said |= {_(text) for text in REASONS.values()}

    assert len(said) == 2 * len(Reason)
