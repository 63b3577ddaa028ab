"""The position statement."""

from accord.documents.statement import statement
from accord.i18n import speaking
from tests.accord.documents.papers import facts_of, said


def test_the_statement_says_what_is_declined_and_offered() -> None:
    with speaking("zh_CN"):
        words = said(statement(facts_of("lin_jing_card")))

    assert all(part in words for part in ("换一种还款方式", "不同意上门", "138-0000-1234", "合租的室友"))
