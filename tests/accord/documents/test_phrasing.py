"""How days, hours and amounts are written."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from accord.documents.phrasing import amount_in_full, hours, long_day, moment, percent
from accord.i18n import speaking


def test_days_follow_the_language() -> None:
    with speaking("zh_CN"):
        assert long_day(date(2026, 11, 3)) == "2026年11月3日"
        assert moment(datetime(2026, 11, 3, 9, 5)) == "2026年11月3日 09:05"  # noqa: DTZ001  Shanghai's clock
        assert hours(time(18), time(20, 30)) == "18:00至20:30"
    with speaking("en"):
        assert long_day(date(2026, 11, 3)) == "3 November 2026"


def test_capitals_stand_beside_the_figures_in_chinese_only() -> None:
    with speaking("zh_CN"):
        assert amount_in_full(Decimal("1250.30")) == "¥1,250.30（人民币壹仟贰佰伍拾元叁角整）"
    with speaking("en"):
        assert amount_in_full(Decimal("1250.30")) == "¥1,250.30"


@pytest.mark.parametrize(("rate", "written"), [("0.1825", "18.25%"), ("0", "0%"), ("0.10", "10%"), ("0.035", "3.5%")])
def test_rates_are_written_without_idle_zeros(rate: str, written: str) -> None:
    assert percent(Decimal(rate)) == written
