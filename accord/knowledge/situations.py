"""Two situations that are no emergency yet but want care first, as cards; and the letter that fits each event."""

from __future__ import annotations

from datetime import date
from typing import Final

from accord.case import EventKind
from accord.i18n import N_, _
from accord.knowledge.cards import Card, LetterId, cards

SECURED_CARD = "secured"
NOT_MINE_CARD = "not_mine"

EVENT_LETTERS: Final[dict[EventKind, LetterId | None]] = {
    EventKind.INCOME_LOST: "hold_action",
    EventKind.ILLNESS: "hold_action",
    EventKind.CANNOT_PAY: "cannot_pay",
    EventKind.STILL_CHARGED: "breach",
    EventKind.STILL_VISITED: "breach",
    EventKind.WRONG_DEBIT: "breach",
    EventKind.COURT_PAPERS: None,
    EventKind.OTHER: "update",
}
"""The letter that fits an event; None where a lawyer comes before any letter."""

_SECURED_SAY = N_(
    "“A home (a car, a guarantor) stands behind this loan. I want to keep paying. Which adjustment can I apply for "
    "before the next due date? What is the work order number?”"
)
_SECURED_DO = (
    N_("Call before the next due date: for a secured loan the time before it is the best time."),
    N_("Read in the contract what stands behind the loan, who signed, and what happens when a payment is missed."),
    N_("Tell a guarantor yourself, calmly, before somebody else does."),
    N_("Keep this instalment apart from the others in chapter 4: it comes first there."),
    N_("Ask a lawyer or a legal-aid office before you sign anything new."),
)
_SECURED_NOT = (
    N_("Do not sign a new pledge or bring in a new guarantor under pressure."),
    N_("Do not sell or hand over what is pledged without asking the bank and a lawyer first."),
)
_SECURED_CALL = (
    N_("The number on your card or in the contract; ask for the branch that made the loan."),
    N_("If you do not know whom to ask: 12345 for the local legal service desk."),
)
_NOT_MINE_SAY = N_(
    "“I do not recognise this debt. Please send me in writing what it rests on: contract, date, account, payments. "
    "Until then I confirm nothing. What is the work order number?”"
)
_NOT_MINE_DO = (
    N_("Check first: call the bank's published number and ask whether this debt exists in your name."),
    N_("Ask for copies of contract, identity check and payment records, in writing."),
    N_("Look at your credit record, and object there if something is wrong."),
    N_("If your identity was misused, report it to the police and keep the receipt of the report."),
    N_("If someone bought the debt, ask for the written notice of the sale before anything else."),
)
_NOT_MINE_NOT = (
    N_("Pay nothing, not even a small sum “to show good will”, and sign nothing that accepts it."),
    N_("Do not simply hang up and block: a short question in writing protects you better."),
)
_NOT_MINE_CALL = (
    N_("The bank's number from its own website or app."),
    N_("If you suspect that somebody used your name: 110."),
)
_NOT_MINE_NOTE = N_("Sharing a home does not by itself make a relative's debt yours. If you are unsure, ask a lawyer.")
_SECURED_NOTE = N_("With a home or another person at stake, an hour with a lawyer comes before any letter.")


def situations() -> tuple[Card, ...]:
    """Return the two cards in the language spoken now: something stands behind the debt; the debt is not mine."""
    return (_secured(), _not_mine())


def any_card(card_id: str, on: date | None = None) -> Card | None:
    """Return a card or a situation by its id, as it is read on a day, in the language spoken now; or None."""
    return next((found for found in (*cards(on=on), *situations()) if found.id == card_id), None)


def _secured() -> Card:
    return Card(
        id=SECURED_CARD,
        title=_("A home, a car or a guarantor stands behind the debt"),
        say=(_(_SECURED_SAY),),
        script=(),
        home="",
        do_now=_spoken(_SECURED_DO),
        do_not=_spoken(_SECURED_NOT),
        safety=(),
        call=_spoken(_SECURED_CALL),
        note=_(_SECURED_NOTE),
        letter_id=None,
        rules=("loan.extension",),
    )


def _not_mine() -> Card:
    return Card(
        id=NOT_MINE_CARD,
        title=_("This debt is not mine"),
        say=(_(_NOT_MINE_SAY),),
        script=(),
        home="",
        do_now=_spoken(_NOT_MINE_DO),
        do_not=_spoken(_NOT_MINE_NOT),
        safety=(),
        call=_spoken(_NOT_MINE_CALL),
        note=_(_NOT_MINE_NOTE),
        letter_id="dispute",
        rules=("credit_record.right_to_correct",),
    )


def _spoken(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_(line) for line in lines)
