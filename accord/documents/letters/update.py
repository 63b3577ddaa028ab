"""还款情况说明: what was paid, what comes next, what has changed."""

from datetime import date

from accord.case import Payment
from accord.days import add_months
from accord.documents.blocks import Block, Bullets, Column, Paragraph, Table
from accord.documents.facts import Facts
from accord.documents.letters.cannot_pay import next_due, scheduled_due
from accord.documents.letters.frame import body, channels, closing, next_step, opening
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import long_day
from accord.i18n import N_, _
from accord.money import yuan

TITLE = N_("Report on my repayments")
NOTHING = "–"
"""Stands in a cell that has nothing to say."""


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("how the repayment of the {product} stands").format(product=facts.product)
    return (
        *opening(facts, _(TITLE), subject),
        body(_("This is how my repayments stand as of {day}.").format(day=long_day(facts.on))),
        *_paid(facts),
        body(_situation(facts)),
        body(_next(facts)),
        *(() if facts.agreement else (next_step(facts),)),
        body(_("I can be reached as before:")),
        Bullets(channels(facts)),
        body(_("If the records of {you} differ, please tell me so that I can check at once.").format(you=facts.you)),
        *closing(facts, N_("Reported by: ________________")),
    )


def payment_table(payments: tuple[Payment, ...], on: date | None = None) -> Table:
    """Return payments with due date, day paid, amount and receipt; one due after `on` is not late but to come."""
    columns = (
        Column(_("Due"), 1),
        Column(_("Paid on"), 1),
        Column(_("Amount (yuan)"), 1, "right"),
        Column(_("Receipt"), 1.4),
    )
    rows = tuple(
        (
            long_day(row.due) if row.due else NOTHING,
            long_day(row.paid_on) if row.paid_on else _("still to come") if _ahead(row, on) else _("not yet"),
            yuan(row.amount) if row.amount is not None else NOTHING,
            (row.paid_on and row.receipt) or NOTHING,
        )
        for row in payments
    )
    return Table(columns, rows)


def _ahead(row: Payment, on: date | None) -> bool:
    return on is not None and row.due is not None and row.due > on


def _paid(facts: Facts) -> tuple[Block, ...]:
    if not facts.payments:
        made = facts.gap(_("the payments you made (chapter 6)"))
        return (Paragraph(_("Paid so far: {payments}").format(payments=made)),)
    return (payment_table(facts.payments, facts.on),)


def _situation(facts: Facts) -> str:
    position = facts.case.position
    if position.recovery_words:
        return _("My situation at present: {words}").format(words=position.recovery_words)
    return _("My situation at present: {words}").format(words=facts.gap(_("one line on your situation now")))


def _next(facts: Facts) -> str:
    report, due, agreement = long_day(add_months(facts.on, 1)), next_due(facts), facts.agreement
    if agreement is None:
        # Who has agreed on nothing yet cannot promise to go on as agreed.
        text = _(
            "I have not agreed on an arrangement with {you} yet, and I remain ready to talk. I will report again by "
            "{day}, or at once if anything changes."
        )
        return text.format(you=facts.you, day=report)
    if due is None:
        text = _("I go on paying as arranged and will report again by {day}, or at once if anything changes.")
        return text.format(day=report)
    # A payment of another day than the schedule's has an amount of its own, which nobody noted yet.
    if due != scheduled_due(facts) or agreement.instalment is None:
        text = _(
            "The next payment is due on {due}; I will make it as arranged and report again by {day}, or at once if "
            "anything changes."
        )
        return text.format(due=long_day(due), day=report)
    text = _(
        "The next instalment of {amount} is due on {due}; I will pay it as arranged and report again by {day}, or at "
        "once if anything changes."
    )
    return text.format(amount=yuan(agreement.instalment), due=long_day(due), day=report)


LETTER = Letter(
    id="update",
    title=TITLE,
    meaning=N_("Tells the bank what you have paid and how things stand, before it has to ask."),
    will_not=(
        N_("It asks for nothing new and changes no agreement."),
        N_("It does not replace the payment itself."),
    ),
    acknowledges=True,
    write=write,
)
