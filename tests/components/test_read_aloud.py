"""Reading aloud stays on the device."""

from components import read_aloud
from tests.components.opened import opened


def test_only_voices_of_the_device_are_used() -> None:
    assert "localService" in read_aloud._JS  # noqa: SLF001  the script is the feature
    assert "fetch" not in read_aloud._JS  # noqa: SLF001


def test_a_chapter_with_its_voice_opens() -> None:
    assert not opened("4_materials", language="en").exception
