"""Each file that is none of ours, or is spoilt, is refused with a sentence that says the draft is untouched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from accord.case import Case
from accord.case.samples import sample
from accord.case.workbook import read_workbook
from accord.crypto import is_protected, protect, unprotect
from accord.errors import WorkbookError
from accord.i18n import ENGLISH, speaking
from tests import torture
from tests.accord.case.foreign import CHEAP, OURS, PASSPHRASE, foreign_files


def _opened(data: bytes) -> Case:
    """Open a file as the page does: what it is, its first bytes tell, never its name."""
    return read_workbook(unprotect(data, PASSPHRASE) if is_protected(data) else data)


def _said(data: bytes) -> tuple[str, str, str]:
    """Return by which error a file is refused, and its sentence in both languages."""
    try:
        _opened(data)
    except WorkbookError as refusal:
        with speaking(ENGLISH):
            english = refusal.speak()
        return type(refusal).__name__, refusal.speak(), english
    return "opened", "", ""


def test_every_foreign_file_is_refused_with_a_calm_sentence(record_property: Callable[[str, object], None]) -> None:
    found = {name: _said(data) for name, data in foreign_files().items()}
    by_error = Counter(error for error, *_sentences in found.values())
    record_property(torture.TRIED, len(found))
    record_property(torture.COUNTED, f"F9 {len(found)} files: {dict(by_error)}")
    assert len(found) >= 60
    assert [name for name, (error, *_rest) in found.items() if error == "opened"] == []
    assert [name for name, (_error, words, _english) in found.items() if "草稿没有变动" not in words] == []
    assert [name for name, (*_rest, words) in found.items() if "current draft is untouched" not in words] == []


def test_the_files_these_were_made_of_open() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert _opened(OURS) == _opened(protect(OURS, PASSPHRASE, CHEAP)) == case
