"""The rail: eight chapters with their state in words, language, hide amounts."""

from accord.chapters import CHAPTERS
from tests.components.opened import example, opened


def labels(app: object) -> list[str]:
    return [link.proto.label for link in app.sidebar.get("page_link")]  # type: ignore[attr-defined]  # AppTest


def test_every_chapter_can_be_reached_from_the_rail() -> None:
    shown = labels(opened("start"))

    for chapter in CHAPTERS:
        assert any(label.startswith((f"{chapter.number} ", f"**{chapter.number} ")) for label in shown)


def test_a_state_is_a_word_not_only_a_sign() -> None:
    shown = labels(opened("start", example()))

    assert any("已完成" in label for label in shown)


def test_the_chapter_at_hand_stands_out() -> None:
    assert any(label.startswith("**4 ") for label in labels(opened("4_materials")))
