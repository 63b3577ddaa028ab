"""Every refusal is a sentence in both languages, and repeats nothing a person typed."""

from __future__ import annotations

import inspect

import pytest

from accord.crypto import errors as crypto_errors
from accord.errors import AccordError, StoreError, WorkbookError
from accord.i18n import speaking
from accord.store import errors

SENTENCES = {
    name: text
    for module in (errors, crypto_errors)
    for name, text in vars(module).items()
    if name.isupper() and isinstance(text, str)
}
PARAMS = {"days": 30, "minutes": 10, "limit": 5, "least": 8, "most": 1000}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_spoken_in_both_languages(name: str) -> None:
    error = StoreError(SENTENCES[name], **PARAMS)
    with speaking("zh_CN"):
        chinese = error.speak()
    with speaking("en"):
        english = error.speak()

    assert english != chinese
    assert english.endswith((".", "600."))
    assert chinese.endswith("。")
    assert "{" not in english + chinese


def test_all_errors_have_the_one_root() -> None:
    own = [kind for module in (errors, crypto_errors) for _name, kind in inspect.getmembers(module, inspect.isclass)]

    assert len(own) > 10
    assert all(issubclass(kind, AccordError) for kind in own)
    assert all(issubclass(kind, StoreError | WorkbookError) for kind in own)
