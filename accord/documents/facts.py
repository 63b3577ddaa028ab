"""What a letter knows, in words: each answer as it is written in a letter, and a line to fill in where it is missing.

A letter is always a whole letter. Where an answer is missing it leaves a blank line, and `Facts.gaps` names what
should go there, for the screen. Facts are made from an `OpenCase`: nothing private can be asked of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from accord.budget.means import owed
from accord.case import Agreement, Claim, Contact, Debt, DebtKind, HardshipCause, OpenCase, Payment, Whose
from accord.documents.blocks import BLANK
from accord.documents.exhibits import Marks
from accord.documents.phrasing import hours, long_day
from accord.i18n import N_, _
from accord.money import yuan
from accord.options import OPTIONS, Plan, attempt

PLAN_DAYS = 14
"""Days until the plan comes, where the person named no day: a letter always names one."""

_PRODUCTS = {
    DebtKind.CREDIT_CARD: N_("credit card ending {tail}"),
    DebtKind.ONLINE_LOAN: N_("online loan (account ending {tail})"),
    DebtKind.CONSUMER_LOAN: N_("consumer loan (account ending {tail})"),
    DebtKind.MORTGAGE: N_("home loan (account ending {tail})"),
    DebtKind.CAR_LOAN: N_("car loan (account ending {tail})"),
    DebtKind.BUSINESS_LOAN: N_("business loan (account ending {tail})"),
    DebtKind.OTHER: N_("loan (account ending {tail})"),
}
_CAUSES = {
    HardshipCause.JOB_LOSS: N_("the loss of my job"),
    HardshipCause.PAY_CUT: N_("a fall in my pay"),
    HardshipCause.ILLNESS: N_("my state of health"),
    HardshipCause.BUSINESS_FAILURE: N_("the failure of my business"),
    HardshipCause.DIVORCE: N_("a change in my family"),
    HardshipCause.DISASTER: N_("a disaster or an accident"),
    HardshipCause.FAMILY_CARE: N_("the care of a family member"),
    HardshipCause.OTHER: N_("a change in my circumstances"),
}
_COMPANY_SIGNS = ("公司", "消费金融", "小额贷款", "小贷", "汽车金融", "company", "finance")
_BANK_SIGNS = ("银行", "信用社", "bank")


@dataclass
class Facts:
    """One debt of one case on one day, in words.

    Args:
        case: the bank's copy of the answers.
        debt: the debt the letter is about; an empty one when there is none yet.
        on: the day of the letter.
        plan: what is asked for, worked out; None when nothing is chosen yet.
        marks: where the proofs of figures stand; each is named at its figure's first mention.
        careful: set while a gate is open: then no word may offer a plan or accept the debt.
        indexed: set where the letter stands in one paper with the evidence index, so that it may point to it.
    """

    case: OpenCase
    debt: Debt
    on: date
    plan: Plan | None
    careful: bool = False
    marks: Marks = field(default_factory=Marks)
    indexed: bool = False
    _gaps: dict[str, None] = field(default_factory=dict)
    _cited: set[Claim] = field(default_factory=set)

    @classmethod
    def of(cls, case: OpenCase, debt_id: str, on: date, *, careful: bool = False) -> Facts:
        """Return the facts about one debt; an empty `debt_id` means the package's debt, or the first one."""
        debt = debt_in_question(case, debt_id)
        return cls(case, debt, on, plan_asked(case, debt, on), careful=careful or debt.whose is Whose.NOT_MINE)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What was missing so far, each named once, in the order of the letter."""
        return tuple(self._gaps)

    def gap(self, name: str) -> str:
        """Note that `name` (spoken) is missing and return a blank line."""
        self._gaps[name] = None
        return BLANK

    def said(self, text: str, name: str) -> str:
        """Return `text`, or a blank line when it is empty."""
        return text or self.gap(name)

    def afresh(self, marks: Marks) -> Facts:
        """Return the same facts for another part of a paper, where each figure's proof is named once more."""
        return replace(self, marks=marks, _cited=set())

    def cited(self, text: str, claim: Claim) -> str:
        """Return a figure with the mark of its proof, at its first mention."""
        if text == BLANK or claim in self._cited:
            return text
        self._cited.add(claim)
        return self.marks.beside(text, claim)

    def day(self, day: date | None, name: str) -> str:
        """Return a day in full, or a blank line."""
        return long_day(day) if day else self.gap(name)

    def money(self, amount: Decimal | None, name: str) -> str:
        """Return an amount, or a blank line."""
        return self.gap(name) if amount is None else yuan(amount)

    @property
    def name(self) -> str:
        """The person's full name."""
        return self.said(self.case.person.name, _("your full name"))

    @property
    def id_tail(self) -> str:
        """The last four characters of the identity card number."""
        return self.said(self.case.person.id_last4, _("the last four of your identity card number"))

    @property
    def phone(self) -> str:
        """The phone number the bank has on record."""
        return self.said(self.case.person.phone, _("the phone number registered with the bank"))

    @property
    def bank(self) -> str:
        """The creditor's name."""
        return self.said(self.debt.creditor, _("the bank's name"))

    @property
    def you(self) -> str:
        """How the creditor is addressed within a sentence."""
        name = self.debt.creditor.lower()
        # Some banks are companies by name ("...银行股份有限公司"): the bank sign wins.
        company = any(sign in name for sign in _COMPANY_SIGNS) and not any(sign in name for sign in _BANK_SIGNS)
        return _("your company") if company else _("your bank")

    @property
    def role(self) -> str:
        """What the person is to the creditor."""
        if self.debt.whose is Whose.GUARANTEED_BY_ME:
            return _("guarantor")
        return _("cardholder") if self.is_card else _("borrower")

    @property
    def unsettled(self) -> bool:
        """Tell whether it is open whose debt it is: not the person's by their own word, or they do not know."""
        return self.debt.whose in (Whose.NOT_MINE, Whose.UNKNOWN)

    @property
    def is_card(self) -> bool:
        """Tell whether the debt is a credit card's."""
        return self.debt.kind is DebtKind.CREDIT_CARD

    @property
    def account(self) -> str:
        """The account a payment goes into."""
        if self.debt.whose is Whose.GUARANTEED_BY_ME:
            return _("the account named above")
        return _("my card account") if self.is_card else _("my loan account")

    @property
    def product(self) -> str:
        """The card or loan, with its last four digits."""
        tail = self.said(self.debt.account_last4, _("the last four digits of the card or account"))
        return _(_PRODUCTS[self.debt.kind]).format(tail=tail)

    @property
    def balance(self) -> str:
        """All that is owed as far as the person knows."""
        return self.cited(self.money(owed(self.debt), _("what is owed, as your last statement says")), Claim.DEBT)

    @property
    def as_of(self) -> str:
        """The day the balance was read."""
        return self.day(self.debt.as_of, _("the day of that balance"))

    @property
    def cause(self) -> str:
        """What happened, in one phrase."""
        cause = self.case.position.cause
        return self.cited(_(_CAUSES[cause]), Claim.CAUSE) if cause else self.gap(_("what happened"))

    @property
    def since(self) -> str:
        """Since when."""
        return self.day(self.case.position.since, _("since when"))

    @property
    def plan_by(self) -> str:
        """The day by which the plan comes: the person's unless it is past, or two weeks from the letter."""
        # A day in the past would make the letter a broken promise from its first line.
        named = self.case.position.plan_by
        return long_day(named if named and named >= self.on else self.on + timedelta(days=PLAN_DAYS))

    @property
    def pay_on(self) -> str:
        """The day on which what can be paid now is paid; a blank line where none is named or it is past."""
        return self.day(self.ahead(self.case.position.can_pay_on), _("the day you can pay it"))

    def ahead(self, day: date | None) -> date | None:
        """Return a day that is promised or expected; None where it is past: such words are wrong as they are read."""
        return day if day and day >= self.on else None

    @property
    def window(self) -> str:
        """The hours in which the person can be called."""
        start, end = self.case.person.call_from, self.case.person.call_until
        if start is None or end is None:
            return self.gap(_("the hours in which you can be called"))
        return hours(start, end)

    @property
    def agreement(self) -> Agreement | None:
        """What was agreed for this debt last."""
        mine = [row for row in self.case.agreements if row.debt_id in ("", self.debt.id)]
        return mine[-1] if mine else None

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Payments under the agreement, by date."""
        agreement = self.agreement
        rows = [row for row in self.case.payments if agreement and row.agreement_id in ("", agreement.id)]
        return tuple(sorted(rows, key=lambda row: row.due or row.paid_on or date.max))

    def contacts(self, wanted: Callable[[Contact], bool] = bool) -> tuple[Contact, ...]:
        """Return the contacts about this debt that `wanted` picks, by time."""
        rows = (row for row in self.case.contacts if row.debt_id in ("", self.debt.id) and wanted(row))
        return tuple(sorted(rows, key=lambda row: row.at))


def debt_in_question(case: OpenCase, debt_id: str = "") -> Debt:
    """Return the debt named, else the package's, else the first; an empty debt where there is none."""
    return case.debt(debt_id) or case.debt(case.package.debt_id) or next(iter(case.debts), None) or Debt(id="")


def plan_asked(case: OpenCase, debt: Debt, on: date) -> Plan | None:
    """Return what the person chose to ask for this debt; None when nothing is chosen or it cannot be worked out.

    Nothing is recommended here: a figure the person has not chosen is not offered to a bank.
    """
    ask = case.ask(debt.id)
    # A way that is shown only for its dangers is put before no bank.
    if ask is None or ask.option not in {option.id for option in OPTIONS if option.recommendable}:
        return None
    # A figure that cannot be worked out leaves a blank line; a letter never stops for it.
    made = attempt(ask.option, debt, ask, on)
    return made if isinstance(made, Plan) else None
