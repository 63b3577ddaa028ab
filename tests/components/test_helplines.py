"""Help lines with source and date, the agent test, the ladder after a no."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.helplines import helplines, red_flags
from accord.knowledge.objections import ladder
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
