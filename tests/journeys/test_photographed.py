"""A paper photographed in chapter 4: added, a number covered, taken away; a wrong file is refused alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.accord.evidence.specimens import as_bytes, specimen
from tests.journeys.reader import PATIENCE, Reader

ITEM = "statements"


def _at_the_paper(reader: Reader) -> None:
    reader.open("materials")
    reader.widget(f"item_{ITEM}").locator("summary").first.click()
    reader.settle()
    reader.tap(f"take_{ITEM}")


def _add(reader: Reader, *paths: Path) -> None:
    box = reader.widget(f"item_{ITEM}")
    box.locator("input[type=file]").first.set_input_files([str(path) for path in paths])
    expect(box.locator("img, [role=alert]").first).to_be_visible(timeout=PATIENCE)
    reader.settle()


def test_a_wrong_file_is_refused_alone_and_a_photo_added_covered_and_removed(reader: Reader, tmp_path: Path) -> None:
    wrong, photo = tmp_path / "photo.jpg", tmp_path / "流水.jpg"
    wrong.write_bytes(b"PK\x03\x04 an archive")
    photo.write_bytes(as_bytes(specimen(26)))
    _at_the_paper(reader)

    _add(reader, wrong)
    expect(reader.widget(f"item_{ITEM}").get_by_role("alert").first).to_contain_text("photo.jpg")
    expect(reader.widget(f"item_{ITEM}").locator("input[type=file]")).to_have_count(1)

    _add(reader, photo)
    expect(reader.widget(f"item_{ITEM}").locator("img").first).to_be_visible(timeout=PATIENCE)
    reader.settle()
    box = reader.widget(f"item_{ITEM}")
    first = box.locator("img").first.get_attribute("src")

    assert first is not None
    assert first.startswith("data:image/jpeg")
    box.get_by_text(reader.say("Turn, or cover numbers")).click()
    reader.settle()
    box.get_by_role("button", name=reader.say("Cover this")).click()
    expect(box.locator("img").first).not_to_have_attribute("src", first, timeout=PATIENCE)
    reader.settle()
    box.get_by_role("button", name=reader.say("Remove this picture")).click()
    expect(box.locator("img")).to_have_count(0, timeout=PATIENCE)
