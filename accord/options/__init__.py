"""Ways to repay: sixteen options, the plans they make, and which to begin with.

`OPTIONS` lists them in the order offered. `plan` and `plans` apply them to a debt, `recommended` picks where to
begin, `comparison` sets plans side by side.
"""

from accord.options.base import Fit, Note, Option, Parameter
from accord.options.catalogue import OPTIONS, option
from accord.options.comparison import ComparisonRow, comparison
from accord.options.goals import Goal, payment_for, term_for, waiver_needed
from accord.options.making import Refusal, ask_for, attempt, plan, plans, refusals
from accord.options.plan import Plan
from accord.options.recommendation import Recommendation, recommended
from accord.options.report import options_report
from accord.options.seeking import months_for, waiver_for

__all__ = [
    "OPTIONS",
    "ComparisonRow",
    "Fit",
    "Goal",
    "Note",
    "Option",
    "Parameter",
    "Plan",
    "Recommendation",
    "Refusal",
    "ask_for",
    "attempt",
    "comparison",
    "months_for",
    "option",
    "options_report",
    "payment_for",
    "plan",
    "plans",
    "recommended",
    "refusals",
    "term_for",
    "waiver_for",
    "waiver_needed",
]
