"""Papers, cases and readings that the tests of this room share."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import Destination

from accord.case import Case, Debt, OpenCase
from accord.case.samples import sample
from accord.documents import text
from accord.documents.blocks import Block, Paper
from accord.documents.facts import Facts
from accord.documents.letters import letter_missing, letter_paper
from accord.i18n import speaking

ON = date(2026, 11, 23)


def paper(*blocks: Block, language: str = "zh_CN", recipient: str = "东湖银行（示例）") -> Paper:
    """Return a paper of these blocks."""
    return Paper(title="试样", language=language, on=ON, recipient=recipient, blocks=blocks, rules="2026.11")


def reader(data: bytes) -> PdfReader:
    """Return a PDF opened for reading."""
    return PdfReader(BytesIO(data))


def read(data: bytes) -> str:
    """Return all text of a PDF without line breaks and blanks."""
    return "".join("".join(page.extract_text().split()) for page in reader(data).pages)


def bookmarks(data: bytes) -> list[str]:
    """Return the titles of a PDF's outline, in order, whatever their level."""
    return _titles(reader(data).outline)


def _titles(outline: object) -> list[str]:
    if isinstance(outline, list):
        return [title for entry in outline for title in _titles(entry)]
    assert isinstance(outline, Destination)
    return [str(outline.title)]


def empty_case() -> Case:
    """Return a case in which nothing but a debt's existence is known."""
    return Case(debts=[Debt(id="debt-1")])


def said(blocks: tuple[Block, ...]) -> str:
    """Return all words of some blocks."""
    return "\n".join(words for block in blocks for words in block.texts)


def facts_of(name: str, debt_id: str = "") -> Facts:
    """Return a sample's facts."""
    return Facts.of(sample(name, "zh_CN").opened(), debt_id, ON)


FORBIDDEN = (
    "违法",
    "成功率",
    "不接电话",
    "停息挂账",
    "征信修复",
    "恶意透支",
    "后果自负",
    "否则将",
    "求求",
    "恳求",
    "24%",
    "4倍",
    "illegal",
    "success rate",
    "do not answer",
    "guaranteed approval",
    "we will sue",
    "or else",
    "beg ",
)
"""Words that no letter or script uses: threats, begging, unsourced claims, slang."""


def opened_sample(name: str = "lin_jing_card", tongue: str = "zh_CN") -> OpenCase:
    """Return the bank's copy of a sample."""
    return sample(name, tongue).opened()


def letter_text(letter_id: str, case: OpenCase, tongue: str = "zh_CN", on: date = ON) -> str:
    """Return a letter as plain text."""
    return text.render(letter_paper(letter_id, case, language=tongue, on=on))


def gaps_of(letter_id: str, case: OpenCase, tongue: str = "zh_CN") -> tuple[str, ...]:
    """Return what a letter leaves blank."""
    with speaking(tongue):
        return letter_missing(letter_id, case, on=ON)
