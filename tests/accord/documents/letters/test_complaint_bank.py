"""投诉函（银行）."""

from datetime import datetime

import pytest

from accord.case import Channel, Contact, Direction
from accord.documents.letters.complaint_bank import worth_telling
from tests.accord.documents.papers import empty_case, gaps_of, letter_text, opened_sample


def contact(hour: int, **told: object) -> Contact:
    """Return a contact of theirs at an hour."""
    moment = datetime(2026, 11, 2, hour, 30)  # noqa: DTZ001  Shanghai's clock
    return Contact.model_validate({"id": "c", "at": moment, "direction": Direction.FROM_THEM, **told})


@pytest.mark.parametrize(("hour", "told"), [(22, True), (23, True), (7, True), (8, False), (21, False), (14, False)])
def test_the_hour_decides_for_calls(hour: int, told: bool) -> None:  # noqa: FBT001  a parameter of the test
    assert worth_telling(contact(hour)) is told


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({"channel": Channel.VISIT}, True),
        ({"third_person": True}, True),
        ({"entered_home": True}, True),
        ({"entered_home": True, "with_consent": True}, False),
        ({"channel": Channel.VISIT, "direction": Direction.FROM_ME}, False),
    ],
)
def test_visits_entries_and_third_persons_are_told(told: dict[str, object], wanted: object) -> None:
    assert worth_telling(contact(14, **told)) is wanted


def test_it_goes_to_the_consumer_protection_office() -> None:
    assert "致：东湖银行（示例） 消费者权益保护部门" in letter_text("complaint_bank", opened_sample())


def test_only_contacts_that_stand_out_are_listed() -> None:
    said = letter_text("complaint_bank", opened_sample())

    assert "2026年10月21日 22:40" in said
    assert "工号YQ-0173" in said
    assert "10:20" not in said


def test_it_keeps_channels_open_and_confirms_nothing() -> None:
    said = letter_text("complaint_bank", opened_sample())

    assert "本人不回避联系" in said
    assert "确认或否认" in said
    assert not any(word in said for word in ("违法", "犯罪", "赔偿", "曝光", "12378"))


def test_without_a_log_the_contacts_are_asked_for() -> None:
    assert "要反映的联系情况：日期、时间、对方、说了什么（第3章）" in gaps_of("complaint_bank", empty_case().opened())


def test_only_what_shows_the_contacts_is_enclosed_and_no_wage_slips() -> None:
    said = letter_text("complaint_bank", opened_sample())

    assert "附件：10 月 21 日 22:40 通话记录截图（1页）。" in said
    assert "投诉人（签名）" in said
    assert said.startswith("投诉函\n")
