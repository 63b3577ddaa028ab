"""Chapter 4 · Gather materials: the month on one page, the debts in four parts, a plan, the papers that prove it."""

import streamlit as st

from accord.i18n import _
from components import article, budget, debts, evidence, household, questions, reference_lines
from components.page import close_page, open_page

case = open_page("materials")

article.section("4.1")
household.household()
budget.incomes()
budget.spendings(case)
reference_lines.reference_lines(case)
household.assets()

st.header(_("Your debts"), anchor=False)
debts.cards()

st.header(_("What is left, and who gets which part"), anchor=False)
budget.month(case)
budget.shares(case)
questions.questions(case)
article.section("4.2")

article.section("4.3")
evidence.checklist(case)
evidence.papers()
article.aside("materials")

close_page("materials")
