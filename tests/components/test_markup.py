"""Text from a person never becomes markup."""

import pytest

from components.markup import plain


@pytest.mark.parametrize(
    "typed",
    ["**bold**", "[link](http://a)", "<b>x</b>", ":material/home:", "$x$", "# title", "a|b", "`code`", "~~x~~"],
)
def test_every_sign_markdown_could_read_is_escaped(typed: str) -> None:
    shown = plain(typed)

    assert shown.replace("\\", "") == typed
    assert all(shown[k - 1] == "\\" for k, sign in enumerate(shown) if sign in "*[]()<>:$#|`~")


def test_line_breaks_stay_line_breaks() -> None:
    assert plain("one\ntwo") == "one  \ntwo"
