"""Everything that reads what somebody sent or typed: any input is read or refused with a sentence, and nothing else.

What one of our writers wrote is read back the same. What the routes read is in `tests/web/test_every_request.py`,
what the papers are made of in `tests/accord/documents/test_every_builder.py`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pydantic import TypeAdapter, ValidationError

from accord.case import fields
from accord.case.folder import read_folder, write_folder
from accord.case.masking import NUMBER_COVER, masked, masked_text
from accord.case.problems import problems
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import OwnerKey, Pepper, ShareKey, Ticket, is_code, protect, spoken_code, unprotect
from accord.crypto.derive import PassphraseCost, plain_code
from accord.errors import AccordError
from accord.money import parse_money, yuan
from accord.settings import NAMES, read_settings
from accord.store import Clash, merge, split
from accord.store.backup import _check
from accord.store.guessing import neighbourhood
from accord.store.sections import joined
from tests import torture
from tests.accord.case.foreign import OURS
from tests.accord.case.invented import cases

CHEAP = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "a long enough passphrase"  # noqa: S105  of an invented file
FOLDER = write_folder(read_workbook(OURS), {"ab" * 16: b"WBPAGES1 one", "cd" * 16: b"WBPAGES1 and another"})
LONG_NUMBER = re.compile(r"[0-9]{7,}")
DAY = re.compile(r"(19|20)[0-9]{2}[-.][0-9]{1,2}[-.][0-9]{1,2}")

often = settings(
    max_examples=torture.EXAMPLES,
    deadline=None,
    derandomize=torture.FACTOR == 1,
    database=None,
    suppress_health_check=list(HealthCheck),
)
seldom = settings(often, max_examples=max(10, torture.EXAMPLES // 4))  # where each example takes long
anything = some.text(some.characters(), max_size=60)  # halves of signs too, which no file can hold
figures = some.text(some.sampled_from("0123456789０９.,，。-+%eE¥元万亿kw½Ⅷ٣ \t\u200b"), max_size=45)
days = some.text(some.sampled_from("0123456789-/.:年月日T Z+"), max_size=30) | some.integers() | some.floats()
values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | anything,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(anything, inner, max_size=4),
    max_leaves=12,
)

addresses = some.from_regex(r"\A(https?|postgres|sqlite)://[\[\]a-z0-9:@/?#%.]{0,20}\Z")
COUNTS: Counter[str] = Counter()


def _lines(rows: Sequence[object]) -> bytes:
    return b"\n".join(json.dumps(row).encode() for row in rows)


def _read(read: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever is read
    """Return what a reader made of an input; None, once it has said why not."""
    COUNTS["tried"] += 1
    try:
        return read()
    except AccordError as refusal:
        COUNTS["refused"] += 1
        COUNTS["without a sentence"] += not refusal.speak().endswith(("。", "."))
        return None


def _answered(kind: Any, value: object) -> Any:  # noqa: ANN401  whatever is read
    """Return what a field made of an answer; None, once it has said why not, without repeating it."""
    COUNTS["tried"] += 1
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        COUNTS["refused"] += 1
        found = problems(error)
        assert found
        assert all(problem.message.endswith("。") for problem in found)
        return None


@often
@given(some.binary(max_size=60), some.integers(0, len(FOLDER)), some.integers(0, 60))
def test_papers_in_a_file_with_any_stretch_replaced(new: bytes, at: int, cut: int) -> None:
    found = _read(lambda: read_folder(FOLDER[:at] + new + FOLDER[at + cut :]))
    if found is not None:
        assert read_folder(write_folder(*found)) == found


@pytest.mark.parametrize("whole", [OURS, protect(OURS, PASSPHRASE, CHEAP)], ids=["plain", "protected"])
def test_a_workbook_file_with_any_stretch_replaced(whole: bytes) -> None:
    @seldom
    @given(some.integers(0, len(whole)), some.integers(0, 40), some.binary(max_size=40))
    def check(place: int, gone: int, instead: bytes) -> None:
        data = whole[:place] + instead + whole[place + gone :]
        plain = _read(lambda: unprotect(data, PASSPHRASE)) if whole is not OURS else data
        case = _read(lambda: read_workbook(plain)) if plain is not None else None
        if case is not None:
            assert read_workbook(write_workbook(case)) == case

    check()


@often
@given(some.binary(max_size=200) | values.map(lambda value: json.dumps(value).encode()))
def test_a_workbook_file_of_any_bytes(data: bytes) -> None:
    assert _read(lambda: read_workbook(data)) is None
    assert _read(lambda: unprotect(b"BNWB" + data, PASSPHRASE)) is None


@often
@given(some.sampled_from(sorted(json.loads(OURS))), values)
def test_a_workbook_file_with_any_answer(name: str, value: object) -> None:
    data = json.dumps(json.loads(OURS) | {name: value}).encode()
    case = _read(lambda: read_workbook(data))
    if case is not None:
        assert read_workbook(write_workbook(case)) == case


@seldom
@given(some.binary(max_size=3000), anything)
def test_a_protected_file_gives_back_what_was_put_in(plain: bytes, passphrase: str) -> None:
    data = _read(lambda: protect(plain, passphrase, CHEAP))
    if data is not None:
        assert unprotect(data, passphrase) == plain
    _read(lambda: unprotect(protect(plain, PASSPHRASE, CHEAP), passphrase))


@often
@given(figures | anything)
def test_an_amount(text: str) -> None:
    amount = _read(lambda: parse_money(text))
    if amount is not None:
        assert 0 <= amount <= 10**9
        assert parse_money(yuan(amount)) == amount
        assert _answered(fields.MoneyAnswer, yuan(amount)) == amount


@often
@given(figures | values)
def test_an_amount_and_a_rate_as_answers(value: object) -> None:
    rate = _answered(fields.RateAnswer, value)
    amount = _answered(fields.MoneyAnswer, value)
    share = _answered(fields.Share, value)
    assert rate is None or (0 <= rate <= 10 and _answered(fields.RateAnswer, format(rate, "f")) == rate)
    assert amount is None or (0 <= amount <= 10**9 and amount == amount.quantize(Decimal("0.01")))
    assert share is None or 0 <= share <= 1


@often
@given(days | anything)
def test_a_day_a_moment_and_a_time(value: object) -> None:
    day, moment = _answered(fields.Day, value), _answered(fields.Moment, value)
    clock = _answered(fields.Clock, value)
    assert day is None or date(1980, 1, 1) <= day <= date(2100, 12, 31)
    assert moment is None or (isinstance(moment, datetime) and moment.tzinfo is None)
    assert clock is None or (isinstance(clock, time) and clock.tzinfo is None)


@often
@given(anything | some.text("0123456789xX+- ０９＠@.", max_size=26))
def test_a_phone_an_address_and_the_ends_of_numbers(text: str) -> None:
    for kind in (fields.Phone, fields.Email, fields.IdTail, fields.CardTail, fields.Slug):
        read = _answered(kind, text)
        assert read is None or _answered(kind, read) == read


@often
@given(anything, some.text("0123456789０９ -－.Xx", min_size=7, max_size=30), anything)
def test_long_numbers_are_masked_in_any_text(before: str, number: str, after: str) -> None:
    shown = masked_text(f"{before} {number} {after}").replace(NUMBER_COVER, "")
    COUNTS["tried"] += 1
    assert not [run for run in LONG_NUMBER.findall(shown) if not DAY.search(shown)]


@settings(seldom, max_examples=max(5, torture.EXAMPLES // 16))
@given(cases())
def test_any_case_can_be_masked(case: Any) -> None:  # noqa: ANN401  a strategy's own
    COUNTS["tried"] += 1
    shown = masked(case)
    assert (shown.person.phone, shown.person.email, shown.person.id_last4) == ("", "", "")
    assert masked(shown) == shown


@often
@given(some.binary(min_size=32, max_size=32), anything, some.integers(0, 60))
def test_keys_links_and_tickets(raw: bytes, text: str, place: int) -> None:
    pepper = Pepper({1: bytes(32)}, 1)
    ticket = Ticket.issue(ShareKey(raw), b"", 1_795_406_400, pepper)
    for kind, written in ((OwnerKey, OwnerKey(raw).text), (ShareKey, ShareKey(raw).text), (Ticket, ticket.text)):
        spoilt = written[:place] + text + written[place:]
        read = _read(lambda kind=kind, spoilt=spoilt: kind.parse(spoilt))  # type: ignore[misc]  # bound in the loop
        assert read is None or read.text == spoilt.strip()
        assert kind.parse(written).text == written
        assert _read(lambda kind=kind: kind.parse(text)) is None  # type: ignore[misc]  # likewise


@often
@given(anything | some.text("0123456789:,=+/ABCabc １", max_size=120))
def test_the_installations_key(text: str) -> None:
    pepper = _read(lambda: Pepper.parse(text))
    assert pepper is None or Pepper.parse(pepper.text) == pepper


@often
@given(anything)
def test_a_spoken_code(text: str) -> None:
    COUNTS["tried"] += 1
    assert is_code(text) == is_code(plain_code(text))
    assert is_code(spoken_code().lower().replace("-", " - "))


@often
@given(values)
def test_a_case_taken_apart_and_joined(value: object) -> None:
    document = json.dumps(value).encode()
    parts = _read(lambda: split(document))
    if parts is not None:
        assert json.dumps(json.loads(joined(parts)), sort_keys=True) == json.dumps(value, sort_keys=True)


@often
@given(some.none() | some.binary(max_size=9) | values, values, values | some.binary(max_size=9))
def test_texts_brought_together(base: object, mine: object, stored: object) -> None:
    COUNTS["tried"] += 1
    texts = [text if isinstance(text, bytes) else json.dumps(text).encode() for text in (mine, stored)]
    before = base if isinstance(base, bytes | None) else json.dumps(base).encode()
    together = merge(before, *texts)
    assert all(isinstance(clash, Clash) for clash in together.clashes)
    assert merge(before, texts[1], texts[1]).document in {texts[1], merge(None, texts[1], texts[1]).document}


@often
@given(some.dictionaries(some.sampled_from(NAMES), anything | addresses, max_size=4))
def test_the_settings_of_a_host(environ: dict[str, str]) -> None:
    found = _read(lambda: read_settings(environ))
    assert found is None or found.replicas >= 1


@often
@given(anything | some.ip_addresses().map(str))
def test_a_visitors_address(text: str) -> None:
    COUNTS["tried"] += 1
    assert neighbourhood(text)


@often
@given(some.binary(max_size=99) | some.lists(values, max_size=4).map(_lines))
def test_a_backup_of_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file: Path = tmp_path_factory.getbasetemp() / "any.backup"
    file.write_bytes(data)
    assert _read(lambda: _check(file)) is None


def test_how_often_each_was_tried(record_property: Callable[[str, object], None]) -> None:
    record_property(torture.TRIED, COUNTS["tried"])
    record_property(torture.COUNTED, f"F11 parsers: {dict(COUNTS)}, other errors 0")
    assert COUNTS["without a sentence"] == 0
    assert COUNTS["tried"] > COUNTS["refused"] > 0
