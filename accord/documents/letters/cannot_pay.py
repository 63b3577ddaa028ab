"""还款困难提前说明: a payment cannot be made in full; said before the due date, with what can be paid."""

from datetime import date
from decimal import Decimal

from accord.case import Event, EventKind
from accord.days import due_dates
from accord.documents.blocks import AskBox, Block
from accord.documents.facts import Facts
from accord.documents.letters.frame import answer_wanted, body, channel, closing, enclosures, opening, truth
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import long_day
from accord.i18n import N_, _

TITLE = N_("Notice that a payment will be hard to make")
CAUSES = (EventKind.CANNOT_PAY, EventKind.INCOME_LOST, EventKind.ILLNESS)


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    due = next_due(facts)
    subject = _("the payment on the {product} that falls due next").format(product=facts.product)
    what = _(
        "I ask {you} to move or adjust the payment due on {due}: because of {cause} I cannot make it in full, and I "
        "say so before the day comes."
    )
    rows = (*_paid_now(facts), (_("New proposal"), _("by {day}").format(day=facts.plan_by)))
    return (
        *opening(facts, _(TITLE), subject),
        body(what.format(due=facts.day(due, _("the due date in question")), cause=facts.cause, you=facts.you)),
        AskBox(_("What I can do and ask for"), rows, _ask_words(facts)),
        *_what_happened(facts),
        *channel(facts),
        answer_wanted(facts),
        truth(),
        *enclosures(facts),
        *closing(facts),
    )


def next_due(facts: Facts) -> date | None:
    """Return the next day something is to be paid: by the schedule, or sooner where the ledger notes a payment."""
    noted = (row.due for row in facts.payments if row.due and not row.paid_on and row.due >= facts.on)
    days = (*noted, scheduled_due(facts))
    return min((day for day in days if day), default=None)


def scheduled_due(facts: Facts) -> date | None:
    """Return the next unpaid due date under the agreement on or after the letter's day, or None."""
    agreement = facts.agreement
    if agreement is None or agreement.first_due is None:
        return None
    paid = {row.due for row in facts.payments if row.paid_on}
    # Only days still ahead: the letter is written before the due date or it is another letter.
    days = due_dates(agreement.first_due, agreement.months or 1)
    return next((day for day in days if day >= facts.on and day not in paid), None)


def part_payment(facts: Facts) -> Decimal | None:
    """Return what can be paid of the instalment; None where the amount named is no part of it."""
    amount, agreement = facts.case.position.can_pay_now, facts.agreement
    # What can be paid now may be the first large payment of another arrangement, not a part of this one.
    if amount and agreement and agreement.instalment and amount >= agreement.instalment:
        return None
    return amount


def latest(facts: Facts, kinds: tuple[EventKind, ...]) -> tuple[Event, ...]:
    """Return the events of these kinds about the debt, oldest first."""
    rows = (row for row in facts.case.events if row.kind in kinds and row.debt_id in ("", facts.debt.id))
    return tuple(sorted(rows, key=lambda row: row.on))


def _paid_now(facts: Facts) -> tuple[tuple[str, str], ...]:
    amount = part_payment(facts)
    row = (_("Can be paid now"), facts.money(amount, _("what you can pay of it")))
    # Nothing is paid on no day.
    if amount == 0:
        return (row,)
    day = facts.pay_on if amount else facts.gap(_("the day you can pay it"))
    return (row, (_("On"), day))


def _what_happened(facts: Facts) -> tuple[Block, ...]:
    agreed_on = facts.agreement.agreed_on if facts.agreement else None
    # What the bank knew when it agreed explains no new difficulty; it will ask what has changed since.
    rows = [row for row in latest(facts, CAUSES) if row.words and (agreed_on is None or row.on >= agreed_on)]
    if agreed_on and not rows:
        changed = facts.gap(_("what has changed since the agreement (chapter 7)"))
        return (body(_("What has changed since we agreed: {words}").format(words=changed)),)
    return tuple(
        body(_("What happened: {day}, {words}").format(day=long_day(row.on), words=row.words))
        for row in rows[-1:]
        if row.kind is not EventKind.ILLNESS or facts.case.package.diagnosis
    )


def _ask_words(facts: Facts) -> str:
    if facts.agreement is None:
        return _("Whether to agree is for {you} to decide.").format(you=facts.you)
    return _("I ask {you} to keep the arrangement in force meanwhile. Whether to agree is for {you} to decide.").format(
        you=facts.you
    )


LETTER = Letter(
    id="cannot_pay",
    title=TITLE,
    meaning=N_("Tells the bank before the due date that a payment will be short, and what you can pay."),
    will_not=(
        N_("It does not stop the payment from counting as late."),
        N_("It does not end or change the arrangement by itself."),
    ),
    acknowledges=True,
    write=write,
)
