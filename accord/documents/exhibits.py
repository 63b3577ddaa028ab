"""Exhibits: the pictures of proofs, each behind a cover sheet, and the marks by which figures name them.

The annex follows the paper in one numbering, so a mark ("Exhibit B, page 9") is right in the annex alone and in the
joined file. Where the pages fall is known only once everything is set; see `accord.documents.package`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from accord.case import Claim, Evidence
from accord.documents.blocks import Block, Column, Heading, KeyValues, PageBreak, Picture, Small, Table
from accord.documents.phrasing import long_day
from accord.documents.sheet import Bookmark, Mark
from accord.i18n import N_, _, in_chinese, plural
from accord.knowledge.claims import backs

Pictures = Mapping[str, Sequence[bytes]]
"""JPEG pages by the id of their paper."""
NO_PICTURES: Pictures = MappingProxyType({})
UNKNOWN_PAGE = 99
"""Stands for a page before it is known; as wide as most."""
MOST_MARKS = 2
TITLE = N_("Annex: exhibits")
_FIGURES = {
    Claim.CAUSE: N_("Cause of the difficulty"),
    Claim.INCOME: N_("Income"),
    Claim.SPENDING: N_("Spending"),
    Claim.DEBT: N_("Amount owed"),
    Claim.HOUSEHOLD: N_("Household"),
    Claim.IDENTITY: N_("Identity of the writer"),
    Claim.CONTACT: N_("Contact record"),
}
_DIGITS = "零一二三四五六七八九"
_LETTERS = 26


@dataclass(frozen=True)
class Exhibit:
    """One paper with its pages. `number` counts from 1."""

    number: int
    paper: Evidence
    pages: tuple[bytes, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """The exhibit's name in the language spoken now: `Exhibit A`, `证据一`."""
        return _("Exhibit {mark}").format(mark=numeral(self.number) if in_chinese() else letters(self.number))


@dataclass(frozen=True)
class Marks:
    """Which exhibits there are and on which page each begins.

    Attributes:
        exhibits: in order; empty for a paper without an annex.
        places: page of each exhibit's cover sheet by its number; empty while it is not known.
        numbered: False where pages could not be settled: marks then name the exhibit alone.
    """

    exhibits: tuple[Exhibit, ...] = ()
    places: Mapping[int, int] = field(default_factory=dict)
    numbered: bool = True

    def cite(self, claim: Claim) -> str:
        """Return what to write beside a figure; empty where no exhibit backs it."""
        proofs = [exhibit for exhibit in self.exhibits if claim in backs(exhibit.paper)]
        return _("; ").join(self.mark(exhibit) for exhibit in proofs[:MOST_MARKS])

    def beside(self, text: str, claim: Claim) -> str:
        """Return a figure with its mark behind it."""
        mark = self.cite(claim)
        return _("{text} ({mark})").format(text=text, mark=mark) if mark else text

    def of(self, paper_id: str) -> str:
        """Return the mark of one paper; empty where it is no exhibit."""
        return next((self.mark(exhibit) for exhibit in self.exhibits if exhibit.paper.id == paper_id), "")

    @property
    def span(self) -> str:
        """All exhibits in a few words; empty without any."""
        if not self.exhibits:
            return ""
        first, last = self.exhibits[0].name, self.exhibits[-1].name
        text = _("{first} (annex)") if first == last else _("{first} to {last} (annex)")
        return text.format(first=first, last=last)

    def mark(self, exhibit: Exhibit) -> str:
        """Return the exhibit's name and the page of its first picture."""
        if not self.numbered:
            return exhibit.name
        return _("{exhibit}, page {n}").format(exhibit=exhibit.name, n=self.first(exhibit))

    def first(self, exhibit: Exhibit) -> int:
        """Return the page of an exhibit's first picture: the one behind its cover sheet."""
        return self.places.get(exhibit.number, UNKNOWN_PAGE - 1) + 1


def exhibits(papers: Iterable[Evidence], pictures: Pictures) -> tuple[Exhibit, ...]:
    """Return the exhibits: papers that have pictures at hand, in their order."""
    held = [(paper, tuple(pictures[paper.id])) for paper in papers if pictures.get(paper.id)]
    return tuple(Exhibit(number, paper, pages) for number, (paper, pages) in enumerate(held, 1))


def annex(marks: Marks) -> tuple[Block, ...]:
    """Return the annex: its contents, then each exhibit behind its cover sheet; nothing without exhibits."""
    if not marks.exhibits:
        return ()
    return (*_contents(marks), *(block for exhibit in marks.exhibits for block in _exhibit(exhibit, marks)))


def places_in(pages: Sequence[Sequence[Mark]], names: Mapping[str, int], starts_at: int) -> dict[int, int]:
    """Return on which page each exhibit's cover sheet stands.

    Args:
        pages: the annex as laid out.
        names: the exhibits' numbers by their names.
        starts_at: number of the annex's first page.
    """
    return {
        names[mark.title]: number
        for number, page in enumerate(pages, starts_at)
        for mark in page
        if isinstance(mark, Bookmark) and mark.title in names
    }


def letters(number: int) -> str:
    """Return a number as letters: 1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese: 一, 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def _contents(marks: Marks) -> tuple[Block, ...]:
    columns = (
        Column(_("Exhibit"), 0.9),
        Column(_("Paper"), 2),
        Column(_("What it shows"), 2.4),
        Column(_("On pages"), 0.9, "center"),
    )
    rows = tuple((one.name, one.paper.title, one.paper.proves, _span(one, marks)) for one in marks.exhibits)
    note = Small(_("Copies; the originals can be shown. Numbers that are not needed were covered by the person."))
    return (Heading(_(TITLE), level=1), Table(columns, rows), note)


def _span(exhibit: Exhibit, marks: Marks) -> str:
    first = marks.first(exhibit)
    last = first + len(exhibit.pages) - 1
    return str(first) if first == last else f"{first}–{last}"


def _exhibit(exhibit: Exhibit, marks: Marks) -> tuple[Block, ...]:
    count = len(exhibit.pages)
    caption = _("{exhibit} · sheet {n} of {of} · {title}")
    sheets = (
        Picture(caption.format(exhibit=exhibit.name, n=number, of=count, title=exhibit.paper.title), jpeg)
        for number, jpeg in enumerate(exhibit.pages, 1)
    )
    return (
        PageBreak(),
        Heading(exhibit.name, level=1, align="center"),
        KeyValues(_about(exhibit, marks)),
        *sheets,
    )


def _about(exhibit: Exhibit, marks: Marks) -> tuple[tuple[str, str], ...]:
    paper = exhibit.paper
    figures = _(", ").join(_(_FIGURES[claim]) for claim in backs(paper))
    pages = plural("{n} page", "{n} pages", len(exhibit.pages))
    rows = (
        (_("Paper"), paper.title),
        (_("What it shows"), paper.proves),
        (_("Backs"), figures),
        (_("Date of the paper"), long_day(paper.dated) if paper.dated else ""),
        (_("On pages"), _("{span} ({count})").format(span=_span(exhibit, marks), count=pages)),
    )
    return tuple(row for row in rows if row[1])
