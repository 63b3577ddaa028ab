"""Which characters can be drawn, and what stands in for the others."""

import pytest

from accord.documents import faces
from accord.i18n import speaking


@pytest.mark.parametrize("name", ["㛃", "𬱖", "䶮", "陳國華", "劉張", "㎡"])
def test_rare_and_traditional_names_have_a_face(name: str) -> None:
    assert faces.missing([name]) == ()
    assert faces.drawable(name) == name


def test_everyday_text_never_opens_the_third_face() -> None:
    runs = faces.runs("本人林静，每期还款额¥1,305.00（人民币壹仟叁佰零伍元整）。")

    assert [run.face for run in runs] == ["regular"]


def test_a_rare_character_is_set_in_the_third_face_alone() -> None:
    runs = faces.runs("姓陳的人", bold=True)

    assert [(run.face, run.text) for run in runs] == [("bold", "姓"), ("more", "陳"), ("bold", "的人")]


def test_emoji_are_drawn_as_a_box_and_named() -> None:
    assert faces.drawable("好😀") == "好□"
    assert faces.missing(["好😀", "😀"]) == ("😀",)


def test_hidden_and_bidirectional_characters_are_stripped() -> None:
    assert faces.plain("林\u202e静\u200b\ufe0f\u2066") == "林静"


def test_signs_without_a_glyph_are_set_by_their_likeness() -> None:
    assert faces.plain("☐ ☑ ✗") == "□ ■ ×"
    assert faces.missing(["☐ ☑ ✗"]) == ()


def test_curly_quotes_are_straight_in_english_only() -> None:
    with speaking("en"):
        assert faces.drawable("a “plan”") == 'a "plan"'
    with speaking("zh_CN"):
        assert faces.drawable("“方案”") == "“方案”"


def test_a_chinese_character_is_as_wide_as_its_size() -> None:
    assert faces.width("还款", 10) == pytest.approx(20)
    assert faces.width("ab", 10) < 12
    assert faces.width("陳", 10, bold=True) == pytest.approx(10)
