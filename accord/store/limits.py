"""Every limit of the store in one place; a host may hand in others."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds, the rest in numbers."""

    draft_life: int = 90 * DAY  # without use
    link_life: int = 7 * DAY  # when nothing else is chosen
    shortest_link: int = HOUR
    longest_link: int = 31 * DAY
    links: int = 10
    history: int = 20  # earlier versions of a section
    conflict_life: int = 30 * DAY
    audit_life: int = 90 * DAY
    sweep_lease: int = 10 * MINUTE
    sweep_batch: int = 500

    section_size: int = 2 * MB
    files: int = 20
    file_size: int = 10 * MB
    workbook_size: int = 60 * MB  # 50 MB of evidence and the answers
    comments: int = 500
    comment_signs: int = 2000

    handover_life: int = 10 * MINUTE  # of a one-time code
    handover_size: int = 512 * 1024  # of a draft that is not kept
    handovers_by_address: int = 20  # in one claim window
    typed_size: int = 64 * 1024  # text of one field that was left before it was saved
    typed_pages: int = 20
    typed_a_minute: int = 60  # by workbook

    claim_window: int = 10 * MINUTE
    claims_by_address: int = 10  # failures
    codes_by_address: int = 5  # failures with a code, for one link
    codes_by_link: int = 20  # failures with a code, ever: then the link is frozen
    claims_by_all: int = 200  # failures a minute, then each claim waits
    saves_a_minute: int = 60
    workbooks_a_day: int = 20  # by address

    rotate_after: int = 2**20  # sealed rows under one data key
