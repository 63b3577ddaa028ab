"""Everything for one recipient in one file."""

import zipfile
from io import BytesIO

from accord.case.samples import sample
from accord.documents.bundle import bundle
from tests.accord.documents.papers import ON


def names(data: bytes) -> list[str]:
    """Return the files in a bundle."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def test_the_bundle_for_a_bank_holds_all_formats() -> None:
    data = bundle(sample("lin_jing_card", "zh_CN"), recipient="bank", language="zh_CN", on=ON)

    assert names(data) == ["协商还款材料.pdf", "还款计划表.xlsx", "还款计划表.csv", "还款日提醒.ics", "电子邮件.eml"]


def test_the_same_case_gives_the_same_bundle() -> None:
    one, two = (bundle(sample("lin_jing_card", "en"), recipient="bank", language="en", on=ON) for _ in range(2))

    assert one == two


def test_while_a_gate_is_open_no_schedule_is_sent() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.private.gates["debt-1"].silent_three_years = "yes"  # type: ignore[assignment]  # pydantic reads the word

    assert not [name for name in names(bundle(case, recipient="bank", language="zh_CN", on=ON)) if "计划" in name]
