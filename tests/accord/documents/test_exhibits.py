"""Exhibits: every mark names the page it stands on, read from the finished file."""

import re
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from accord.case import Answer, Claim, DebtGate, Evidence
from accord.documents import pdf
from accord.documents.exhibits import Marks, exhibits, letters, numeral
from accord.documents.package import MOST_PAGES, Package, bound
from accord.i18n import speaking
from tests.accord.documents.proofs import PAGES, ordered, proved_case

MARK = {
    "zh_CN": re.compile(r"(证据[一二三四五六七八九十]+)，\s*第\s*(\d+)\s*页"),
    "en": re.compile(r"(Exhibit\s+[A-Z]+),\s+page\s+(\d+)"),
}
SHEET = {"zh_CN": "{name}·第1张", "en": "{name}·sheet1of"}
FOOT = {"zh_CN": "第{number}页，共{count}页", "en": "page{number}of{count}"}


@cache
def made_for(recipient: str, language: str) -> Package:
    """Return the package with twelve exhibits."""
    return bound(proved_case(language), ordered(recipient, language))


@cache
def drawn(recipient: str, language: str) -> bytes:
    """Return its joined file."""
    return pdf.render(made_for(recipient, language).joined)


def page_texts(data: bytes) -> list[str]:
    """Return each page's text without blanks."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("recipient", ["bank", "me"])
def test_every_mark_names_the_page_on_which_its_exhibit_begins(recipient: str, language: str) -> None:
    data = drawn(recipient, language)
    texts = page_texts(data)
    marks = [mark for page in PdfReader(BytesIO(data)).pages for mark in MARK[language].findall(page.extract_text())]

    assert len(marks) >= 12 + 4
    for name, page in marks:
        assert SHEET[language].format(name="".join(name.split())) in texts[int(page) - 1], (name, page)
    assert len({name for name, _page in marks}) == 12


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_contents_name_the_pages_of_every_exhibit(language: str) -> None:
    made = made_for("bank", language)
    assert made.annex is not None
    start = made.annex.starts_at
    texts = page_texts(pdf.render(made.annex))
    at = 1
    for number, count in enumerate(PAGES, 1):
        cover, first = start + at, start + at + 1
        name = f"证据{numeral(number)}" if language == "zh_CN" else f"Exhibit{letters(number)}"
        span = f"{first}–{first + count - 1}" if count > 1 else f"{first}"
        assert span in texts[0]
        assert texts[at].startswith(name)
        assert span in texts[at], (cover, span)
        at += 1 + count

    assert len(texts) == at == 1 + 12 + sum(PAGES)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_one_numbering_runs_over_paper_annex_and_joined_file(language: str) -> None:
    made = made_for("bank", language)
    assert made.annex is not None
    alone = page_texts(pdf.render(made.paper)) + page_texts(pdf.render(made.annex))
    joined = page_texts(drawn("bank", language))

    assert alone == joined
    for number, text in enumerate(joined, 1):
        assert FOOT[language].format(number=number, count=len(joined)) in text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_paper_itself_stays_within_six_pages(language: str) -> None:
    made = made_for("bank", language)

    assert pdf.page_count(made.paper) <= MOST_PAGES


def test_letter_budget_and_index_cite_their_proofs() -> None:
    made = made_for("bank", "zh_CN")
    texts = page_texts(pdf.render(made.paper))
    letter, budget = (next(text for text in texts if head in text) for head in ("协商还款申请书", "每月收支表"))

    assert "失去工作（证据二，第" in letter or "失业（证据二，第" in letter
    assert re.search(r"¥86,400\.00（证据六，第\d+页", letter)
    assert "附件：证据一至证据十二（见附件）" in letter
    assert re.search(r"收入（证据三，第\d+页；证据四，第\d+页）", budget)
    assert re.search(r"支出（证据三，第\d+页", budget)


def test_only_ticked_papers_go_behind_a_banks_papers() -> None:
    case = proved_case()
    case.evidence[1].exhibit = False
    case.evidence[4].for_bank = False
    case.evidence[5].shows_diagnosis = True
    made = bound(case, ordered())
    assert made.annex is not None
    said = "".join(made.annex.texts)

    assert case.evidence[0].title in said
    assert not any(case.evidence[number].title in said for number in (1, 4, 5))
    assert "证据九" in said
    assert "证据十" not in said


def test_while_a_gate_holds_letters_back_no_exhibit_goes() -> None:
    case = proved_case()
    case.private.gates[case.debts[0].id] = DebtGate(silent_three_years=Answer.YES)

    assert bound(case, ordered()).annex is None


def test_without_the_list_of_papers_no_annex_goes() -> None:
    case = proved_case()
    case.package.parts = ["case", "letter"]

    assert bound(case, ordered()).annex is None


def test_my_own_set_holds_the_private_pictures_too_and_the_advisors_only_ticked_ones() -> None:
    case = proved_case()
    case.evidence[4].for_bank = False
    case.evidence[4].exhibit = False
    mine, theirs = (bound(case, ordered(recipient)).annex for recipient in ("me", "advisor"))
    assert mine
    assert theirs

    assert case.evidence[4].title in "".join(mine.texts)
    assert case.evidence[4].title not in "".join(theirs.texts)


def test_marks_without_exhibits_say_nothing() -> None:
    assert Marks().beside("¥1", Claim.DEBT) == "¥1"
    assert Marks().of("a") == ""


def test_pages_that_never_rest_are_left_out_of_marks() -> None:
    shown = exhibits([Evidence(id="a", item="debt_bills")], {"a": [b"jpeg"]})
    with speaking("en"):
        assert Marks(shown, numbered=False).cite(Claim.DEBT) == "Exhibit A"
        assert Marks(shown, {1: 8}).cite(Claim.DEBT) == "Exhibit A, page 9"


def test_numbers_are_written_as_people_do() -> None:
    assert [numeral(number) for number in (1, 10, 11, 20, 21, 99)] == ["一", "十", "十一", "二十", "二十一", "九十九"]
    assert [letters(number) for number in (1, 26, 27, 53)] == ["A", "Z", "AA", "BA"]
