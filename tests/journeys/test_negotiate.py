"""Chapter 5 as a person uses it: the promise, the map, a practice call, an offer answered, a call written down."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.reader import Reader

EXAMPLE = "lin_jing_card"


def _chapter_five(reader: Reader) -> None:
    reader.open("")
    reader.unfold("See an example (complete, clearly invented)")
    reader.tap(f"example_{EXAMPLE}")
    reader.open("negotiate")


def test_promise_seat_and_map_open_follow_the_answers_and_fit_the_screen(reader: Reader) -> None:
    _chapter_five(reader)
    firmer = reader.page.get_by_text(reader.say("What would hurt it most: {input}.").split("{")[0])

    reader.unfold("Your three answers")
    reader.type("private.buffer", "90000")
    reader.unfold("Go deeper: how this is counted")
    reader.settle()

    expect(reader.page.get_by_text(reader.say("How long the plan is kept"))).to_be_visible()
    expect(firmer).to_have_count(0)
    for title, picture in (
        ("Go deeper: the bank's seat", "seat_chart_debt-1"),
        ("Go deeper: where both can agree, and three packages", "map_chart_debt-1"),
    ):
        reader.unfold(title)
        reader.settle()
        expect(reader.widget(picture)).to_be_visible()


def test_a_call_is_practised_taken_back_and_the_true_one_written_down_while_it_lasts(reader: Reader) -> None:
    _chapter_five(reader)
    said = reader.page.get_by_test_id("stChatMessage")

    reader.tap("practice_begin")
    reader.page.locator("[class*=st-key-reply_0_]").first.get_by_role("button").click()
    reader.settle()
    expect(said).to_have_count(3)
    reader.tap("practice_back")

    expect(said).to_have_count(1)

    reader.tap("live_from_them")
    expect(reader.widget("live_next")).to_be_visible()
    reader.tap("heard_0")
    reader.tap("live_over")

    expect(reader.page.get_by_text(reader.say("They want money today."))).to_be_visible()
