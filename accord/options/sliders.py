"""The sliders that options share, with bounds and defaults for the debt at hand.

Bounds of a slider are ours, so that it can be moved; only the longest personalised instalment plan comes from a
rule. Defaults are where a person may start, not what a bank grants.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.budget.means import comes_first, owed_parts
from accord.case import Debt
from accord.i18n import N_
from accord.knowledge.rules import figure
from accord.loans import Terms, level_payment
from accord.loans.schedule import LARGEST_PRINCIPAL
from accord.money import to_yuan
from accord.options.base import CARDS, AskField, Note, Parameter

ZERO = Decimal(0)
ONE = Decimal(1)
LONGEST_UNSECURED = 120
LONGEST_SECURED = 360
SHORTEST = 3
HIGHEST_UNKNOWN_RATE = Decimal("0.24")
"""Where the slider ends while the contract's rate is not known; a bound of the slider, not of any law."""
CARD_PLAN_RULE = "credit_card.personal_instalment.longest_term"
CARD_RATE_RULE = "credit_card.interest.daily_rate"
DAYS_A_YEAR = 365
ANY_DAY = date(2000, 1, 1)

RATE_UNKNOWN = N_("The yearly rate is not known yet, so no interest is counted. The true instalment will be higher.")
CARD_RATE_ASSUMED = N_(
    "Counted at {rate} a year ({daily} a day), as many card contracts have it. Yours may differ: see the contract."
)
NO_INTEREST_ASKED = N_("This asks for no further interest. Whether interest runs is for the bank to decide.")

_STARTING_TERMS = ((10_000, 12), (30_000, 24), (60_000, 36))
_LONGEST_START = 60


def is_card(debt: Debt) -> bool:
    """Tell whether the debt is a credit card's."""
    return debt.kind in CARDS


def longest_term(debt: Debt, on: date) -> int:
    """Return the most months a new arrangement for `debt` may be asked for here, by the rules of a day."""
    if is_card(debt):
        return int(figure(CARD_PLAN_RULE, on))
    return LONGEST_SECURED if comes_first(debt) else LONGEST_UNSECURED


def starting_term(debt: Debt) -> int:
    """Return a term to start from: the contract's own months, or one that suits the size of the debt."""
    if debt.months_left and not is_card(debt):
        return debt.months_left
    size = owed_parts(debt).total / 100
    return next((months for below, months in _STARTING_TERMS if size < below), _LONGEST_START)


def contract_rate(debt: Debt, on: date) -> Decimal:
    """Return the contract's yearly rate; for a card whose rate is not known the usual one of a day, otherwise 0."""
    if debt.annual_rate is not None:
        return debt.annual_rate
    return figure(CARD_RATE_RULE, on) * DAYS_A_YEAR if is_card(debt) else ZERO


def level_instalment(debt: Debt, months: int, on: date) -> int:
    """Return the equal instalment (fen) that clears all that is owed in `months` at the contract's rate.

    Due dates play no part in it; `on` is the day whose usual rate counts where the contract's is not known.
    """
    total = owed_parts(debt).total
    if not 0 < total <= LARGEST_PRINCIPAL:
        return 0
    terms = Terms(principal=total, annual_rate=contract_rate(debt, on), months=months, first_due=ANY_DAY)
    return level_payment(terms)


def rate_notes(debt: Debt, rate: Decimal, on: date) -> tuple[Note, ...]:
    """Return what must be said about the yearly rate a plan is counted at."""
    if is_card(debt) and rate == 0:
        return (Note(NO_INTEREST_ASKED),)
    if debt.annual_rate is None and rate == contract_rate(debt, on):
        return (_card_rate_note(rate, on),) if is_card(debt) else (Note(RATE_UNKNOWN),)
    return ()


def _card_rate_note(rate: Decimal, on: date) -> Note:
    return Note(CARD_RATE_ASSUMED, {"rate": percent(rate), "daily": percent(figure(CARD_RATE_RULE, on))})


def percent(share: Decimal) -> str:
    """Write a fraction as a percentage with at most two places: 0.1825 is `18.25%`."""
    text = f"{share * 100:.2f}".rstrip("0").rstrip(".")
    return f"{text}%"


def months_slider(debt: Debt, on: date, *, default: int | None = None, high: int | None = None) -> Parameter:
    """Return the slider for the term."""
    most = longest_term(debt, on) if high is None else high
    start = starting_term(debt) if default is None else default
    return Parameter(
        name="months",
        title=N_("Number of months"),
        unit="months",
        low=Decimal(min(SHORTEST, most)),
        high=Decimal(most),
        default=Decimal(max(min(SHORTEST, most), min(start, most))),
        step=ONE,
    )


def rate_slider(debt: Debt, on: date, *, default: Decimal | None = None) -> Parameter:
    """Return the slider for the yearly rate: from 0 to the contract's; cards start at 0, loans at the contract's."""
    contract = contract_rate(debt, on)
    start = (ZERO if is_card(debt) else contract) if default is None else default
    return Parameter(
        name="annual_rate",
        title=N_("Yearly rate"),
        unit="rate",
        low=ZERO,
        high=max(contract, HIGHEST_UNKNOWN_RATE) if debt.annual_rate is None else contract,
        default=start,
        step=Decimal("0.0025"),
    )


def down_payment_slider(debt: Debt) -> Parameter:
    """Return the slider for what is paid at once: from nothing to half of what is owed."""
    half = owed_parts(debt).total // 200
    return yuan_slider("down_payment", N_("Paid at once"), high=Decimal(half), default=ZERO)


def yuan_slider(name: AskField, title: str, *, high: Decimal, default: Decimal, low: Decimal = ZERO) -> Parameter:
    """Return a slider for an amount in yuan; its step is about a hundredth of the way."""
    step = next((size for size in (10, 50, 100, 500, 1_000, 5_000) if (high - low) / size <= 200), 10_000)  # noqa: PLR2004  steps on the way
    return Parameter(name=name, title=title, unit="yuan", low=low, high=high, default=default, step=Decimal(step))


def owed_in_yuan(debt: Debt) -> Decimal:
    """Return all that is owed, in yuan."""
    return to_yuan(owed_parts(debt).total)
