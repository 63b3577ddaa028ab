"""Chapter 1's parts: the bank's three goals, its clock, who is speaking, and what a bank weighs."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case import Case, Debt, next_id
from accord.case.labels import label
from accord.charts import Mark, banks_clock
from accord.i18n import N_, _, plural
from accord.knowledge.clock import class_at, class_thresholds, longest_overdue
from accord.knowledge.objections import Counterpart, counterparts
from accord.knowledge.rules import rule
from components import forms, rule_cards, seat
from components.amounts import amount_text
from components.charts import chart
from components.markup import plain
from components.page import reader_day
from components.said import said
from components.session import current_case

SALE_PRICES = ("bank.sale_price.under_one_year", "bank.sale_price.average", "bank.sale_price.over_five_years")
SHOWN_AT_ONCE = 3
"""Debts whose day is asked for in sight; with more, the clock itself would be pages away on a phone."""
SEAT_RULES = ("bank.observation_period", "collection.stages")


class _Goal(NamedTuple):
    """One of the bank's goals, what it gives the bank and the person, and what can be offered for it."""

    title: str
    bank: str
    mine: str
    offer: str


GOALS = (
    _Goal(
        N_("1 · Get the loan back and keep money flowing"),
        N_("A sum that really arrives, from a day that is named."),
        N_("An instalment that leaves rent, food and medicine alone."),
        N_("A payment soon, even a small one, and an instalment that adds up."),
    ),
    _Goal(
        N_("2 · Win customers and grow"),
        N_("A customer who stays once the hard time is over."),
        N_("To be treated as a customer in trouble, not as a bad debt."),
        N_("The cause, since when, and when it should get better."),
    ),
    _Goal(
        N_("3 · Keep the relation and lower the risk of default"),
        N_("Somebody who answers and speaks up before things change."),
        N_("Calls at hours that suit you, and nobody at the door."),
        N_("One channel that always works, and a word on each payment."),
    ),
)

WEIGHED = (
    N_(
        "**What comes in, and how soon.** A sum that arrives each month counts for more than a larger one that may not."
    ),
    N_("**What it costs to collect.** Calls, visits, agencies and courts take time and money."),
    N_("**Whether it lasts.** A plan that breaks after two months means starting over, with more doubt."),
    N_("**What stands behind it.** With a home, a car or a guarantor the bank has another way; speak all the earlier."),
    N_("**What an officer can put in the file.** A cause, figures and papers can be approved; a feeling can't."),
)


def goals(case: Case) -> None:
    """Draw the three goals, each with what it means for both sides and what this person can offer."""
    facts = (_payment_fact(case), _recovery_fact(case), _reach_fact(case))
    for goal, fact in zip(GOALS, facts, strict=True):
        with st.container(border=True):
            st.markdown(f"### {_(goal.title)}")
            bank, mine = st.columns(2)
            bank.markdown(f":material/account_balance: **{_('For the bank')}**  \n{_(goal.bank)}")
            mine.markdown(f":material/person: **{_('For you')}**  \n{_(goal.mine)}")
            st.markdown(f":material/handshake: **{_('What you can offer')}**  \n{_(goal.offer)}")
            if fact:
                st.markdown(f":small[{fact}]")


def _payment_fact(case: Case) -> str:
    told = case.position
    if told.can_pay_now is None:
        return ""
    amount = amount_text(told.can_pay_now)
    if told.can_pay_on is None:
        return _("You wrote: {amount} now.").format(amount=amount)
    return _("You wrote: {amount} on {day}.").format(amount=amount, day=f"{told.can_pay_on:%Y-%m-%d}")


def _recovery_fact(case: Case) -> str:
    told = case.position
    if told.recovery_words:
        return _("You wrote: {words}").format(words=said(told.recovery_words))
    if told.recovery_on is None:
        return ""
    return _("You expect it to be better from {day}.").format(day=f"{told.recovery_on:%Y-%m-%d}")


def _reach_fact(case: Case) -> str:
    person = case.person
    if person.call_from is None or person.call_until is None:
        return ""
    begins, ends = f"{person.call_from:%H:%M}", f"{person.call_until:%H:%M}"
    return _("You wrote: calls from {begins} to {ends}.").format(begins=begins, ends=ends)


def clock(case: Case) -> None:
    """Draw the bank's clock with the reader's own place on it, and the question it comes from."""
    _since_when(case)
    late = longest_overdue(case, reader_day())
    days = late.days if late else 0
    marks = [Mark(_(found.name), found.day, found.rule.says()) for found in class_thresholds()]
    chart(banks_clock(days, marks), key="banks_clock")
    reached = class_at(days)
    if late and reached:
        name = plain(late.debt.creditor or label(late.debt.kind))
        st.markdown(plural("**{n} day overdue**", "**{n} days overdue**", days) + f" · {name}")
        rule_cards.under((reached.id,))


def _since_when(case: Case) -> None:
    with st.container(border=True):
        st.markdown(f"### :material/schedule: {_('Since when is it overdue?')}")
        _days(case.debts[:SHOWN_AT_ONCE])
        if case.debts[SHOWN_AT_ONCE:]:
            with st.expander(_("The other debts"), icon=":material/list:"):
                _days(case.debts[SHOWN_AT_ONCE:])
        if case.debts:
            st.markdown(f":small[{_('The first due date that was not paid in full. Leave it empty if none was.')}]")
        else:
            st.markdown(_("Your place on the clock comes from one date. It is used in every chapter afterwards."))
            st.button(_("Enter the date"), key="clock_begin", icon=":material/add:", on_click=_begin)


def _days(debts: list[Debt]) -> None:
    for debt in debts:
        forms.day(f"debts.{debt.id}.overdue_since", _day_title(debt))


def _day_title(debt: Debt) -> str:
    return plain(" · ".join(part for part in (debt.creditor, label(debt.kind)) if part))


def _begin() -> None:
    case = current_case()
    case.debts = [Debt(id=next_id("debt", case.debts), as_of=reader_day())]


def who_is_speaking() -> None:
    """Draw one card for each side a person may have on the line."""
    for person in counterparts():
        with st.expander(plain(person.name), icon=":material/support_agent:"):
            st.markdown(_counterpart(person))


def _counterpart(person: Counterpart) -> str:
    return "\n\n".join(
        (
            f"**{_('How to tell')}**  \n{plain(person.signs)}",
            _listed(_("May decide"), person.may_decide),
            _listed(_("Usually cannot decide"), person.cannot_decide),
            f"**{_('How to be passed on')}**  \n{plain(person.passed_on)}",
        )
    )


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join((f"**{title}**", "", *(f"- {plain(line)}" for line in lines)))


def what_a_bank_weighs(case: Case) -> None:
    """Draw what a way out is worth to the bank: in words first, a first look in figures, dated sale prices folded."""
    with st.container(border=True):
        st.markdown(f"### :material/account_balance: {_('From the other seat: what a bank weighs')}")
        st.markdown("\n".join(f"- {_(line)}" for line in WEIGHED))
        seat.first_look(case)
        rule_cards.under(SEAT_RULES)
        st.page_link(
            "pages/5_negotiate.py", label=_("Chapter 5 works it out for your debt"), icon=":material/arrow_forward:"
        )
    with st.expander(_("What old debts were sold for, with their dates"), icon=":material/gavel:"):
        st.markdown(_("Known figures about past sales. They say nothing about what your bank would accept."))
        rule_cards.cards(rule(name, reader_day()) for name in SALE_PRICES)
