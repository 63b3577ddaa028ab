"""The table of roles and actions, written out a second time by hand."""

from __future__ import annotations

import pytest

from accord.crypto import Scope
from accord.store import NotAllowedError
from accord.store.roles import Action, Role, authorise

MAY = {
    #                         owner, comment, look
    Action.OPEN: (True, True, True),
    Action.SAVE: (True, False, False),
    Action.HISTORY: (True, False, False),
    Action.SHARE: (True, False, False),
    Action.LIST_SHARES: (True, False, False),
    Action.REVOKE: (True, False, False),
    Action.READ_COMMENTS: (True, True, False),
    Action.COMMENT: (True, True, False),
    Action.DELETE_COMMENT: (True, True, False),
    Action.SUGGEST: (False, True, False),
    Action.READ_SUGGESTIONS: (True, True, False),
    Action.SETTLE: (True, False, False),
    Action.READ_FILES: (True, True, True),
    Action.ATTACH: (True, False, False),
    Action.LEND: (True, False, False),
    Action.TYPED: (True, False, False),
    Action.ERASE: (True, False, False),
}


def _passes(action: Action, role: Role, scope: Scope) -> bool:
    try:
        authorise(action, role, scope)
    except NotAllowedError:
        return False
    return True


def test_every_action_stands_in_the_table() -> None:
    assert set(MAY) == set(Action)


@pytest.mark.parametrize("action", list(Action))
def test_each_role_may_do_exactly_what_the_table_says(action: Action) -> None:
    assert tuple(_passes(action, role, Scope.ALL) for role in (Role.OWNER, Role.COMMENT, Role.LOOK)) == MAY[action]


def test_without_the_key_a_role_is_not_enough() -> None:
    assert not _passes(Action.READ_FILES, Role.LOOK, Scope.CORE)
    assert not _passes(Action.COMMENT, Role.COMMENT, Scope.CORE | Scope.EVIDENCE)
    assert _passes(Action.COMMENT, Role.COMMENT, Scope.CORE | Scope.COMMENTS)
