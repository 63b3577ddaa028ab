"""An officer who weighs offers: gives way as rounds go by, never below the bank's best other way, and says why.

The officer knows what an offer is worth to the bank and aims lower from round to round (`conceded`). An offer at least
as good as what would be proposed next is accepted; otherwise the answer is the acceptable offer nearest to what was
asked. Proof makes a plan safer and so worth more: that is why it moves more than yuan do. Only for the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, NamedTuple

import numpy as np

from accord.bank.grid import Axes, Bools, Floats, Valued, steady, valued
from accord.bank.view import BankView
from accord.i18n import N_, _
from accord.rehearsal.concession import Family, conceded

Outcome = Literal["agreed", "held", "walked_away", "no_affordable_offer"]
TERMS = (6, 12, 18, 24, 30, 36, 42, 48, 54, 60)
RATES = (0.0, 0.036, 0.072)
WAIVED_PARTS = (0.0, 0.5, 1.0)
FIRST_PARTS = (0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.275, 0.29, 0.30)
"""What is on the table: 810 offers. Principal is never waived here; at most three tenths are asked for at once."""
WALK_AWAY_AFTER = 2


class Proof(StrEnum):
    """What makes the bank surer of a plan."""

    INCOME = "income"
    FIRST_PAYMENT = "first_payment"


SAFER: dict[Proof, float] = {Proof.INCOME: 0.003, Proof.FIRST_PAYMENT: 0.002}
"""How much the chance of a break falls a month; assumptions."""


class Reason(StrEnum):
    """Why the officer answers so."""

    TERM_OK = "term_ok"
    FIRST_PAYMENT_LOW = "first_payment_low"
    RATE_BELOW_POLICY = "rate_below_policy"
    WAIVER_NEEDS_APPROVAL = "waiver_needs_approval"
    INCOME_EVIDENCE_MISSING = "income_evidence_missing"
    BETTER_THAN_ALTERNATIVE = "better_than_alternative"


REASONS: dict[Reason, str] = {
    Reason.TERM_OK: N_("The term can be talked about."),
    Reason.FIRST_PAYMENT_LOW: N_("Something should be paid first."),
    Reason.RATE_BELOW_POLICY: N_("Without any interest or fee this goes to somebody else for approval."),
    Reason.WAIVER_NEEDS_APPROVAL: N_("Waiving charges has to be applied for."),
    Reason.INCOME_EVIDENCE_MISSING: N_("Please send proof of your income first."),
    Reason.BETTER_THAN_ALTERNATIVE: N_("This is better for the bank than its other ways."),
}


class Pace(NamedTuple):
    """How fast somebody gives way: rounds at most, where it starts, and the pace (below 1 holds out)."""

    rounds: int
    start: float
    pace: float
    family: Family = "poly"

    def aspiration(self, turn: int) -> float:
        """Return what is still aimed at in a round: 1 is everything, 0 the other way out."""
        return 1 - conceded(turn, rounds=self.rounds, start=self.start, pace=self.pace, family=self.family)


DESKS: dict[str, Pace] = {
    "service_line": Pace(8, 0.0, 0.25),
    "collector": Pace(8, 0.05, 0.5),
    "hardship_desk": Pace(8, 0.10, 1.5),
}
"""Three desks; how they give way is invented for practice and describes no bank."""


class Terms(NamedTuple):
    """What is offered: months, yearly rate, part of the charges waived, part of what is owed paid first."""

    months: int
    annual_rate: float
    waived: float
    first: float


class Reply(NamedTuple):
    """The officer's answer.

    Attributes:
        accepted: True when it is a yes.
        counter: what is proposed instead; the offer itself when accepted.
        reasons: why.
        worth: what the offer is worth, from 0 (the bank's best other way) to 1 (the best on the table).
        aimed: what was aimed at in this round.
    """

    accepted: bool
    counter: Terms
    reasons: tuple[Reason, ...]
    worth: float
    aimed: float

    def sentences(self) -> tuple[str, ...]:
        """Return the reasons in the reader's language."""
        return tuple(_(REASONS[reason]) for reason in self.reasons)


class Claim(NamedTuple):
    """The debt on the table; fen: all that is owed, the charges in it, and the bank's best other way."""

    owed: int
    charges: int
    other_way: float


@dataclass
class Officer:
    """An officer with a claim, a pace and a view; tables are made once for each set of proofs."""

    claim: Claim
    pace: Pace
    view: BankView = field(default_factory=BankView)
    _tables: dict[frozenset[Proof], Valued] = field(default_factory=dict)

    def reply(self, turn: int, offer: Terms, proofs: frozenset[Proof] = frozenset()) -> Reply:
        """Answer an offer in round `turn`, counted from 1."""
        aimed = max(0.0, self.pace.aspiration(turn))
        worth, table = self.worth(offer, proofs), self._worths(proofs)
        if worth >= aimed:
            return Reply(True, offer, (Reason.BETTER_THAN_ALTERNATIVE,), worth, aimed)
        counter = _nearest(offer, table >= min(aimed, float(table.max())))
        return Reply(False, counter, self._reasons(offer, counter, proofs), worth, aimed)

    def worth(self, offer: Terms, proofs: frozenset[Proof] = frozenset()) -> float:
        """Return what an offer is worth between the bank's best other way (0) and the best on the table (1)."""
        if _on_the_table(offer):
            return float(self._worths(proofs)[_place(offer)])
        axes = _axes(self.claim, [offer.months], [offer.annual_rate], [offer.waived], [offer.first])
        value = float(self._valued(axes, proofs).value[0, 0, 0, 0])
        return self._between(value, float(self.table(frozenset()).value.max()))

    def table(self, proofs: frozenset[Proof]) -> Valued:
        """Return everything on the table, valued with the proofs at hand."""
        if proofs not in self._tables:
            axes = _axes(self.claim, TERMS, RATES, WAIVED_PARTS, FIRST_PARTS)
            self._tables[proofs] = self._valued(axes, proofs)
        return self._tables[proofs]

    def _worths(self, proofs: frozenset[Proof]) -> Floats:
        values, best = self.table(proofs).value, float(self.table(frozenset()).value.max())
        worths: Floats = (values - self.claim.other_way) / max(1.0, best - self.claim.other_way)
        return worths

    def _between(self, value: float, best: float) -> float:
        return (value - self.claim.other_way) / max(1.0, best - self.claim.other_way)

    def _valued(self, axes: Axes, proofs: frozenset[Proof]) -> Valued:
        hazard = max(0.0, self.view.break_hazard - sum(SAFER[proof] for proof in proofs))
        view = replace(self.view, break_hazard=hazard)
        return valued(self.claim.owed, axes, steady(view, months=max(TERMS), most=float(self.claim.owed)), view)

    def _reasons(self, offer: Terms, counter: Terms, proofs: frozenset[Proof]) -> tuple[Reason, ...]:
        found = {
            Reason.INCOME_EVIDENCE_MISSING: Proof.INCOME not in proofs,
            Reason.FIRST_PAYMENT_LOW: counter.first > offer.first,
            Reason.RATE_BELOW_POLICY: counter.annual_rate > offer.annual_rate,
            Reason.WAIVER_NEEDS_APPROVAL: offer.waived > 0,
            Reason.TERM_OK: counter.months >= offer.months,
        }
        return tuple(reason for reason, holds in found.items() if holds)


class Customer(NamedTuple):
    """The person practising: the ceiling and the cash at hand, fen, and how fast they give way."""

    ceiling: int
    cash: int
    pace: Pace
    proofs_at: tuple[tuple[int, Proof], ...] = ()

    def proofs(self, turn: int) -> frozenset[Proof]:
        """Return what has been shown by a round."""
        return frozenset(proof for shown_in, proof in self.proofs_at if shown_in <= turn)


class Rehearsal(NamedTuple):
    """How a practice ended, after how many rounds, with what; and every answer on the way."""

    outcome: Outcome
    rounds: int
    terms: Terms | None
    replies: tuple[Reply, ...]


def rehearse(officer: Officer, customer: Customer) -> Rehearsal:
    """Let both give way by their own pace until they agree, one walks away or time is up.

    The person never offers more than the ceiling and the cash at hand; when nothing they can pay is worth the bank's
    while, it ends at once.
    """
    table = officer.table(frozenset())
    mine = _payable(officer.claim, table, customer)
    acceptable = mine & (table.value >= officer.claim.other_way)
    if not acceptable.any():
        return Rehearsal("no_affordable_offer", 0, None, ())
    ladder = np.flatnonzero(mine.ravel())[np.argsort(table.value.ravel()[mine.ravel()], kind="stable")]
    replies: list[Reply] = []
    last: Terms | None = None
    still = 0
    for turn in range(1, officer.pace.rounds + 1):
        offer = _cell(int(ladder[_rung(customer, turn, ladder.size)]))
        proofs = customer.proofs(turn)
        still = still + 1 if offer == last and proofs == customer.proofs(turn - 1) else 0
        reply = officer.reply(turn, offer, proofs)
        replies.append(reply)
        if reply.accepted:
            return Rehearsal("agreed", turn, offer, tuple(replies))
        if mine[_place(reply.counter)]:
            return Rehearsal("agreed", turn, reply.counter, tuple(replies))
        if still >= WALK_AWAY_AFTER:
            return Rehearsal("walked_away", turn, None, tuple(replies))
        last = offer
    return Rehearsal("held", officer.pace.rounds, None, tuple(replies))


def _rung(customer: Customer, turn: int, rungs: int) -> int:
    given = 1 - customer.pace.aspiration(turn - 1)
    return min(rungs - 1, int(given * (rungs - 1)))


def _payable(claim: Claim, table: Valued, customer: Customer) -> Bools:
    first = np.array([part * claim.owed for part in FIRST_PARTS])[None, None, None, :]
    return np.asarray((table.payment <= customer.ceiling) & (first <= customer.cash))


def _axes(
    claim: Claim, terms: Sequence[int], rates: Sequence[float], waived: Sequence[float], first: Sequence[float]
) -> Axes:
    return Axes(
        terms=tuple(terms),
        annual_rates=tuple(rates),
        waived=tuple(round(part * claim.charges) for part in waived),
        first_payments=tuple(round(part * claim.owed) for part in first),
    )


_SHAPE = (len(TERMS), len(RATES), len(WAIVED_PARTS), len(FIRST_PARTS))
_ISSUES = tuple(
    np.reshape(np.array(values, dtype=np.float64), tuple(-1 if axis == place else 1 for axis in range(len(_SHAPE))))
    for place, values in enumerate((TERMS, RATES, WAIVED_PARTS, FIRST_PARTS))
)


def _nearest(offer: Terms, among: Bools) -> Terms:
    """Return the offer nearest to what was asked: months over 48, rate, waiver, first payment over 0.3, added up."""
    months, rate, waived, first = _ISSUES
    distance = (
        np.abs(months - offer.months) / 48
        + np.abs(rate - offer.annual_rate)
        + np.abs(waived - offer.waived)
        + np.abs(first - offer.first) / 0.3
    )
    return _cell(int(np.where(among, distance, np.inf).argmin()))


def _cell(place: int) -> Terms:
    t, r, w, d = (int(index) for index in np.unravel_index(place, _SHAPE))
    return Terms(TERMS[t], RATES[r], WAIVED_PARTS[w], FIRST_PARTS[d])


def _on_the_table(offer: Terms) -> bool:
    values = zip(offer, (TERMS, RATES, WAIVED_PARTS, FIRST_PARTS), strict=True)
    return all(value in axis for value, axis in values)


def _place(offer: Terms) -> tuple[int, int, int, int]:
    return (
        TERMS.index(offer.months),
        RATES.index(offer.annual_rate),
        WAIVED_PARTS.index(offer.waived),
        FIRST_PARTS.index(offer.first),
    )
