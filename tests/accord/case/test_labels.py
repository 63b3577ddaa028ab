"""Labels: the plain word for a choice, the plain label for a path."""

from __future__ import annotations

import pytest

from accord.case import Answer, AssetKind, DebtKind, SpendingKind
from accord.case.labels import field_label, label
from accord.errors import KnowledgeError
from accord.i18n import ENGLISH, speaking


def test_choices_with_equal_values_keep_their_own_words() -> None:
    with speaking(ENGLISH):
        others = {label(SpendingKind.OTHER), label(AssetKind.OTHER), label(DebtKind.OTHER)}

    assert len(others) == 3


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("debts.0.principal", "本金"),
        ("debts", "欠款"),
        ("person.name", "姓名"),
        ("private.gates.debt-1.court_papers", "收到法院文书"),
        ("agreements.0.terms.balance.words", "银行怎么说"),
        ("contacts.12.evidence_ids.3", "能证明这次联系的材料"),
        ("debts.0.no_such_field", "欠款"),
    ],
)
def test_a_path_is_labelled_by_its_last_known_field(path: str, words: str) -> None:
    assert field_label(path) == words


def test_a_path_into_nothing_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        field_label("nobody.knows")


def test_a_label_follows_the_language() -> None:
    assert label(Answer.UNKNOWN) == "不清楚"
    with speaking(ENGLISH):
        assert label(Answer.UNKNOWN) == "I don't know"
        assert field_label("debts.0.principal") == "Principal"
