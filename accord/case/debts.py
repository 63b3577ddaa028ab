"""Debts as the person states them: principal, interest, penalty interest and fees apart."""

from __future__ import annotations

from enum import StrEnum

from accord.case.fields import CardTail, Day, Line, MoneyAnswer, Months, Name, Part, Phone, RateAnswer, Slug


class DebtKind(StrEnum):
    """What sort of debt it is; decides which options and rules apply."""

    CREDIT_CARD = "credit_card"
    ONLINE_LOAN = "online_loan"
    CONSUMER_LOAN = "consumer_loan"
    MORTGAGE = "mortgage"
    CAR_LOAN = "car_loan"
    BUSINESS_LOAN = "business_loan"
    OTHER = "other"


class Answer(StrEnum):
    """Yes, no, or not known yet: "I don't know" is always an answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Whose(StrEnum):
    """Whose debt it is."""

    MINE = "mine"
    JOINT = "joint"
    GUARANTEED_BY_ME = "guaranteed_by_me"
    NOT_MINE = "not_mine"
    UNKNOWN = "unknown"


class Debt(Part):
    """One obligation. Amounts are yuan; None means the person does not know."""

    id: Slug
    kind: DebtKind = DebtKind.CREDIT_CARD
    creditor: Name = ""
    creditor_phone: Phone = ""
    account_last4: CardTail = ""
    principal: MoneyAnswer = None
    interest: MoneyAnswer = None
    penalty_interest: MoneyAnswer = None
    fees: MoneyAnswer = None
    as_of: Day | None = None
    overdue_since: Day | None = None
    annual_rate: RateAnswer = None
    contract_instalment: MoneyAnswer = None
    minimum_due: MoneyAnswer = None
    months_left: Months | None = None
    secured: bool = False
    guaranteed: bool = False
    already_in_instalments: bool = False
    whose: Whose = Whose.MINE
    amount_is_right: Answer = Answer.UNKNOWN
    disputed_item: Line = ""
    sold_to: Name = ""
    complained_on: Day | None = None
    complaint_number: Name = ""
    note: Line = ""
