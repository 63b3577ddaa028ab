"""Every writer of files takes any words there are and makes of them words: 0 formulas, headers, entries, names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

import icalendar
import pytest
from starlette.applications import Starlette

from accord.case import Agreement, Ask, OpenCase
from accord.case.samples import sample
from accord.case.workbook import read_workbook, write_workbook
from accord.documents.calendar import due_calendar
from accord.documents.mail import Attachment, file_name, letter_mail
from accord.documents.spreadsheet import schedule_csv, schedule_workbook
from accord.errors import AccordError
from accord.i18n import CHINESE
from accord.serving import Download, Pickup
from tests import torture
from tests.hostile.living import FORMULA_STARTS, in_calendar, in_json, in_mail, in_spreadsheet, in_table, names_in
from tests.hostile.payloads import PAYLOADS
from tests.web.asgi import ask
from web.downloads import Downloads

TODAY = date(2026, 11, 23)
BEFORE = ("", " ", "\u200b", "\x00")
VALUES = (*PAYLOADS, *(f"{hidden}{sign}1+1" for hidden in BEFORE for sign in sorted(FORMULA_STARTS)))
MARK = "a" * 64
EXAMPLE = sample("lin_jing_card", CHINESE)


def _case(words: str) -> OpenCase:
    """Return the bank's copy of a case with these words in every field that goes into files, unchecked."""
    case = EXAMPLE.opened().model_copy(deep=True)
    case.person = case.person.model_copy(update={"name": words, "email": f"lin@example.com{words}"})
    case.debts[0] = case.debts[0].model_copy(update={"creditor": words, "account_last4": words, "note": words})
    case.agreements = [
        Agreement(id="agreement-1", debt_id="debt-1", first_due=date(2026, 12, 15), months=1).model_copy(
            update={"pay_into": words, "id": words}
        )
    ]
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement="60000", first_due="2027-01-31")]
    return case


def _spreadsheet(words: str) -> set[str]:
    return in_spreadsheet(schedule_workbook(_case(words), language=CHINESE, on=TODAY))


def _table(words: str) -> set[str]:
    return in_table(schedule_csv(_case(words), language=CHINESE, on=TODAY))


def _mail(words: str) -> set[str]:
    data = letter_mail(_case(words), [Attachment(words, b"x")], language=CHINESE, on=TODAY)
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return in_mail(data) | ({"attachments"} if len(list(message.iter_attachments())) != 1 else set())


def _calendar(words: str) -> set[str]:
    data = due_calendar(_case(words), language=CHINESE, on=TODAY, private=False)
    count = len(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    return in_calendar(data) | ({f"{count} entries"} if count != 1 else set())


def _archive_name(words: str) -> set[str]:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(f"{file_name(words)}.pdf", b"")
    with zipfile.ZipFile(io.BytesIO(target.getvalue())) as archive:
        return names_in(archive)


def _download_name(words: str) -> set[str]:
    pickup = Pickup()
    path = f"/api/dl/{pickup.put(Download(b'x', words, words), MARK)}"
    answer = ask(Starlette(routes=list(Downloads(pickup).routes)), path, {"x-wb-bind": MARK})
    head, more = answer.header("content-disposition"), {name for name, _value in answer.headers}
    unfit = {head} if head.count('"') != 2 or set(head) & set("\r\n\0/\\") or not head.isascii() else set()
    fitting = {"content-disposition", "content-type", "content-length", "cache-control"}
    return unfit | (more - fitting) | ({answer.header("content-type")} - {"application/octet-stream"})


def _json(words: str) -> set[str]:
    case = EXAMPLE.model_copy(deep=True)
    case.debts[0] = case.debts[0].model_copy(update={"creditor": words, "note": words})
    data = write_workbook(case)
    try:
        again = read_workbook(data)
    except AccordError:  # too long, or a sign no answer may have: told in a sentence, nothing read
        return in_json(data)
    same = (again.sample, len(again.debts), again.debts[0].id) == (case.sample, len(case.debts), case.debts[0].id)
    return in_json(data) | (set() if same else {"another case"})


WRITERS: dict[str, Callable[[str], set[str]]] = {
    "xlsx": _spreadsheet,
    "csv": _table,
    "eml": _mail,
    "ics": _calendar,
    "zip": _archive_name,
    "download": _download_name,
    "json": _json,
}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_writer_makes_words_of_any_words(kind: str, record_property: Callable[[str, object], None]) -> None:
    found = {words: WRITERS[kind](words) for words in VALUES}
    living = {words: what for words, what in found.items() if what}
    record_property(torture.TRIED, len(found))
    record_property(torture.COUNTED, f"A11 {kind}: {len(found)} values, living {len(living)}")

    assert len(found) >= 200
    assert living == {}
