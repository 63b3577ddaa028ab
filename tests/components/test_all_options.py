"""All ways side by side: worked out only while they stand open, each against the person's month."""

from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.i18n import ENGLISH
from tests.components.opened import example, opened, words
from tests.components.unfolding import unfolded


def compared(case: Case | None = None, language: str = "zh_CN") -> AppTest:
    return unfolded(opened("5_negotiate", case or example(language=language), language=language), "all_options")


def test_folded_away_no_option_is_worked_out() -> None:
    app = opened("5_negotiate", example())

    assert not [button for button in app.button if str(button.key).startswith("take_")]


def test_every_other_option_can_be_looked_at() -> None:
    app = compared()

    taken = [button for button in app.button if str(button.key).startswith("take_debt-1_")]
    assert len(taken) >= 5
    assert not app.exception


def test_each_way_stands_against_the_month_and_says_how_often_it_lasts() -> None:
    shown = words(compared(language=ENGLISH)).replace("\\", "")

    assert "Each way and your month" in shown
    assert "part of what you can pay" in shown
    assert "not statistics about China" in shown


def test_a_low_share_never_stands_alone_in_the_table() -> None:
    shown = words(compared(language=ENGLISH)).replace("\\", "")
    low = [line for line in shown.split("\n") if "| about one time in four" in line]

    assert low
    assert all("would be kept" in line or "a pause" in line for line in low)


def test_every_way_shows_both_yearly_rates_by_name_and_the_day_it_is_paid_off() -> None:
    app = compared(language=ENGLISH)
    shown = words(app).replace("\\", "")
    ways = 1 + len([button for button in app.button if str(button.key).startswith("take_debt-1_")])

    # The plan in sight has a table of its own above.
    assert shown.count("| paid off on |") == ways + 1
    assert shown.count("| yearly rate (compound, EIR) |") > ways
    assert shown.count("Days overdue:") + shown.count("No rule ties this way to a number of days") == ways


def test_a_single_sum_is_no_part_of_a_month() -> None:
    shown = words(compared(language=ENGLISH)).replace("\\", "")

    assert "| one large sum |" in shown


def test_without_a_month_only_the_plain_comparison_stands() -> None:
    case = example()
    case.incomes, case.spendings = [], []

    assert "每种还法和您每月的收支" not in words(compared(case))
