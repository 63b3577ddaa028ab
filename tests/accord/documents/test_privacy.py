"""Nothing private reaches a paper for a bank or a mediator: every private field gets a word of its own."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any, get_args, get_origin

import pytest
from openpyxl import load_workbook
from pydantic import BaseModel

from accord.case import Case, Comment, DebtGate, FigureRange, Private
from accord.case.samples import SAMPLES, sample
from accord.documents import text
from accord.documents.bundle import bundle
from accord.documents.letters import LETTERS, letter_paper
from accord.documents.package import PARTS, package, package_pdf
from tests.accord.documents.papers import ON, read

AMOUNT = Decimal("7713.77")
SECRET_DAY = date(1987, 6, 5)
SECRET = re.compile(r"secret[a-z_]*|7,?713\.77|1987|77\.1(?:377)?%|0\.771377")


def sealed(name: str) -> Case:
    """Return a sample in which each private field that can hold one has a secret of its own."""
    case = sample(name, "zh_CN")
    debts = [debt.id for debt in case.debts]
    case.private = Private.model_validate(
        {
            field: _secret(field, info.annotation)
            for field, info in Private.model_fields.items()
            if _secret(field, info.annotation) is not None and get_origin(info.annotation) is not dict
        }
        | {
            "gates": {debt: DebtGate(diagnosis_note="secretgate", last_payment_on=SECRET_DAY) for debt in debts},
            "comments": [Comment(id="c", about="debts", words="secretcomment")],
            "offer_scores": {"offer-1": "secretscore"},
            "assumptions": {"shock_size": AMOUNT, "job_loss": Decimal("0.771377")},
            "bank_ranges": {"servicing_cost": FigureRange(low=Decimal(0), middle=Decimal(1), high=AMOUNT)},
            "tradeoffs": {"secrettradeoff": "first"},
        }
    )
    return case


def _secret(field: str, kind: Any) -> object:  # noqa: ANN401  an annotation can be anything
    kinds = {kind, *get_args(kind), *(inner for part in get_args(kind) for inner in get_args(part))}
    if Decimal in kinds:
        return AMOUNT
    return f"secret_{field}" if str in kinds and not get_args(kind) else None


def test_every_private_field_is_sealed_or_a_mere_choice() -> None:
    private = sealed("lin_jing_card").private
    open_fields = {name for name in Private.model_fields if not SECRET.search(str(_dumped(private, name)))}

    assert open_fields == {"spent_large_before_hardship", "steadiness", "income_may_stop"}


def test_the_search_finds_a_secret_in_my_own_set() -> None:
    said = read(package_pdf(sealed("lin_jing_card"), recipient="me", language="zh_CN", on=ON))

    assert {"secret_notes", "secretcomment", "secretscore", "secretgate"} <= set(SECRET.findall(said))
    assert "7,713.77" in said


@pytest.mark.parametrize("recipient", ["bank", "mediator"])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_secret_is_in_the_package(name: str, recipient: str) -> None:
    case = sealed(name)
    case.package.parts = list(PARTS)
    case.package.asset_detail = case.package.spouse_income = case.package.diagnosis = True
    made = package(case, recipient=recipient, language="zh_CN", on=ON)

    assert not SECRET.findall(text.render(made.paper))
    assert not SECRET.findall(read(package_pdf(case, recipient=recipient, language="zh_CN", on=ON)))


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("row", LETTERS, ids=lambda row: row.id)
def test_no_secret_is_in_a_letter(row: Any, tongue: str) -> None:  # noqa: ANN401  a letter
    paper = letter_paper(row.id, sealed("lin_jing_card").opened(), language=tongue, on=ON)

    assert not SECRET.findall(text.render(paper))


@pytest.mark.parametrize("recipient", ["bank", "mediator"])
def test_no_secret_is_in_any_file_of_the_bundle(recipient: str) -> None:
    case = sealed("lin_jing_card")
    with zipfile.ZipFile(BytesIO(bundle(case, recipient=recipient, language="zh_CN", on=ON))) as archive:
        said = {name: _read(name, archive.read(name)) for name in archive.namelist()}

    assert {name.rpartition(".")[2] for name in said} == {"pdf", "eml", "ics", "xlsx", "csv"}
    assert not [name for name, words in said.items() if SECRET.search(words)]


def test_an_advisor_sees_no_sealed_field_that_was_not_opened() -> None:
    said = text.render(package(sealed("lin_jing_card"), recipient="advisor", language="zh_CN", on=ON).paper)

    assert set(SECRET.findall(said)) <= {"1987"}  # the last payment stands in the triage


def _dumped(private: BaseModel, name: str) -> object:
    return private.model_dump(mode="json")[name]


def _read(name: str, data: bytes) -> str:
    if name.endswith(".pdf"):
        return read(data)
    if name.endswith(".xlsx"):
        return str([[cell.value for cell in row] for sheet in load_workbook(BytesIO(data)) for row in sheet])
    if name.endswith(".eml"):
        message = message_from_bytes(data, policy=policy.default)
        parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
        return "".join(read(part) if isinstance(part, bytes) else str(part) for part in parts) + str(message["Subject"])
    return data.decode("utf-8-sig")
