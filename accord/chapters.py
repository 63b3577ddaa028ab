"""The eight chapters in the article's order: what each gives, and what it still lacks in a case.

Titles and sentences are English messages marked for translation; `Progress.missing` is already spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from accord.case import AgreementTerm, Case, Debt, EvidenceState, Whose
from accord.errors import KnowledgeError
from accord.i18n import N_, _


@dataclass(frozen=True)
class Chapter:
    """One chapter.

    Attributes:
        id: the name in code and of its text file.
        number: its place in the article, from 1.
        title: the chapter's name.
        promise: the headline: what the person gets.
        after: "After this you have …".
        minutes: how long it takes.
        page: the page's script, as the screen's links name it.
    """

    id: str
    number: int
    title: str
    promise: str
    after: str
    minutes: int
    page: str


CHAPTERS: Final = (
    Chapter(
        id="understand",
        number=1,
        title=N_("Understand the bank"),
        promise=N_("Know what the bank wants, and who there can decide"),
        after=N_("After this you have your place on the bank's clock, and you know which desk to ask for."),
        minutes=8,
        page="pages/1_understand_the_bank.py",
    ),
    Chapter(
        id="position",
        number=2,
        title=N_("Clarify your position"),
        promise=N_("Say in three lines what you want, why, and what you offer instead of a visit"),
        after=N_("After this you have a statement you can read out, and a limit that only you know."),
        minutes=12,
        page="pages/2_your_position.py",
    ),
    Chapter(
        id="channel",
        number=3,
        title=N_("Pick a channel"),
        promise=N_("Find the way of talking that suits you, with the words for it"),
        after=N_(
            "After this you have a call script, chat lines or an e-mail, and a place to write down every contact."
        ),
        minutes=8,
        page="pages/3_channel.py",
    ),
    Chapter(
        id="materials",
        number=4,
        title=N_("Gather materials"),
        promise=N_("See what is left each month, and collect the papers that prove it"),
        after=N_("After this you have a budget that adds up, a fair share for each creditor, and a list of papers."),
        minutes=20,
        page="pages/4_materials.py",
    ),
    Chapter(
        id="negotiate",
        number=5,
        title=N_("Negotiate"),
        promise=N_("Find an instalment you can keep, and ask for it"),
        after=N_("After this you have one plan, the letter that asks for it, and an answer to each objection."),
        minutes=20,
        page="pages/5_negotiate.py",
    ),
    Chapter(
        id="follow_up",
        number=6,
        title=N_("Follow up"),
        promise=N_("Get what was agreed in writing, and see that both sides keep it"),
        after=N_(
            "After this you have the agreed terms on paper, reminders before each due date, and a payment record."
        ),
        minutes=10,
        page="pages/6_follow_up.py",
    ),
    Chapter(
        id="emergencies",
        number=7,
        title=N_("Handle emergencies"),
        promise=N_("Know what to say and do when something happens today"),
        after=N_("After this you have the card for your situation, and today's letter if one is needed."),
        minutes=3,
        page="pages/7_emergencies.py",
    ),
    Chapter(
        id="summary",
        number=8,
        title=N_("Summary"),
        promise=N_("Check everything once, and take the papers with you"),
        after=N_("After this you have an action plan for this week, and one set of papers for the bank."),
        minutes=10,
        page="pages/8_summary.py",
    ),
)


class State(StrEnum):
    """How far a chapter is."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    DONE = "done"


STATE_WORDS: Final = {State.NOT_BEGUN: N_("Not begun"), State.BEGUN: N_("Begun"), State.DONE: N_("Done")}


@dataclass(frozen=True)
class Progress:
    """How far a chapter is, and spoken sentences that name what it lacks. An empty tuple: nothing is required."""

    state: State
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Need:
    """One thing a chapter asks for."""

    message: str
    met: Callable[[Case], bool]


def chapter(chapter_id: str) -> Chapter:
    """Return the chapter with this id.

    Raises:
        KnowledgeError: there is none.
    """
    for found in CHAPTERS:
        if found.id == chapter_id:
            return found
    raise KnowledgeError(N_("There is no chapter “{chapter}”."), chapter=chapter_id)


def next_chapter(chapter_id: str) -> Chapter | None:
    """Return the chapter after this one, or None after the last."""
    number = chapter(chapter_id).number
    return CHAPTERS[number] if number < len(CHAPTERS) else None


def progress(case: Case, chapter_id: str, on: date) -> Progress:
    """Tell how far a chapter is in this case on this day."""
    chosen = chapter(chapter_id)
    if chosen.id == "emergencies":
        return Progress(State.DONE if case.events else State.NOT_BEGUN)
    if chosen.id == "follow_up" and case.agreements:
        return _kept_watch(case, on)
    needs = _NEEDS[chosen.id]
    missing = tuple(_(need.message) for need in needs if not need.met(case))
    return Progress(_state(len(needs), len(missing)), missing)


def _state(needed: int, missing: int) -> State:
    if not missing:
        return State.DONE
    return State.BEGUN if missing < needed else State.NOT_BEGUN


def _kept_watch(case: Case, on: date) -> Progress:
    missing = []
    if any(len(agreement.terms) < len(AgreementTerm) for agreement in case.agreements):
        missing.append(_("You have not yet gone through every point of the agreement."))
    if any(agreement.first_due is None or agreement.instalment is None for agreement in case.agreements):
        missing.append(_("The agreed instalment or the first due date is not filled in yet."))
    if any(payment.due and payment.due < on and payment.paid_on is None for payment in case.payments):
        missing.append(_("A due date has passed, and no payment is written down for it."))
    return Progress(State.BEGUN if missing else State.DONE, tuple(missing))


def _own_debts(case: Case) -> list[Debt]:
    return [debt for debt in case.debts if debt.whose is not Whose.NOT_MINE]


def _debts_complete(case: Case) -> bool:
    return bool(case.debts) and all(debt.creditor and debt.principal is not None for debt in case.debts)


def _gates_answered(case: Case) -> bool:
    return bool(case.debts) and all(debt.id in case.private.gates for debt in case.debts)


def _reachable(case: Case) -> bool:
    hours = case.person.phone and case.person.call_from is not None and case.person.call_until is not None
    return bool(hours or case.person.email)


def _asked(case: Case) -> bool:
    asked = {ask.debt_id for ask in case.asks if ask.option}
    debts = _own_debts(case)
    return bool(debts) and all(debt.id in asked for debt in debts)


_NEEDS: Final[dict[str, tuple[_Need, ...]]] = {
    "understand": (
        _Need(
            N_("You have not yet said since which day a debt is overdue."),
            lambda case: any(debt.overdue_since for debt in case.debts),
        ),
    ),
    "position": (
        _Need(
            N_("You have not yet said why you do not want visits."),
            lambda case: bool(case.position.reasons or case.position.own_reason),
        ),
        _Need(
            N_("You have not yet said what you offer instead of a visit."),
            lambda case: bool(case.position.instead),
        ),
        _Need(N_("You have not yet chosen what to ask for first."), lambda case: bool(case.position.goals)),
        _Need(
            N_("You have not yet said what happened and since when."),
            lambda case: case.position.cause is not None and case.position.since is not None,
        ),
        _Need(
            N_("You have not yet set the most you can pay a month. Only you see it."),
            lambda case: case.private.ceiling is not None,
        ),
        _Need(N_("The questions to settle before any letter are still open."), _gates_answered),
    ),
    "channel": (
        _Need(N_("You have not yet chosen how to talk to the bank."), lambda case: case.channel.chosen is not None),
        _Need(
            N_("You have not yet given a way to reach you: phone hours or an e-mail address."),
            _reachable,
        ),
    ),
    "materials": (
        _Need(
            N_("You have not yet entered what comes in."),
            lambda case: any(income.amount is not None for income in case.incomes),
        ),
        _Need(
            N_("You have not yet entered what goes out."),
            lambda case: any(spending.amount is not None for spending in case.spendings),
        ),
        _Need(
            N_("The creditor and the principal of each debt are not all there yet; a rough figure is enough."),
            _debts_complete,
        ),
        _Need(
            N_("You have not yet ticked a paper that proves your situation."),
            lambda case: any(paper.state is EvidenceState.HAVE for paper in case.evidence),
        ),
    ),
    "negotiate": (
        _Need(N_("You have not yet chosen a way to repay for every debt."), _asked),
        _Need(N_("You have not yet written down an offer, yours or the bank's."), lambda case: bool(case.offers)),
    ),
    "follow_up": (_Need(N_("No agreement is written down yet."), lambda case: bool(case.agreements)),),
    "summary": (
        _Need(N_("The papers still lack your full name."), lambda case: bool(case.person.name)),
        _Need(
            N_("The papers still lack the last four characters of your identity number."),
            lambda case: bool(case.person.id_last4),
        ),
        _Need(N_("The papers still lack the phone number the bank has for you."), lambda case: bool(case.person.phone)),
        _Need(
            N_("The papers still lack what you can pay now, or the day on which you pay it."),
            lambda case: case.position.can_pay_now is not None and case.position.can_pay_on is not None,
        ),
    ),
}
