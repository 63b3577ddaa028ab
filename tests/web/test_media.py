"""Pictures and files of a page are for the browser they were shown to."""

from __future__ import annotations

import pytest
from streamlit.proto.DownloadButton_pb2 import DownloadButton
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Image_pb2 import Image, ImageList

from web import media
from web.media import Shown, fields

NAME = "0f" * 28
PATH = f"/media/{NAME}.png"


def _picture(address: str = PATH) -> bytes:
    told = ForwardMsg()
    told.delta.new_element.imgs.imgs.append(Image(url="data:image/png;base64,"))
    told.delta.new_element.imgs.imgs.append(Image(url=address, caption="page 1"))
    return bytes(told.SerializeToString())


def _download() -> bytes:
    told = ForwardMsg(hash="x")
    told.metadata.delta_path.extend([0, 300, 2])
    told.delta.new_element.download_button.url = PATH
    return bytes(told.SerializeToString())


@pytest.mark.parametrize("frame", [_picture(), _download()], ids=["picture", "download"])
def test_what_a_page_shows_is_for_its_own_browser(frame: bytes) -> None:
    shown = Shown()
    shown.learn(frame, "a")

    assert shown.may_see(PATH, "a")
    assert not shown.may_see(PATH, "b")
    assert not shown.may_see(PATH, "")
    assert not shown.may_see(PATH.replace("0f", "1f"), "a")


def test_two_people_who_are_shown_the_same_may_both_see_it() -> None:
    shown = Shown()
    shown.learn(_picture(), "a")
    shown.learn(_picture(), "b")

    assert shown.may_see(PATH, "a")
    assert shown.may_see(PATH, "b")


def test_an_address_that_somebody_types_opens_nothing() -> None:
    told = ForwardMsg()
    told.delta.new_element.markdown.body = f"![x]({PATH})"
    told.delta.new_element.text_input.value = PATH
    told.delta.new_element.text_area.label = PATH
    caption = ForwardMsg()
    caption.delta.new_element.imgs.imgs.append(Image(url="/x.png", caption=PATH))
    shown = Shown()
    for frame in (told, caption):
        shown.learn(frame.SerializeToString(), "b")

    assert not shown.may_see(PATH, "b")


@pytest.mark.parametrize("path", ["/media/", "/media/../secret", f"/media/{NAME}/x", f"/MEDIA/{NAME}.png", "/"])
def test_what_is_no_address_is_nobodys(path: str) -> None:
    shown = Shown()
    shown.learn(_picture(), "a")

    assert not shown.may_see(path, "a")


@pytest.mark.parametrize("spoilt", [b"\xff" * 40, b"\x2a\xff\xff\xff\xff\x0f", b"\x2b", b"\x2a", b""])
def test_a_frame_that_is_no_message_is_passed_over(spoilt: bytes) -> None:
    Shown().learn(spoilt + b"/media/", "a")

    assert list(fields(spoilt, (5, 3))) in ([], [b""])


def test_the_oldest_are_forgotten_before_memory_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MOST_SHOWN", 1)
    shown = Shown()
    shown.learn(_picture(), "a")
    shown.learn(_picture(), "b")

    assert not shown.may_see(PATH, "a")
    assert shown.may_see(PATH, "b")


def test_streamlit_puts_addresses_into_the_fields_that_are_read() -> None:
    whole = ForwardMsg.DESCRIPTOR.fields_by_name["delta"]
    element = whole.message_type.fields_by_name["new_element"]
    kinds = element.message_type.fields_by_name
    pictures = (
        kinds["imgs"].number,
        *(d.fields_by_name[n].number for d, n in ((ImageList.DESCRIPTOR, "imgs"), (Image.DESCRIPTOR, "url"))),
    )
    download = (kinds["download_button"].number, DownloadButton.DESCRIPTOR.fields_by_name["url"].number)
    head = (whole.number, element.number)

    assert (head + pictures, head + download) == media.PATHS
