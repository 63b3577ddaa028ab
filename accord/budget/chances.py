"""A share of futures in plain words. A bare low figure is never shown: see `accord.budget.promise`."""

from __future__ import annotations

from accord.budget.stress import SURVIVAL_THRESHOLD, Share
from accord.i18n import N_, _

SENTENCES: tuple[tuple[float, str], ...] = (
    (0.97, N_("In nearly all the futures counted, this plan is paid to the end.")),
    (0.90, N_("About nine times in ten, this plan is paid to the end.")),
    (0.80, N_("About four times in five, this plan is paid to the end.")),
    (0.75, N_("About three times in four, this plan is paid to the end.")),
    (0.667, N_("About two times in three, this plan is paid to the end.")),
    (0.50, N_("About every second time, this plan is paid to the end.")),
    (0.333, N_("About one time in three, this plan is paid to the end.")),
    (0.25, N_("About one time in four, this plan is paid to the end.")),
    (0.10, N_("About one time in ten, this plan is paid to the end.")),
    (0.0, N_("Hardly ever is this plan paid to the end as it stands.")),
)
INTERVAL = N_("about {share}% ({low}–{high}%)")


def in_words(share: float) -> str:
    """Return the sentence whose share lies nearest, in the reader's language."""
    return _(min(SENTENCES, key=lambda pair: abs(pair[0] - share))[1])


def as_percent(share: Share) -> str:
    """Write a share with its interval in whole percent, as `about 82% (81–83%)`; never finer."""
    whole = {name: f"{value * 100:.0f}" for name, value in share._asdict().items()}
    return _(INTERVAL).format(**whole)


def holds(share: float) -> bool:
    """Tell whether a promise kept in this share of futures counts as one that can be kept."""
    return share >= SURVIVAL_THRESHOLD
