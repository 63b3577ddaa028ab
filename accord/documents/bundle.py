"""Everything for one recipient in a .zip: the PDF, the e-mail, the calendar, the schedule."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from datetime import date
from io import BytesIO

from accord.case import Case, OpenCase, Recipient
from accord.documents.blocks import Picture
from accord.documents.building import Built
from accord.documents.calendar import due_calendar
from accord.documents.mail import Attachment, file_name, letter_mail
from accord.documents.package import BANK_SIDE, Order, Package, bound, is_held, opened_for_bank
from accord.documents.pdf import render
from accord.documents.spreadsheet import schedule_csv, schedule_workbook
from accord.i18n import _, speaking

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bundle(case: Case, *, recipient: Recipient | str, language: str, on: date, opened: Collection[str] = ()) -> bytes:
    """Return the .zip; arguments as for `accord.documents.package.package`.

    The e-mail, the calendar and the schedule are made from the opened copy whoever the recipient is; the schedule is
    left out while a gate holds letters back.
    """
    return bundled(case, Order(recipient, language, on, opened))


def bundled(case: Case, order: Order) -> bytes:
    """Return the .zip that was ordered; exhibits stand in it as an annex, joined to the papers, and as pictures."""
    made = bound(case, order)
    annex, joined = (render(made.annex), render(made.joined)) if made.annex else (None, None)
    return bundled_from(case, order, Built(made, render(made.paper), annex, joined, ()))


def bundled_from(case: Case, order: Order, built: Built) -> bytes:
    """Return the .zip around papers that were built already: nothing is set or drawn again."""
    language, on, made = order.language, order.on, built.package
    open_case = opened_for_bank(case)
    papers = [Attachment(f"{file_name(made.paper.title)}.pdf", built.pdf), *_exhibits(built, language)]
    files = [*papers, *_others(case, open_case, language=language, on=on)]
    with speaking(language):
        # The annex goes with the letter; the joined file would only send everything twice.
        attached = papers[:2] if order.reader in BANK_SIDE else []
        draft = letter_mail(open_case, attached, language=language, on=on, careful=is_held(case))
        mail = Attachment(f"{file_name(_('E-mail'))}.eml", draft)
    return _zipped([*files, mail, *_pictures(made)], on)


def _exhibits(built: Built, language: str) -> list[Attachment]:
    made = built.package
    if made.annex is None or built.annex is None or built.joined is None:
        return []
    with speaking(language):
        joined = file_name(_("{title} with annex").format(title=made.paper.title))
    return [
        Attachment(f"{file_name(made.annex.title)}.pdf", built.annex),
        Attachment(f"{joined}.pdf", built.joined),
    ]


def _pictures(made: Package) -> list[Attachment]:
    """Return the exhibits' pages as pictures; their names say nothing of the person or the paper."""
    blocks = made.annex.blocks if made.annex else ()
    pages = [block.jpeg for block in blocks if isinstance(block, Picture)]
    return [Attachment(f"evidence-{number:02}.jpg", jpeg, "image/jpeg") for number, jpeg in enumerate(pages, 1)]


def _others(case: Case, open_case: OpenCase, *, language: str, on: date) -> list[Attachment]:
    with speaking(language):
        schedule, diary = file_name(_("Schedule")), file_name(_("Repayment days"))
    files: list[Attachment] = []
    if not is_held(case) or case.package.parts:
        sheet = schedule_workbook(open_case, language=language, on=on)
        files.append(Attachment(f"{schedule}.xlsx", sheet, SPREADSHEET))
        files.append(Attachment(f"{schedule}.csv", schedule_csv(open_case, language=language, on=on), "text/csv"))
    files.append(Attachment(f"{diary}.ics", due_calendar(open_case, language=language, on=on), "text/calendar"))
    return files


def _zipped(files: list[Attachment], on: date) -> bytes:
    target = BytesIO()
    # A fixed time in the archive: the same papers give the same file.
    stamp = (on.year, on.month, on.day, 12, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name, stamp), file.data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
