"""The package: who reads it decides what can be in it.

`bank_paper` takes an `OpenCase` and nothing else, so that the private part cannot reach a bank or a mediator. It is
about one debt; other creditors stand in a table by kind, without names. While a gate holds letters back (three years
of silence, court papers, an assignment without notice), the package is the neutral letter about contact alone,
unless the person ticked its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from accord.case import Case, OpenCase, Recipient
from accord.case.gates import open_gates
from accord.documents import faces, images, pdf
from accord.documents.blocks import Block, Heading, PageBreak, Paper
from accord.documents.budget_page import budget_page
from accord.documents.cover import cover
from accord.documents.evidence_page import evidence_index, other_creditors
from accord.documents.exhibits import TITLE as ANNEX
from accord.documents.exhibits import Exhibit, Marks, Pictures, annex, exhibits, places_in
from accord.documents.facts import Facts, debt_in_question
from accord.documents.full_set import full_set
from accord.documents.letters import chosen_letter
from accord.documents.private_part import PRIVATE_FIELDS
from accord.documents.proposal import proposal
from accord.i18n import N_, _, speaking
from accord.knowledge.rules import PACK_VERSION

MOST_PAGES = 6
ROUNDS = 4
"""How often pages are set until every mark names the page it stands on; two do but for rare cases."""
ONE_SENTENCE = 2
"""Blocks of a part that is a heading and a sentence."""
NO_MARKS = Marks()
NEUTRAL_LETTER = "preference"
BANK_SIDE = (Recipient.BANK, Recipient.MEDIATOR)

PARTS: dict[str, str] = {
    "case": N_("The case on one page"),
    "letter": N_("Letter"),
    "budget": N_("Monthly budget"),
    "proposal": N_("Proposal"),
    "evidence": N_("Evidence"),
    "creditors": N_("Debts with other creditors"),
}
"""The parts of a bank package in their usual order, with titles to be spoken."""

_WRITERS: dict[str, Callable[[Facts], tuple[Block, ...]]] = {
    "case": cover,
    "letter": lambda facts: chosen_letter(facts.case.package).write(facts),
    "budget": lambda facts: budget_page(facts.case, facts.marks),
    "proposal": proposal,
    "evidence": evidence_index,
    "creditors": other_creditors,
}
_FLOWING = frozenset({"creditors"})
_TITLES = {
    Recipient.BANK: N_("Papers for a repayment arrangement"),
    Recipient.MEDIATOR: N_("Papers for a mediation"),
    Recipient.ADVISOR: N_("Full set for an advisor"),
    Recipient.ME: N_("Full set for me"),
}
_READERS = {
    Recipient.MEDIATOR: N_("the mediator"),
    Recipient.ADVISOR: N_("the advisor"),
    Recipient.ME: N_("myself"),
}


@dataclass(frozen=True)
class Order:
    """What is wanted.

    Attributes:
        recipient: who will read it.
        language: `zh_CN` or `en`.
        on: the day it is dated.
        opened: names of private fields the person opened to the advisor; see `PRIVATE_FIELDS`.
        pictures: JPEG pages of proofs by the id of their paper; only ticked papers become exhibits, for the person's
            own set all do.
    """

    recipient: Recipient | str
    language: str
    on: date
    opened: Collection[str] = ()
    pictures: Pictures = field(default_factory=dict, repr=False)

    @property
    def reader(self) -> Recipient:
        """Who will read it."""
        return Recipient(self.recipient)


@dataclass(frozen=True)
class Package:
    """A package ready to be drawn.

    Attributes:
        paper: its blocks.
        missing_glyphs: characters no face has; they are drawn as a box.
        missing: what it leaves blank, named in the package's language.
        warnings: open gates, for the person's screen only; they stand in no paper for a bank.
        annex: the exhibits, numbered on from the paper's last page; None without exhibits.
    """

    paper: Paper
    missing_glyphs: tuple[str, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    annex: Paper | None = None

    @property
    def joined(self) -> Paper:
        """Paper and annex in one file, in one numbering."""
        if self.annex is None:
            return self.paper
        return replace(self.paper, blocks=(*self.paper.blocks, PageBreak(), *self.annex.blocks))


def package(
    case: Case, *, recipient: Recipient | str, language: str, on: date, opened: Collection[str] = ()
) -> Package:
    """Return the package for a recipient, without exhibits; arguments as for `Order`."""
    return bound(case, Order(recipient, language, on, opened))


def bound(case: Case, order: Order) -> Package:
    """Return the package that was ordered, with its exhibits; for a bank or mediator only the opened case is used."""
    shown = _exhibits(case, order)
    marks = Marks(shown)
    made = _bound(case, order, marks)
    if made.annex is None:
        return made
    for _round in range(ROUNDS):
        found = _places(made, marks, order.language)
        if found.places == marks.places:
            return _counted(made)
        made, marks = _bound(case, order, found), found
    # Pages that do not come to rest are named nowhere rather than wrongly.
    return _counted(_bound(case, order, replace(marks, numbered=False)))


def _bound(case: Case, order: Order, marks: Marks) -> Package:
    """Return the package with these marks in it."""
    reader = order.reader
    with speaking(order.language):
        warnings = tuple(gate.speak() for gate in open_gates(case))
        if reader in BANK_SIDE:
            paper, missing = bank_paper(opened_for_bank(case), order, marks, careful=is_held(case))
        else:
            # An advisor sees only what was opened by name; a new private field stays closed by itself.
            fields = PRIVATE_FIELDS if reader is Recipient.ME else tuple(order.opened)
            blocks, missing = full_set(case, order.on, fields, marks, careful=is_held(case)), ()
            paper = _paper(reader, _(_READERS[reader]), blocks, language=order.language, on=order.on)
        paper = replace(paper, invented=case.sample)
        blocks = annex(marks)
        behind = replace(paper, title=_(ANNEX), blocks=blocks) if blocks else None
    texts = (*paper.texts, *(behind.texts if behind else ()))
    return Package(paper, faces.missing(texts), missing, warnings, behind)


def _exhibits(case: Case, order: Order) -> tuple[Exhibit, ...]:
    """Return the papers that go behind: for a bank those it may see and the person ticked, while nothing holds back."""
    if not order.pictures:
        return ()
    if order.reader is Recipient.ME:
        return exhibits(case.evidence, order.pictures)
    if order.reader is Recipient.ADVISOR:
        return exhibits((paper for paper in case.evidence if paper.exhibit), order.pictures)
    open_case = opened_for_bank(case)
    if "evidence" not in chosen_parts(open_case):
        return ()
    return exhibits((paper for paper in open_case.evidence if paper.exhibit), order.pictures)


def _places(made: Package, marks: Marks, language: str) -> Marks:
    """Return the marks as the pages fall in a package that was set."""
    behind = made.annex
    if behind is None:
        return marks
    with speaking(language):
        names = {exhibit.name: exhibit.number for exhibit in marks.exhibits}
    found = places_in(pdf.laid_out(behind), names, pdf.page_count(made.paper) + 1)
    return replace(marks, places=found)


def _counted(made: Package) -> Package:
    """Return the package with one numbering over paper and annex."""
    if made.annex is None:
        return made
    pages = pdf.page_count(made.paper)
    whole = pages + pdf.page_count(made.annex)
    return replace(made, paper=replace(made.paper, of=whole), annex=replace(made.annex, starts_at=pages + 1, of=whole))


def package_pdf(
    case: Case, *, recipient: Recipient | str, language: str, on: date, opened: Collection[str] = ()
) -> bytes:
    """Return the package as PDF; arguments as for `package`."""
    return pdf.render(package(case, recipient=recipient, language=language, on=on, opened=opened).paper)


def package_images(
    case: Case, *, recipient: Recipient | str, language: str, on: date, opened: Collection[str] = ()
) -> tuple[bytes, ...]:
    """Return the package as one PNG a page; arguments as for `package`."""
    return images.render(package(case, recipient=recipient, language=language, on=on, opened=opened).paper)


def three_images(case: Case, *, language: str, on: date) -> tuple[bytes, ...]:
    """Return page 1, the budget and the proposal as three PNGs, for places that take only pictures."""
    return tuple(images.render(paper)[0] for paper in three_papers(case, language=language, on=on))


def three_papers(case: Case, *, language: str, on: date) -> tuple[Paper, ...]:
    """Return page 1, the budget and the proposal as three papers for the bank; the neutral letter while held."""
    open_case = opened_for_bank(case)
    facts = Facts.of(open_case, "", on, careful=is_held(case))
    wanted = ("letter",) if open_case.package.parts == ["letter"] else ("case", "budget", "proposal")
    with speaking(language):
        parts = (_WRITERS[part](facts) for part in wanted)
        papers = [_paper(Recipient.BANK, _bank_name(facts), blocks, language=language, on=on) for blocks in parts]
    return tuple(replace(paper, invented=case.sample) for paper in papers)


def bank_paper(
    case: OpenCase, order: Order, marks: Marks = NO_MARKS, *, careful: bool = False
) -> tuple[Paper, tuple[str, ...]]:
    """Return the paper for a bank or mediator, at most six pages where that is possible, and what it leaves blank.

    Args:
        case: the bank's copy of the answers.
        order: for whom, `BANK` or `MEDIATOR`, in which language, of which day.
        marks: where the proofs of figures stand; each part names them once.
        careful: set while a gate is open: a letter that was ticked all the same offers no plan, even by a day.
    """
    reader, language, on = order.reader, order.language, order.on
    wanted = chosen_parts(case)
    facts = replace(Facts.of(case, "", on, careful=careful), indexed="evidence" in wanted)
    with speaking(language):
        recipient = _bank_name(facts) if reader is Recipient.BANK else _(_READERS[reader])
        parts = [(part, _WRITERS[part](facts.afresh(marks))) for part in wanted]
        roomy = _paper(reader, recipient, _joined(parts, _FLOWING), language=language, on=on)
        if wanted == ("letter",):
            # Its name is the letter's: "papers for an arrangement" would say more than a neutral letter does.
            roomy = replace(roomy, title=_(chosen_letter(case.package).title))
        # A page a part is easier to read; beyond six pages nobody reads, so the parts close up.
        if pdf.page_count(roomy) > MOST_PAGES:
            close = _joined(parts, frozenset(PARTS) - {"letter"})
            return replace(roomy, blocks=close), facts.gaps
    return roomy, facts.gaps


def chosen_parts(case: OpenCase) -> tuple[str, ...]:
    """Return the parts of the bank package: those ticked, in their order; all when none is ticked."""
    ticked = tuple(dict.fromkeys(part for part in case.package.parts if part in PARTS))
    return ticked or tuple(PARTS)


def opened_for_bank(case: Case) -> OpenCase:
    """Return the opened copy of a case; while a gate holds letters back, with the neutral letter alone."""
    open_case = case.opened()
    # Acknowledging a debt can start a limitation period anew; parts the person ticked are their own decision.
    if not open_case.package.parts and is_held(case):
        open_case.package.parts = ["letter"]
        open_case.package.letter = NEUTRAL_LETTER
    return open_case


def is_held(case: Case) -> bool:
    """Tell whether a gate holds back letters that speak of the package's debt as owed or offer a plan."""
    debt = debt_in_question(case.opened())
    return any(gate.holds_letters and gate.debt_id in ("", debt.id) for gate in open_gates(case))


def _joined(parts: Sequence[tuple[str, tuple[Block, ...]]], flowing: Collection[str]) -> tuple[Block, ...]:
    """Return all parts one after another, each but the flowing ones on a new page."""
    blocks: list[Block] = []
    for part, written in parts:
        if not written:
            continue
        # A part that only says when it comes needs no page of its own.
        if blocks and part not in flowing and len(written) > ONE_SENTENCE:
            blocks.append(PageBreak())
        blocks += _titled(part, written)
    return tuple(blocks)


def _titled(part: str, written: tuple[Block, ...]) -> tuple[Block, ...]:
    first = written[0]
    return written if isinstance(first, Heading) else (Heading(_(PARTS[part])), *written)


def _paper(reader: Recipient, recipient: str, blocks: tuple[Block, ...], *, language: str, on: date) -> Paper:
    return Paper(
        title=_(_TITLES[reader]),
        language=language,
        on=on,
        recipient=recipient,
        blocks=blocks,
        rules=PACK_VERSION,
    )


def _bank_name(facts: Facts) -> str:
    return facts.debt.creditor or _("the bank")
