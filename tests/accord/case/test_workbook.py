"""The workbook file: the same answers back, and a calm sentence for every file that is none."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.case import Case, Debt
from accord.case.samples import SAMPLES, sample
from accord.case.workbook import LARGEST_FILE, BadAnswersError, read_workbook, write_workbook
from accord.errors import BrokenFileError, ForeignFileError, HugeFileError, NewerFileError, WorkbookError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from tests.accord.case.invented import cases


def file_of(**changes: object) -> bytes:
    """Return an empty workbook with some top-level entries changed."""
    raw = json.loads(write_workbook(Case())) | changes
    return json.dumps(raw).encode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_what_is_written_is_read_back_the_same(case: Case) -> None:
    written = write_workbook(case)

    assert read_workbook(written) == case
    assert write_workbook(read_workbook(written)) == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_read_back_the_same(name: str, language: str) -> None:
    case = sample(name, language)

    assert read_workbook(write_workbook(case)) == case


def test_the_file_is_plain_text_a_person_can_read() -> None:
    text = write_workbook(sample("lin_jing_card", CHINESE)).decode()

    assert '"principal": "79200.00"' in text
    assert "林静" in text
    assert text.endswith("}\n")


def test_names_stand_in_order_whatever_the_order_of_the_answers() -> None:
    raw = json.loads(write_workbook(Case()))

    assert list(raw) == sorted(raw)
    assert list(raw["private"]) == sorted(raw["private"])


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert read_workbook(b"\xef\xbb\xbf" + file_of()) == Case()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", BrokenFileError),
        (b" \r\n\t ", BrokenFileError),
        (b"{", BrokenFileError),
        (write_workbook(Case())[:-40], BrokenFileError),
        ("{}".encode("utf-16"), BrokenFileError),
        ('{"format": "示例"}'.encode("gb18030"), BrokenFileError),
        (b'{"format": "accord-workbook", "format": "other"}', BrokenFileError),
        (b'{"format": "accord-workbook", "schema_version": 2, "assets": [NaN]}', BrokenFileError),
        (b'{"format": "accord-workbook", "schema_version": -Infinity}', BrokenFileError),
        (b"[" * 100_000, BrokenFileError),
        (b"1" * 10_000, BrokenFileError),
        (b"[]", ForeignFileError),
        (b"null", ForeignFileError),
        (b'"accord-workbook"', ForeignFileError),
        (b"{}", ForeignFileError),
        (b'{"format": "somebody-else", "schema_version": 2}', ForeignFileError),
        (b'{"format": ["accord-workbook"], "schema_version": 2}', ForeignFileError),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", ForeignFileError),
        (b"PK\x03\x04 an archive", ForeignFileError),
        (b"\xff\xd8\xff\xe0 a photo", ForeignFileError),
        (file_of(schema_version=3), NewerFileError),
        (file_of(schema_version=10**30), NewerFileError),
        (file_of(schema_version=0), ForeignFileError),
        (file_of(schema_version=-2), ForeignFileError),
        (file_of(schema_version="2"), ForeignFileError),
        (file_of(schema_version=2.0), ForeignFileError),
        (file_of(schema_version=True), ForeignFileError),
        (file_of(schema_version=None), ForeignFileError),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_calmly(data: bytes, refusal: type[WorkbookError]) -> None:
    with pytest.raises(refusal) as caught:
        read_workbook(data)

    assert "您现在的草稿没有变动" in caught.value.speak()
    with speaking(ENGLISH):
        assert "Your current draft is untouched" in caught.value.speak()


@pytest.mark.parametrize("depth", [10, 300, 900, 5000])
def test_nesting_of_any_depth_ends_in_a_refusal(depth: int) -> None:
    nested = '{"a":' * depth + "1" + "}" * depth
    data = f'{{"format": "accord-workbook", "schema_version": 2, "person": {nested}}}'.encode()

    with pytest.raises(BrokenFileError):
        read_workbook(data)


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(HugeFileError) as caught:
        read_workbook(b"{" * (LARGEST_FILE + 1))

    assert "8 MB" in caught.value.speak()


def test_the_first_three_unusable_answers_are_named_in_the_readers_language() -> None:
    debts = [{"id": "debt-1", "principal": "much", "fees": -1, "annual_rate": "often", "months_left": 0}]

    with pytest.raises(BadAnswersError) as caught:
        read_workbook(file_of(debts=debts))

    assert "本金、违约金和其他费用、年利率。" in caught.value.speak()
    with speaking(ENGLISH):
        assert "Principal, Late fees and other fees, Yearly rate." in caught.value.speak()
    assert [problem.field for problem in caught.value.problems][-1] == "debts.0.months_left"


@pytest.mark.parametrize("entry", ["surname 王小明", "wang@example.com"])
def test_an_unknown_entry_is_not_repeated_in_the_sentence(entry: str) -> None:
    with pytest.raises(BadAnswersError) as caught:
        read_workbook(file_of(**{entry: 1}))

    assert entry not in caught.value.speak()
    assert "手册里没有的一项" in caught.value.speak()


def test_two_rows_of_one_number_are_refused() -> None:
    with pytest.raises(BadAnswersError) as caught:
        read_workbook(write_workbook(Case(debts=[Debt(id="debt-1"), Debt(id="debt-1")])))

    assert caught.value.problems[0].field == "debts"
    assert "欠款" in caught.value.speak()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(Case.model_fields)), JSON)
def test_any_value_in_any_place_is_read_or_refused(name: str, value: object) -> None:
    with suppress(WorkbookError):
        case = read_workbook(file_of(**{name: value}))
        assert read_workbook(write_workbook(case)) == case


@settings(max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes_are_refused_without_a_crash(data: bytes) -> None:
    with pytest.raises(WorkbookError):
        read_workbook(data)
