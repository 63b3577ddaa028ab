"""The words for each channel: from the case, in the bank's language, with blanks named where answers are missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from streamlit.testing.v1 import AppTest

from accord.case import Answer, Case, Channel, ChannelNeeds, Debt, DebtGate
from accord.case.samples import sample
from accord.documents.talk import Listener
from accord.i18n import CHINESE

APP = Path(__file__).parents[2] / "app.py"


def _draw(case: Case) -> AppTest:
    """The page itself: its links can only be drawn within the app."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.session_state["case"] = case
    at.session_state["today"] = date(2026, 11, 23)
    at.run()
    at.switch_page("pages/3_channel.py")
    return at.run()


def test_without_answers_the_words_are_whole_and_the_blanks_are_named() -> None:
    at = _draw(Case())

    assert not at.exception
    assert "________" in at.main.code[0].value
    assert "下面的话里还空着的" in [box.label for box in at.main.expander]


def test_the_words_are_about_the_debt_that_is_chosen() -> None:
    debts = [Debt(id="debt-1", account_last4="1111"), Debt(id="debt-2", account_last4="2222")]
    at = _draw(Case(debts=debts))
    assert "1111" in at.main.code[0].value

    at.selectbox(key="channel_debt").set_value("debt-2").run()

    assert at.session_state["case"].package.debt_id == "debt-2"
    assert "2222" in at.main.code[0].value
    assert "1111" not in at.main.code[0].value


def test_the_ceiling_never_stands_in_words_for_the_bank() -> None:
    case = sample("lin_jing_card", CHINESE)
    case.private.ceiling = Decimal("7654.32")
    case.private.notes = "只给自己看"

    said = "\n".join(box.value for box in _draw(case).main.code)

    assert "7,654" not in said
    assert "只给自己看" not in said


def test_any_chosen_way_opens() -> None:
    for way in (None, *Channel):
        assert not _draw(Case(channel=ChannelNeeds(chosen=way))).exception


def test_the_listener_fits_the_case_and_can_be_changed() -> None:
    at = _draw(sample("lin_jing_card", CHINESE))
    assert at.selectbox(key="channel_listener_debt-1").value == Listener.HARDSHIP_DESK
    assert any("1,305" in found.value for found in at.main.markdown)

    at.selectbox(key="channel_listener_debt-1").set_value(Listener.COLLECTOR).run()

    spoken = [found.value for found in at.main.markdown if "record_voice_over" in found.value]
    assert any("受哪家银行委托" in words for words in spoken)
    assert any("不带附件" in found.value for found in at.main.markdown)


def test_an_open_gate_holds_the_words_until_they_are_asked_for() -> None:
    case = Case(debts=[Debt(id="debt-1")])
    case.private.gates = {"debt-1": DebtGate(silent_three_years=Answer.YES)}
    at = _draw(case)

    assert not [box for box in at.main.selectbox if str(box.key).startswith("channel_listener")]
    assert at.warning
