"""What to say on the phone, in the chat and by e-mail."""

import pytest

from accord.case import OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents.facts import Facts
from accord.documents.scripts import (
    LONGEST_CHAT_LINE,
    chat_lines,
    mail_attachments,
    money_safety,
    phone_script,
    three_sentences,
)
from accord.i18n import speaking
from tests.accord.documents.papers import FORBIDDEN, ON

TONGUES = ["zh_CN", "en"]


def facts_of(name: str, tongue: str = "zh_CN") -> Facts:
    """Return the facts of a sample's package debt."""
    return Facts.of(sample(name, tongue).opened(), "", ON)


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", SAMPLES)
def test_chat_lines_are_short_and_whole(name: str, tongue: str) -> None:
    with speaking(tongue):
        lines = chat_lines(facts_of(name, tongue))

    assert all(0 < len(line) <= LONGEST_CHAT_LINE for line in lines)
    assert not any(word in line for line in lines for word in (*FORBIDDEN, "{", "None"))


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_three_sentences_end_with_the_work_order_number(tongue: str) -> None:
    with speaking(tongue):
        sentences = three_sentences(facts_of("lin_jing_card", tongue))

    assert len(sentences) == 3
    assert sentences[-1].rstrip(".。").endswith(("工单号", "work order number"))


def test_the_phone_script_pauses_and_keeps_money_safe() -> None:
    with speaking("zh_CN"):
        cues = phone_script(facts_of("lin_jing_card"))

    assert {cue.kind for cue in cues} == {"say", "wait", "write", "mind"}
    assert cues[0].text.startswith("钱的安全")
    assert any("密码" in cue.text for cue in cues if cue.kind == "wait")


def test_money_safety_names_the_number_on_the_card_and_the_family() -> None:
    with speaking("zh_CN"):
        said = money_safety()

    assert all(words in said for words in ("卡背面的客服电话", "不扫别人出示的二维码", "家人不签字、不承诺、不代付"))


def test_a_person_without_any_answer_still_has_a_call() -> None:
    with speaking("en"):
        facts = Facts.of(OpenCase(), "", ON)
        sentences = three_sentences(facts)

    assert "________" in sentences[0]
    assert "your full name" in facts.gaps


def test_only_papers_at_hand_are_attached() -> None:
    with speaking("zh_CN"):
        listed = mail_attachments(facts_of("lin_jing_card"))

    assert "解除劳动合同证明" in listed
    assert "离职前三个月工资条" not in listed
