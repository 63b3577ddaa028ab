"""Every rule is sourced, bilingual and honest about how it was read; none says what was not seen."""

import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH
from accord.knowledge.rules import BOUND, PACK_VERSION, REVIEW_BY, Rule, figure, rule, rules, rules_for
from accord.knowledge.sources import FOLDER, documents

TODAY = date(2026, 11, 28)
LINKABLE = {
    "www.163.com": "/dy/article/KKI3HJK90539AP40.html",
    "en.people.cn": "/n3/202",
    "ningbo.chinadaily.com.cn": "/2024-12/30/c_1060446.htm",
    "www.chinabankingnews.com": "/2023/02/14/",
    "www.mondaq.com": "/hongkong/",
    "chinajusticeobserver.com": "/a/",
    "www.chinajusticeobserver.com": "/a/",
    "zmdrb.zmdnews.cn": "/zmdrb/20250514/",
    "reportify.cn": "/",
    "github.com": "/ImCa0/just-laws/",
}
# Sentences that nothing read here supports, or that are false as they stand.
NEVER = (
    "上门催收违法",
    "上门违法",
    "停息挂账",
    "贫困证明",
    "催收非法债务罪",
    "12315",
    "12363",
    "12348",
    "两名催收人员",
    "成功率",
    "不得超过6次",
    "滞纳金的5%",
    "visits are illegal",
    "two collectors",
    "guaranteed",
    "success rate",
)
FIGURES = {
    "bank.class.special_mention": ("1", "day overdue"),
    "bank.class.substandard": ("90", "day overdue"),
    "bank.class.doubtful": ("270", "day overdue"),
    "bank.class.loss": ("360", "day overdue"),
    "bank.observation_period": ("12", "month"),
    "bank.sale_price.average": ("0.041", "fraction of principal and interest"),
    "bank.sale_price.under_one_year": ("0.126", "fraction of principal and interest"),
    "bank.sale_price.over_five_years": ("0.018", "fraction of principal and interest"),
    "collection.calls.unanswered": ("6", "attempts a day, same number"),
    "collection.calls.connected": ("3", "connected calls a day, lender and agencies together"),
    "collection.calls.conversations": ("3", "conversations a day"),
    "collection.records.online": ("2", "year"),
    "collection.consumer_finance": ("5", "year"),
    "credit_card.collection_limits": ("2", "year"),
    "credit_card.personal_instalment.longest_term": ("60", "month"),
    "credit_card.personal_instalment.contents": ("6", "item"),
    "credit_card.instalment_cost_shown": ("60", "month"),
    "credit_card.interest.daily_rate": ("0.0005", "fraction a day"),
    "credit_card.late_fee.share": ("0.05", "fraction of the unpaid part of the minimum payment"),
    "credit_card.minimum_payment.share": ("0.10", "fraction of principal"),
    "credit_card.payment_order": ("90", "day overdue"),
    "credit_card.grace_days": ("3", "day"),
    "credit_card.overdraft_conditions": ("50000", "yuan of principal"),
    "loan.penalty.multiplier": ("1.5", "times the contract rate"),
    "limitation.years": ("3", "year"),
    "loan.private_lending_ceiling": ("4", "times the one-year LPR"),
    "lpr.one_year": ("0.03", "fraction a year"),
    "lpr.five_years": ("0.035", "fraction a year"),
    "complaint.days": ("15", "day"),
    "complaint.days_complex": ("30", "day"),
    "complaint.days_longest": ("60", "day"),
    "mediation.court_confirmation": ("30", "day"),
    "court.payment_order.days": ("15", "day"),
    "court.answer.days": ("15", "day"),
    "court.enforcement.years": ("2", "year"),
    "court.judgment_interest.daily_rate": ("0.000175", "fraction a day"),
    "court.fee.halved": ("0.5", "part of the court fee"),
    "court.small_claims": ("0.5", "part of the province's average yearly wage"),
    "credit_record.kept_years": ("5", "year"),
    "credit_record.objection_days": ("20", "day"),
    "credit_record.free_reports": ("2", "report a year"),
    "credit_record.one_time_repair": ("10000", "yuan"),
    "bankruptcy.shenzhen": ("3", "year of local social insurance"),
    "bankruptcy.xiamen": ("5", "year of living or doing business there"),
    "benefits.unemployment.months": ("24", "month"),
}
"""Every figure, as compared with what was read; a change here needs a source."""
RANGES = {
    "collection.quiet_hours": ("22", "8"),
    "collection.hours.agreed": ("22", "8"),
    "credit_card.interest.daily_rate": ("0.00035", "0.0005"),
    "credit_card.late_fee.share": ("0", "0.05"),
    "loan.penalty.multiplier": ("1.3", "1.5"),
    "benefits.unemployment.months": ("12", "24"),
}
COURT_FEE = [
    ("10000", "0", "50"),
    ("100000", "0.025", "0"),
    ("200000", "0.02", "0"),
    ("500000", "0.015", "0"),
    ("1000000", "0.01", "0"),
    ("2000000", "0.009", "0"),
    ("5000000", "0.008", "0"),
    ("10000000", "0.007", "0"),
    ("20000000", "0.006", "0"),
    (None, "0.005", "0"),
]
READ = {"P": 61, "PT": 11, "R": 56}
"""How many rules were read in the law, in translation, in reports."""


every_rule = pytest.mark.parametrize("row", rules(), ids=lambda row: row.id)


def test_there_are_enough_rules_and_a_version() -> None:
    assert len(rules()) >= 50
    assert re.fullmatch(r"\d{4}\.\d{2}", PACK_VERSION)


@every_rule
def test_a_rule_speaks_both_languages(row: Rule) -> None:
    assert re.search(r"[\u4e00-\u9fff]{4}", row.says("zh_CN"))
    assert not re.search(r"[\u4e00-\u9fff]", row.says("en"))
    assert row.says("en") != row.says("zh_CN")


@every_rule
def test_a_rule_is_sourced_and_was_read_by_someone(row: Rule) -> None:
    assert row.law("zh_CN")
    assert row.issuer("en")
    assert row.source.title.spoken("zh_CN") != row.source.title.spoken("en")
    assert row.read_on <= TODAY
    assert row.confidence in ("P", "PT", "R")


@every_rule
def test_a_link_leads_to_a_page_that_may_be_shown(row: Rule) -> None:
    if row.source.url is None:
        return
    parts = urlsplit(row.source.url)

    assert parts.netloc in LINKABLE
    assert parts.path.startswith(LINKABLE[parts.netloc])


@every_rule
def test_a_rule_states_nothing_that_was_not_seen(row: Rule) -> None:
    text = row.says("zh_CN") + row.says("en").lower()

    assert not [phrase for phrase in NEVER if phrase in text]
    assert "!" not in text
    assert "！" not in text


@every_rule
def test_only_what_was_read_in_chinese_goes_into_letters(row: Rule) -> None:
    if row.stated_in_letters:
        assert row.confidence in ("P", "PT")
        assert row.confidence == "P" or row.quote
        assert row.document.standing in ("law", "regulation")


@every_rule
def test_what_was_read_in_the_laws_text_is_quoted_with_its_article(row: Rule) -> None:
    if row.confidence == "P":
        assert len(row.quote) >= 6
        assert row.article


def test_the_associations_guideline_never_carries_an_article_number() -> None:
    own = [row for row in rules() if row.document.id == "cba_guideline"]

    assert len(own) >= 10
    assert not any(row.article for row in own)
    assert not any(row.stated_in_letters for row in own)


def test_every_figure_of_a_rule_is_the_one_that_was_read() -> None:
    stated = {row.id: (row.value, row.unit) for row in rules() if row.value is not None}

    assert stated == {name: (Decimal(value), unit) for name, (value, unit) in FIGURES.items()}


def test_every_range_of_a_rule_is_the_one_that_was_read() -> None:
    stated = {row.id: row.span for row in rules() if row.span is not None}

    assert stated == {name: (Decimal(low), Decimal(high)) for name, (low, high) in RANGES.items()}


def test_the_court_fees_scale_is_the_one_that_was_read() -> None:
    steps = [(step.up_to, step.part, step.flat) for step in rule("court.fee").brackets]

    assert steps == [tuple(None if value is None else Decimal(value) for value in step) for step in COURT_FEE]


def test_how_surely_each_rule_was_read() -> None:
    assert Counter(row.confidence for row in rules()) == READ


@pytest.mark.parametrize(
    "rule_id",
    ["credit_card.late_fee.share", "credit_card.minimum_payment.share", "credit_card.interest.daily_rate"],
)
def test_contract_practice_is_called_so_and_can_be_changed(rule_id: str) -> None:
    row = rule(rule_id)

    assert row.editable
    assert row.standing_words("en") == "contract practice, editable"
    assert row.standing_words("zh_CN") == "常见合同约定，可以修改"


def test_the_safe_wordings_are_used_word_for_word() -> None:
    assert rule("collection.quiet_hours").says("zh_CN") == (
        "按协会指引，未经您同意，每日22:00至次日8:00严禁电话、外访及其他催收。"
    )
    assert rule("collection.entry").says("en") == (
        "Under the CBA guideline of Jan 2026, collectors may not enter a home or office area without consent. "
        "You may decline entry and ask to communicate by phone, app or in writing."
    )
    assert "对处理结果不满意的，可拨打 12378" in rule("complaint.days").says("zh_CN")
    assert "在您按约还款期间" in rule("credit_card.personal_instalment.collection_stops").says("zh_CN")


def test_the_banks_classes_are_called_the_banks_own_bookkeeping() -> None:
    for row in rules_for("credit_card", "classification"):
        assert "银行自己的记账分类" in row.says("zh_CN")
        assert "own bookkeeping" in row.says("en")


def test_article_seventy_binds_cards_only() -> None:
    plan = "credit_card.personal_instalment.longest_term"

    assert plan in {row.id for row in rules_for("credit_card", "card_plan")}
    assert not rules_for("consumer_loan", "card_plan")
    assert not rules_for("mortgage", "card_plan")


def test_an_unknown_kind_of_debt_gets_the_rules_for_any() -> None:
    found = rules_for("other")

    assert found
    assert all("any" in row.debt_kinds for row in found)


def test_a_citation_names_law_article_and_issuer_in_each_language() -> None:
    row = rule("loan.extension")

    assert row.citation("zh_CN") == "《民法典》第678条（全国人民代表大会）"
    assert row.citation("en") == "Civil Code, Art. 678 (National People's Congress)"
    assert rule("mediation.free").citation("zh_CN").startswith("《人民调解法》第4条、第31条")
    assert "第" not in rule("collection.entry").citation("zh_CN")


def test_how_a_rule_was_read_is_said_in_plain_words() -> None:
    assert rule("home.consent").confidence_words("en") == "read in the law's text"
    assert rule("credit_card.reminder").confidence_words("zh_CN") == "所读为译文"
    assert rule("collection.entry").confidence_words("zh_CN") == "据媒体报道或公开通告"


def test_after_its_review_day_a_letter_asks_instead_of_stating() -> None:
    row = rule("loan.extension")

    assert row.may_be_stated(TODAY)
    assert row.may_be_stated(REVIEW_BY)
    assert not row.may_be_stated(REVIEW_BY + timedelta(days=1))
    assert row.status(REVIEW_BY + timedelta(days=1)) == "review_due"


def test_what_has_ended_is_left_out_by_date_but_still_found() -> None:
    pilot = rule("bank.transfer_pilot")

    assert pilot in rules_for("credit_card", "assignment", TODAY)
    assert pilot not in rules_for("credit_card", "assignment", date(2027, 1, 1))
    assert pilot.status_words(date(2027, 1, 1), "zh_CN") == "已失效"
    assert rule("credit_record.one_time_repair").status(TODAY) == "expired"


def test_a_rule_does_not_stand_before_its_law_is_in_force() -> None:
    row = rule("police.home_intrusion")

    assert row.status(date(2025, 12, 31)) == "not_yet"
    assert row.status(date(2026, 1, 1)) == "in_force"
    assert row.in_force == "2026-01-01"


def test_figures_that_age_quickly_are_due_sooner() -> None:
    assert rule("lpr.one_year").review_by < REVIEW_BY
    assert rule("bank.transfer_pilot").review_by == date(2026, 12, 31)


def test_every_document_is_used() -> None:
    used = {row.document.id for row in rules()}

    assert used == {document.id for document in documents()}


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KnowledgeError, match=r"collection\.cookies"):
        rule("collection.cookies")


ROW = """
[[rule]]
id = "plan.term"
value = "60"
debt_kinds = ["credit_card"]
whom = ["bank"]
topic = "card_plan"
document = "paper"
confidence = "PT"
says.en = "Five years."
says.zh_CN = "最长五年。"
"""
PAPER = """
[[document]]
id = "paper"
standing = "regulation"
articles_seen = false
law = { en = "Measures", zh_CN = "《办法》" }
issuer = { en = "Regulator", zh_CN = "监管部门" }
source = { title = { en = "Copy", zh_CN = "副本" }, read_on = 2026-11-23 }
"""


def pack(tmp_path: Path, row: str) -> Path:
    (tmp_path / "documents.toml").write_text(PAPER, encoding="utf-8")
    (tmp_path / "rows.toml").write_text(row, encoding="utf-8")
    return tmp_path


def test_a_small_pack_is_read(tmp_path: Path) -> None:
    (row,) = rules(pack(tmp_path, ROW))

    assert row.value == 60
    assert row.source.url is None
    assert not row.stated_in_letters


@pytest.mark.parametrize(
    "fault",
    [
        ROW.replace("topic", "tpoic"),
        ROW.replace("card_plan", "cards"),
        ROW.replace('whom = ["bank"]', 'whom = ["the moon"]'),
        ROW.replace('whom = ["bank"]', "whom = []"),
        ROW + 'brackets = [{ upto = "1" }]\n',
        ROW.replace('"PT"', '"RL"'),
        ROW.replace('says.zh_CN = "最长五年。"', ""),
        ROW.replace('"paper"', '"no paper"'),
        ROW + 'article = "70"\n',
        ROW + "stated_in_letters = true\n",
        ROW + 'superseded_by = "plan.newer"\n',
        ROW + ROW,
    ],
)
def test_a_faulty_pack_fails_at_once(tmp_path: Path, fault: str) -> None:
    with pytest.raises(KnowledgeError):
        rules(pack(tmp_path, fault))


def test_what_took_a_rules_place_is_found_by_date(tmp_path: Path) -> None:
    old = ROW + 'valid_until = 2026-12-31\nsuperseded_by = "plan.newer"\n'
    folder = pack(tmp_path, old + ROW.replace("plan.term", "plan.newer"))

    assert rule("plan.term", TODAY, folder).id == "plan.term"
    assert rule("plan.term", date(2027, 1, 1), folder).id == "plan.newer"
    assert rule("plan.term", folder=folder).id == "plan.term"


def test_a_rule_replaced_by_another_leads_to_it_from_its_last_day_on() -> None:
    last = date(2025, 2, 27)

    assert rule("collection.nifa_guideline", last).id == "collection.nifa_guideline"
    assert rule("collection.nifa_guideline", last + timedelta(days=1)).id == "collection.standard"
    assert "collection.nifa_guideline" not in {row.id for row in rules_for("online_loan", on=TODAY)}


def test_a_scale_rises_without_a_gap_and_its_last_step_is_open() -> None:
    scales = [row.brackets for row in rules() if row.brackets]

    assert scales
    for steps in scales:
        ends = [step.up_to for step in steps[:-1] if step.up_to is not None]
        assert len(ends) == len(steps) - 1
        assert ends == sorted(set(ends))
        assert steps[-1].up_to is None


def test_a_figure_is_looked_up_by_date(tmp_path: Path) -> None:
    newer = ROW.replace("plan.term", "plan.newer").replace('"60"', '"72"')
    folder = pack(tmp_path, ROW + 'valid_until = 2026-12-31\nsuperseded_by = "plan.newer"\n' + newer)

    assert figure("plan.term", date(2026, 12, 31), folder) == 60
    assert figure("plan.term", date(2027, 1, 1), folder) == 72


def test_a_rule_without_a_figure_gives_none() -> None:
    with pytest.raises(KnowledgeError, match=r"home\.consent"):
        figure("home.consent")


@every_rule
def test_a_rule_says_whom_it_binds_in_both_languages(row: Rule) -> None:
    for tongue in (CHINESE, ENGLISH):
        words = row.whom_words(tongue)
        assert len(words) == len(set(words)) == len(row.whom)
        assert all(words)


def test_everybody_who_can_be_bound_is_bound_by_a_rule() -> None:
    assert {who for row in rules() for who in row.whom} == set(BOUND)


def test_a_credit_record_rests_on_the_regulation_read_in_full() -> None:
    for name in ("kept_years", "objection_days", "free_reports", "statement", "told_before"):
        row = rule(f"credit_record.{name}")
        assert (row.confidence, row.document.in_force) == ("P", "2013-03-15")
        assert row.quote


def test_a_letter_rests_on_what_its_own_article_says() -> None:
    assert "监管" not in rule("loan.extension").says("zh_CN")
    assert rule("loan.relief_2025").stated_in_letters is False


def test_the_pack_lies_in_files_a_person_can_read() -> None:
    assert {path.name for path in FOLDER.glob("*.toml")} > {"documents.toml", "collection.toml", "credit_card.toml"}
