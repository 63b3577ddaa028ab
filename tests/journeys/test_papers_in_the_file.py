"""The encrypted file with photographs: opened in a browser that knows nothing, seen in chapter 4, saved once more."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image
from playwright.sync_api import Browser, expect

from accord.case import Evidence, EvidenceFile, EvidenceState
from accord.case.folder import read_folder, write_folder
from accord.crypto import protect, unprotect
from accord.crypto.derive import PassphraseCost
from accord.evidence.limits import MB
from accord.evidence.sheaf import Page, pack
from tests.accord.evidence.specimens import as_bytes
from tests.components.opened import example
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader, key_class
from tests.journeys.server import Served

PASSPHRASE = "correct horse"  # noqa: S105  of an invented file
FILES, PAGES = 3, 6
SIDE = 1000


def _large_file() -> bytes:
    """Return a file above what a single photo may have: pictures of noise, which nothing makes smaller."""
    case, sheaves, dice = example(), {}, Random(1)  # noqa: S311  noise
    for number in range(FILES):
        noise = Image.frombytes("RGB", (SIDE, SIDE), dice.randbytes(SIDE * SIDE * 3))
        sheaves[f"{number:032x}"] = pack([Page(as_bytes(noise, quality=80))] * PAGES)
    files = [EvidenceFile(id=name) for name in sheaves]
    case.evidence = [Evidence(id="own", title="工资流水", state=EvidenceState.HAVE, files=files)]
    cheap = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
    return protect(write_folder(case, sheaves), PASSPHRASE, cheap, papers=True)


def _fill(reader: Reader, key: str) -> None:
    box = reader.widget(key).locator("input")
    box.fill(PASSPHRASE)
    box.blur()
    reader.settle()


def test_a_large_file_brings_its_photographs_and_saves_them_again(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    mine = tmp_path / "workbook.workbook"
    mine.write_bytes(_large_file())
    assert mine.stat().st_size > 10 * MB
    reader = begin_reading(browser, served, width=390, locale="zh-CN")
    reader.open("")
    reader.unfold("Continue with a saved file")
    reader.page.locator(f"{key_class('open_file')} input[type=file]").set_input_files(mine)
    expect(reader.widget("open_file_passphrase")).to_be_visible(timeout=PATIENCE)
    _fill(reader, "open_file_passphrase")
    expect(reader.page.get_by_text("工资流水").first).to_be_visible()
    reader.tap("open_file_confirm")

    reader.tap("door_continue")
    reader.widget("consent8_tick").locator("label").first.click()
    reader.settle()
    reader.tap("consent8_yes")
    reader.open("materials")
    reader.page.get_by_text("工资流水").last.click()
    reader.settle()
    expect(reader.page.locator("img[src^='data:image/jpeg']")).to_have_count(FILES)

    reader.open("summary")
    reader.unfold("With a passphrase, encrypted")
    _fill(reader, "save_file_passphrase")
    reader.tap("save_file_protect")
    saved = reader.download("save_file_encrypted", tmp_path).read_bytes()
    assert len(read_folder(unprotect(saved, PASSPHRASE)).sheaves) == FILES
    reader.context.close()
