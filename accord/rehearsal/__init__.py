"""Practise the call before making it; only for the person.

- `concession`: how fast a negotiator gives way
- `officer`: an officer who weighs offers by their worth to the bank
- `script`: scripted calls with a collector, a service line and a hardship desk
- `debrief`: what a call showed, and a cue card
"""

from accord.rehearsal.concession import Family, conceded

__all__ = ["Family", "conceded"]
