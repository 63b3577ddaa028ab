"""Charts as plain values: what a picture shows, in words, figures and a table. Others draw them."""

from accord.charts.bank import banks_clock
from accord.charts.contacts import contact_week
from accord.charts.money import debts_by_creditor, money_flow
from accord.charts.plans import (
    balance_over_time,
    cost_split,
    instalments_against_ceiling,
    instalments_against_surplus,
)
from accord.charts.records import (
    Bars,
    Chart,
    LineChart,
    Mark,
    OpenChart,
    Point,
    PrivateChart,
    Reference,
    Role,
    Series,
    Step,
    Table,
    Timeline,
    Waterfall,
    WeekPoint,
    WeekStrip,
)

__all__ = [
    "Bars",
    "Chart",
    "LineChart",
    "Mark",
    "OpenChart",
    "Point",
    "PrivateChart",
    "Reference",
    "Role",
    "Series",
    "Step",
    "Table",
    "Timeline",
    "Waterfall",
    "WeekPoint",
    "WeekStrip",
    "balance_over_time",
    "banks_clock",
    "contact_week",
    "cost_split",
    "debts_by_creditor",
    "instalments_against_ceiling",
    "instalments_against_surplus",
    "money_flow",
]
