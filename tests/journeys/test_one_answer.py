"""From the last look back to one answer: the field is in sight, opened, with the cursor in it."""

from __future__ import annotations

from playwright.sync_api import expect

from accord.case.samples import sample
from tests.journeys.reader import LANGUAGE_OF, Reader


def test_an_answer_chosen_in_the_review_is_changed_in_its_field(reader: Reader) -> None:
    case = sample("lin_jing_card", LANGUAGE_OF[reader.locale])
    reader.open("")
    reader.unfold("See an example (complete, clearly invented)")
    reader.tap("example_lin_jing_card")
    reader.open("summary")

    reader.page.get_by_test_id("stExpander").filter(has=reader.widget("change_materials")).locator("summary").click()
    box = reader.widget("change_materials").get_by_role("combobox")
    box.click()
    amount = f"¥{case.debts[0].principal:,.2f}"
    box.fill(amount)
    reader.page.get_by_role("option").filter(has_text=amount).first.click()
    reader.settle()

    field = reader.widget(f"answer:debts.{case.debts[0].id}.principal").locator("input")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


def test_a_card_stays_open_while_its_title_changes(reader: Reader) -> None:
    reader.open("")
    reader.unfold("See an example (complete, clearly invented)")
    reader.tap("example_lin_jing_card")
    reader.open("materials")
    card = reader.page.locator(".st-key-card_spendings-spending-1")
    card.locator("summary").first.click()

    reader.type("spendings.spending-1.label", "ABC-123")

    expect(card.locator("summary").first).to_contain_text("ABC-123")
    expect(reader.widget("answer:spendings.spending-1.label")).to_be_visible()
