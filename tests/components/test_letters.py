"""A letter folded under its name."""

from tests.components.opened import example, opened, words


def test_a_letter_says_what_it_means_and_what_it_will_not_do() -> None:
    shown = words(opened("5_negotiate", example()))

    assert "它对银行没有约束力" in shown


def test_the_letters_of_a_chapter_stand_folded() -> None:
    folded = [element.label for element in opened("6_follow_up", example()).expander]

    assert {"还款情况说明", "还款困难提前说明"} <= set(folded)
