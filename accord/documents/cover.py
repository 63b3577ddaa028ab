"""Page 1 of the bank package: the case in three minutes. Who, how much, why, what now, what is asked, signed."""

from __future__ import annotations

from accord.case import Debt, DebtKind
from accord.days import days_past_due
from accord.documents.asking import ask_rows
from accord.documents.blocks import AskBox, Block, Heading, KeyValues, Paragraph, Signature
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day
from accord.i18n import N_, _, plural
from accord.money import yuan

Pairs = tuple[tuple[str, str], ...]


def cover(facts: Facts) -> tuple[Block, ...]:
    """Return page 1, in the language spoken now."""
    note = _("Amounts as your records show them; whether to agree is for {you} to decide.").format(you=facts.you)
    return (
        Heading(_("The case on one page"), level=1),
        Paragraph(
            _("To: {bank}, {office}").format(
                bank=facts.bank, office=_("post-loan management (repayment arrangements)")
            ),
            bold=True,
        ),
        KeyValues((*_who(facts), *_owed(facts))),
        AskBox(_("What I ask for"), (*_now(facts), *ask_rows(facts)), note),
        KeyValues(_why(facts)),
        Paragraph(_("I declare that what I state and the papers I enclose are true, and I will help to verify them.")),
        Signature((_("Signature: ________________"), _("Date signed: ____ / ____ / ____"))),
    )


def balance_parts(debt: Debt) -> Pairs:
    """Return the known parts of what is owed, by the names used for this kind of debt."""
    card = debt.kind is DebtKind.CREDIT_CARD
    parts = (
        (_("Principal"), debt.principal),
        (_("Overdraft interest") if card else _("Interest"), debt.interest),
        (_("Penalty interest"), debt.penalty_interest),
        (_("Late fees and other fees") if card else _("Fees"), debt.fees),
    )
    return tuple((name, yuan(amount)) for name, amount in parts if amount)


def _who(facts: Facts) -> Pairs:
    rows = [
        (_("Name"), facts.name),
        (_("Identity card, last four"), facts.id_tail),
        (_("Account"), facts.product),
        (_("Registered phone"), facts.phone),
        (_("Hours for calls"), facts.window),
    ]
    if facts.case.person.email:
        rows.append((_("E-mail"), facts.case.person.email))
    return tuple(rows)


def _owed(facts: Facts) -> Pairs:
    whole = _("{amount} as of {day} as far as I know; the records of {you} are decisive").format(
        amount=facts.balance, day=facts.as_of, you=facts.you
    )
    parts = [_("{name} {value}").format(name=name, value=value) for name, value in balance_parts(facts.debt)]
    if parts:
        whole = _("{whole} ({parts})").format(whole=whole, parts=_(", ").join(parts))
    rows = [(_("Owed in all"), whole)]
    if facts.debt.overdue_since:
        late = days_past_due(facts.debt.overdue_since, facts.on)
        rows.append(
            (
                _("Overdue"),
                _("since {day}, {days}").format(
                    day=long_day(facts.debt.overdue_since), days=plural(N_("{n} day"), N_("{n} days"), late)
                ),
            )
        )
    return tuple(rows)


def _now(facts: Facts) -> Pairs:
    position = facts.case.position
    # Nothing to pay now needs no line, and no day either.
    if position.can_pay_now == 0 or (position.can_pay_now is None and facts.plan is not None):
        return ()
    text = _("{amount} on {day}").format(
        amount=facts.money(position.can_pay_now, _("what you can pay now")),
        day=facts.pay_on,
    )
    return ((_("Can be paid now"), text),)


def _why(facts: Facts) -> Pairs:
    position = facts.case.position
    rows = [(_("Cause"), _("since {day}: {cause}").format(day=facts.since, cause=facts.cause))]
    if position.cause_words:
        rows.append((_("In my own words"), position.cause_words))
    expected = facts.ahead(position.recovery_on)
    better = [_("about {day}").format(day=long_day(expected))] if expected else []
    if position.recovery_words:
        better.append(position.recovery_words)
    if better:
        rows.append((_("When it may get better"), "\n".join(better)))
    if facts.plan is None:
        rows.append((_("Proposal by"), facts.plan_by))
    return tuple(rows)
