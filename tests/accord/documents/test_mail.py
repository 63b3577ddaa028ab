"""The e-mail as a file."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from accord.case import OpenCase
from accord.case.samples import sample
from accord.documents.letters import LETTERS, Letter
from accord.documents.mail import Attachment, file_name, letter_mail, one_line
from accord.i18n import _, speaking
from tests.accord.documents.papers import ON, letter_text


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


@pytest.mark.parametrize("words", ["林静\r\nBcc: all@b.cn", "林静\nBcc: a@b.cn\n\nbody", "林静\u2028Bcc: a@b.cn"])
def test_a_line_break_that_slipped_into_an_answer_adds_no_header(words: str) -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.person = case.person.model_copy(update={"name": words, "email": "lin@example.com\r\nBcc: c@d.cn"})
    case.debts[0] = case.debts[0].model_copy(update={"creditor": words, "account_last4": words})
    message = opened(letter_mail(case, [Attachment(words, b"x")], language="zh_CN", on=ON))

    assert set(message.keys()) <= {"Subject", "Date", "X-Unsent", "From", "MIME-Version", "Content-Type"}
    assert len(list(message.iter_attachments())) == 1


@pytest.mark.parametrize("row", LETTERS, ids=lambda row: row.id)
def test_the_subject_is_the_letters_and_no_other(row: Letter) -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.package.letter = row.id
    message = opened(letter_mail(case, language="zh_CN", on=ON))
    with speaking("zh_CN"):
        title = _(row.title)

    assert str(message["Subject"]).startswith(title.removesuffix("书"))
    assert ("协商还款申请" in str(message["Subject"])) == (row.id == "request")


def test_the_body_is_the_letter_word_for_word() -> None:
    case = sample("zhou_min_mortgage", "en").opened()
    data = letter_mail(case, language="en", on=ON)
    body = opened(data).get_body(("plain",))

    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == letter_text("request", case, "en").strip()
    assert all(len(line) <= 78 for line in data.split(b"\r\n"))


@pytest.mark.parametrize("address", ["林静@example.com", "lin@b..com", "lin@[1.2.3.com", "@example.com", "lin"])
def test_an_address_no_server_takes_is_left_to_the_mail_program(address: str) -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.person = case.person.model_copy(update={"email": address})

    assert opened(letter_mail(case, language="zh_CN", on=ON))["From"] is None


@pytest.mark.parametrize("name", ["㛃𬱖䶮", "阿卜杜热西提·买买提", "O'Neil, Ann (ms)", 'Lin "Jing"'])
def test_a_name_stands_whole_before_the_address(name: str) -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.person.name = name
    sender = opened(letter_mail(case, language="zh_CN", on=ON))["From"].addresses[0]

    assert (sender.display_name, sender.addr_spec) == (name, "linjing@example.com")


def test_behind_an_open_gate_the_draft_offers_no_plan() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.package.letter, case.agreements = "preference", []

    bodies = [
        opened(letter_mail(case, language="zh_CN", on=ON, careful=careful)).get_body(("plain",))
        for careful in (True, False)
    ]

    said = [body.get_content() if body else "" for body in bodies]
    assert ["协商还款申请，写明" in words for words in said] == [False, True]
    assert "书面回复贵行" in said[0]
