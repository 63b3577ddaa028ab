"""Asks, offers, what was agreed, what was paid, what happened since."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.contacts import Channel
from accord.case.fields import (
    Count,
    Day,
    Line,
    Lines,
    MoneyAnswer,
    Months,
    Name,
    Part,
    RateAnswer,
    Share,
    Slug,
)


class Ask(Part):
    """What is requested for one debt: an option and its terms. None means the option's own default."""

    debt_id: Slug
    option: Slug = ""
    months: Months | None = None
    annual_rate: RateAnswer = None
    first_due: Day | None = None
    instalment: MoneyAnswer = None
    down_payment: MoneyAnswer = None
    holiday_months: Count | None = None
    waived_share: Share | None = Field(default=None, description="share of penalty, fees and interest to be waived")
    settlement: MoneyAnswer = None
    yearly_step: RateAnswer = None
    repricing_after: Count | None = Field(default=None, description="instalments at the old rate before a new one")


class Side(StrEnum):
    """Whose offer it is."""

    MINE = "mine"
    BANK = "bank"


class OfferState(StrEnum):
    """What became of an offer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    COUNTERED = "countered"
    EXPIRED = "expired"


class Offer(Part):
    """One offer in the ledger, mine or the bank's."""

    id: Slug
    debt_id: Slug = ""
    side: Side = Side.BANK
    on: Day
    words: Lines = ""
    months: Months | None = None
    instalment: MoneyAnswer = None
    fee_rate: RateAnswer = Field(default=None, description="fee per period, a share of the amount put into instalments")
    annual_rate: RateAnswer = None
    down_payment: MoneyAnswer = None
    waived: MoneyAnswer = None
    valid_until: Day | None = None
    state: OfferState = OfferState.OPEN


class AgreementTerm(StrEnum):
    """The six contents a card agreement must have (Article 70), split into plain fields."""

    BALANCE = "balance"
    COMPOSITION = "composition"
    CURRENCY = "currency"
    PERIOD = "period"
    METHOD = "method"
    DUE_DATES = "due_dates"
    AMOUNTS = "amounts"
    INTEREST_DURING = "interest_during"
    FEES_DURING = "fees_during"
    NO_NEW_CARDS = "no_new_cards"
    DUTIES = "duties"
    BREACH = "breach"
    COLLECTION_STOPS = "collection_stops"
    REPORTING = "reporting"
    ALLOCATION = "allocation"
    CONFIRMED_BY = "confirmed_by"


class TermState(StrEnum):
    """How firmly one term stands."""

    IN_WRITING = "in_writing"
    ON_PHONE = "on_phone"
    NOT_MENTIONED = "not_mentioned"
    DIFFERS = "differs"


class TermRecord(Part):
    """What the bank said on one term."""

    state: TermState = TermState.NOT_MENTIONED
    words: Line = ""


class Agreement(Part):
    """What both sides agreed for one debt."""

    id: Slug
    debt_id: Slug = ""
    agreed_on: Day | None = None
    how: Channel | None = None
    contact_id: Slug = ""
    total: MoneyAnswer = None
    months: Months | None = None
    instalment: MoneyAnswer = None
    first_due: Day | None = None
    pay_into: Name = Field(
        default="", description="where to pay: the bank's app, or the last four digits of the account"
    )
    terms: dict[AgreementTerm, TermRecord] = Field(default_factory=dict)


class Payment(Part):
    """One payment made under an agreement."""

    id: Slug
    agreement_id: Slug = ""
    due: Day | None = None
    paid_on: Day | None = None
    amount: MoneyAnswer = None
    receipt: Line = ""


class EventKind(StrEnum):
    """What happened after the agreement, or in an emergency."""

    INCOME_LOST = "income_lost"
    ILLNESS = "illness"
    CANNOT_PAY = "cannot_pay"
    STILL_CHARGED = "still_charged"
    STILL_VISITED = "still_visited"
    WRONG_DEBIT = "wrong_debit"
    COURT_PAPERS = "court_papers"
    OTHER = "other"


class Event(Part):
    """A dated entry."""

    id: Slug
    on: Day
    kind: EventKind = EventKind.OTHER
    debt_id: Slug = ""
    words: Lines = ""
    monthly_change: MoneyAnswer = Field(default=None, description="how much less comes in a month")
