"""The package: who reads it decides what can be in it.

`bank_paper` takes an `OpenCase` and nothing else, so that the private part cannot reach a bank or a mediator. It is
about one debt; other creditors stand in a table by kind, without names. While a gate holds letters back (three years
of silence, court papers, an assignment without notice), the package is the neutral letter about contact alone,
unless the person ticked its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accord.case import Case, OpenCase, Recipient
from accord.case.gates import open_gates
from accord.documents import faces, images, pdf
from accord.documents.blocks import Block, Heading, PageBreak, Paper
from accord.documents.budget_page import budget_page
from accord.documents.cover import cover
from accord.documents.evidence_page import evidence_index, other_creditors
from accord.documents.facts import Facts, debt_in_question
from accord.documents.full_set import full_set
from accord.documents.letters import chosen_letter
from accord.documents.private_part import PRIVATE_FIELDS
from accord.documents.proposal import proposal
from accord.i18n import N_, _, speaking
from accord.knowledge.rules import PACK_VERSION

MOST_PAGES = 6
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
    "budget": lambda facts: budget_page(facts.case),
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
class Package:
    """A package ready to be drawn.

    Attributes:
        paper: its blocks.
        missing_glyphs: characters no face has; they are drawn as a box.
        missing: what it leaves blank, named in the package's language.
        warnings: open gates, for the person's screen only; they stand in no paper for a bank.
    """

    paper: Paper
    missing_glyphs: tuple[str, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]


def package(
    case: Case, *, recipient: Recipient | str, language: str, on: date, opened: Collection[str] = ()
) -> Package:
    """Return the package for a recipient.

    Args:
        case: the whole case; for a bank or mediator only its opened copy is used.
        recipient: who will read it.
        language: `zh_CN` or `en`.
        on: the day it is dated.
        opened: names of private fields the person opened to the advisor; see `PRIVATE_FIELDS`.
    """
    reader = Recipient(recipient)
    with speaking(language):
        warnings = tuple(gate.speak() for gate in open_gates(case))
        if reader in BANK_SIDE:
            paper, missing = bank_paper(opened_for_bank(case), reader, language=language, on=on)
        else:
            # An advisor sees only what was opened by name; a new private field stays closed by itself.
            fields = PRIVATE_FIELDS if reader is Recipient.ME else tuple(opened)
            blocks = full_set(case, on, fields)
            paper, missing = _paper(reader, _(_READERS[reader]), blocks, language=language, on=on), ()
    paper = replace(paper, invented=case.sample)
    return Package(paper, faces.missing(paper.texts), missing, warnings)


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
    facts = Facts.of(open_case, "", on)
    wanted = ("letter",) if open_case.package.parts == ["letter"] else ("case", "budget", "proposal")
    with speaking(language):
        parts = (_WRITERS[part](facts) for part in wanted)
        papers = [_paper(Recipient.BANK, _bank_name(facts), blocks, language=language, on=on) for blocks in parts]
    return tuple(replace(paper, invented=case.sample) for paper in papers)


def bank_paper(case: OpenCase, reader: Recipient, *, language: str, on: date) -> tuple[Paper, tuple[str, ...]]:
    """Return the paper for a bank or mediator, at most six pages where that is possible, and what it leaves blank.

    Args:
        case: the bank's copy of the answers.
        reader: `BANK` or `MEDIATOR`.
        language: `zh_CN` or `en`.
        on: the day it is dated.
    """
    facts = Facts.of(case, "", on)
    with speaking(language):
        wanted = chosen_parts(case)
        recipient = _bank_name(facts) if reader is Recipient.BANK else _(_READERS[reader])
        parts = [(part, _WRITERS[part](facts)) for part in wanted]
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
        if blocks and part not in flowing:
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
