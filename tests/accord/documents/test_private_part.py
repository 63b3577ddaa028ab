"""The private part in words."""

from datetime import date

import pytest

from accord.budget.assumptions import ASSUMPTIONS
from accord.case import Answer, Case, Comment, Debt, DebtGate, Offer, Private
from accord.case.labels import label
from accord.case.samples import sample
from accord.documents.private_part import PRIVATE_FIELDS, private_part, written
from accord.i18n import speaking
from tests.accord.documents.papers import said


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_every_private_field_can_be_written(tongue: str) -> None:
    case = sample("lin_jing_card", tongue)
    with speaking(tongue):
        words = said(private_part(case, PRIVATE_FIELDS))
        nothing = private_part(Case(), ["ceiling", "comments"])

    assert "¥1,350.00" in words
    assert case.private.comments[0].words in words
    assert nothing == ()


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_only_what_was_opened_is_written(tongue: str) -> None:
    case = Case()
    case.private = Private(ceiling="1350", best_alternative="secretbest", notes="secretnotes", buffer="0")
    with speaking(tongue):
        one, two = said(private_part(case, ["notes"])), said(private_part(case, ["ceiling", "buffer", "nonsense"]))

    assert "secretnotes" in one
    assert not [word for word in ("secretbest", "1,350.00") if word in one]
    assert "¥1,350.00" in two
    assert "¥0.00" in two


def test_gates_are_written_without_ids_and_without_what_nobody_knows() -> None:
    case = Case(debts=[Debt(id="debt-1", creditor="东湖银行（示例）")])
    case.private.gates["debt-1"] = DebtGate(court_papers=Answer.YES, court_date=date(2027, 2, 28))
    with speaking("zh_CN"):
        words = said(private_part(case, ["gates"]))

    assert "东湖银行（示例）\n收到法院文书：是\n" in words
    assert "2027年2月28日" in words
    assert "debt-1" not in words
    assert label_unknown() not in words


def test_what_the_person_thinks_of_an_offer_stands_beside_its_day_and_whose_it_is() -> None:
    case = Case(offers=[Offer(id="o1", on=date(2026, 11, 13))], private=Private(offer_scores={"o1": "还得起"}))
    with speaking("zh_CN"):
        assert "2026年11月13日，银行答复的方案：还得起" in said(private_part(case, ["offer_scores"]))


def test_comments_stand_one_a_line_without_what_they_are_about() -> None:
    rows = [Comment(id="c1", about="debts", words="第一条"), Comment(id="c2", about="debts", words="第二条")]

    assert written(rows) == "第一条\n第二条"
    assert written(None) == written([]) == written({}) == ""


def label_unknown() -> str:
    """Return how "not known" is written."""
    with speaking("zh_CN"):
        return label(Answer.UNKNOWN)


@pytest.mark.parametrize(("tongue", "colon"), [("zh_CN", "："), ("en", ": ")])
def test_changed_figures_stand_beside_what_they_are_about(tongue: str, colon: str) -> None:
    case = Case()
    case.private = Private(
        assumptions={"job_loss": "0.02", "benefit_months": "18", "shock_size": "2500"},
        bank_ranges={"recovery": {"low": "0.1", "middle": "0.2", "high": "0.3"}},
        tradeoffs={"strain_time": "first"},
    )
    with speaking(tongue):
        words = said(private_part(case, PRIVATE_FIELDS))
        titles = {one.name: one.spoken_title for one in ASSUMPTIONS}

    for name, figure in {"job_loss": "2.0%", "benefit_months": "18", "shock_size": "¥2,500.00"}.items():
        assert f"{titles[name]}{colon}{figure}" in words
    assert "30.0%" not in words
    assert "first" not in words
