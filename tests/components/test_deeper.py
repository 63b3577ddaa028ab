"""What only the person sees stands folded away, and nothing of it is dear while it is."""

from accord.i18n import ENGLISH
from tests.components.opened import example, opened, words
from tests.components.unfolding import unfolded


def test_both_parts_wait_folded_away() -> None:
    app = opened("5_negotiate", example(), language=ENGLISH)

    assert {"Go deeper: the bank's seat", "Go deeper: where both can agree, and three packages"} <= {
        box.label for box in app.expander
    }
    done = {name for name in ("once",) if name in app.session_state and "area" in app.session_state[name]}
    assert done == set()


def test_both_can_stand_open_at_once() -> None:
    app = opened("5_negotiate", example(language=ENGLISH), language=ENGLISH)
    unfolded(app, "seat_debt-1", "map_debt-1")

    assert not app.exception
    assert {"seat", "area"} <= set(app.session_state["once"])
    assert words(app).count("Only for you") >= 3


def test_without_a_debt_there_is_nothing_to_open() -> None:
    app = opened("5_negotiate", language=ENGLISH)

    assert not any(box.label.startswith("Go deeper") for box in app.expander)
