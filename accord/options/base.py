"""What a way to repay is: its words, its sliders, whom it fits, and how it turns a debt into a schedule.

All amounts are integer fen unless a name says otherwise; rates are yearly fractions. Texts are English messages
marked for translation; they are spoken where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from accord.budget.means import Owed, owed_parts
from accord.case import Ask, Debt, DebtKind, Whose
from accord.i18n import N_, _
from accord.loans import Schedule, Terms
from accord.loans.schedule import LARGEST_PRINCIPAL

AskField = Literal[
    "months",
    "annual_rate",
    "instalment",
    "down_payment",
    "holiday_months",
    "waived_share",
    "settlement",
    "yearly_step",
    "repricing_after",
]
Unit = Literal["months", "rate", "yuan", "share"]
WHOLE: frozenset[AskField] = frozenset({"months", "holiday_months", "repricing_after"})
"""Fields of an ask that count months."""

CARDS = frozenset({DebtKind.CREDIT_CARD})
LOANS = frozenset(DebtKind) - CARDS
ANY_DEBT = frozenset(DebtKind)

CARDS_ONLY = N_("This way is for credit cards only.")
LOANS_ONLY = N_("This way is for loans. For a credit card, ask for a personalised instalment plan instead.")
NOT_MINE = N_("You marked this debt as not yours. Clear that up first: a plan could be read as taking it over.")
NO_PRINCIPAL = N_("Enter the principal first; a rough figure is enough.")
NOTHING_OWED = N_("By what is entered, nothing is owed here.")
NO_DAY_COUNTS = N_("No rule ties this way to a number of days overdue. It takes the bank's agreement, on any day.")
TOO_LARGE = N_("This debt is larger than the workbook can count. Ask a lawyer or a debt advisor to look at it.")


@dataclass(frozen=True)
class Note:
    """A sentence to be spoken later: an English message and what fills its places, already written out."""

    message: str
    params: Mapping[str, str] = field(default_factory=dict)

    def speak(self) -> str:
        """Return the sentence in the reader's language."""
        return _(self.message).format(**self.params)


@dataclass(frozen=True)
class Fit:
    """Whether an option can be used, and if not, why.

    Attributes:
        ok: True when it can.
        note: why not; None when it can.
        needed: the instalment (fen a month) that would work, where a figure is what is missing.
    """

    ok: bool
    note: Note | None = None
    needed: int | None = None

    @property
    def reason(self) -> str:
        """Why not, in the reader's language; empty when it fits."""
        return self.note.speak() if self.note else ""


class ByDays(NamedTuple):
    """What the days a debt is overdue mean for a way: a sentence, and the id of the rule it rests on."""

    note: Note
    rule: str


FITS = Fit(ok=True)


def refused(message: str, *, needed: int | None = None, **params: str) -> Fit:
    """Return a `Fit` that says no, with its reason."""
    return Fit(ok=False, note=Note(message, params), needed=needed)


def no_day_counts(_debt: Debt, _on: date) -> ByDays:
    """Say that a way hangs on agreement alone, however long the debt is overdue."""
    return ByDays(Note(NO_DAY_COUNTS), "loan.change_by_agreement")


def no_day_for_a_waiver(_debt: Debt, _on: date) -> ByDays:
    """Say the same of giving up a part of the debt."""
    return ByDays(Note(NO_DAY_COUNTS), "loan.waiver")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One slider: a field of `Ask`, its bounds (inclusive) and its default for the debt at hand.

    Attributes:
        name: the field of `Ask` it writes.
        title: what it is called, a message.
        unit: `yuan` values are yuan, not fen; `rate` and `share` are fractions.
        own: True when it is nothing that this bank is asked for, so that an ask for another way does not set it.
    """

    name: AskField
    title: str
    unit: Unit
    low: Decimal
    high: Decimal
    default: Decimal
    step: Decimal
    own: bool = False

    def within(self, value: Decimal) -> Decimal:
        """Return `value`, moved to the nearest bound when it lies outside."""
        return max(self.low, min(self.high, value))


@dataclass(frozen=True, kw_only=True)
class Request:
    """A debt and everything asked for it, with no gaps left: what an option's `arrange` works from.

    Attributes:
        owed: the four parts of what is owed, fen.
        made_on: the day the plan is made, whose rules count.
        first_due: first due date asked for.
        values: the option's parameters by name, in the parameter's unit.
    """

    debt: Debt
    owed: Owed
    made_on: date
    first_due: date
    values: Mapping[AskField, Decimal]

    @property
    def months(self) -> int:
        """The term asked for."""
        return int(self.values["months"])

    @property
    def annual_rate(self) -> Decimal:
        """The yearly rate asked for; the contract's rate where the option has no such slider."""
        return self.values.get("annual_rate", self.debt.annual_rate or Decimal(0))

    def fen(self, name: AskField) -> int:
        """Return a `yuan` parameter in fen; 0 where the option has no such slider."""
        return int(self.values.get(name, Decimal(0)).scaleb(2))

    def terms(self, principal: int, *, months: int | None = None) -> Terms:
        """Return loan terms for `principal` fen at the rate and (unless given) the term asked for."""
        return Terms(
            principal=principal,
            annual_rate=self.annual_rate,
            months=self.months if months is None else months,
            first_due=self.first_due,
        )


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What an option makes of a request. `schedule.opening` is what is owed less waived less paid at once; fen."""

    schedule: Schedule
    waived: int = 0
    down_payment: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way to repay.

    Attributes:
        id: its name in answers and files.
        title: its name on the screen.
        what: what it is, in two or three sentences; it may quote rules.
        who: who may use it.
        gives: what speaks for it.
        costs: what speaks against it.
        arguments: facts that help when asking for it.
        checks: what the bank usually looks at.
        kinds: the kinds of debt it is for.
        rules: ids of the rules behind it; empty where it rests on agreement alone.
        parameters: the sliders, with bounds and defaults for a debt by the rules of a day.
        arrange: turns a request into a draft, or says why its figures cannot work.
        extra_fit: conditions of its own, asked after those every option shares.
        by_days: what the days overdue mean for it on a day, with the rule.
        recommendable: False for a way that is explained with its dangers but never proposed.
        leaves_rest: True when the last row is only what is still owed then; no paper may promise it.
    """

    id: str
    title: str
    what: str
    who: str
    gives: tuple[str, ...]
    costs: tuple[str, ...]
    arguments: tuple[str, ...]
    checks: tuple[str, ...]
    kinds: frozenset[DebtKind]
    rules: tuple[str, ...]
    parameters: Callable[[Debt, date], tuple[Parameter, ...]]
    arrange: Callable[[Request], Draft | Fit]
    extra_fit: Callable[[Debt], Fit] = field(default=lambda _debt: FITS)
    by_days: Callable[[Debt, date], ByDays] = no_day_counts
    recommendable: bool = True
    leaves_rest: bool = False

    def fits(self, debt: Debt) -> Fit:
        """Tell whether the option can be used for `debt` as it is entered, and if not, why."""
        first = next((fit for fit in _shared_conditions(self, debt) if not fit.ok), FITS)
        return self.extra_fit(debt) if first.ok else first


def _shared_conditions(option: Option, debt: Debt) -> tuple[Fit, ...]:
    parts = owed_parts(debt)
    return (
        _unless(debt.kind not in option.kinds, CARDS_ONLY if option.kinds == CARDS else LOANS_ONLY),
        _unless(debt.whose is Whose.NOT_MINE, NOT_MINE),
        _unless(debt.principal is None, NO_PRINCIPAL),
        _unless(parts.total == 0, NOTHING_OWED),
        _unless(parts.total > LARGEST_PRINCIPAL, TOO_LARGE),
    )


def _unless(holds: bool, message: str) -> Fit:  # noqa: FBT001  reads as a sentence: refused unless …
    return refused(message) if holds else FITS


def asked(option_id: str, request: Request) -> Ask:
    """Return the request as an `Ask` that can be stored: every slider's value written out."""
    values = {name: int(value) if name in WHOLE else value for name, value in request.values.items()}
    return Ask.model_validate(
        {"debt_id": request.debt.id, "option": option_id, "first_due": request.first_due, **values}
    )
