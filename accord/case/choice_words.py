"""Plain words for every choice a case can hold: one table a choice, from stored value to English message."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from accord.case.agreement import AgreementTerm, EventKind, OfferState, Side, TermState
from accord.case.contacts import Channel, Direction
from accord.case.debts import Answer, DebtKind, Whose
from accord.case.evidence import Claim, EvidenceState
from accord.case.household import AssetKind, IncomeKind, Period, SpendingKind
from accord.case.package import Recipient
from accord.case.position import Declines, Goal, HardshipCause, Instead, Likelihood, Steadiness, VisitReason
from accord.i18n import N_

CHOICE_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Period: {
        Period.WEEKLY: N_("a week"),
        Period.MONTHLY: N_("a month"),
        Period.QUARTERLY: N_("a quarter"),
        Period.YEARLY: N_("a year"),
    },
    IncomeKind: {
        IncomeKind.WAGE: N_("Wages"),
        IncomeKind.SELF_EMPLOYED: N_("Own business or odd jobs"),
        IncomeKind.UNEMPLOYMENT: N_("Unemployment benefit"),
        IncomeKind.PENSION: N_("Pension"),
        IncomeKind.BENEFITS: N_("Allowances and minimum-living benefit"),
        IncomeKind.SPOUSE: N_("Spouse's income"),
        IncomeKind.FAMILY_HELP: N_("Help from family"),
        IncomeKind.RENT: N_("Rent received"),
        IncomeKind.OTHER: N_("Other income"),
    },
    SpendingKind: {
        SpendingKind.HOUSING: N_("Rent, home and property fee"),
        SpendingKind.UTILITIES: N_("Water, power and gas"),
        SpendingKind.PHONE: N_("Phone and internet"),
        SpendingKind.TRANSPORT: N_("Transport"),
        SpendingKind.MEDICAL: N_("Doctor and medicine"),
        SpendingKind.CHILDREN: N_("Children and school"),
        SpendingKind.PARENTS: N_("Support for parents"),
        SpendingKind.OWN_SOCIAL_INSURANCE: N_("Social insurance I pay myself"),
        SpendingKind.INSURANCE: N_("Insurance premiums"),
        SpendingKind.COURT_ORDER: N_("Payments ordered by a court"),
        SpendingKind.FOOD: N_("Food and meals"),
        SpendingKind.HOUSEHOLD_GOODS: N_("Household goods"),
        SpendingKind.CLOTHING: N_("Clothes and shoes"),
        SpendingKind.PERSONAL: N_("Haircuts and personal things"),
        SpendingKind.GIFTS: N_("Gifts and family occasions"),
        SpendingKind.SAVINGS: N_("Putting money aside"),
        SpendingKind.OTHER: N_("Other spending"),
    },
    AssetKind: {
        AssetKind.CASH: N_("Cash"),
        AssetKind.DEPOSIT: N_("Savings"),
        AssetKind.PROVIDENT_FUND: N_("Housing provident fund"),
        AssetKind.HOME: N_("A home"),
        AssetKind.CAR: N_("Car or lorry"),
        AssetKind.INSURANCE: N_("Insurance policy"),
        AssetKind.INVESTMENT: N_("Investments"),
        AssetKind.LENT_OUT: N_("Money lent to others"),
        AssetKind.OTHER: N_("Other assets"),
    },
    DebtKind: {
        DebtKind.CREDIT_CARD: N_("Credit card"),
        DebtKind.ONLINE_LOAN: N_("Online loan"),
        DebtKind.CONSUMER_LOAN: N_("Consumer loan"),
        DebtKind.MORTGAGE: N_("Mortgage"),
        DebtKind.CAR_LOAN: N_("Car loan"),
        DebtKind.BUSINESS_LOAN: N_("Business loan"),
        DebtKind.OTHER: N_("Other debt"),
    },
    Answer: {
        Answer.YES: N_("Yes"),
        Answer.NO: N_("No"),
        Answer.UNKNOWN: N_("I don't know"),
    },
    Whose: {
        Whose.MINE: N_("Mine alone"),
        Whose.JOINT: N_("Joint with someone"),
        Whose.GUARANTEED_BY_ME: N_("I guaranteed it for someone"),
        Whose.NOT_MINE: N_("Not mine"),
        Whose.UNKNOWN: N_("I don't know"),
    },
    Channel: {
        Channel.PHONE: N_("Phone call"),
        Channel.CHAT: N_("Online chat"),
        Channel.EMAIL: N_("E-mail"),
        Channel.IN_APP: N_("Application in the app"),
        Channel.BRANCH: N_("Meeting at the branch"),
        Channel.POST: N_("Letter by post"),
        Channel.SMS: N_("Text message"),
        Channel.VISIT: N_("Visit at home"),
    },
    Direction: {
        Direction.FROM_ME: N_("I contacted them"),
        Direction.FROM_THEM: N_("They contacted me"),
    },
    EvidenceState: {
        EvidenceState.HAVE: N_("I have it"),
        EvidenceState.ASKED: N_("I have asked for it"),
        EvidenceState.MISSING: N_("Still missing"),
    },
    Claim: {
        Claim.CAUSE: N_("What happened"),
        Claim.INCOME: N_("My income"),
        Claim.SPENDING: N_("My spending"),
        Claim.DEBT: N_("What is owed"),
        Claim.HOUSEHOLD: N_("Who lives with me"),
        Claim.IDENTITY: N_("Who I am"),
        Claim.CONTACT: N_("A call or a visit"),
    },
    VisitReason: {
        VisitReason.PRIVACY: N_("My privacy"),
        VisitReason.TIME: N_("Little time at home"),
        VisitReason.PRESSURE: N_("Pressure and worry"),
        VisitReason.FAMILY: N_("Family at home"),
        VisitReason.CHILDREN: N_("Children at home"),
        VisitReason.ELDERLY: N_("Elderly people at home"),
        VisitReason.HEALTH: N_("My health"),
    },
    Declines: {
        Declines.COLLECTION: N_("Visits to collect"),
        Declines.ALL: N_("All visits, business talks too"),
    },
    Instead: {
        Instead.PHONE_HOURS: N_("Fixed hours for calls"),
        Instead.IN_APP_CHAT: N_("Chat in the bank's app"),
        Instead.EMAIL: N_("E-mail answered by the next day"),
        Instead.BRANCH_MEETING: N_("A meeting at the branch"),
        Instead.VIDEO_MEETING: N_("A meeting by video"),
        Instead.MONTHLY_UPDATE: N_("A monthly update"),
    },
    Goal: {
        Goal.DELAY: N_("Pay later"),
        Goal.REDUCE: N_("Pay less"),
        Goal.CHANGE_METHOD: N_("Pay in another way"),
    },
    HardshipCause: {
        HardshipCause.JOB_LOSS: N_("Loss of work"),
        HardshipCause.PAY_CUT: N_("Lower pay"),
        HardshipCause.ILLNESS: N_("Illness"),
        HardshipCause.BUSINESS_FAILURE: N_("The business failed"),
        HardshipCause.DIVORCE: N_("Divorce"),
        HardshipCause.DISASTER: N_("A disaster"),
        HardshipCause.FAMILY_CARE: N_("Care for family"),
        HardshipCause.OTHER: N_("Another cause"),
    },
    Steadiness: {
        Steadiness.STEADY: N_("About the same each month"),
        Steadiness.SOMEWHAT: N_("Varies somewhat"),
        Steadiness.UNEVEN: N_("Varies a lot"),
    },
    Likelihood: {
        Likelihood.UNLIKELY: N_("Unlikely"),
        Likelihood.POSSIBLE: N_("Possible"),
        Likelihood.LIKELY: N_("Likely"),
    },
    Side: {
        Side.MINE: N_("My offer"),
        Side.BANK: N_("The bank's offer"),
    },
    OfferState: {
        OfferState.OPEN: N_("Waiting for an answer"),
        OfferState.ACCEPTED: N_("Accepted"),
        OfferState.REFUSED: N_("Refused"),
        OfferState.COUNTERED: N_("Answered with another offer"),
        OfferState.EXPIRED: N_("Expired"),
    },
    AgreementTerm: {
        AgreementTerm.BALANCE: N_("What is owed"),
        AgreementTerm.COMPOSITION: N_("What it is made of"),
        AgreementTerm.CURRENCY: N_("Currency"),
        AgreementTerm.PERIOD: N_("How long"),
        AgreementTerm.METHOD: N_("How to pay"),
        AgreementTerm.DUE_DATES: N_("Due dates"),
        AgreementTerm.AMOUNTS: N_("Amount of each instalment"),
        AgreementTerm.INTEREST_DURING: N_("Interest while the plan runs"),
        AgreementTerm.FEES_DURING: N_("Fees while the plan runs"),
        AgreementTerm.NO_NEW_CARDS: N_("No new cards until repaid"),
        AgreementTerm.DUTIES: N_("Duties of both sides"),
        AgreementTerm.BREACH: N_("What happens if a payment is missed"),
        AgreementTerm.COLLECTION_STOPS: N_("No collection while I pay as agreed"),
        AgreementTerm.REPORTING: N_("How it is reported to the credit record"),
        AgreementTerm.ALLOCATION: N_("What each payment is counted against"),
        AgreementTerm.CONFIRMED_BY: N_("Who confirmed it, and how"),
    },
    TermState: {
        TermState.IN_WRITING: N_("In writing"),
        TermState.ON_PHONE: N_("Said on the phone"),
        TermState.NOT_MENTIONED: N_("Not mentioned"),
        TermState.DIFFERS: N_("Differs from what I asked"),
    },
    EventKind: {
        EventKind.INCOME_LOST: N_("Income lost"),
        EventKind.ILLNESS: N_("Illness"),
        EventKind.CANNOT_PAY: N_("A payment I cannot make"),
        EventKind.STILL_CHARGED: N_("Interest or fees still charged"),
        EventKind.STILL_VISITED: N_("Still visited"),
        EventKind.WRONG_DEBIT: N_("Wrong amount debited"),
        EventKind.COURT_PAPERS: N_("Court papers"),
        EventKind.OTHER: N_("Something else"),
    },
    Recipient: {
        Recipient.BANK: N_("The bank"),
        Recipient.MEDIATOR: N_("A mediator"),
        Recipient.ADVISOR: N_("My advisor"),
        Recipient.ME: N_("Myself"),
    },
}
"""Keyed by the choice's type first, because members of two choices may be equal as text (`other`)."""
