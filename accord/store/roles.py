"""Who may do what: one table, asked in one place."""

from __future__ import annotations

from enum import StrEnum

from accord.crypto import Scope
from accord.store.errors import NOT_ALLOWED, NotAllowedError


class Role(StrEnum):
    """What a key makes its holder."""

    OWNER = "owner"
    COMMENT = "comment"
    LOOK = "look"


class Action(StrEnum):
    """Everything that can be asked of the store."""

    OPEN = "open"
    SAVE = "save"
    HISTORY = "history"
    SHARE = "share"
    LIST_SHARES = "list shares"
    REVOKE = "revoke"
    READ_COMMENTS = "read comments"
    COMMENT = "comment"
    DELETE_COMMENT = "delete comment"
    SUGGEST = "suggest"
    READ_SUGGESTIONS = "read suggestions"
    SETTLE = "settle"
    READ_FILES = "read files"
    ATTACH = "attach"
    LEND = "lend"
    TYPED = "leave typed text"
    ERASE = "erase"


_LOOK = frozenset({Action.OPEN, Action.READ_FILES})
_COMMENT = _LOOK | {
    Action.READ_COMMENTS,
    Action.COMMENT,
    Action.DELETE_COMMENT,
    Action.SUGGEST,
    Action.READ_SUGGESTIONS,
}
ALLOWED: dict[Role, frozenset[Action]] = {
    Role.OWNER: frozenset(Action) - {Action.SUGGEST},
    Role.COMMENT: frozenset(_COMMENT),
    Role.LOOK: _LOOK,
}

# What an action opens beside the core; a grant without that scope cannot do it, whatever its role.
NEEDED: dict[Action, Scope] = {
    Action.READ_COMMENTS: Scope.COMMENTS,
    Action.COMMENT: Scope.COMMENTS,
    Action.DELETE_COMMENT: Scope.COMMENTS,
    Action.SUGGEST: Scope.COMMENTS,
    Action.READ_SUGGESTIONS: Scope.COMMENTS,
    Action.READ_FILES: Scope.EVIDENCE,
}


def authorise(action: Action, role: Role, scope: Scope) -> None:
    """Let an action pass, or refuse it.

    Raises:
        NotAllowedError: the role may not, or the grant's scope does not reach that far.
    """
    if action not in ALLOWED[role] or NEEDED.get(action, Scope.CORE) not in scope:
        raise NotAllowedError(NOT_ALLOWED)
