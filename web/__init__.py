"""The HTTP side of the hardened way in: Starlette only, no Streamlit pages."""
