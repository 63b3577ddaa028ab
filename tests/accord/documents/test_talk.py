"""Who is told what: three listeners, three goals, and no sum for somebody who cannot agree to one."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest

from accord.case import Ask, Case, Contact, Debt, Direction, Goal, OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents import talk
from accord.documents.facts import Facts
from accord.documents.talk import Listener, Setting, setting_for
from accord.i18n import speaking
from accord.knowledge.objections import counterparts
from tests.accord.documents.papers import ON

AT = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001  Shanghai's clock
PLACE = re.compile(r"¥|\{|\d+\.\d\d")


def facts(case: Case | OpenCase | None = None) -> Facts:
    """Return facts of a case; those of a case with one debt and no answer when none is given."""
    opened = case.opened() if isinstance(case, Case) else case
    return Facts.of(opened or OpenCase(debts=[Debt(id="debt-1")]), "", ON)


def with_contact(**told: object) -> Facts:
    """Return facts of a case with one contact."""
    row = Contact.model_validate({"id": "c", "at": AT, "direction": Direction.FROM_THEM, **told})
    return facts(OpenCase(debts=[Debt(id="debt-1")], contacts=[row]))


def test_listeners_are_counterparts_of_the_knowledge_base() -> None:
    assert {row.value for row in Listener} <= {row.id for row in counterparts("zh_CN")}


@pytest.mark.parametrize(
    ("told", "listener"),
    [
        ({}, Listener.SERVICE_LINE),
        ({"agency": "远桥信用管理（示例）"}, Listener.COLLECTOR),
        ({"agency": "远桥信用管理（示例）", "direction": Direction.FROM_ME}, Listener.SERVICE_LINE),
        ({"ticket_number": "SL-1"}, Listener.HARDSHIP_DESK),
    ],
)
def test_the_listener_follows_from_what_happened_last(told: dict[str, object], listener: Listener) -> None:
    assert setting_for(with_contact(**told)).listener is listener


def test_the_goal_is_the_one_ranked_first() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")

    assert setting_for(facts(case)).goal is Goal.DELAY
    assert setting_for(facts()).goal is Goal.CHANGE_METHOD


@pytest.mark.parametrize("goal", list(Goal))
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_no_sum_is_ever_named_to_a_collector(tongue: str, name: str, goal: Goal) -> None:
    known, setting = facts(sample(name, tongue)), Setting(Listener.COLLECTOR, goal)
    with speaking(tongue):
        said = " ".join((*talk.hardship(known, setting.listener), talk.ask(known, setting), talk.refused(setting)))
        said += " ".join(talk.number(known, setting))

    assert not PLACE.search(said)
    assert known.case.position.cause_words not in said


def test_a_pause_is_not_asked_for_with_a_first_payment_next_month() -> None:
    known = facts(sample("lin_jing_card", "zh_CN"))
    with speaking("zh_CN"):
        (later, _now) = talk.number(known, Setting(Listener.HARDSHIP_DESK, Goal.DELAY))
        (soon, _now) = talk.number(known, Setting(Listener.HARDSHIP_DESK, Goal.CHANGE_METHOD))

    assert later.startswith("缓过之后")
    assert "2026年12月15日" not in later
    assert "2026年12月15日还第一期" in soon


def test_a_pause_in_the_plan_is_named_with_its_months() -> None:
    known = facts(sample("chen_guohua_online_loans", "zh_CN"))
    with speaking("zh_CN"):
        assert "先缓3个月" in talk.ask(known, Setting(Listener.HARDSHIP_DESK, Goal.DELAY))


@pytest.mark.parametrize(("kind", "words"), [("credit_card", "透支利息和违约金"), ("consumer_loan", "罚息和复利")])
def test_charges_have_the_names_of_the_product(kind: str, words: str) -> None:
    known = facts(OpenCase.model_validate({"debts": [{"id": "d", "kind": kind}]}))
    with speaking("zh_CN"):
        assert words in talk.ask(known, Setting(Listener.HARDSHIP_DESK, Goal.REDUCE))


def test_one_payment_is_made_only_after_a_written_agreement() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement=Decimal(60_000), first_due=date(2027, 1, 8))]
    with speaking("zh_CN"):
        assert "书面同意以后" in talk.number(facts(case), Setting(Listener.HARDSHIP_DESK, Goal.REDUCE))[0]


def test_what_is_not_worked_out_is_not_named() -> None:
    with speaking("zh_CN"):
        (said,) = talk.number(facts(), Setting(Listener.HARDSHIP_DESK, Goal.CHANGE_METHOD))

    assert "2026年12月7日前书面给您" in said


def test_hardship_is_three_whole_sentences_without_any_answer() -> None:
    with speaking("zh_CN"):
        said = talk.hardship(facts(), Listener.SERVICE_LINE)

    assert len(said) == 3
    assert all(sentence.endswith("。") for sentence in said)


@pytest.mark.parametrize("goal", list(Goal))
def test_every_listener_hears_another_request_and_answer_to_a_no(goal: Goal) -> None:
    known, settings = facts(), [Setting(listener, goal) for listener in Listener]
    with speaking("en"):
        assert len({talk.ask(known, setting) for setting in settings}) == 3
        assert len({talk.refused(setting) for setting in settings}) == 3


def test_a_refusal_is_never_answered_with_a_threat() -> None:
    with speaking("zh_CN"):
        said = " ".join(talk.refused(Setting(listener, goal)) for listener in Listener for goal in Goal)

    assert not any(word in said for word in ("投诉", "起诉", "曝光", "12378", "违法"))


def test_the_last_work_order_number_is_quoted_or_asked_for() -> None:
    known = with_contact(ticket_number="SL-9")
    with speaking("zh_CN"):
        empty = facts()
        assert talk.last_ticket(known) == "SL-9"
        assert talk.last_ticket(empty) == "________"
        assert "工单号" in empty.gaps
