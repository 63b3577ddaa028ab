"""The private part in words."""

import pytest

from accord.case import Case
from accord.case.samples import sample
from accord.documents.private_part import PRIVATE_FIELDS, private_part
from accord.i18n import speaking
from tests.accord.documents.papers import said


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_every_private_field_can_be_written(tongue: str) -> None:
    case = sample("lin_jing_card", tongue)
    with speaking(tongue):
        words = said(private_part(case, PRIVATE_FIELDS))
        nothing = private_part(Case(), ["ceiling", "comments"])

    assert "¥1,350.00" in words
    assert case.private.comments[0].words in words
    assert nothing == ()
