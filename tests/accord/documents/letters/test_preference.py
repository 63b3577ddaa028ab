"""沟通方式申请."""

import pytest

from accord.case import Declines, Instead, VisitReason
from accord.case.samples import SAMPLES
from accord.documents import text
from accord.documents.letters.preference import HOME_RULE, LETTER, REASONS
from accord.knowledge.rules import rule
from tests.accord.documents.papers import ON, letter_text, opened_sample


@pytest.mark.parametrize("name", SAMPLES)
def test_declining_visits_comes_with_a_working_channel(name: str) -> None:
    said = letter_text("preference", opened_sample(name))

    assert said.index("不同意") < said.index("· 电话")


def test_collection_visits_or_all_visits_are_declined_as_chosen() -> None:
    case = opened_sample()

    assert "上门催收" in letter_text("preference", case)
    case.position.declines = Declines.ALL
    assert "不同意贵行或受托机构到本人住处、工作单位上门；" in letter_text("preference", case)


def test_it_does_not_refuse_but_disagree() -> None:
    said = letter_text("preference", opened_sample())

    assert "拒绝" not in said
    assert not LETTER.acknowledges


@pytest.mark.parametrize("reason", list(VisitReason))
def test_every_reason_has_a_sentence(reason: VisitReason) -> None:
    case = opened_sample()
    case.position.reasons = [reason]
    said = letter_text("preference", case, "en")

    assert REASONS[reason] in said


def test_without_reasons_none_are_announced() -> None:
    case = opened_sample()
    case.position.reasons = []
    case.position.own_reason = ""

    assert "理由如下" not in letter_text("preference", case)


def test_what_is_offered_instead_is_listed() -> None:
    case = opened_sample()
    case.position.instead = [Instead.IN_APP_CHAT, Instead.VIDEO_MEETING]
    said = letter_text("preference", case)

    assert "· App在线客服" in said
    assert "· 预约后视频面谈" in said


def test_the_rule_on_homes_stands_with_its_article() -> None:
    said = letter_text("preference", opened_sample())

    assert rule(HOME_RULE).may_be_stated(ON)
    assert "《民法典》第1033条" in said
    assert "您" not in said


def test_nothing_is_confirmed_or_denied() -> None:
    said = letter_text("preference", opened_sample())

    assert "确认或否认" in said
    assert "86,400" not in said


def test_while_a_gate_is_open_it_offers_no_plan_but_keeps_a_day() -> None:
    case = opened_sample()
    case.agreements = []
    said = text.render(LETTER.paper(case, "", language="zh_CN", on=ON, careful=True))

    assert "将于2026年11月27日前书面回复贵行" in said
    assert "协商还款申请" not in said
    assert "协商还款申请" in letter_text("preference", case)


def test_the_home_rule_is_told_in_plain_words_because_the_item_alone_says_too_little() -> None:
    said = letter_text("preference", opened_sample())

    assert "大意为：除法律另有规定或本人明确同意外" in said
    assert "（二）" not in said
