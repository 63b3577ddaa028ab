"""What is wrong with an answer is said in our own words, in both languages, without what was typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from accord.case import Case, Contact, Debt, Person
from accord.case.problems import Problem, problems
from accord.i18n import CHINESE, ENGLISH, speaking


def found(group: type[BaseModel], answers: dict[str, Any], language: str = ENGLISH) -> tuple[Problem, ...]:
    """Return the problems of one group of answers."""
    with speaking(language):
        try:
            group.model_validate(answers)
        except ValidationError as error:
            return problems(error)
    return ()


def only(group: type[BaseModel], answers: dict[str, Any], language: str = ENGLISH) -> str:
    """Return the one sentence about these answers."""
    (problem,) = found(group, answers, language)
    return problem.message


def test_good_answers_have_no_problems() -> None:
    assert found(Person, {"name": "林静", "phone": "138-0000-1234"}) == ()


def test_our_own_sentences_pass_with_their_limits_filled() -> None:
    answers = {"id": "debt-1", "principal": "9000000000"}

    assert only(Debt, answers) == "Amounts up to 1,000,000,000 yuan can be entered."
    assert only(Debt, answers, CHINESE) == "金额最多可以填到 1,000,000,000 元。"


@pytest.mark.parametrize(
    ("group", "answers", "words"),
    [
        (Person, {"name": "长" * 61}, "最多 60 个字"),
        (Case, {"debts": [{"id": f"debt-{n}"} for n in range(41)]}, "最多 40 条"),
        (Case, {"household": {"adults": 51}}, "最大是 50"),
        (Case, {"household": {"adults": -1}}, "最小是 0"),
        (Case, {"household": {"adults": 1.5}}, "整数"),
        (Case, {"household": 3}, "结构不对"),
        (Case, {"language": "fr"}, "不在可选的范围里"),
        (Case, {"position": {"since": "2026-13-01"}}, "这个日期认不出来"),
        (Debt, {}, "还没有填"),
        (Debt, {"id": "debt-1", "kind": "pawn"}, "不在可选的范围里"),
        (Debt, {"id": "Debt 1"}, "小写字母"),
        (Debt, {"id": "debt-1", "whatever": 1}, "没有这一项"),
        (Debt, {"id": "debt-1", "annual_rate": "often"}, "这个年利率认不出来"),
        (Debt, {"id": "debt-1", "principal": []}, "数字"),
        (Debt, {"id": "debt-1", "principal": -0.5}, "不能小于零"),
        (Debt, {"id": "debt-1", "secured": "perhaps"}, "“是”或“否”"),
        (Debt, {"id": "debt-1", "note": 5}, "文字"),
        (Contact, {"id": "contact-1", "at": "yesterday"}, "日期和时间"),
        (Contact, {"id": "contact-1", "at": "1970-01-01T10:00:00"}, "1980 年到 2100 年"),
        (Person, {"call_from": "25:00"}, "18:30"),
        (Person, {"id_last4": "310101199001011234"}, "后四位"),
    ],
)
def test_each_kind_of_mistake_is_told_in_chinese_with_its_limit(
    group: type[BaseModel], answers: dict[str, Any], words: str
) -> None:
    assert words in only(group, answers, CHINESE)


def test_a_problem_carries_the_path_of_its_field() -> None:
    (problem,) = found(Case, {"debts": [{"id": "debt-1"}, {"id": "debt-2", "principal": "much"}]})

    assert problem.field == "debts.1.principal"


def test_a_bad_key_is_named_by_its_mapping() -> None:
    (problem,) = found(Case, {"private": {"gates": {"Debt 1": {}}}})

    assert problem.field == "private.gates.Debt 1"


def test_a_quotient_as_a_rate_is_rounded_not_refused() -> None:
    assert Debt(id="debt-1", annual_rate=Decimal(1) / 3).annual_rate == Decimal("0.333333333333")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="龘靐齉爩", min_size=4, max_size=30))
def test_what_was_typed_is_never_repeated(typed: str) -> None:
    answers = {"id": "debt-1", "principal": typed, "annual_rate": typed, "as_of": typed, "kind": typed}

    for language in (CHINESE, ENGLISH):
        told = found(Debt, answers, language)
        assert len(told) == 4
        assert not any(typed in problem.message for problem in told)
