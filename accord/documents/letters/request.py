"""协商还款申请书: the ask first, then why, then the channel; at most one rule."""

from accord.documents.asking import ask_rows
from accord.documents.blocks import AskBox, Block
from accord.documents.facts import Facts
from accord.documents.letters.frame import (
    answer_wanted,
    basis,
    body,
    channel,
    closing,
    enclosures,
    opening,
    plan_day,
    truth,
)
from accord.documents.letters.letter import Letter
from accord.documents.phrasing import long_day
from accord.i18n import N_, _

TITLE = N_("Request for a repayment arrangement")
CARD_RULE = "credit_card.personal_instalment.longest_term"
BEFORE_DUE_RULE = "loan.extension"
BY_AGREEMENT_RULE = "loan.change_by_agreement"


def write(facts: Facts) -> tuple[Block, ...]:
    """Write the letter."""
    subject = _("an arrangement I can keep for the {product}").format(product=facts.product)
    return (
        *opening(facts, _(TITLE), subject),
        *the_ask(facts),
        body(_reason(facts)),
        *_own_words(facts),
        *basis(_rule_for(facts), facts),
        *channel(facts),
        answer_wanted(facts),
        truth(),
        *enclosures(facts),
        *closing(facts),
    )


def the_ask(facts: Facts) -> tuple[Block, ...]:
    """Return what is asked for in a box, what can be paid now, or the day the plan comes."""
    box = AskBox(
        _("What I ask for"),
        ask_rows(facts),
        _("Amounts as your records show them; whether to agree is for {you} to decide.").format(you=facts.you),
    )
    return (box, *pay_now(facts), *(() if facts.plan else (plan_day(facts),)))


def pay_now(facts: Facts) -> tuple[Block, ...]:
    """Return what can be paid now and on which day, when the person said so."""
    position = facts.case.position
    if not position.can_pay_now:
        return ()
    text = _("At present I can pay {amount}: on {day}, into {account}.")
    amount = facts.money(position.can_pay_now, "")
    return (body(text.format(amount=amount, day=facts.pay_on, account=facts.account)),)


def _reason(facts: Facts) -> str:
    text = _(
        "Why: since {since}, because of {cause}, my income no longer covers the payments as agreed. As of {as_of}, as "
        "far as I know, {balance} is owed in all; the records of {you} are decisive."
    )
    return text.format(since=facts.since, cause=facts.cause, as_of=facts.as_of, balance=facts.balance, you=facts.you)


def _own_words(facts: Facts) -> tuple[Block, ...]:
    position = facts.case.position
    sentences: list[str] = []
    if position.cause_words:
        sentences.append(position.cause_words)
    better = facts.ahead(position.recovery_on)
    if better:
        sentences.append(_("I expect things to be better from about {day}.").format(day=long_day(better)))
    if position.recovery_words:
        sentences.append(position.recovery_words)
    return (body(_("In detail: {words}").format(words="\n".join(sentences))),) if sentences else ()


def _rule_for(facts: Facts) -> str:
    if facts.is_card:
        return CARD_RULE
    overdue = facts.debt.overdue_since is not None and facts.debt.overdue_since < facts.on
    return BY_AGREEMENT_RULE if overdue else BEFORE_DUE_RULE


LETTER = Letter(
    id="request",
    title=TITLE,
    meaning=N_("Asks the bank for an instalment you can keep, and says why."),
    will_not=(
        N_("It does not bind the bank: whether to agree is the bank's decision."),
        N_("It does not stop interest by itself, and it is no agreement yet."),
        N_("It says nothing about the most you could pay."),
    ),
    acknowledges=True,
    write=write,
)
