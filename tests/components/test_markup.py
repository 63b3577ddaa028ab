"""Text from a person never becomes markup."""

import pytest

from components.markup import JOINER, plain


@pytest.mark.parametrize(
    "typed",
    ["**bold**", "[link](http://a)", "<b>x</b>", ":material/home:", "$x$", "# title", "a|b", "`code`", "~~x~~"],
)
def test_every_sign_markdown_could_read_is_escaped(typed: str) -> None:
    shown = plain(typed)

    assert shown.replace("\\", "").replace(JOINER, "") == typed
    assert all(shown[k - 1] == "\\" for k, sign in enumerate(shown) if sign in "*[]()<>:$#|`~")


@pytest.mark.parametrize(
    "typed", ["see https://a.invalid/b", "HTTP://a.invalid", "www.a.invalid", "(http://a.invalid)"]
)
def test_an_address_somebody_typed_is_no_link(typed: str) -> None:
    bare = plain(typed).replace("\\", "").lower()

    assert "http://" not in bare
    assert "https://" not in bare
    assert "www." not in bare
    assert bare.replace(JOINER, "") == typed.lower()


@pytest.mark.parametrize("typed", ["a@b.invalid", "see a.b+c@d.invalid, e@f.invalid", "mailto:a@b.invalid"])
def test_a_mailbox_somebody_typed_is_no_link(typed: str) -> None:
    bare = plain(typed).replace("\\", "")

    assert "@" not in bare.replace(f"@{JOINER}", "")
    assert bare.replace(JOINER, "") == typed


def test_line_breaks_stay_line_breaks() -> None:
    assert plain("one\ntwo") == "one  \ntwo"
