"""What a file would change is told before anything is replaced."""

from accord.case import Case
from components.file_preview import MOST, changed_answers
from tests.components.opened import example


def test_the_same_answers_change_nothing() -> None:
    assert changed_answers(example(), example()) == ()


def test_one_other_answer_is_one_line_with_both_words() -> None:
    other = example()
    other.person.name = "王小明"

    (line,) = changed_answers(example(), other)

    assert (line.here, line.there) == (example().person.name, "王小明")
    assert line.label


def test_an_answer_only_one_side_has_stands_against_nothing() -> None:
    lines = changed_answers(Case(), example())

    assert len(lines) > MOST
    assert all(line.there and not line.here for line in lines)
    assert all(line.here and not line.there for line in changed_answers(example(), Case()))
