"""Practise the call before making it."""

from accord.rehearsal.concession import Family, conceded

__all__ = ["Family", "conceded"]
