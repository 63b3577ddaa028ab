"""The pictures of somebody's papers load in the page they were made for, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE
from tests.journeys.server import Served

pytestmark = pytest.mark.journey

LOADED = "image => image.complete && image.naturalWidth > 100"


def test_the_pictures_of_the_papers_are_shown_to_their_person_alone(
    guarded: tuple[int, Path], browser: Browser
) -> None:
    served = Served(f"http://127.0.0.1:{guarded[0]}", guarded[1] / "server.log")
    owner = begin_reading(browser, served, width=1280, locale="zh-CN")
    owner.open("")
    owner.unfold("See an example (complete, clearly invented)")
    owner.tap("example_lin_jing_card")
    owner.open("package")
    owner.tap("package_build")
    picture = owner.page.locator("img[src*='/media/']").first
    expect(picture).to_be_visible(timeout=PATIENCE)
    address = str(picture.evaluate("image => image.src"))
    stranger = begin_reading(browser, served, width=1280, locale="zh-CN")
    stranger.open("")

    assert picture.evaluate(LOADED)
    assert owner.page.request.get(address).status == 200
    assert stranger.page.request.get(address).status == 404
    for reader in (owner, stranger):
        reader.context.close()
