"""Three invented people whose cases are complete, so that every page and paper can be seen full.

Names, banks, numbers and words are made up; `Case.sample` is true, and papers say so. Each person stands in one
file a language under `samples/`, alike in everything but the free text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from accord.case.case import Case
from accord.errors import InputError
from accord.i18n import LANGUAGES, N_
from accord.i18n import language as spoken_language

SAMPLES: Final = ("lin_jing_card", "chen_guohua_online_loans", "zhou_min_mortgage")
"""The samples' names in the order they are offered."""

TITLES: Final = {
    "lin_jing_card": N_("Lin Jing: one credit card after losing her job, agreed by phone"),
    "chen_guohua_online_loans": N_("Chen Guohua: four loans during an illness, nothing agreed yet"),
    "zhou_min_mortgage": N_("Zhou Min: a mortgage and a card after a pay cut, the mortgage agreed"),
}
"""One line about each sample, to be spoken."""

UNKNOWN_SAMPLE = N_("There is no example of this name. The examples are: {names}.")

_FOLDER = Path(__file__).parent / "samples"


def sample(name: str, language: str | None = None) -> Case:
    """Return a fresh copy of an invented case.

    Args:
        name: one of `SAMPLES`.
        language: the language of the free text, one of `accord.i18n.LANGUAGES`; the one spoken now when left out.

    Raises:
        InputError: no example of this name, or not in this language.
    """
    tongue = language or spoken_language()
    if name not in SAMPLES or tongue not in LANGUAGES:
        raise InputError(UNKNOWN_SAMPLE, names=", ".join(SAMPLES))
    return _stored(name, tongue).model_copy(deep=True)


@cache
def _stored(name: str, language: str) -> Case:
    return Case.model_validate_json((_FOLDER / f"{name}.{language}.json").read_bytes())
