"""协议执行情况反映函."""

from datetime import date

from accord.case import Event, EventKind
from tests.accord.documents.papers import empty_case, gaps_of, letter_text, opened_sample


def test_what_was_agreed_stands_before_what_happened() -> None:
    said = letter_text("breach", opened_sample())

    assert said.index("商定分60期归还，每期¥1,305.00") < said.index("2026年11月22日，仍有人上门")


def test_every_breach_is_dated_and_in_order() -> None:
    case = opened_sample()
    case.events = [
        Event(id="b", on=date(2026, 12, 20), kind=EventKind.WRONG_DEBIT, words="多扣 200 元。"),
        Event(id="a", on=date(2026, 12, 18), kind=EventKind.STILL_CHARGED, words="仍计利息。"),
    ]
    said = letter_text("breach", case)

    assert said.index("1. 2026年12月18日") < said.index("2. 2026年12月20日")


def test_other_events_are_no_breach() -> None:
    assert "公司撤销分拨中心，劳动合同解除" not in letter_text("breach", opened_sample())


def test_it_keeps_paying_and_threatens_nothing() -> None:
    said = letter_text("breach", opened_sample())

    assert "本人继续按约还款" in said
    assert not any(word in said for word in ("起诉", "违约责任", "赔偿", "曝光"))


def test_without_an_agreement_its_figures_are_named_as_missing() -> None:
    assert {"谈妥的日期", "商定的期数", "发生了什么、在哪一天（第6章）"} <= set(
        gaps_of("breach", empty_case().opened())
    )


def test_the_term_that_was_not_kept_stands_below_what_happened() -> None:
    said = letter_text("breach", opened_sample())

    assert said.index("仍有人上门") < said.index(
        "双方约定的“按约还款期间停止催收”：在本人按约还款期间不再催收（电话告知）"
    )


def test_only_what_came_after_the_agreement_is_told() -> None:
    said = letter_text("breach", opened_sample())

    assert "2026年10月30日" not in said
    assert "10 月 21 日" not in said
    assert "反映人（签名）" in said


def test_an_agreement_already_in_force_is_not_for_the_bank_to_decide() -> None:
    assert "是否同意" not in letter_text("breach", opened_sample())
