"""The kinds of answers: amounts, rates, lines of text, days — each with its strict limits."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from accord.errors import AccordError, MoneyError
from accord.i18n import N_
from accord.money import UNREADABLE, checked, parse_money

EARLIEST = date(1980, 1, 1)
LATEST = date(2100, 12, 31)
HIGHEST_RATE = Decimal(10)
FINEST_RATE = Decimal("1E-12")
LONGEST_FIGURE = 40  # characters; longer ones only cost time to read
UNREADABLE_RATE = N_("This is not a yearly rate we can read. Please write it like 18.25% or 0.1825.")
RATE_BOUNDS = N_("A yearly rate lies between 0 and 1,000%.")
DAY_BOUNDS = N_("Please choose a day between 1980 and 2100.")
UNREADABLE_ID = N_("Only the last four characters are needed: three digits and a digit or X.")
UNREADABLE_PHONE = N_("This does not look like a phone number. Digits, spaces, + and - can be used.")
UNREADABLE_EMAIL = N_("This does not look like an e-mail address.")
UNREADABLE_CARD = N_("Only the last four digits are needed.")

# Bidirectional and zero-width controls can make a paper read differently from what is stored.
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PHONE = re.compile(r"^\+?[0-9][0-9 \-]{4,22}$")
_EMAIL = re.compile(r"^[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}$")
_ID_TAIL = re.compile(r"^[0-9]{3}[0-9X]$")
_CARD_TAIL = re.compile(r"^[0-9]{4}$")


class Part(BaseModel):
    """A group of answers. Assignments are checked like new values; unknown names are refused."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True, str_strip_whitespace=True)


def _as_field_error(error: AccordError) -> PydanticCustomError:
    return _refuse(error.message, **{name: str(value) for name, value in error.params.items()})


def _refuse(message: str, **params: str) -> PydanticCustomError:
    """Carry the unfilled sentence beside its parameters, so that it can be spoken in any language later."""
    return PydanticCustomError("answer", message, {**params, "sentence": message})


def _read_money(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, bool) or not isinstance(value, str | Decimal | int | float):
        return value
    try:
        return _amount(value) or Decimal("0.00")  # never a zero below zero
    except AccordError as error:
        raise _as_field_error(error) from error


def _amount(value: str | Decimal | float) -> Decimal:
    if not isinstance(value, str):
        return checked(Decimal(str(value)))
    if len(value) > LONGEST_FIGURE:
        raise MoneyError(UNREADABLE)
    return parse_money(value)


def _read_rate(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).strip().replace(" ", "")
    if not text:
        return None
    if len(text) > LONGEST_FIGURE:
        raise _refuse(UNREADABLE_RATE)
    try:
        return Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation as error:
        raise _refuse(UNREADABLE_RATE) from error


def _check_rate(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise _refuse(UNREADABLE_RATE)
    if not 0 <= value <= HIGHEST_RATE:
        raise _refuse(RATE_BOUNDS)
    return _finite_digits(value)


def _finite_digits(value: Decimal) -> Decimal:
    """Keep what a person writes as it is; round a quotient such as 1/3 to twelve places, and take -0 as 0."""
    rounded = value.quantize(FINEST_RATE)
    return abs(value if value == rounded and value.adjusted() >= FINEST_RATE.adjusted() else rounded)


def _check_day(value: date) -> date:
    if not EARLIEST <= value <= LATEST:
        raise _refuse(DAY_BOUNDS)
    return value


def _check_moment(value: datetime) -> datetime:
    _check_day(value.date())
    return value.replace(tzinfo=None, microsecond=0)


def _check_clock(value: time) -> time:
    return value.replace(tzinfo=None, microsecond=0)


def _clean(value: object) -> object:
    return unicodedata.normalize("NFC", _HIDDEN.sub("", value)) if isinstance(value, str) else value


def _one_line(value: object) -> object:
    """Join lines with a space: a line break in a name or a subject could become a second line elsewhere."""
    cleaned = _clean(value)
    return " ".join(cleaned.splitlines()) if isinstance(cleaned, str) else cleaned


def _plain(value: object) -> object:
    """Turn full-width digits and letters into plain ones, as for a phone number."""
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", value)) if isinstance(value, str) else value


def _matching(pattern: re.Pattern[str], message: str, *, upper: bool = False) -> AfterValidator:
    def check(value: str) -> str:
        """Return the text when it has the expected form, or is empty."""
        text = value.upper() if upper else value
        if text and not pattern.match(text):
            raise _refuse(message)
        return text

    return AfterValidator(check)


Money = Annotated[
    Decimal,
    BeforeValidator(_read_money),
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str, when_used="json"),
]
"""Yuan with two places, 0 to one thousand million."""

MoneyAnswer = Annotated[Money | None, BeforeValidator(_read_money)]
"""An amount, or None for "I don't know"."""

RateAnswer = Annotated[
    Annotated[
        Decimal,
        AfterValidator(_check_rate),
        PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    ]
    | None,
    BeforeValidator(_read_rate),
]
"""A yearly fraction (0.1825), or None for "I don't know". Reads `18.25%` too."""

Day = Annotated[date, AfterValidator(_check_day)]
Moment = Annotated[datetime, AfterValidator(_check_moment)]
"""A date and time on Shanghai's clock, without a zone."""
Clock = Annotated[time, AfterValidator(_check_clock)]

Name = Annotated[str, BeforeValidator(_one_line), Field(max_length=60)]
Line = Annotated[str, BeforeValidator(_one_line), Field(max_length=200)]
Lines = Annotated[str, BeforeValidator(_clean), Field(max_length=2000)]
Slug = Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_\-]*$")]
Phone = Annotated[str, BeforeValidator(_plain), Field(max_length=24), _matching(_PHONE, UNREADABLE_PHONE)]
Email = Annotated[str, BeforeValidator(_plain), Field(max_length=120), _matching(_EMAIL, UNREADABLE_EMAIL)]
IdTail = Annotated[str, BeforeValidator(_plain), _matching(_ID_TAIL, UNREADABLE_ID, upper=True)]
CardTail = Annotated[str, BeforeValidator(_plain), _matching(_CARD_TAIL, UNREADABLE_CARD)]
Months = Annotated[int, Field(ge=1, le=600)]
Count = Annotated[int, Field(ge=0, le=50)]
Share = Annotated[
    Decimal,
    Field(ge=0, le=1),
    AfterValidator(_finite_digits),
    PlainSerializer(lambda v: format(v, "f"), return_type=str, when_used="json"),
]
"""A share from 0 to 1 inclusive."""
Figure = Annotated[
    Decimal,
    Field(ge=0, le=1_000_000),
    AfterValidator(_finite_digits),
    PlainSerializer(lambda v: format(v, "f"), return_type=str, when_used="json"),
]
"""A plain number from 0 to a million, in whatever unit it is about."""
