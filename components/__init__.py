"""Everything that is drawn. With pages/ and app.py the only code that imports Streamlit, Plotly or pandas."""
