"""The page during a call is short: nothing but the call."""

from accord.i18n import ENGLISH
from tests.components.opened import example, opened

PAGE = "call"


def test_before_a_call_it_offers_both_directions() -> None:
    app = opened(PAGE, example(language=ENGLISH), language=ENGLISH)

    assert [button.key for button in app.button if str(button.key).startswith("live_from")] == [
        "live_from_me",
        "live_from_them",
    ]


def test_during_a_call_no_chapter_stands_around_it() -> None:
    app = opened(PAGE, example(language=ENGLISH), language=ENGLISH)
    app.button(key="live_from_me").click().run()

    assert not app.exception
    assert [title.value for title in app.title] == []
    assert not app.button(key="live_over").disabled
