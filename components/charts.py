"""A chart on the screen: the picture, the sentence that says what it shows, its figures as a table."""

from __future__ import annotations

import streamlit as st

# Importing this registers the template through which the theme's colours, light or dark, reach a figure.
import streamlit.elements.plotly_chart

from accord.charts.private import PrivatePicture
from accord.charts.records import OpenChart, PrivateChart, Table
from accord.i18n import _
from components import private_figures, reading, tables
from components.amounts import hidden
from components.figures import figure
from components.markup import plain
from components.said import covered

PLAIN = {"displayModeBar": False, "scrollZoom": False}


def chart(record: OpenChart | PrivateChart, key: str) -> None:
    """Draw a chart. `key` keeps the picture in place while its values change."""
    private = isinstance(record, PrivateChart)
    picture = record.chart if isinstance(record, PrivateChart) else record
    extra = {"extra": record.lines} if isinstance(record, PrivateChart) else {}
    st.markdown(f"**{plain(picture.title)}**")
    drawn = figure(picture, private=hidden(), **extra)
    st.plotly_chart(drawn, key=key, config=PLAIN, width="stretch", alt=covered(picture.alt))
    if not hidden():
        _words(picture.sentence, picture.table, _("The figures as a table"))
    if private and not hidden():
        st.markdown(f":material/lock: {plain(record.sentence)}")


@reading.owners_only
def private_chart(record: PrivatePicture, key: str) -> None:
    """Draw a picture that only the person sees, marked with the lock; its sentence stands first under it."""
    st.markdown(f"**:material/lock: {plain(record.title)}**")
    drawn = private_figures.figure(record, private=hidden())
    st.plotly_chart(drawn, key=key, config=PLAIN, width="stretch", alt=covered(record.alt))
    if not hidden():
        _words(record.sentence, record.table, _("The figures as a table"))


def _words(sentence: str, table: Table, title: str) -> None:
    st.markdown(plain(sentence))
    with st.expander(title, icon=":material/table:"):
        st.markdown(tables.chart_table(table))
