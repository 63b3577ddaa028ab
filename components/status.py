"""Where the draft is kept, in words: the line in the rail and what the store itself said."""

from __future__ import annotations

from accord.errors import AccordError
from accord.i18n import N_, _
from components.holding import kept, state
from components.keeping import remembered
from components.session import current_case, has_answers

_SAVED = N_("Saved {time}")
_WITH_TROUBLE = {
    "down": N_("Not saved since {time}. It is tried again by itself."),
    "full_store": N_("Not saved since {time}."),
}
_NOT_THE_BROWSERS = frozenset({"", "unknown", "not_begun"})


def trouble() -> str:
    """Return what hinders keeping: conflict, full, blocked, damaged, key, down, unknown and so on, or nothing."""
    return str(state()["trouble"])


def trouble_words() -> str:
    """Return the store's own sentence about the trouble, in the reader's language; empty where it said nothing."""
    said: AccordError | None = state()["said"]
    return said.speak() if said else ""


def status_icon() -> str:
    """Return the sign beside the line: a lock only where the draft is sealed, and nothing waits to be saved."""
    if trouble() not in _NOT_THE_BROWSERS:
        return "cloud_off"
    return "lock" if kept() else "tab"


def status_line() -> str:
    """Return in words where the draft is kept now. Times are those of Shanghai's clock."""
    found = kept()
    if current_case().sample:
        return _("An invented example is open. Your own answers are kept apart.")
    if found and state()["held"]:  # before the browser has the key, nobody could open it again
        at = f"{found.saved_at:%H:%M:%S}" if found.saved_at else "—"
        return _(_WITH_TROUBLE.get(trouble(), _SAVED)).format(time=at)
    if trouble() not in _NOT_THE_BROWSERS:
        return _("Not kept in this browser. Please save the file in chapter 8.")
    if not has_answers(current_case()):
        return _("Nothing is kept yet.")
    return (
        _("Kept on this device for 30 days.")
        if remembered() and not found
        else _("Kept in this tab until you close it.")
    )
