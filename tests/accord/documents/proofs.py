"""A case with twelve exhibits, their pages drawn."""

from __future__ import annotations

from functools import cache

from accord.case import Case, Claim, Evidence, EvidenceFile, EvidenceState
from accord.case.samples import sample
from accord.documents.package import Order
from tests.accord.documents.papers import ON
from tests.accord.evidence.specimens import as_bytes, specimen

MORE = (
    ("last_payslips", "离职前三个月工资条", "失业前的收入"),
    ("social_insurance", "社保缴费记录", "单位停缴的月份"),
    ("household_register", "户口本", "共同生活的人"),
    ("medical_bills", "母亲药费收据", "每月药费"),
    ("credit_report", "征信报告第一页", "各家欠款"),
)
PAGES = (2, 1, 3, 1, 2, 3, 1, 1, 1, 2, 1, 1)


def proved_case(language: str = "zh_CN") -> Case:
    """Return the example with twelve papers that are ticked for the annex."""
    case = sample("lin_jing_card", language)
    case.evidence = [paper for paper in case.evidence if paper.for_bank][:7]
    case.evidence += [
        Evidence(id=f"more-{number}", item=item, title=title, proves=proves, state=EvidenceState.HAVE)
        for number, (item, title, proves) in enumerate(MORE)
    ]
    for number, paper in enumerate(case.evidence):
        paper.state, paper.exhibit, paper.pages = EvidenceState.HAVE, True, PAGES[number]
        paper.files = [EvidenceFile(id=f"{number:032x}", pages=PAGES[number])]
    case.evidence[3].claims = [Claim.INCOME]
    return case


@cache
def pictures() -> dict[str, tuple[bytes, ...]]:
    """Return drawn pages for every paper of `proved_case`."""
    case = proved_case()
    return {
        paper.id: tuple(
            as_bytes(specimen(8 + page, title=paper.title, size=(700, 990)), quality=60)
            for page in range(PAGES[number])
        )
        for number, paper in enumerate(case.evidence)
    }


def ordered(recipient: str = "bank", language: str = "zh_CN") -> Order:
    """Return an order with all pictures at hand."""
    return Order(recipient, language, ON, pictures=pictures())
