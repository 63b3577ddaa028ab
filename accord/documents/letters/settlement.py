"""一次性减免结清申请: one payment that closes the debt, only after the bank agrees in writing."""

from datetime import date
from decimal import Decimal

from accord.budget.means import owed
from accord.documents.blocks import AskBox, Block, Bullets
from accord.documents.facts import Facts
from accord.documents.letters.frame import answer_wanted, basis, body, channel, closing, enclosures, opening, truth
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import amount_in_full
from accord.i18n import N_, _

TITLE = N_("Request to settle in one payment")
WAIVER_RULE = "loan.waiver"


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("settling the {product} in one payment").format(product=facts.product)
    amount = _amount(facts)
    written = amount_in_full(amount) if amount else facts.gap(_("the amount you offer to settle with"))
    rows = (
        (_("One payment of"), written),
        (_("Paid by"), facts.day(_day(facts, amount), _("the day you can pay it"))),
        (_("Paid into"), _("{account}, in the app of {you}").format(account=facts.account, you=facts.you)),
    )
    why = _(
        "As of {as_of}, as far as I know, {balance} is owed in all; the records of {you} are decisive. "
        "Because of {cause} I cannot raise that amount."
    )
    return (
        *opening(facts, _(TITLE), subject),
        AskBox(_("What I ask for"), rows, _("I pay after the written agreement of {you}.").format(you=facts.you)),
        body(why.format(as_of=facts.as_of, balance=facts.balance, you=facts.you, cause=facts.cause)),
        body(_("I ask {you} to agree that this payment settles the debt, and in particular:").format(you=facts.you)),
        Bullets(
            (
                _("to name in writing the amount, the account and the day, and what is waived;"),
                _("to issue a certificate of settlement after the payment;"),
                _("to have the credit record updated as the rules require."),
            ),
            numbered=True,
        ),
        *basis(WAIVER_RULE, facts),
        *channel(facts),
        answer_wanted(facts),
        truth(),
        *enclosures(facts),
        *closing(facts),
    )


def _amount(facts: Facts) -> Decimal | None:
    """Return the sum offered, never more than all that is owed."""
    ask, whole = facts.case.ask(facts.debt.id), owed(facts.debt)
    if ask is None or ask.settlement is None or whole is None:
        return ask.settlement if ask else None
    return min(ask.settlement, whole)


def _day(facts: Facts, amount: Decimal | None) -> date | None:
    """Return the day of the payment: named for this amount, or none."""
    ask, position = facts.case.ask(facts.debt.id), facts.case.position
    if amount is None or ask is None:
        return None
    return facts.ahead(position.can_pay_on if position.can_pay_now == amount else ask.first_due)


LETTER = Letter(
    id="settlement",
    title=TITLE,
    meaning=N_("Offers one payment that closes the debt, once the bank agrees in writing."),
    will_not=(
        N_("It does not oblige you to pay before there is a written agreement."),
        N_("It does not bind the bank: whether to waive anything is the bank's decision."),
        N_("It promises nothing about the credit record."),
    ),
    acknowledges=True,
    write=write,
)
