"""A bank's offer weighed against everything the person must keep, and a counter-offer. Only for the person.

The counter-offer gives way on the issue that is worth least to the person, by half of the distance, and never beyond
the ceiling. Where nothing can be given without breaking the limits it says so: hold the offer and add proof instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accord.bank.packages import ISSUE_WORDS, ISSUES, Issue, Weights
from accord.budget.creditors import set_aside
from accord.budget.means import comes_first, limit, owed_parts, surplus
from accord.budget.promise import Promise, committed_elsewhere, household_of, promise, stress_of
from accord.case import Case, Debt, Offer, OfferState, Side
from accord.days import add_months
from accord.errors import TermsError
from accord.i18n import N_, _
from accord.loans import Schedule, Terms, equal_instalments
from accord.money import to_fen, to_yuan, yuan
from accord.options.decoding import Decoded, decode
from accord.options.plan import Plan
from accord.options.recommendation import recommended
from accord.options.sliders import longest_term

SHARE_PLACES = Decimal("0.0001")
RATE_STEP = Decimal("0.001")

GIVES_WAY = N_(
    "This gives way on {issue}, which matters least to you: {instalment} a month for {months} months, "
    "{first} at once, {rate} a year."
)
HOLD = N_(
    "Nothing more can be given without going over your limits. Hold your last offer, and add proof of income or a "
    "first payment instead of yuan."
)
TODAY_ONLY = N_("An offer for today only: ask for it in writing, and for the time to read it.")
ABOVE = N_("The instalment lies {amount} a month above what is left for this debt.")
WITHIN = N_("The instalment lies {amount} a month within what is left for this debt.")
CONFLICT = N_("Together with what is agreed for {creditor}, {amount} a month is missing.")


@dataclass(frozen=True)
class Conflict:
    """Another accepted plan that cannot be paid beside this offer; fen a month are missing for both together."""

    creditor: str
    instalment: int
    missing: int

    def speak(self) -> str:
        """Return the sentence in the reader's language."""
        return _(CONFLICT).format(creditor=self.creditor, amount=yuan(self.missing))


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A counter-offer, ready for the ledger; fen.

    Attributes:
        offer: what to say, from my side.
        schedule: its instalments.
        gives: the issue it gives way on.
        promise: how often it is kept; None while no budget is known.
    """

    offer: Offer
    schedule: Schedule
    gives: Issue
    promise: Promise | None

    def speak(self) -> str:
        """Return what it gives and asks, in the reader's language."""
        rate = self.offer.annual_rate or Decimal(0)
        return _(GIVES_WAY).format(
            issue=_(ISSUE_WORDS[self.gives]),
            instalment=yuan(self.schedule.highest_payment),
            months=self.schedule.months,
            first=yuan(self.offer.down_payment or Decimal(0)),
            rate=f"{rate * 100:.1f}%",
        )


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A bank's offer in full; private.

    Attributes:
        decoded: instalment, total and yearly rates.
        promise: how often it is kept; None while no budget is known.
        share_of_surplus: instalment over what is left in a month; None while nothing is known to be left.
        gap: instalment less what is left for this debt under the ceiling, fen; above zero is too much.
        conflicts: accepted plans of other debts that cannot be paid beside it.
        today_only: it runs out on the day it is looked at.
        counter: what to answer; None where nothing can be given.
    """

    decoded: Decoded
    promise: Promise | None
    share_of_surplus: Decimal | None
    gap: int | None
    conflicts: tuple[Conflict, ...]
    today_only: bool
    counter: Counter | None

    @property
    def affordable(self) -> bool:
        """True when it stays under the ceiling beside everything else that is agreed."""
        return self.gap is not None and self.gap <= 0

    def sentences(self) -> tuple[str, ...]:
        """Return what to look at, in the reader's language; the answer stands last."""
        said = [conflict.speak() for conflict in self.conflicts]
        if self.gap is not None:
            said.insert(0, _(ABOVE if self.gap > 0 else WITHIN).format(amount=yuan(abs(self.gap))))
        if self.promise:
            said.append(self.promise.words)
        if self.today_only:
            said.append(_(TODAY_ONLY))
        return (*said, self.counter.speak() if self.counter else _(HOLD))


@dataclass(frozen=True)
class _Stance:
    """Where a side stands: months, first payment in fen, yearly rate, waiver in fen."""

    months: int
    first: int
    rate: Decimal
    waived: int


def weigh(case: Case, offer: Offer, on: date, *, weights: Weights | None = None) -> Weighed | None:
    """Return a bank's offer weighed for this person; None while it cannot be worked out what it comes to.

    Args:
        case: the answers, the private part included.
        offer: what the bank said.
        on: the day it is looked at.
        weights: what the person values; all issues alike when left out.
    """
    debt = case.debt(offer.debt_id)
    decoded = decode(offer, debt, on) if debt else None
    if debt is None or decoded is None or offer.months is None:
        return None
    left, month = left_for(case, debt), surplus(case)
    whole = to_fen(month.affordable)
    return Weighed(
        decoded=decoded,
        promise=_promise(case, debt, [decoded.instalment] * offer.months, to_fen(offer.down_payment or Decimal(0))),
        share_of_surplus=(Decimal(decoded.instalment) / whole).quantize(SHARE_PLACES) if whole else None,
        gap=None if left is None else decoded.instalment - left,
        conflicts=conflicts(case, debt, decoded.instalment),
        today_only=offer.valid_until is not None and offer.valid_until <= on,
        counter=counter_offer(case, offer, decoded, on, weights or Weights()),
    )


def left_for(case: Case, debt: Debt) -> int | None:
    """Return what is left a month for one debt beside all other agreements, fen; None while no limit is known."""
    most = limit(case)
    if not most and not surplus(case).known:
        return None
    return max(0, to_fen(most) - committed_elsewhere(case, debt.id))


def _fairly_left(case: Case, debt: Debt) -> int | None:
    """Return what is left a month for one debt once the others have theirs, agreed or fair; fen."""
    left = left_for(case, debt)
    return left if left is None or comes_first(debt) else max(0, to_fen(limit(case)) - set_aside(case, debt))


def conflicts(case: Case, debt: Debt, instalment: int) -> tuple[Conflict, ...]:
    """Return the accepted plans of other unsecured debts that cannot be paid beside `instalment` fen a month."""
    most = to_fen(limit(case))
    others = {one.debt_id: to_fen(one.instalment or Decimal(0)) for one in case.agreements if one.debt_id != debt.id}
    for other in case.offers:
        if other.state is OfferState.ACCEPTED and other.debt_id not in {debt.id, *others}:
            others[other.debt_id] = _instalment(case, other)
    missing = instalment + sum(others.values()) - most
    named = ((case.debt(debt_id), paid) for debt_id, paid in others.items() if paid)
    return tuple(
        Conflict(other.creditor, paid, missing)
        for other, paid in named
        if other is not None and not comes_first(other) and missing > 0
    )


def counter_offer(case: Case, offer: Offer, decoded: Decoded, on: date, weights: Weights) -> Counter | None:
    """Return what to answer: half the way on the issue worth least, within every limit; None where nothing fits.

    The other creditors' fair parts are set aside first, as a promise sets them aside.
    """
    debt = case.debt(offer.debt_id)
    left = _fairly_left(case, debt) if debt else None
    mine = _mine(case, debt, on) if debt else None
    if debt is None or left is None or mine is None:
        return None
    theirs = _theirs(offer, decoded, mine)
    for issue in sorted(ISSUES, key=lambda name: float(getattr(weights, name))):
        for stance in _half_way(issue, mine, theirs, case, longest_term(debt, on)):
            schedule = _schedule(debt, stance, on)
            if schedule is not None and schedule.highest_payment <= left:
                return _counter(case, debt, stance, schedule, (issue, on))
    return None


def _half_way(issue: Issue, mine: _Stance, theirs: _Stance, case: Case, longest: int) -> Iterator[_Stance]:
    """Yield stances that give way on one issue by half of the distance; `strain` is never given."""
    cash = to_fen(case.position.can_pay_now or Decimal(0))
    if issue == "cash" and theirs.first > mine.first:
        first = min(cash, _middle(mine.first, theirs.first))
        if first > mine.first:
            yield _Stance(mine.months, first, mine.rate, mine.waived)
    if issue == "time" and theirs.months < mine.months:
        yield _Stance(_middle(mine.months, theirs.months), mine.first, mine.rate, mine.waived)
    if issue == "total" and theirs.waived < mine.waived:
        yield _Stance(mine.months, mine.first, mine.rate, _middle(mine.waived, theirs.waived))
    if issue == "total" and theirs.rate > mine.rate:
        rate = ((mine.rate + theirs.rate) / 2).quantize(RATE_STEP)
        yield _Stance(mine.months, mine.first, rate, mine.waived)
        yield _Stance(longest, mine.first, rate, mine.waived)


def _middle(one: int, other: int) -> int:
    return (one + other) // 2


def _mine(case: Case, debt: Debt, on: date) -> _Stance | None:
    """Return where the person stands: their last offer, or else the plan to begin with."""
    own = [offer for offer in case.offers if offer.debt_id == debt.id and offer.side is Side.MINE and offer.months]
    if own:
        last = max(own, key=lambda offer: offer.on)
        return _Stance(
            last.months or 1,
            to_fen(last.down_payment or Decimal(0)),
            last.annual_rate or Decimal(0),
            to_fen(last.waived or Decimal(0)),
        )
    first: Plan | None = recommended(case, debt, on).plan
    if first is None:
        return None
    return _Stance(first.months, first.down_payment, first.asked.annual_rate or Decimal(0), first.waived)


def _theirs(offer: Offer, decoded: Decoded, mine: _Stance) -> _Stance:
    return _Stance(
        offer.months or mine.months,
        to_fen(offer.down_payment or Decimal(0)),
        decoded.nominal_rate or Decimal(0),
        to_fen(offer.waived or Decimal(0)),
    )


def _schedule(debt: Debt, stance: _Stance, on: date) -> Schedule | None:
    amount = owed_parts(debt).total - stance.first - stance.waived
    try:
        return equal_instalments(
            Terms(principal=amount, annual_rate=stance.rate, months=stance.months, first_due=add_months(on, 1))
        )
    except TermsError:
        return None


def _counter(case: Case, debt: Debt, stance: _Stance, schedule: Schedule, why: tuple[Issue, date]) -> Counter:
    issue, on = why
    offer = Offer(
        id="",
        debt_id=debt.id,
        side=Side.MINE,
        on=on,
        months=stance.months,
        instalment=to_yuan(schedule.highest_payment),
        annual_rate=stance.rate,
        down_payment=to_yuan(stance.first),
        waived=to_yuan(stance.waived),
    )
    payments = [row.payment for row in schedule.rows]
    return Counter(offer=offer, schedule=schedule, gives=issue, promise=_promise(case, debt, payments, stance.first))


def _promise(case: Case, debt: Debt, payments: Sequence[int], at_once: int) -> Promise | None:
    home = household_of(case, committed=set_aside(case, debt), at_once=at_once)
    return None if home is None else promise(home, stress_of(case), payments)


def _instalment(case: Case, offer: Offer) -> int:
    if offer.instalment is not None:
        return to_fen(offer.instalment)
    debt = case.debt(offer.debt_id)
    decoded = decode(offer, debt, offer.on) if debt else None
    return decoded.instalment if decoded else 0
