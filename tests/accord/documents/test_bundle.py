"""Everything for one recipient in one file."""

import zipfile
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO

import pytest

from accord.case import Answer, Case, DebtGate
from accord.case.samples import sample
from accord.documents.building import build
from accord.documents.bundle import bundle, bundled, bundled_from
from tests.accord.documents.papers import ON
from tests.accord.documents.proofs import PAGES, ordered, proved_case


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


def opened(data: bytes, ending: str) -> bytes:
    """Return the one file of a bundle with this ending."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(ending)))


def test_while_a_gate_is_open_neither_name_nor_subject_asks_for_a_plan() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.private.gates["debt-1"] = DebtGate(silent_three_years=Answer.YES)
    data = bundle(case, recipient="bank", language="zh_CN", on=ON)
    subject = str(message_from_bytes(opened(data, ".eml"), policy=policy.default)["Subject"])

    assert subject.startswith("沟通方式申请")
    assert names(data)[0] == "沟通方式申请.pdf"
    assert not [words for words in (subject, *names(data)) if "协商还款" in words]


@pytest.mark.parametrize(("recipient", "attached"), [("mediator", 1), ("me", 0)])
def test_only_papers_for_the_bank_hang_on_the_mail_to_it(recipient: str, attached: int) -> None:
    data = bundle(sample("lin_jing_card", "zh_CN"), recipient=recipient, language="zh_CN", on=ON)
    message = message_from_bytes(opened(data, ".eml"), policy=policy.default)
    assert isinstance(message, EmailMessage)

    assert len(list(message.iter_attachments())) == attached
    assert "1,350.00" not in str(message.get_body())


def test_chinese_file_names_open_on_every_system() -> None:
    with zipfile.ZipFile(BytesIO(bundle(Case(), recipient="me", language="zh_CN", on=ON))) as archive:
        entries = archive.infolist()

    assert all(entry.flag_bits & 0x800 for entry in entries)  # the names are marked as UTF-8
    assert all(entry.external_attr >> 16 & 0o400 for entry in entries)  # and the owner may read them
    assert {entry.date_time[:3] for entry in entries} == {(2026, 11, 23)}


def test_exhibits_go_as_annex_as_joined_file_and_as_pictures() -> None:
    found = names(bundled(proved_case(), ordered()))
    pictures_in = [name for name in found if name.endswith(".jpg")]

    assert {"附件：证据材料.pdf", "附件_证据材料.pdf"} & set(found)
    assert any("含附件" in name for name in found)
    assert pictures_in == [f"evidence-{number:02}.jpg" for number in range(1, sum(PAGES) + 1)]


def test_the_mail_behind_an_open_gate_offers_no_plan() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.agreements, case.package.letter, case.package.parts = [], "preference", ["letter"]
    case.private.gates["debt-1"].silent_three_years = Answer.YES

    with zipfile.ZipFile(BytesIO(bundle(case, recipient="bank", language="zh_CN", on=ON))) as archive:
        draft = next(archive.read(name) for name in archive.namelist() if name.endswith(".eml"))
    said = message_from_bytes(draft, policy=policy.default).get_body(("plain",))

    assert said is not None
    assert "本人正在核对账目" in said.get_content()


def test_packing_papers_that_are_there_gives_the_same_file_as_making_them_anew() -> None:
    case, order = proved_case(), ordered()

    assert bundled_from(case, order, build(case, order)) == bundled(case, order)
