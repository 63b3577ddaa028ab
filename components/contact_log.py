"""The contact log: who was spoken to, what was said, what comes next; quiet flags; the week at a glance."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from accord.case import Case, Channel, Contact, Direction, next_id
from accord.case.labels import label
from accord.charts import contact_week
from accord.days import now
from accord.i18n import _, plural
from accord.knowledge.contact_rules import Flag, Window, flags, quiet_hours
from components import forms, rows, rule_cards
from components.charts import chart
from components.debts import debt_name
from components.markup import plain
from components.page import reader_day
from components.session import current_case


def log(case: Case) -> None:
    """Draw the log: entries as cards, the flags under them, the week strip."""
    st.header(_("Your contact log"), anchor="log")
    st.markdown(_("Write down every contact while you still remember it. Two lines are enough; the time matters most."))
    rows.cards("contacts", summary=_summary, draw=_draw, make=_make, add_title=_("Add a contact"))
    if case.contacts:
        flagged(case)
        chart(contact_week(case.contacts, quiet_hours()), key="contact_week")
        st.markdown(f":small[{_('Circle: you began. Triangle: they began. Cross: a visit.')}]")


def _make() -> Contact:
    case = current_case()
    debt_id = case.debts[0].id if len(case.debts) == 1 else ""
    at = datetime.combine(reader_day(), now().time().replace(second=0, tzinfo=None))
    return Contact(id=next_id("contact", case.contacts), at=at, debt_id=debt_id)


def _flags(case: Case) -> dict[str, tuple[Flag, ...]]:
    person = case.person
    agreed = Window(person.call_from, person.call_until) if person.call_from and person.call_until else None
    return flags(case.contacts, case.debts, agreed=agreed)


def _summary(contact: Contact) -> str:
    told = (f"{contact.at:%Y-%m-%d %H:%M}", label(contact.channel), label(contact.direction), contact.who)
    return " · ".join(part for part in told if part)


def _draw(path: str, contact: Contact) -> None:
    forms.moment(f"{path}.at")
    forms.switch(f"{path}.direction", list(Direction))
    forms.choice(f"{path}.channel", list(Channel))
    names = {debt.id: debt_name(debt) for debt in current_case().debts}
    if names:
        forms.one_of(f"{path}.debt_id", names)
    left, right = st.columns(2)
    with left:
        forms.text(f"{path}.who")
        forms.text(f"{path}.agency")
    with right:
        forms.text(f"{path}.staff_number")
        forms.text(f"{path}.ticket_number")
    forms.area(f"{path}.said")
    forms.area(f"{path}.promised")
    forms.text(f"{path}.next_step")
    forms.day(f"{path}.next_on")
    if contact.direction is Direction.FROM_THEM:
        _what_happened(path)
    _papers(path)


def _what_happened(path: str) -> None:
    forms.tick(f"{path}.third_person")
    forms.tick(f"{path}.entered_home")
    forms.tick(f"{path}.with_consent", _("I agreed to it (the hour, or to let them in)"))


def _papers(path: str) -> None:
    """Draw which papers show this contact, where any are listed."""
    papers = {paper.id: paper.title or paper.item or paper.id for paper in current_case().evidence}
    if papers:
        forms.several(f"{path}.evidence_ids", papers)


def flagged(case: Case) -> None:
    """Draw the entries that seem to lie outside the rules, quietly, each with the rule it refers to."""
    found = _flags(case)
    if not found:
        return
    with st.container(border=True):
        st.markdown(f"### :material/flag: {plural('{n} entry to look at', '{n} entries to look at', len(found))}")
        st.markdown(
            _("These seem to lie outside the rules. Keep the proof; chapter 7 has the calm letter to the bank.")
        )
        lines = [
            f"- **{plain(_summary(contact))}**  \n  {plain(' '.join(flag.speak() for flag in found[contact.id]))}"
            for contact in case.contacts
            if contact.id in found
        ]
        st.markdown("\n".join(lines))
        rule_cards.under(dict.fromkeys(flag.rule_id for reasons in found.values() for flag in reasons))
