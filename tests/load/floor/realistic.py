"""A plain page with what a chapter has: four inputs, an editor, a chart of six lines, four figures, a fold."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

rows, months = 20, 60
st.title("A page")
first, second = st.columns(2)
first.number_input("Income", value=8000)
first.number_input("Spending", value=5200)
second.number_input("Debt", value=86400)
payment = st.slider("Payment", 500.0, 3000.0, 1400.0, 50.0, key="payment")
st.data_editor(pd.DataFrame({name: range(rows) for name in "abcde"}), key="editor")
figure = go.Figure()
for line in range(6):
    figure.add_scatter(
        x=list(range(months)), y=[payment * month / (line + 1) for month in range(months)], name=str(line)
    )
st.plotly_chart(figure, key="chart")
for column, name in zip(st.columns(4), ("total", "term", "rate", "left"), strict=True):
    column.metric(name, f"{payment:,.0f}")
with st.expander("More"):
    st.text("text")
