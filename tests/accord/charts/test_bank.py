"""The bank's clock."""

import pytest

from accord.charts.bank import banks_clock
from accord.charts.records import Mark
from accord.i18n import ENGLISH, speaking

CLASSES = (Mark("关注", 1), Mark("次级", 90), Mark("可疑", 270), Mark("损失", 360))


@pytest.mark.parametrize(
    ("days", "stage", "following"),
    [(1, "关注", "90"), (90, "关注", "90"), (91, "次级", "270"), (271, "可疑", "360")],
)
def test_the_class_changes_on_the_day_after_its_threshold(days: int, stage: str, following: str) -> None:
    sentence = banks_clock(days, CLASSES).sentence

    assert f"至少列为“{stage}”" in sentence
    assert f"超过 {following} 天" in sentence


def test_after_the_last_class_nothing_is_ahead() -> None:
    chart = banks_clock(400, CLASSES)

    assert "损失" in chart.sentence
    assert "下一类" not in chart.sentence
    assert chart.end == 460


def test_it_always_says_that_nothing_happens_by_itself() -> None:
    for days in (0, 5, 500):
        assert "银行自己的记账方式" in banks_clock(days, CLASSES).sentence


def test_you_are_here_only_when_overdue() -> None:
    assert banks_clock(0, CLASSES).here is None
    with speaking(ENGLISH):
        here = banks_clock(1, CLASSES).here
    assert here == Mark("You are here", 1, "1 day overdue")


def test_the_table_lists_the_classes_as_given() -> None:
    rows = banks_clock(74, CLASSES).table.rows

    assert rows[1] == ("次级", "90", "")
