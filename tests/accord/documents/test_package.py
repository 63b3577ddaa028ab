"""Packages: who reads them decides what is in them."""

from decimal import Decimal

import pytest

from accord.case import Ask, Case, Evidence, EvidenceState, Recipient
from accord.case.samples import SAMPLES, sample
from accord.documents import pdf, text
from accord.documents.package import (
    MOST_PAGES,
    PARTS,
    is_held,
    package,
    package_images,
    package_pdf,
    three_images,
    three_papers,
)
from tests.accord.documents.papers import FORBIDDEN, ON, bookmarks, empty_case, read, reader


def bank_text(case: Case, tongue: str = "zh_CN") -> str:
    """Return the bank package as text."""
    return text.render(package(case, recipient="bank", language=tongue, on=ON).paper)


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_bank_package_is_whole_and_at_most_six_pages(name: str, tongue: str) -> None:
    made = package(sample(name, tongue), recipient=Recipient.BANK, language=tongue, on=ON)
    said = text.render(made.paper)

    assert pdf.page_count(made.paper) <= MOST_PAGES
    assert not any(sign in said for sign in ("{", "}", "None"))
    assert not any(word in said for word in FORBIDDEN)
    assert made.missing_glyphs == ()


@pytest.mark.parametrize("recipient", list(Recipient))
def test_every_recipient_gets_a_pdf_even_from_an_empty_case(recipient: Recipient) -> None:
    data = package_pdf(Case(), recipient=recipient, language="zh_CN", on=ON)

    assert len(reader(data).pages) >= 1


def test_page_one_is_the_case() -> None:
    data = package_pdf(sample("lin_jing_card", "zh_CN"), recipient="bank", language="zh_CN", on=ON)
    first = "".join(reader(data).pages[0].extract_text().split())

    for words in (
        "林静",
        "012X",
        "138-0000-1234",
        "¥86,400.00",
        "¥8,100.00",
        "¥1,305.00",
        "60期",
        "2026年12月15日",
        "签名",
    ):
        assert words in first


def test_bookmarks_lead_to_the_parts() -> None:
    data = package_pdf(sample("lin_jing_card", "zh_CN"), recipient="bank", language="zh_CN", on=ON)
    titles = bookmarks(data)

    assert titles[:2] == ["情况摘要", "协商还款申请书"]
    assert "证明材料目录" in titles


def test_the_same_case_gives_the_same_bytes() -> None:
    one, two = (package_pdf(sample("lin_jing_card", "en"), recipient="bank", language="en", on=ON) for _ in range(2))

    assert one == two


def test_other_creditors_stand_without_their_names() -> None:
    said = bank_text(sample("chen_guohua_online_loans", "zh_CN"))
    case = sample("chen_guohua_online_loans", "zh_CN")

    assert "另一家银行或公司" in said
    assert not any(debt.creditor in said for debt in case.debts[1:])


def test_the_same_share_is_counted_for_every_unsecured_creditor() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    case.asks = [Ask(debt_id="debt-1", option="longer_term", months=40, annual_rate=Decimal(0))]
    said = bank_text(case)

    assert "1,300.00" in said  # 52,000.00 over 40 months
    assert "按同一比例每月（元）" in said


def test_without_a_chosen_ask_nothing_is_offered() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.asks = []
    made = package(case, recipient="bank", language="zh_CN", on=ON)

    assert "申请的每期还款额（第5章）" in made.missing
    assert "1,305" not in text.render(made.paper).split("还款方案")[-1]


def test_an_unticked_diagnosis_asset_or_spouse_is_not_in_it() -> None:
    case = sample("lin_jing_card", "zh_CN")

    said = bank_text(case)

    assert "甲状腺" not in said
    case.package.diagnosis = True
    assert "甲状腺" in bank_text(case)


def test_ticked_parts_decide_what_goes_in_and_in_which_order() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.package.parts = ["budget", "case", "nonsense"]
    said = bank_text(case)

    assert said.index("每月收支表") < said.index("情况摘要")
    assert "证明材料目录" not in said


def test_while_a_gate_is_open_only_the_neutral_letter_goes() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    held = next(debt_id for debt_id, gate in case.private.gates.items() if gate.assigned_without_notice == "yes")
    case.package.debt_id = held
    said = bank_text(case)

    assert is_held(case)
    assert "沟通方式申请" in said
    assert "申请事项" not in said
    assert len(three_papers(case, language="zh_CN", on=ON)) == 1


def test_a_person_who_ticked_the_parts_is_obeyed() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    case.private.gates["debt-1"].silent_three_years = "yes"  # type: ignore[assignment]  # pydantic reads the word
    case.package.debt_id = "debt-1"
    case.package.parts = list(PARTS)

    assert "申请事项" in bank_text(case)


def test_the_advisor_sees_the_triage_first_and_private_fields_only_when_opened() -> None:
    case = sample("lin_jing_card", "zh_CN")
    closed = text.render(package(case, recipient="advisor", language="zh_CN", on=ON).paper)
    opened = text.render(package(case, recipient="advisor", language="zh_CN", on=ON, opened=["ceiling"]).paper)

    assert closed.index("最近一次催收") < closed.index("整套材料")
    assert "1,350.00" not in closed
    assert "1,350.00" in opened
    assert case.private.notes not in opened


def test_my_own_set_holds_everything() -> None:
    case = sample("lin_jing_card", "zh_CN")
    said = read(package_pdf(case, recipient="me", language="zh_CN", on=ON))

    for words in ("¥1,350.00", "三句话电话", "沟通记录", "个性化分期", "付款之前", "2031-11-15"):
        assert words in said


def test_missing_glyphs_are_named_for_the_screen() -> None:
    case = empty_case()
    case.person.name = "林😀静"

    assert package(case, recipient="bank", language="zh_CN", on=ON).missing_glyphs == ("😀",)


def test_an_example_says_so_on_its_pages() -> None:
    data = package_pdf(sample("lin_jing_card", "en"), recipient="bank", language="en", on=ON)

    assert "Example:" in reader(data).pages[0].extract_text()


def test_three_pictures_are_page_one_budget_and_proposal() -> None:
    case = sample("lin_jing_card", "zh_CN")
    titles = [paper.texts[1] for paper in three_papers(case, language="zh_CN", on=ON)]

    assert titles == ["情况摘要", "每月收支表", "还款方案"]
    assert len(three_images(case, language="zh_CN", on=ON)) == 3


def test_page_pictures_are_as_many_as_pages() -> None:
    case = empty_case()
    made = package(case, recipient="bank", language="zh_CN", on=ON)

    assert len(package_images(case, recipient="bank", language="zh_CN", on=ON)) == pdf.page_count(made.paper)


@pytest.mark.parametrize("letter", ["preference", "dispute", "complaint_bank"])
def test_a_letter_ticked_behind_an_open_gate_offers_no_plan(letter: str) -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.agreements, case.package.letter, case.package.parts = [], letter, ["letter"]
    free = bank_text(case)
    case.private.gates["debt-1"].silent_three_years = "yes"  # type: ignore[assignment]  # pydantic reads the word

    held = bank_text(case)
    mine = text.render(package(case, recipient="me", language="zh_CN", on=ON).paper)

    offer, answer = "提交协商还款申请", "本人正在核对账目"
    assert (offer in free, offer in held, offer in mine) == (True, False, False)
    assert (answer in free, answer in held, answer in mine) == (False, True, True)


def test_the_index_is_named_only_where_it_stands_in_the_same_paper() -> None:
    case = sample("lin_jing_card", "zh_CN")
    case.evidence = [Evidence(id=f"e{k}", title=f"材料{k}", state=EvidenceState.HAVE) for k in range(20)]
    case.package.parts = ["letter"]

    assert "证明材料目录" not in bank_text(case)
    case.package.parts = ["letter", "evidence"]
    assert "其余 8 份见证明材料目录" in bank_text(case)


def test_a_part_that_only_says_when_it_comes_has_no_page_of_its_own() -> None:
    made = package(empty_case(), recipient="bank", language="zh_CN", on=ON).paper
    pages = [page.extract_text() for page in reader(pdf.render(made)).pages]

    assert len(pages) == 2
    assert "将另行提交" in pages[1]
