"""联系方式变更告知."""

from tests.accord.documents.papers import empty_case, gaps_of, letter_text, opened_sample


def test_the_new_details_stand_with_the_day() -> None:
    said = letter_text("contact_change", opened_sample())

    assert "自2026年11月23日起" in said
    assert all(part in said for part in ("电话：138-0000-1234", "电子邮件：linjing@example.com", "所在城市：杭州"))


def test_the_old_number_is_left_for_the_hand() -> None:
    assert gaps_of("contact_change", opened_sample()) == ("停用的旧号码（手写）",)


def test_it_says_nothing_about_the_debt() -> None:
    said = letter_text("contact_change", opened_sample())

    assert not any(word in said for word in ("欠款", "逾期", "¥", "还款安排"))


def test_an_empty_case_names_every_detail() -> None:
    assert {"您的电子邮箱", "所在城市", "您的姓名"} <= set(gaps_of("contact_change", empty_case().opened()))


def test_the_new_phone_is_not_called_the_registered_one() -> None:
    said = letter_text("contact_change", opened_sample())

    assert "预留手机号" not in said
    assert "客户服务部门" in said


def test_the_number_asked_for_is_the_new_one() -> None:
    gaps = gaps_of("contact_change", empty_case().opened())

    assert "今后使用的手机号" in gaps
    assert "在银行预留的手机号" not in gaps
