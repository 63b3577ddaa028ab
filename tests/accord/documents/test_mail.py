"""The e-mail as a file."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from accord.case import OpenCase
from accord.case.samples import sample
from accord.documents.mail import Attachment, file_name, letter_mail, one_line
from tests.accord.documents.papers import ON


def opened(data: bytes) -> EmailMessage:
    """Return a mail read back."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_subject_sender_body_and_attachment_are_there() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    message = opened(letter_mail(case, [Attachment("材料.pdf", b"%PDF-1.7")], language="zh_CN", on=ON))
    body = message.get_body(("plain",))

    assert message["Subject"] == "协商还款申请：信用卡（尾号1234），林静"
    assert "linjing@example.com" in message["From"]
    assert message["To"] is None
    assert body is not None
    assert "协商还款申请书" in body.get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["材料.pdf"]


def test_no_header_can_be_smuggled_in() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.person.name = "林静\r\nBcc: all@example.com"
    message = opened(letter_mail(case, language="zh_CN", on=ON))

    assert message["Bcc"] is None
    assert "Bcc: all@example.com" in message["Subject"]


def test_the_same_letter_gives_the_same_bytes() -> None:
    case = sample("lin_jing_card", "en").opened()
    files = [Attachment("papers.pdf", b"%PDF-1.7")]
    one, two = (letter_mail(case, files, language="en", on=ON) for _ in range(2))

    assert one == two


def test_without_an_address_there_is_no_sender() -> None:
    assert opened(letter_mail(OpenCase(), language="en", on=ON))["From"] is None


@pytest.mark.parametrize(
    ("typed", "written"),
    [("a/b\\c:d", "a_b_c_d"), ("..", "paper"), ("", "paper"), ("材料\n一", "材料 一"), ("x" * 200, "x" * 80)],
)
def test_file_names_are_safe_everywhere(typed: str, written: str) -> None:
    assert file_name(typed) == written


def test_one_line_strips_breaks_and_hidden_characters() -> None:
    assert one_line("甲\r\n乙\u2028丙\u202e") == "甲 乙 丙"
