"""Chapter 6: the agreement, its terms, the letters."""

from accord.case import AgreementTerm, TermState
from tests.components.opened import CHEN_GUOHUA, example, opened, words


def test_an_agreement_begins_from_what_was_asked() -> None:
    case = example()
    case.agreements, case.payments = [], []
    app = opened("6_follow_up", case)

    app.button(key=f"agree_{case.debts[0].id}").click().run()

    made = app.session_state["case"].agreements[0]
    assert made.months == case.asks[0].months
    assert not app.exception


def test_a_term_the_bank_named_is_noted_as_said_on_the_phone() -> None:
    case = example()
    case.agreements[0].terms = {}
    app = opened("6_follow_up", case)

    app.button(key=f"term_{case.agreements[0].id}_reporting").click().run()

    assert app.session_state["case"].agreements[0].terms[AgreementTerm.REPORTING].state is TermState.ON_PHONE


def test_without_an_agreement_the_chapter_still_reads() -> None:
    app = opened("6_follow_up", example(CHEN_GUOHUA))

    assert not app.exception
    assert "还没有谈妥也没关系" in words(app)


def test_the_confirmation_letter_stands_ready() -> None:
    app = opened("6_follow_up", example())

    assert any("确认函" in element.label for element in app.expander)


def test_once_one_agreement_stands_noting_another_is_folded_away() -> None:
    case = example(CHEN_GUOHUA)
    first = opened("6_follow_up", case)
    first.button(key=f"agree_{case.debts[0].id}").click().run()

    assert [element.label for element in first.expander].count("再记一份谈妥的内容") == 1
    assert first.button(key=f"agree_{case.debts[1].id}")


def test_the_payments_have_no_heading_while_nothing_is_agreed() -> None:
    assert "还款：计划与实际" not in [element.value for element in opened("6_follow_up").header]
