"""The schedule as a spreadsheet."""

import csv
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from accord.case import Ask, OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents.facts import Facts
from accord.documents.spreadsheet import safe_text, schedule_csv, schedule_workbook
from accord.money import to_fen
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


@pytest.mark.parametrize("typed", ["＝1+1", "＋86", "－1", "＠SUM(A1)", "\u200b=1+1", "\ufeff@x", "\n=1"])
def test_wide_and_hidden_signs_start_no_formula_either(typed: str) -> None:
    assert safe_text(typed).startswith("'")


@pytest.mark.parametrize("typed", ["东湖银行", "1=1", "a@b.cn", "10%", ""])
def test_ordinary_words_stay_as_they_are(typed: str) -> None:
    assert safe_text(typed) == typed


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_both_files_hold_the_plan_to_the_fen_and_no_formula(name: str, tongue: str) -> None:
    case = sample(name, tongue).opened()
    plan = Facts.of(case, "", ON).plan
    assert plan is not None
    rows = list(csv.reader(StringIO(schedule_csv(case, language=tongue, on=ON).decode("utf-8-sig"))))[1:]
    book = load_workbook(BytesIO(schedule_workbook(case, language=tongue, on=ON)))
    cells = [cell for sheet in book for row in sheet for cell in row]

    assert [[to_fen(Decimal(figure)) for figure in row[2:]] for row in rows] == [
        [row.payment, row.principal, row.interest + row.fee, row.balance] for row in plan.rows
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    figures = [[round(float(str(value)) * 100) for value in row[2:]] for row in list(book.worksheets[0].values)[1:]]
    assert figures == [[to_fen(Decimal(figure)) for figure in row[2:]] for row in rows]


def test_one_sum_is_one_row_and_is_not_called_monthly() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement="60000.05", first_due="2027-01-31")]
    book = load_workbook(BytesIO(schedule_workbook(case, language="zh_CN", on=ON)))
    summary = {row[0]: row[1] for row in book["数字汇总"].values}

    assert book["还款计划表"].max_row == 2
    assert summary["一次性支付"] == "¥60,000.05"
    assert "分期" not in summary
