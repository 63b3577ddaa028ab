"""Where the person stands: why no visits, what instead, what to ask for — and what is only for themselves."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from accord.case.debts import Answer
from accord.case.fields import Day, Figure, Line, Lines, MoneyAnswer, Part, Slug


class VisitReason(StrEnum):
    """Why a visit at home is not wanted."""

    PRIVACY = "privacy"
    TIME = "time"
    PRESSURE = "pressure"
    FAMILY = "family"
    CHILDREN = "children"
    ELDERLY = "elderly"
    HEALTH = "health"


class Declines(StrEnum):
    """Which visits are declined."""

    COLLECTION = "collection"
    ALL = "all"


class Instead(StrEnum):
    """What is offered in place of a visit."""

    PHONE_HOURS = "phone_hours"
    IN_APP_CHAT = "in_app_chat"
    EMAIL = "email"
    BRANCH_MEETING = "branch_meeting"
    VIDEO_MEETING = "video_meeting"
    MONTHLY_UPDATE = "monthly_update"


class Goal(StrEnum):
    """What to ask for: one of these comes first."""

    DELAY = "delay"
    REDUCE = "reduce"
    CHANGE_METHOD = "change_method"


class HardshipCause(StrEnum):
    """What happened."""

    JOB_LOSS = "job_loss"
    PAY_CUT = "pay_cut"
    ILLNESS = "illness"
    BUSINESS_FAILURE = "business_failure"
    DIVORCE = "divorce"
    DISASTER = "disaster"
    FAMILY_CARE = "family_care"
    OTHER = "other"


class Position(Part):
    """What the bank may be told about reasons, offers and the hardship."""

    declines: Declines = Declines.COLLECTION
    reasons: list[VisitReason] = Field(default_factory=list, max_length=10)
    own_reason: Line = ""
    instead: list[Instead] = Field(default_factory=list, max_length=10)
    goals: list[Goal] = Field(default_factory=list, max_length=3, description="ranked: the first is the main ask")
    cause: HardshipCause | None = None
    cause_words: Line = ""
    since: Day | None = None
    recovery_on: Day | None = None
    recovery_words: Line = ""
    can_pay_now: MoneyAnswer = None
    can_pay_on: Day | None = None
    plan_by: Day | None = Field(default=None, description="the day by which the plan comes, when it is not ready")


class Steadiness(StrEnum):
    """How even the income is."""

    STEADY = "steady"
    SOMEWHAT = "somewhat"
    UNEVEN = "uneven"


class Likelihood(StrEnum):
    """How likely it is that the income stops for some months within a year."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    LIKELY = "likely"


class DebtGate(Part):
    """Questions to settle before any letter on one debt; never shown to a bank."""

    last_payment_on: Day | None = None
    last_demand_on: Day | None = None
    silent_three_years: Answer = Answer.UNKNOWN
    court_papers: Answer = Answer.UNKNOWN
    court_date: Day | None = None
    assigned_without_notice: Answer = Answer.UNKNOWN
    wages_paid_here: Answer = Answer.UNKNOWN
    diagnosis_note: Line = ""


class Comment(Part):
    """An advisor's remark beside what it is about; never in a paper for a bank or mediator."""

    id: Slug
    about: Line = ""
    words: Lines = ""


class FigureRange(Part):
    """A range that the person set in place of an assumption, in the assumption's unit."""

    low: Figure
    middle: Figure
    high: Figure


class Private(Part):
    """Only for the person: nothing here can reach a paper for a bank or a mediator."""

    ceiling: MoneyAnswer = Field(default=None, description="the largest instalment a month, all debts together")
    best_alternative: Lines = ""
    worst_alternative: Lines = ""
    spent_large_before_hardship: Answer = Answer.UNKNOWN
    steadiness: Steadiness | None = None
    income_may_stop: Likelihood | None = None
    buffer: MoneyAnswer = None
    gates: dict[Slug, DebtGate] = Field(default_factory=dict, max_length=40, description="by debt id")
    rehearsal_notes: Lines = ""
    offer_scores: dict[Slug, Line] = Field(default_factory=dict, max_length=400, description="by offer id")
    comments: list[Comment] = Field(default_factory=list, max_length=400)
    notes: Lines = ""
    living_figure: MoneyAnswer = Field(default=None, description="the city's minimum living standard, a person a month")
    assumptions: dict[Slug, Figure] = Field(default_factory=dict, max_length=40, description="changed ones, by name")
    bank_ranges: dict[Slug, FigureRange] = Field(default_factory=dict, max_length=40, description="changed, by name")
    tradeoffs: dict[Slug, Slug] = Field(default_factory=dict, max_length=20, description="answers, by the two issues")
