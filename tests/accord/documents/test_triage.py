"""The advisor's first page."""

from accord.case.samples import sample
from accord.documents.triage import triage
from accord.i18n import speaking
from tests.accord.documents.papers import said


def test_the_triage_has_a_line_for_what_decides() -> None:
    with speaking("zh_CN"):
        words = said(triage(sample("chen_guohua_online_loans", "zh_CN")))

    assert words.count("最近一次还款") == 4
    assert "据称已转让给" in words
    assert "先弄清楚：" in words
