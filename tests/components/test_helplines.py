"""Help lines with source and date, the agent test, the ladder after a no."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.helplines import helplines, red_flags
from accord.knowledge.objections import ladder
from accord.knowledge.rules import rule
from components.helplines import AGENT_RULES
from components.markup import plain


def _lines() -> None:
    from components import helplines as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own

    drawn.lines()


def _test() -> None:
    from components import helplines as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own

    drawn.agent_test()


def _ladder() -> None:
    from components import helplines as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    drawn.refusal_ladder(current_case())


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_each_line_stands_with_its_number_and_the_day_it_was_read(tongue: str) -> None:
    ask_reader(lambda: tongue)

    said = AppTest.from_function(_lines).run().markdown[1].value

    for found in helplines(tongue):
        assert plain(found.name) in said
        assert found.number in said
        assert f"{found.read_on:%Y-%m-%d}" in said
        assert plain(found.source.spoken(tongue)) in said


def test_the_agent_test_says_where_its_signs_come_from() -> None:
    ask_reader(lambda: CHINESE)
    said = "\n".join(part.value for part in AppTest.from_function(_test).run().markdown)

    for name in AGENT_RULES:
        assert plain(rule(name).says(CHINESE)) in said
        assert plain(rule(name).citation(CHINESE)) in said


def test_each_ticked_flag_says_what_to_do_instead() -> None:
    at = AppTest.from_function(_test).run()
    flag = red_flags(CHINESE)[0]

    at.checkbox(key=f"flag_{flag.id}").check().run()

    assert plain(flag.instead) in at.markdown[-1].value
    assert at.error


def test_the_ladder_goes_in_order_and_shows_no_letter_unasked() -> None:
    at = AppTest.from_function(_ladder).run()

    assert [box.label for box in at.expander] == [
        f"第 {n} 步：{step.title}" for n, step in enumerate(ladder(CHINESE), 1)
    ]
    assert not at.code


def _own() -> None:
    from accord.case import Debt  # noqa: PLC0415  AppTest runs this function by itself
    from components import helplines as drawn  # noqa: PLC0415  the same
    from components.session import current_case  # noqa: PLC0415  the same

    current_case().debts = [
        Debt(id="debt-1", creditor="招商银行"),
        Debt(id="debt-2", creditor="东湖银行", creditor_phone="400-000-0000"),
    ]
    drawn.lines()


def test_the_number_written_down_stands_before_every_other() -> None:
    ask_reader(lambda: CHINESE)

    said = [element.value for element in AppTest.from_function(_own).run().markdown]

    assert plain("东湖银行 · 400-000-0000") in said[1]
    assert "招商银行" not in said[1]


def test_each_debt_has_a_place_for_its_number() -> None:
    at = AppTest.from_function(_own).run()

    assert len(at.text_input) == 2
    assert "没有在可靠的页面上核对过" in "".join(element.value for element in at.markdown)
