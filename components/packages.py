"""Three packages alike in worth to the person: three either/or questions, the packages, what the bank liked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import streamlit as st

from accord.bank.area import Area
from accord.bank.packages import CHOICES, HOW_MANY, ISSUE_WORDS, QUESTIONS, Package, Question, packages
from accord.case import Case, Debt, Offer, Side, next_id
from accord.days import add_months
from accord.i18n import N_, _, in_chinese
from accord.money import to_yuan, yuan
from components import bargain
from components.amounts import amount_text
from components.markup import plain
from components.once import once
from components.page import reader_day
from components.rates import rate_words
from components.rows import append
from components.said import covered
from components.session import current_case

LETTERS = "ABC"
LIKED: Final = {
    "term": N_("being done sooner or later"),
    "rate": N_("interest"),
    "waiver": N_("what is waived"),
    "first_payment": N_("money at once"),
    "pause": N_("when the first instalment comes"),
    "skip": N_("a month off once a year"),
}
"""What a bank cares about, by the issue in which the package it liked differs."""


PAUSE: Final = N_("No instalment in the first {months} months.")
SKIP: Final = N_("One instalment a year may be skipped and is then paid at the end.")


def three(case: Case, debt: Debt, maps: tuple[Area, ...]) -> None:
    """Draw the questions and the packages that follow from the answers; the map comes first, then its variants."""
    st.markdown(f"### {_('Three packages, all alike to you')}")
    st.markdown(
        _("Put them to the bank together and ask which is easiest to grant: you learn what matters to it for nothing.")
    )
    for question in QUESTIONS:
        _question(case, question)
    weights = bargain.own_weights(case)
    first_due = _first_due(case, debt)
    inputs = (*(id(one) for one in maps), weights, first_due)
    made = once("packages", inputs, lambda: packages(maps[0], weights, first_due, others=maps[1:]))
    if not made:
        st.markdown(_("Both areas do not meet yet, so there are no packages. What opens them stands under the map."))
        return
    for letter, package in zip(LETTERS, made, strict=False):
        _package(debt, letter, package, made[0])
    if len(made) < HOW_MANY:
        st.markdown(_("The common area is narrow: there are no three here that really differ. More slack brings more."))
    if len(made) > 1:
        _what_to_say(made)
        _which_was_liked(debt, made)


def _first_due(case: Case, debt: Debt) -> date:
    ask = case.ask(debt.id)
    return ask.first_due if ask and ask.first_due else add_months(reader_day(), 1)


def _question(case: Case, question: Question) -> None:
    key = f"tradeoff_{question.id}"
    words = {
        "first": _(ISSUE_WORDS[question.first]),
        "second": _(ISSUE_WORDS[question.second]),
        "either": _("no matter"),
    }
    kept = case.private.tradeoffs.get(question.id)
    st.session_state[key] = kept if kept in CHOICES else None
    st.pills(question.speak(), CHOICES, key=key, format_func=words.__getitem__, on_change=_choose, args=(question, key))


def _choose(question: Question, key: str) -> None:
    bargain.prefer(current_case(), question, st.session_state[key])


def _package(debt: Debt, letter: str, package: Package, first: Package) -> None:
    with st.container(border=True):
        amount = amount_text(package.schedule.highest_payment)
        head = _("**{letter}** · {amount} a month, {months} months")
        st.markdown(head.format(letter=letter, amount=amount, months=package.cell.months))
        st.markdown("  \n".join(_terms(package)))
        if package is not first:
            tested = _("It asks the bank about: {issues}.")
            st.markdown(f":small[{tested.format(issues=_issues(package.tests))}]")
        st.button(
            _("Note it as my offer"),
            key=f"package_{debt.id}_{letter}",
            icon=":material/add:",
            on_click=_note,
            args=(debt.id, package),
        )


def _terms(package: Package) -> list[str]:
    cell = package.cell
    return [
        _("at once: {amount}").format(amount=amount_text(cell.first_payment)),
        _("waived: {amount}").format(amount=amount_text(cell.waived)),
        _("yearly rate: {rate}").format(rate=rate_words(_exact(cell.annual_rate))),
        _("in all: {amount}").format(amount=amount_text(package.total_paid)),
        *_rhythm(package),
    ]


def _rhythm(package: Package) -> list[str]:
    """Return what is special about when a package is paid; nothing for one paid every month from the start."""
    cell = package.cell
    return [
        *([_(PAUSE).format(months=cell.pause)] if cell.pause else []),
        *([_(SKIP)] if cell.skips else []),
    ]


def _issues(names: Sequence[str]) -> str:
    return ("、" if in_chinese() else ", ").join(_(LIKED[name]) for name in names)


def _note(debt_id: str, package: Package) -> None:
    """Put a package into the ledger as an offer of mine."""
    case, cell = current_case(), package.cell
    made = Offer(
        id=next_id("offer", case.offers),
        debt_id=debt_id,
        side=Side.MINE,
        on=reader_day(),
        words="\n".join(_rhythm(package)),
        months=cell.months,
        instalment=to_yuan(package.schedule.highest_payment),
        # What a pause adds is in the instalment: worked out again from the rate it would be lost.
        annual_rate=None if cell.pause else _exact(cell.annual_rate),
        down_payment=to_yuan(cell.first_payment),
        waived=to_yuan(cell.waived),
    )
    if append("offers", made):
        st.toast(_("Noted among the offers below."))


def _exact(rate: float) -> Decimal:
    return Decimal(str(round(rate, 4)))


def _what_to_say(made: Sequence[Package]) -> None:
    """Draw the words for the call, ready to copy."""
    line = _("{letter}: {amount} a month for {months} months, {first} at once, {waived} waived, {rate} a year.")
    offered = [
        line.format(
            letter=letter,
            amount=yuan(package.schedule.highest_payment),
            months=package.cell.months,
            first=yuan(package.cell.first_payment),
            waived=yuan(package.cell.waived),
            rate=rate_words(_exact(package.cell.annual_rate)),
        )
        for letter, package in zip(LETTERS, made, strict=False)
    ]
    lines = [" ".join((text, *_rhythm(package))) for text, package in zip(offered, made, strict=False)]
    spoken = (_("I can keep any of these, they are alike to me:"), *lines, _("Which is easiest for you to grant?"))
    st.markdown(f"**{_('To say or to send')}**")
    st.code(covered("\n".join(spoken)), language=None, wrap_lines=True)


def _which_was_liked(debt: Debt, made: Sequence[Package]) -> None:
    """Ask which package the bank liked, and say what that tells about it."""
    key = f"liked_{debt.id}"
    picked = st.segmented_control(
        _("After the call: which did the bank like best?"), tuple(LETTERS[: len(made)]), key=key
    )
    if picked is None:
        return
    place = LETTERS.index(picked)
    tests = made[place].tests if place else tuple(dict.fromkeys(name for other in made[1:] for name in other.tests))
    text = _("It seems to look at {issues} first. Keep that part as it is, and ask for something in return.")
    st.markdown(plain(text.format(issues=_issues(tests))))
