"""What to say on the phone, in the chat and by e-mail, to three listeners for three goals."""

import re
from itertools import product

import pytest

from accord.case import Debt, Goal, OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents.facts import Facts
from accord.documents.scripts import (
    LONGEST_CHAT_LINE,
    chat_lines,
    mail_attachments,
    mail_subject,
    mail_text,
    money_safety,
    phone_script,
    script_blocks,
    three_sentences,
)
from accord.documents.talk import Listener, Setting
from accord.i18n import speaking
from tests.accord.documents.papers import FORBIDDEN, ON, said

TONGUES = ["zh_CN", "en"]
SETTINGS = [Setting(listener, goal) for listener, goal in product(Listener, Goal)]
LONGEST_MAIL = {"zh_CN": 420, "en": 1100}
EMPTY = "empty"
every_setting = pytest.mark.parametrize("setting", SETTINGS, ids=lambda row: f"{row.listener.value}-{row.goal.value}")
every_tongue = pytest.mark.parametrize("tongue", TONGUES)
every_case = pytest.mark.parametrize("name", [*SAMPLES, EMPTY])


def facts_of(name: str, tongue: str = "zh_CN") -> Facts:
    """Return the facts of a sample's package debt, or of a case in which nothing but a debt is known."""
    case = OpenCase(debts=[Debt(id="debt-1")]) if name == EMPTY else sample(name, tongue).opened()
    return Facts.of(case, "", ON)


@every_tongue
@every_case
@every_setting
def test_every_script_is_whole_and_within_its_limits(setting: Setting, name: str, tongue: str) -> None:
    with speaking(tongue):
        facts = facts_of(name, tongue)
        cues, lines, mail = phone_script(facts, setting), chat_lines(facts, setting), mail_text(facts, setting)

    words = (*(cue.text for cue in cues), *lines, mail)
    assert all(0 < len(line) <= LONGEST_CHAT_LINE and not line.endswith("…") for line in lines)
    assert len(mail) <= LONGEST_MAIL[tongue]
    assert {cue.kind for cue in cues} == {"say", "wait", "write", "mind"}
    assert not [(sign, text) for text in words for sign in (*FORBIDDEN, "{", "}", "None", "!", "！") if sign in text]


@every_tongue
@every_setting
def test_a_call_goes_from_who_speaks_to_the_number_and_to_a_no(setting: Setting, tongue: str) -> None:
    with speaking(tongue):
        kinds = [cue.kind for cue in phone_script(facts_of("lin_jing_card", tongue), setting)]

    assert kinds[0] == "mind"
    assert kinds.count("say") >= 9
    assert kinds.count("wait") >= 5
    assert kinds.count("write") >= 2


@every_tongue
@every_case
@pytest.mark.parametrize("goal", list(Goal))
def test_a_collector_is_asked_who_they_are_and_told_no_sum_and_no_account(goal: Goal, name: str, tongue: str) -> None:
    setting = Setting(Listener.COLLECTOR, goal)
    with speaking(tongue):
        facts = facts_of(name, tongue)
        first = next(cue.text for cue in phone_script(facts, setting) if cue.kind == "say")
        said_to_them = [cue.text for cue in phone_script(facts, setting) if cue.kind == "say"]
        words = " ".join((*said_to_them, *chat_lines(facts, setting), mail_subject(facts, setting)))
        words += mail_text(facts, setting)

    asked = {"zh_CN": ("姓名", "工号", "机构", "委托"), "en": ("name", "staff number", "agency", "entrusted")}
    assert all(part in first for part in asked[tongue])
    assert not re.search(r"¥\s?\d", words)
    assert not facts.debt.account_last4 or facts.debt.account_last4 not in words.replace(facts.case.person.phone, "")


@every_tongue
@pytest.mark.parametrize("listener", [Listener.SERVICE_LINE, Listener.HARDSHIP_DESK])
def test_the_bank_hears_the_plans_own_figure_and_what_can_be_paid_now(listener: Listener, tongue: str) -> None:
    with speaking(tongue):
        facts = facts_of("lin_jing_card", tongue)
        words = " ".join(cue.text for cue in phone_script(facts, Setting(listener, Goal.CHANGE_METHOD)))

    assert "¥1,305.00" in words
    assert "¥8,100.00" in words


@every_tongue
def test_every_call_to_the_bank_ends_in_the_work_order_number(tongue: str) -> None:
    words = {"zh_CN": "工单号", "en": "work order number"}[tongue]
    with speaking(tongue):
        scripts = [phone_script(facts_of("lin_jing_card", tongue), setting) for setting in SETTINGS]

    assert all(any(words in cue.text for cue in cues[-3:]) for cues in scripts)


def test_without_a_setting_the_case_decides() -> None:
    with speaking("zh_CN"):
        facts = facts_of("lin_jing_card")
        chosen = Setting(Listener.HARDSHIP_DESK, Goal.CHANGE_METHOD)

        assert phone_script(facts) == phone_script(facts, chosen)
        assert chat_lines(facts) == chat_lines(facts, chosen)


def test_papers_are_sent_to_the_bank_and_to_no_agency() -> None:
    with speaking("zh_CN"):
        to_agency = mail_text(facts_of("lin_jing_card"), Setting(Listener.COLLECTOR, Goal.DELAY))
        to_bank = mail_text(facts_of("lin_jing_card"), Setting(Listener.SERVICE_LINE, Goal.DELAY))

    assert "见附件" not in to_agency
    assert "见附件" in to_bank


@every_tongue
@every_setting
def test_the_longest_own_words_stay_in_the_limit(setting: Setting, tongue: str) -> None:
    facts = facts_of("lin_jing_card", tongue)
    facts.case.person.name, facts.case.position.cause_words = "长" * 60, "长" * 200
    with speaking(tongue):
        assert max(len(line) for line in chat_lines(facts, setting)) <= LONGEST_CHAT_LINE


@every_tongue
def test_the_three_sentences_end_with_the_work_order_number(tongue: str) -> None:
    with speaking(tongue):
        sentences = three_sentences(facts_of("lin_jing_card", tongue))

    assert len(sentences) == 3
    assert sentences[-1].rstrip(".。").endswith(("工单号", "work order number"))


def test_the_phone_script_pauses_and_keeps_money_safe() -> None:
    with speaking("zh_CN"):
        cues = phone_script(facts_of("lin_jing_card"))

    assert cues[0].text.startswith("付款之前")
    assert any("密码" in cue.text for cue in cues if cue.kind == "wait")


def test_money_safety_names_the_number_on_the_card_and_the_family() -> None:
    with speaking("zh_CN"):
        safety = money_safety()

    assert all(words in safety for words in ("卡背面的客服电话", "不扫别人出示的二维码", "家人不签字、不承诺、不代付"))


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
    assert not any("通话记录" in name for name in listed)


def test_the_full_set_holds_call_chat_and_mail() -> None:
    with speaking("zh_CN"):
        words = said(script_blocks(facts_of("lin_jing_card")))

    assert all(part in words for part in ("三句话电话", "电话话术", "在线客服用语", "电子邮件"))
