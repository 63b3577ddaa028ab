"""Which plan to begin with: the shortest term whose instalments fit this debt's part of what can be paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from accord.budget.means import Surplus, comes_first, limit, shares, surplus
from accord.case import Ask, Case, Debt, OpenCase
from accord.i18n import N_
from accord.loans.schedule import MOST_MONTHS
from accord.money import to_fen, to_yuan, yuan
from accord.options.base import Fit, Note
from accord.options.catalogue import OPTIONS
from accord.options.making import UNFIT, attempt
from accord.options.plan import Plan
from accord.options.seeking import months_for
from accord.options.sliders import is_card, starting_term

MOST_OTHERS = 3
MONTHS_AFTER_PAUSE = 60
"""Where a plan after a pause begins, unless the contract has more months left; both sides look at it again."""
PAUSE = "payment_holiday"
SETTLEMENT = "settlement"

FITS_AS_AGREED = N_("Keeping to the contract fits: {instalment} a month, with {limit} a month left for this debt.")
SHORTEST = N_(
    "{months} months is the shortest term whose instalment, {instalment}, stays within the {limit} a month "
    "that is left for this debt."
)
SHORTEST_WITH_SUM = N_(
    "With {sum} paid at once, {months} months is the shortest term whose instalment, {instalment}, stays within the "
    "{limit} a month that is left for this debt."
)
NO_BUDGET = N_(
    "Income and spending are not entered yet, so this plan shows only where the option begins. "
    "Enter them and it will be fitted to your month."
)
TOO_LITTLE = N_(
    "{limit} a month is left for this debt; even over {months} months the instalment would be {instalment}. "
    "Ask for a pause first and offer what you can meanwhile; then look at the figures again."
)
NOTHING_LEFT = N_(
    "After necessary spending nothing is left for this debt at present. An honest request is a pause with a day on "
    "which both sides look again. Promise no instalment you cannot keep."
)


@dataclass(frozen=True)
class Recommendation:
    """Where to begin with one debt.

    Attributes:
        plan: the plan to begin with; None when none can be worked out.
        note: why this one, as a sentence with figures.
        others: at most three other plans that fit.
        limit: what is left a month for this debt, fen; None while no budget is known.
        within: True when every instalment of `plan` stays within `limit`.
    """

    plan: Plan | None
    note: Note
    others: tuple[Plan, ...]
    limit: int | None
    within: bool

    @property
    def why(self) -> str:
        """Why this plan, in the reader's language."""
        return self.note.speak()


def recommended(case: Case | OpenCase, debt: Debt, on: date) -> Recommendation:
    """Return the plan to begin with for `debt`, and at most three others that fit.

    What is left a month is split over the unsecured debts in proportion to what is owed; a `Case` with a ceiling
    stays below it, an `OpenCase` knows none. A secured debt may take its contract's instalment, which the budget
    has already set aside.

    Args:
        case: the answers; the first due date asked for this debt is kept.
        debt: one of its debts.
        on: the day the plan is made.
    """
    start = _start(case, debt)
    most = monthly_limit(case, debt)
    if most is None:
        return _without_budget(debt, start, on)
    best = _first_within(case, debt, start, on, most)
    if best is None:
        return _pause(case, debt, start, on, most)
    return Recommendation(best, _reason(best, most), _others(case, debt, best, on, most), most, within=True)


def usual_option(debt: Debt) -> str:
    """Return the id of the option to ask for first: a personalised plan for cards, a longer term for loans."""
    return "personalised_instalment" if is_card(debt) else "longer_term"


def monthly_limit(case: Case | OpenCase, debt: Debt) -> int | None:
    """Return what is left a month for `debt`, fen; None while neither budget nor ceiling is known."""
    month = surplus(case)
    if comes_first(debt):
        return _for_secured(month, debt)
    amount = limit(case) if isinstance(case, Case) else month.affordable
    if not month.known and not amount:
        return None
    mine = (share.monthly for share in shares(case, amount) if share.debt_id == debt.id)
    return next(mine, 0)


def _for_secured(month: Surplus, debt: Debt) -> int | None:
    """Return what a secured debt may take: its contract's instalment, less what the month lacks."""
    if not month.known:
        return None
    if debt.contract_instalment is None:
        return to_fen(month.affordable)
    return max(0, to_fen(debt.contract_instalment) + min(0, to_fen(month.left)))


def _start(case: Case | OpenCase, debt: Debt) -> Ask:
    stored = case.ask(debt.id)
    return Ask(debt_id=debt.id, first_due=stored.first_due if stored else None)


def _first_within(case: Case | OpenCase, debt: Debt, start: Ask, on: date, most: int) -> Plan | None:
    """Return the contract as it is, then the usual option, then that with a sum paid at once: the first that fits."""
    at_once = start.model_copy(update={"down_payment": to_yuan(_payable_now(case, debt))})
    tries = (("keep_paying", start), (usual_option(debt), start), (usual_option(debt), at_once))
    found = (months_for(way, debt, ask, on, at_most=most) for way, ask in tries)
    return next((plan for plan in found if plan), None)


def _payable_now(case: Case | OpenCase, debt: Debt) -> int:
    """Return this debt's part (fen) of what the person can pay at once."""
    parts = shares(case, case.position.can_pay_now or Decimal(0))
    return next((share.monthly for share in parts if share.debt_id == debt.id), 0)


def _reason(plan: Plan, most: int) -> Note:
    message = SHORTEST_WITH_SUM if plan.down_payment else SHORTEST
    figures = {
        "months": str(plan.months),
        "instalment": yuan(plan.highest_instalment),
        "limit": yuan(most),
        "sum": yuan(plan.down_payment),
    }
    return Note(FITS_AS_AGREED if plan.option_id == "keep_paying" else message, figures)


def _without_budget(debt: Debt, start: Ask, on: date) -> Recommendation:
    made = attempt(usual_option(debt), debt, start, on)
    if isinstance(made, Fit):
        return _none(made, None)
    return Recommendation(made, Note(NO_BUDGET), (), None, within=False)


def _pause(case: Case | OpenCase, debt: Debt, start: Ask, on: date, most: int) -> Recommendation:
    """Begin with a payment holiday, because no term brings the instalment within `most`."""
    after = max(MONTHS_AFTER_PAUSE, starting_term(debt))
    made = attempt(PAUSE, debt, start.model_copy(update={"months": after}), on)
    longest = attempt(usual_option(debt), debt, start.model_copy(update={"months": MOST_MONTHS}), on)
    if isinstance(made, Fit):
        return _none(made, most)
    if isinstance(longest, Fit):
        return _none(longest, most)
    return Recommendation(made, _pause_note(longest, most), _others(case, debt, made, on, most), most, within=False)


def _pause_note(longest: Plan, most: int) -> Note:
    if not most:
        return Note(NOTHING_LEFT)
    figures = {"months": str(longest.months), "instalment": yuan(longest.usual_instalment), "limit": yuan(most)}
    return Note(TOO_LITTLE, figures)


def _none(fit: Fit, most: int | None) -> Recommendation:
    note = fit.note or Note(UNFIT)
    return Recommendation(None, note, (), most, within=False)


def _others(case: Case | OpenCase, debt: Debt, best: Plan, on: date, most: int) -> tuple[Plan, ...]:
    ways = (way for way in OPTIONS if way.recommendable and way.id not in {best.option_id, SETTLEMENT})
    start = _start(case, debt).model_copy(update={"down_payment": to_yuan(best.down_payment)})
    found = (months_for(way.id, debt, start, on, at_most=most) for way in ways)
    fitting = (plan for plan in (*_settlement(case, debt, start, on), *found) if plan)
    return tuple(islice(fitting, MOST_OTHERS))


def _settlement(case: Case | OpenCase, debt: Debt, start: Ask, on: date) -> Iterator[Plan]:
    """Yield a settlement when the person said that so much can be paid now."""
    made = attempt(SETTLEMENT, debt, start, on)
    if isinstance(made, Plan) and made.total_paid <= to_fen(case.position.can_pay_now or Decimal(0)):
        yield made
