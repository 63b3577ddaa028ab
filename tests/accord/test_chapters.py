"""The eight chapters: order, words, and what each still lacks."""

from __future__ import annotations

import re
from datetime import date

import pytest

from accord.case import Agreement, Case, Contact, Debt, Event, Payment, Whose
from accord.case.position import DebtGate
from accord.case.samples import SAMPLES, sample
from accord.chapters import CHAPTERS, STATE_WORDS, Chapter, State, chapter, next_chapter, progress
from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, _, speaking
from tests.accord.case.invented import TODAY

CHINESE_LETTER = re.compile(r"[一-鿿]")
IDS = [found.id for found in CHAPTERS]


def test_the_chapters_stand_in_the_articles_order() -> None:
    assert [found.number for found in CHAPTERS] == list(range(1, 9))
    assert " ".join(IDS) == "understand position channel materials negotiate follow_up emergencies summary"


def test_pages_are_named_by_number() -> None:
    for found in CHAPTERS:
        assert re.fullmatch(rf"pages/{found.number}_[a-z_]+\.py", found.page)


def test_chapters_have_the_agreed_chinese_names() -> None:
    assert [_(found.title) for found in CHAPTERS] == [
        "了解银行在意什么",
        "想清楚自己的诉求",
        "选择沟通方式",
        "准备材料",
        "和银行谈",
        "谈妥之后",
        "应对突发情况",
        "总结与整套材料",
    ]


@pytest.mark.parametrize("found", CHAPTERS, ids=IDS)
def test_every_chapter_is_worded_in_both_languages(found: Chapter) -> None:
    for message in (found.title, found.promise, found.after):
        with speaking(CHINESE):
            assert CHINESE_LETTER.search(_(message))
        assert not CHINESE_LETTER.search(message)
    assert 1 <= found.minutes <= 30


def test_every_state_has_a_word() -> None:
    assert [_(STATE_WORDS[state]) for state in State] == ["未开始", "已开始", "已完成"]


def test_one_chapter_leads_to_the_next() -> None:
    following = next_chapter("understand")

    assert following is not None
    assert following.id == "position"
    assert next_chapter("summary") is None


def test_an_unknown_chapter_is_our_own_mistake() -> None:
    with pytest.raises(KnowledgeError):
        chapter("epilogue")


@pytest.mark.parametrize("chapter_id", IDS)
def test_nothing_is_begun_in_an_empty_case(chapter_id: str) -> None:
    assert progress(Case(), chapter_id, TODAY).state is State.NOT_BEGUN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter_id", [found for found in IDS if found != "emergencies"])
def test_what_is_missing_is_told_in_whole_sentences(chapter_id: str, language: str) -> None:
    with speaking(language):
        missing = progress(Case(), chapter_id, TODAY).missing

    assert missing
    assert all(sentence.endswith("。" if language == CHINESE else ".") for sentence in missing)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("chapter_id", IDS)
def test_samples_have_done_every_chapter_they_can(name: str, chapter_id: str) -> None:
    case = sample(name)
    open_end = chapter_id == "follow_up" and not case.agreements

    assert progress(case, chapter_id, TODAY).state is (State.NOT_BEGUN if open_end else State.DONE)


def test_the_first_chapter_is_done_once_the_overdue_day_is_known() -> None:
    case = Case(debts=[Debt(id="debt-1", overdue_since=date(2026, 9, 10))])

    assert progress(case, "understand", TODAY).state is State.DONE


def test_nothing_is_ever_required_in_an_emergency() -> None:
    assert progress(Case(), "emergencies", TODAY).missing == ()
    case = Case(events=[Event(id="event-1", on=TODAY)])
    assert progress(case, "emergencies", TODAY).state is State.DONE


def test_half_a_chapter_is_begun_and_names_the_rest() -> None:
    case = Case(debts=[Debt(id="debt-1")])
    case.private.gates = {"debt-1": DebtGate()}

    told = progress(case, "position", TODAY)

    assert told.state is State.BEGUN
    assert "您还没有填写用什么方式代替上门。" in told.missing
    assert len(told.missing) == 5


def test_a_debt_that_is_not_mine_needs_no_ask() -> None:
    case = sample("lin_jing_card")
    case.debts.append(Debt(id="debt-2", whose=Whose.NOT_MINE))

    assert progress(case, "negotiate", TODAY).state is State.DONE


def test_a_passed_due_date_without_a_payment_is_named() -> None:
    case = sample("zhou_min_mortgage")
    case.payments.append(Payment(id="payment-9", agreement_id="agreement-1", due=date(2026, 11, 20)))

    with speaking(ENGLISH):
        told = progress(case, "follow_up", TODAY)

    assert told.state is State.BEGUN
    assert told.missing == ("A due date has passed, and no payment is written down for it.",)


def test_an_agreement_begun_by_phone_lacks_its_points() -> None:
    case = Case(agreements=[Agreement(id="agreement-1")])

    assert len(progress(case, "follow_up", TODAY).missing) == 2


def test_a_contact_alone_does_not_choose_a_channel() -> None:
    case = Case(contacts=[Contact.model_validate({"id": "contact-1", "at": "2026-11-20T10:00:00"})])

    assert progress(case, "channel", TODAY).state is State.NOT_BEGUN
