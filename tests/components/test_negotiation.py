"""The letter, the objections, the ledger of offers."""

from accord.case import Answer, DebtGate
from tests.components.opened import example, opened, words


def test_a_bank_s_offer_is_worked_out_at_once() -> None:
    case = example()
    case.offers = []
    app = opened("5_negotiate", case)
    app.button(key="add_offers").click().run()

    app.number_input(key="answer:offers.offer-1.months").set_value(36).run()
    app.text_input(key="answer:offers.offer-1.fee_rate").set_value("0.006").run()

    assert "年化（IRR×12）" in words(app).replace("\\", "")
    assert "这个方案" in words(app)


def test_a_letter_waits_while_a_gate_is_open() -> None:
    case = example()
    case.private.gates = {case.debts[0].id: DebtGate(court_papers=Answer.YES)}
    app = opened("5_negotiate", case)

    assert any("法院文书" in element.value for element in app.warning)
    assert not any("此致" in element.value for element in app.code)


def test_every_objection_has_two_answers() -> None:
    app = opened("5_negotiate", example())

    quotes = [element.value for element in app.markdown if element.value.startswith("> ")]
    assert len(quotes) >= 30
    assert len(quotes) % 2 == 0
