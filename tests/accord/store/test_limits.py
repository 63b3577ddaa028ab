"""The limits, written out a second time by hand: changing one is a decision."""

from __future__ import annotations

from accord.store import Limits


def test_lives_are_what_the_page_promises() -> None:
    limits = Limits()

    assert limits.draft_life == 90 * 24 * 3600
    assert (limits.shortest_link, limits.link_life, limits.longest_link) == (3600, 7 * 24 * 3600, 31 * 24 * 3600)
    assert limits.handover_life == 600
    assert limits.conflict_life == 30 * 24 * 3600


def test_guessing_is_bounded_far_below_what_guessing_needs() -> None:
    limits = Limits()
    codes = 31**8

    assert (limits.claims_by_address, limits.claim_window) == (10, 600)
    assert limits.codes_by_link / codes < 1e-10
    assert limits.codes_by_address < limits.codes_by_link


def test_sizes_are_those_of_the_upload_page() -> None:
    limits = Limits()

    assert (limits.files, limits.file_size) == (20, 10 * 1024 * 1024)
    assert limits.workbook_size >= 50 * 1024 * 1024
    assert (limits.comments, limits.comment_signs, limits.links, limits.history) == (500, 2000, 10, 20)
