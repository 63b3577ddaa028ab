"""The schedule as a spreadsheet."""

import csv
from datetime import datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from accord.case import OpenCase
from accord.case.samples import sample
from accord.documents.spreadsheet import safe_text, schedule_csv, schedule_workbook
from tests.accord.documents.papers import ON


def test_every_instalment_is_a_row_and_the_sum_is_exact() -> None:
    data = schedule_workbook(sample("lin_jing_card", "zh_CN").opened(), language="zh_CN", on=ON)
    rows = list(load_workbook(BytesIO(data))["还款计划表"].values)

    assert rows[0][:3] == ("期", "还款日", "每期（元）")
    assert rows[1][:3] == (1, datetime(2026, 12, 15), 1305)  # noqa: DTZ001  a spreadsheet knows no zone
    assert len(rows) == 61
    assert sum(float(str(row[2])) for row in rows[1:]) == pytest.approx(78_300)


@pytest.mark.parametrize("typed", ["=1+1", "+86", "-1", "@x", "|calc", "%x"])
def test_no_text_is_read_as_a_formula(typed: str) -> None:
    assert safe_text(typed) == f"'{typed}"


def test_a_bank_named_like_a_formula_stays_text() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.debts[0].creditor = '=HYPERLINK("http://example.com")'
    sheet = load_workbook(BytesIO(schedule_workbook(case, language="zh_CN", on=ON)))["数字汇总"]

    assert sheet["B1"].data_type == "s"
    assert str(sheet["B1"].value).startswith("'=")


def test_the_csv_opens_in_chinese() -> None:
    data = schedule_csv(sample("lin_jing_card", "zh_CN").opened(), language="zh_CN", on=ON)
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"))))

    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[1] == ["1", "2026-12-15", "1305.00", "1305.00", "0.00", "76995.00"]


def test_without_a_choice_only_the_headers_stand() -> None:
    assert len(schedule_csv(OpenCase(), language="en", on=ON).splitlines()) == 1
    assert load_workbook(BytesIO(schedule_workbook(OpenCase(), language="en", on=ON)))["Schedule"].max_row == 1


def test_the_same_schedule_gives_the_same_bytes() -> None:
    case = sample("lin_jing_card", "en").opened()
    one, two = (schedule_workbook(case, language="en", on=ON) for _ in range(2))

    assert one == two
