"""Carrying a draft over: to another browser by a one-time code, and typed text past the end of its page."""

from __future__ import annotations

import time
from contextlib import suppress

from accord.crypto import OwnerKey, handover_keys, is_code, spoken_code
from accord.store import handovers, pending
from accord.store.access import unlock
from accord.store.errors import (
    DOWN,
    NO_CONSENT,
    TOO_MANY_CODES,
    TOO_MANY_SAVES,
    CodeUnusableError,
    ConsentError,
    DownError,
    TooManyTriesError,
)
from accord.store.guessing import ClaimLimits, count_handover, count_typed
from accord.store.limits import MINUTE
from accord.store.opened import Opened
from accord.store.records import Attempt, Consent, Lending, Lent, Typed, moment
from accord.store.roles import Action
from accord.store.turn import Turn


class Carrying(Opened):
    """The part of the store's door through which drafts travel."""

    def lend(self, what: OwnerKey | bytes, consent: Consent) -> Lending:
        """Return a code by which another browser can collect a draft: once, and for ten minutes.

        Args:
            what: the owner's key of a kept draft; or the case itself, of one that is not kept.
            consent: that the person asked for it; its `address` feeds a limit.

        Raises:
            ConsentError: the person did not ask for it.
            UnknownDraftError: the key opens nothing.
            FullError: the case is larger than the limit.
            BrokenFileError: the case is not one JSON object of ours.
            TooManyTriesError: too many codes were made from this address.
        """
        if not consent.given:
            raise ConsentError(NO_CONSENT)
        code = spoken_code()
        new = handovers.Handover(handover_keys(code, self.pepper), what)

        def lay(turn: Turn) -> int | None:
            """Lay the handover down; 0 when there were too many."""
            wid = b""
            if isinstance(what, bytes):
                handovers.check_case(turn, what)
            else:
                wid = unlock(turn, what, Action.LEND).wid
            return handovers.lay_down(turn, new, wid) if count_handover(turn, consent.address) else 0

        expires = self._write(lay)
        if expires is None:
            raise DownError(DOWN)  # somebody has this very code: the next try draws another one
        if not expires:
            raise TooManyTriesError(TOO_MANY_CODES, minutes=self.limits.claim_window // MINUTE)
        return Lending(code, moment(expires), new.keys.found_by)

    def unlend(self, lending_id: bytes) -> bool:
        """Withdraw a code before its time; tell whether it was still good."""
        return self._write(lambda turn: handovers.withdraw(turn, lending_id))

    def collect(self, attempt: Attempt) -> Lent:
        """Return what a code leads to, however the code is typed. The code is used up, and its row wiped.

        Raises:
            CodeUnusableError: unknown, run out or used; told alike.
            TooManyTriesError: too many failures from this address.
        """
        if self._read(lambda turn: ClaimLimits(turn, attempt.address, b"").check(with_code=False)):
            time.sleep(1)
        keys = handover_keys(attempt.code, self.pepper) if is_code(attempt.code) else None
        answer = self._write(lambda turn: handovers.collect(turn, keys, attempt.address))
        if isinstance(answer, CodeUnusableError):
            raise answer
        self._wipe_log()
        return answer

    def leave(self, key: OwnerKey, typed: Typed) -> None:
        """Keep text that a page left before it was saved, in place of what the same page left earlier.

        Raises:
            UnknownDraftError: the key opens nothing.
            FullError: the text is longer than the limit.
            TooManyTriesError: too many such texts in one minute.
        """

        def work(turn: Turn) -> bool:
            """Tell whether there was room this minute."""
            access = unlock(turn, key, Action.TYPED)
            if not count_typed(turn, access.wid):
                return False
            pending.put_by(turn, access, typed)
            return True

        if not self._write(work):
            raise TooManyTriesError(TOO_MANY_SAVES)

    def pending(self, key: OwnerKey) -> list[Typed]:
        """Return the texts that pages left, the oldest first; they wait until `take_up`."""
        return self._read(lambda turn: pending.waiting(turn, unlock(turn, key, Action.TYPED)))

    def take_up(self, key: OwnerKey, pages: list[str]) -> int:
        """Forget what these pages left: it was saved, or the person decided. Return how many there were."""
        return self._write(lambda turn: pending.forget(turn, unlock(turn, key, Action.TYPED), pages))

    def _wipe_log(self) -> None:
        """Empty SQLite's log, which may hold what was just deleted; where readers are in the way, the sweep does."""
        if not self.database.postgres:
            with suppress(DownError):
                self.database.upkeep("PRAGMA wal_checkpoint(TRUNCATE)")
