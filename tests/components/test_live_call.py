"""During a call: one figure, one limit, one sentence; what is noted lands in the contact log."""

from streamlit.testing.v1 import AppTest

from accord.case import Answer, Case, Contact, DebtGate, Direction
from accord.i18n import ENGLISH
from tests.components.opened import ROOT, example, opened, words


def on_the_phone(case: Case | None = None, who: str = "from_them") -> AppTest:
    app = opened("call", case or example(language=ENGLISH), language=ENGLISH)
    app.button(key=f"live_{who}").click().run()
    return app


def entry(app: AppTest) -> Contact:
    found: Contact = app.session_state["case"].contacts[-1]
    return found


def shown(app: AppTest) -> str:
    return words(app).replace("\\", "")


def test_one_tap_opens_the_screen_and_an_entry_in_the_log() -> None:
    app = on_the_phone()

    assert entry(app).id == app.session_state["live_call"]
    assert entry(app).direction is Direction.FROM_THEM
    assert entry(app).debt_id == "debt-1"


def test_the_figure_and_the_limit_stand_large_with_a_lock() -> None:
    text = shown(on_the_phone())

    assert "## ¥1,305.00 a month, for 60 months" in text
    assert ":material/lock: Not above ¥1,305.00 a month." in text
    assert "On the phone for 0:0" in text


def test_the_script_goes_on_one_line_at_a_time() -> None:
    app = on_the_phone()
    first = shown(app)

    app.button(key="live_next").click().run()
    assert "2 /" in shown(app)
    app.button(key="live_back").click().run()

    assert "1 /" in shown(app)
    assert shown(app).count("/") == first.count("/")


def test_a_tap_notes_what_was_heard_with_its_minute() -> None:
    app = on_the_phone()

    app.button(key="heard_0").click().run()
    app.button(key="heard_3").click().run()

    lines = entry(app).said.split("\n")
    assert [line.split(" ", 1)[1] for line in lines] == ["They want money today.", "They speak of a visit."]
    assert all(line[2] == ":" for line in lines)


def test_what_is_typed_lands_in_the_log_and_taps_are_added_below() -> None:
    app = on_the_phone()
    path = f"answer:contacts.{entry(app).id}"

    app.text_input(key=f"{path}.staff_number").set_value("51066").run()
    app.text_area(key=f"{path}.said").set_value("36 instalments").run()
    app.button(key="heard_2").click().run()

    assert entry(app).staff_number == "51066"
    assert entry(app).said.startswith("36 instalments\n")
    assert app.text_area(key=f"{path}.said").value == entry(app).said


def test_answers_to_what_they_say_are_at_hand() -> None:
    app = on_the_phone()
    line = app.selectbox(key="live_objection").options[0]

    app.selectbox(key="live_objection").set_value(line).run()

    assert len([element for element in app.markdown if element.value.startswith("> ")]) == 2


def test_after_the_call_the_entry_stays_and_the_screen_closes() -> None:
    app = on_the_phone()
    app.button(key="heard_1").click().run()

    app.button(key="live_over").click().run()

    assert "live_call" not in app.session_state
    assert "The call is in your log" in shown(app)
    assert entry(app).said.endswith("They say no to my figure.")


def test_a_call_still_open_is_found_again_from_chapter_5() -> None:
    app = on_the_phone(who="from_me")

    app.switch_page(str(ROOT / "pages" / "5_negotiate.py")).run()

    assert not [button for button in app.button if str(button.key).startswith("live_from")]


def test_an_open_gate_holds_the_words_back_but_not_the_notes() -> None:
    case = example(language=ENGLISH)
    case.private.gates = {"debt-1": DebtGate(court_papers=Answer.YES)}

    app = on_the_phone(case)

    assert not [button for button in app.button if button.key == "live_next"]
    assert [button for button in app.button if button.key == "heard_0"]


def test_without_any_answers_the_screen_works_all_the_same() -> None:
    app = on_the_phone(Case())

    assert not app.exception
    assert entry(app).debt_id == ""
