"""One tree of errors; each speaks a sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accord import errors
from accord.errors import AccordError, InputError, MoneyError, WorkbookError
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.money import NEGATIVE, TOO_LARGE


def family(root: type[AccordError]) -> Iterator[type[AccordError]]:
    """Yield every error below `root`."""
    for error in root.__subclasses__():
        yield error
        yield from family(error)


def test_every_error_of_the_house_stands_in_one_tree() -> None:
    own = {found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, Exception)}

    assert own - {AccordError} <= set(family(AccordError))


@pytest.mark.parametrize("error", list(family(AccordError)))
def test_every_error_is_described(error: type[AccordError]) -> None:
    assert error.__doc__


def test_a_sentence_is_spoken_in_the_language_of_the_moment() -> None:
    error = MoneyError(NEGATIVE)

    with speaking(CHINESE):
        assert error.speak() == "这里的金额不能小于零。"
    with speaking(ENGLISH):
        assert error.speak() == "An amount cannot be below zero here."


def test_limits_are_filled_in_both_languages() -> None:
    error = MoneyError(TOO_LARGE, limit="5")

    assert str(error) == "Amounts up to 5 yuan can be entered."
    with speaking(CHINESE):
        assert error.speak() == "金额最多可以填到 5 元。"


def test_a_sentence_without_places_may_hold_a_brace() -> None:
    assert AccordError("{").speak() == "{"


def test_an_input_error_names_its_field() -> None:
    error = InputError("No.", field="debts.0.principal")

    assert error.field == "debts.0.principal"
    assert InputError("No.").field == ""


def test_the_workbooks_errors_are_caught_as_one() -> None:
    names = {error.__name__ for error in family(WorkbookError)}

    assert {"BrokenFileError", "ForeignFileError", "NewerFileError", "HugeFileError"} <= names
