"""The schedule as a spreadsheet: .xlsx, and .csv that opens right in Chinese. No cell is ever a formula."""

from __future__ import annotations

import csv
from datetime import date, datetime, time
from io import BytesIO, StringIO

import xlsxwriter

from accord.case import OpenCase
from accord.documents.asking import instalment_numbers, promised
from accord.documents.faces import plain
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day
from accord.documents.proposal import figures
from accord.i18n import N_, _, speaking
from accord.loans import Row
from accord.money import to_yuan
from accord.options import Plan

BYTE_ORDER_MARK = "\ufeff"
MONEY_FORMAT = "#,##0.00"
DAY_FORMAT = "yyyy-mm-dd"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""First signs that a program may read as a formula; those as wide as a Chinese character count too."""
HEADERS = (
    N_("No."),
    N_("Due date"),
    N_("Instalment (yuan)"),
    N_("of it principal"),
    N_("of it interest and fees"),
    N_("Balance (yuan)"),
)
WIDTHS = (8, 14, 16, 16, 18, 18)

Figures = tuple[int, date, float, float, float, float]


def schedule_workbook(case: OpenCase, *, language: str, on: date) -> bytes:
    """Return the schedule of what is asked for as .xlsx; with only its title when nothing is chosen yet."""
    facts = Facts.of(case, "", on)
    target = BytesIO()
    # No text is turned into a formula, a link or a number, whatever it looks like.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with speaking(language), xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": _("Proposal"), "created": datetime.combine(on, time(12))})
        _fill(book, facts)
    return target.getvalue()


def schedule_csv(case: OpenCase, *, language: str, on: date) -> bytes:
    """Return the schedule of what is asked for as .csv with a byte order mark."""
    facts = Facts.of(case, "", on)
    target = StringIO()
    writer = csv.writer(target)
    with speaking(language):
        writer.writerow([_(header) for header in HEADERS])
    for number, due, *amounts in schedule_rows(facts.plan):
        writer.writerow([number or "", due.isoformat(), *(f"{amount:.2f}" for amount in amounts)])
    return (BYTE_ORDER_MARK + target.getvalue()).encode()


def schedule_rows(plan: Plan | None) -> tuple[Figures, ...]:
    """Return the schedule's rows in yuan; none without a plan. Fen are exact in a float of this size."""
    if plan is None:
        return ()
    rows = promised(plan)
    return tuple(_figures(number, row) for number, row in zip(instalment_numbers(rows), rows, strict=True))


def _figures(number: int, row: Row) -> Figures:
    payment, principal, cost, balance = (
        float(to_yuan(fen)) for fen in (row.payment, row.principal, row.interest + row.fee, row.balance)
    )
    return (number, row.due, payment, principal, cost, balance)


def safe_text(words: str) -> str:
    """Return text that no spreadsheet program reads as a formula."""
    words = plain(words)
    risky = words.startswith(FORMULA_SIGNS) or words.lstrip().startswith(FORMULA_SIGNS)
    return f"'{words}" if risky else words


def _fill(book: xlsxwriter.Workbook, facts: Facts) -> None:
    sheet = book.add_worksheet(_("Schedule"))
    bold = book.add_format({"bold": True, "bottom": 1})
    money = book.add_format({"num_format": MONEY_FORMAT})
    day = book.add_format({"num_format": DAY_FORMAT, "align": "left"})
    for column, (header, width) in enumerate(zip(HEADERS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _(header), bold)
    for line, (number, due, *amounts) in enumerate(schedule_rows(facts.plan), 1):
        # A month in which nothing is paid has no number: the bank counts instalments.
        if number:
            sheet.write_number(line, 0, number)
        sheet.write_datetime(line, 1, datetime.combine(due, time()), day)
        for column, amount in enumerate(amounts, 2):
            sheet.write_number(line, column, amount, money)
    sheet.freeze_panes(1, 0)
    _summary(book, facts)


def _summary(book: xlsxwriter.Workbook, facts: Facts) -> None:
    sheet = book.add_worksheet(_("Figures"))
    rows = [(_("Bank"), facts.debt.creditor), (_("As of"), long_day(facts.on))]
    if facts.plan is not None:
        rows += figures(facts.plan)
    sheet.set_column(0, 1, 32)
    for number, (name, value) in enumerate(rows):
        sheet.write_string(number, 0, safe_text(name))
        sheet.write_string(number, 1, safe_text(value))
