"""Keeping drafts, sealed, and sharing them."""
