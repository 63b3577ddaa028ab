"""Six channels, and a recommendation with its reason for every need."""

from datetime import date

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES
from accord.knowledge.channels import REASONS, Needs, Recommendation, channel, channels, recommend

ON = date(2026, 11, 23)
SIX = {"phone", "chat", "email", "in_app", "branch", "post"}
CASES = {
    "urgent_phone": (Needs(urgent=True), "phone"),
    "urgent_record": (Needs(urgent=True, written_record=True, overdue_days=200), "phone"),
    "urgent_chat": (Needs(urgent=True, avoid_speaking=True, written_record=True), "chat"),
    "late_record": (Needs(written_record=True, overdue_days=91), "post"),
    "record": (Needs(written_record=True, overdue_days=90), "email"),
    "early_app": (Needs(avoid_speaking=True), "in_app"),
    "silent": (Needs(avoid_speaking=True, overdue_days=30), "chat"),
    "evenings": (Needs(only_evenings=True, overdue_days=30), "in_app"),
    "late_phone": (Needs(overdue_days=120), "phone"),
    "phone": (Needs(), "phone"),
}


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_six_channels_are_compared_in_each_language(tongue: str) -> None:
    assert {row.id for row in channels(tongue)} == SIX
    assert len({row.name for row in channels(tongue)}) == 6


def test_scores_do_not_depend_on_the_language() -> None:
    for chinese, english in zip(channels("zh_CN"), channels("en"), strict=True):
        scores = {"id", "record", "speed", "calm", "evenings"}

        assert chinese.model_dump(include=scores) == english.model_dump(include=scores)
        assert chinese.how != english.how


@pytest.mark.parametrize("reason", CASES)
def test_each_need_leads_to_its_channel_and_reason(reason: str) -> None:
    needs, channel_id = CASES[reason]

    assert recommend(needs, ON) == Recommendation(channel_id, REASONS[reason])


def test_every_reason_is_reached_and_speaks_both_languages() -> None:
    assert set(CASES) == set(REASONS)
    for needs, _channel in CASES.values():
        advice = recommend(needs, ON)

        assert advice.because("en") == advice.reason
        assert advice.because("zh_CN") != advice.reason


def test_post_is_the_best_record_and_the_phone_the_quickest() -> None:
    assert channel("post", "en").record > channel("phone", "en").record
    assert channel("phone", "en").speed > channel("post", "en").speed


def test_an_unknown_channel_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        channel("pigeon", "en")
