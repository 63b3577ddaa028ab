"""A plan: one option applied to one debt and one ask, with every figure a person compares. Amounts are fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from accord.case import Ask
from accord.i18n import _
from accord.loans import Row, Schedule
from accord.loans.cost import Rates, rates_of
from accord.options.base import Note

FREE = Rates(Decimal(0), Decimal(0), Decimal(0))
"""What a plan without interest and fees costs; no root needs to be sought."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one option means for one debt; amounts in fen.

    All that is owed is split three ways: `owed = waived + down_payment + schedule.opening`.

    Attributes:
        option_id: which option it is.
        option_title: its name as an English message; `title` speaks it.
        debt_id: which debt it is for.
        made_on: the day it was worked out.
        schedule: the instalments, on the part that is neither waived nor paid at once.
        owed: all that is owed when it begins.
        waived: what the bank is asked to give up.
        down_payment: what is paid at once, before the instalments.
        asked: the terms behind it, ready to be stored.
        notes: what a reader must be told beside the figures.
    """

    option_id: str
    option_title: str
    debt_id: str
    made_on: date
    schedule: Schedule
    owed: int
    waived: int
    down_payment: int
    asked: Ask
    notes: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """The option's name in the reader's language."""
        return _(self.option_title)

    @property
    def spoken_notes(self) -> tuple[str, ...]:
        """The notes in the reader's language."""
        return tuple(note.speak() for note in self.notes)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The instalments in order."""
        return self.schedule.rows

    @property
    def restructured(self) -> int:
        """The part that goes into instalments."""
        return self.schedule.opening

    @property
    def months(self) -> int:
        """Number of due dates, those of a payment holiday included."""
        return self.schedule.months

    @property
    def first_instalment(self) -> int:
        """The first payment above nothing: after a payment holiday, the first one that is due again."""
        return next((row.payment for row in self.rows if row.payment), 0)

    @cached_property
    def highest_instalment(self) -> int:
        """The largest single instalment: what the budget must bear once."""
        return self.schedule.highest_payment

    @property
    def usual_instalment(self) -> int:
        """The instalment due in most months; the first one where no amount repeats."""
        paid = [row.payment for row in self.rows[:-1] if row.payment] or [self.first_instalment]
        return max(dict.fromkeys(paid), key=paid.count)

    @property
    def last_instalment(self) -> int:
        """The last payment."""
        return self.schedule.last_payment

    @property
    def ends_in_one_sum(self) -> bool:
        """True when the last payment is more than twice the one before: money that must be there that day."""
        return "last_far_off" in self.schedule.flags

    @property
    def principal(self) -> int:
        """What goes to what is owed today: everything owed, less what is waived."""
        return self.owed - self.waived

    @cached_property
    def interest(self) -> int:
        """Interest still to come."""
        return self.schedule.total_interest

    @cached_property
    def fees(self) -> int:
        """Fees still to come."""
        return self.schedule.total_fees

    @property
    def total_paid(self) -> int:
        """Everything paid from now on: what is paid at once and all instalments."""
        return self.principal + self.interest + self.fees

    @property
    def paid_off_on(self) -> date:
        """The day nothing is owed any more."""
        return self.schedule.paid_off_on or self.rows[-1].due

    @cached_property
    def _rates(self) -> Rates:
        return rates_of(self.schedule) if self.interest or self.fees else FREE

    @property
    def nominal_rate(self) -> Decimal | None:
        """Yearly rate, simple: the monthly internal rate of return times twelve, labelled IRR×12; a fraction."""
        return self._rates.nominal

    @property
    def effective_rate(self) -> Decimal | None:
        """Yearly rate, compounded, labelled EIR; a fraction."""
        return self._rates.effective
