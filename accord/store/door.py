"""The store's one door: everything screens and routes may ask for.

Each call is one action in one transaction: the key is opened anew, its role is asked, and nothing of it is kept. So
a link that ran out or was withdrawn is shut at the next call.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from accord.crypto import OwnerKey, SealError, ShareKey, Ticket, spoken_code, stretch_code
from accord.store import claims, comments, earlier, files, shares, suggestions, workbooks
from accord.store.access import Key, touch, unlock
from accord.store.backup import BackupReport, backup, restore
from accord.store.carrying import Carrying
from accord.store.errors import (
    NO_CONSENT,
    TOO_MANY_SAVES,
    TOO_MANY_WORKBOOKS,
    ConsentError,
    DownError,
    TooManyTriesError,
)
from accord.store.guessing import ClaimLimits, count_save, count_workbook
from accord.store.records import (
    Attempt,
    Change,
    CommentText,
    Consent,
    Draft,
    Earlier,
    FileLabel,
    NewComment,
    NewFile,
    NewSuggestion,
    Receipt,
    SaveResult,
    ShareLink,
    ShareState,
    ShareTerms,
    SuggestionText,
    moment,
    new_id,
)
from accord.store.roles import Action
from accord.store.rotation import rotate
from accord.store.saving import save_changes
from accord.store.scrub import scrub
from accord.store.selfcheck import Finding, selfcheck
from accord.store.sweep import SweepReport, sweep_batch, take_lease
from accord.store.turn import Turn


class Store(Carrying):
    """Drafts, links and comments, sealed. Safe to share between threads."""

    # -- the owner's draft ------------------------------------------------------------------------------------------

    def create(self, case: bytes, consent: Consent) -> OwnerKey:
        """Keep a case for the first time and return its owner's key, which is kept nowhere here.

        Raises:
            ConsentError: the tick is missing.
            TooManyTriesError: too many drafts were begun from this address today.
            BrokenFileError: the case is not one JSON object of ours.
        """
        if not consent.given:
            raise ConsentError(NO_CONSENT)
        new = workbooks.Beginning(new_id(), OwnerKey.fresh(), case, consent, new_id())

        def begin(turn: Turn) -> bool:
            """Tell whether the workbook is kept now."""
            if workbooks.already_begun(turn, new):
                return True
            if not count_workbook(turn, consent.address):
                return False
            workbooks.begin(turn, new)
            return True

        if not self._write(begin):
            raise TooManyTriesError(TOO_MANY_WORKBOOKS)
        return new.key

    def open(self, key: Key) -> Draft:
        """Return what a key opens. The owner's use puts the end of the draft off.

        Raises:
            UnknownDraftError: the owner's key opens nothing.
            LinkUnusableError: the link ran out or was withdrawn.
            SealError: something was changed from outside.
        """
        draft = self._read(lambda turn: workbooks.read_draft(turn, unlock(turn, key, Action.OPEN)))
        return self._touched_daily(key, draft) if isinstance(key, OwnerKey) else draft

    def save(self, key: Key, change: Change) -> SaveResult:
        """Save one section; see `save_all`."""
        return self.save_all(key, [change])[0]

    def save_all(self, key: Key, changes: Sequence[Change]) -> list[SaveResult]:
        """Save several sections in one transaction; each may be saved, repeated or in conflict by itself.

        Raises:
            NotAllowedError: only the owner saves.
            FullError: too large; nothing of this call is kept.
            TooManyTriesError: too many saves in one minute; nothing of this call is kept.
            DownError: the database cannot be reached; try again with the same `op`.
        """

        def work(turn: Turn) -> list[SaveResult]:
            """Save within the limits."""
            access = unlock(turn, key, Action.SAVE)
            if not count_save(turn, access.wid):
                raise TooManyTriesError(TOO_MANY_SAVES)
            if access.book.gen_ops >= turn.limits.rotate_after:
                access = rotate(turn, access)
            return save_changes(turn, touch(turn, access), changes)

        return self._write(work)

    def history(self, key: Key, section: str | None = None) -> list[Earlier]:
        """Return earlier and conflicting texts, the latest first."""
        return self._read(lambda turn: earlier.earlier_texts(turn, unlock(turn, key, Action.HISTORY), section))

    def earlier(self, key: Key, earlier_id: bytes) -> bytes:
        """Return one earlier or conflicting text."""
        return self._read(lambda turn: earlier.earlier_text(turn, unlock(turn, key, Action.HISTORY), earlier_id))

    def settle_conflict(self, key: Key, earlier_id: bytes) -> bool:
        """Forget a conflicting text after the owner dealt with it."""
        return self._write(lambda turn: earlier.settle_conflict(turn, unlock(turn, key, Action.SAVE), earlier_id))

    def erase(self, key: Key) -> Receipt:
        """Erase the draft with all links, comments, papers and earlier texts, now.

        Raises:
            UnknownDraftError: there is nothing under this key.
        """
        receipt = self._write(lambda turn: workbooks.erased(turn, unlock(turn, key, Action.ERASE)))
        return replace(receipt, scrubbed=scrub(self.database))

    # -- links ------------------------------------------------------------------------------------------------------

    def share(self, key: Key, terms: ShareTerms) -> ShareLink:
        """Make a link. Its secret and code are returned once and kept nowhere.

        Raises:
            ConsentError: the tick is missing.
            NotAllowedError: only the owner shares; a life outside one hour to 31 days.
            FullError: ten links are open.
        """
        if not terms.consent:
            raise ConsentError(NO_CONSENT)
        new = shares.NewLink(terms, spoken_code() if terms.with_code else "")
        expires = self._write(lambda turn: shares.add_link(turn, unlock(turn, key, Action.SHARE), new))
        return ShareLink(new.key.lookup, new.key, new.code, moment(expires))

    def shares(self, key: Key) -> list[ShareState]:
        """Return the owner's open links."""
        return self._read(lambda turn: shares.links(turn, unlock(turn, key, Action.LIST_SHARES)))

    def revoke(self, key: Key, link_id: bytes) -> bool:
        """Withdraw a link and change all keys; tell whether it was open.

        Raises:
            SealError: something was changed from outside. The link is withdrawn, the keys are the old ones.
        """

        def work(turn: Turn, *, reseal: bool) -> bool:
            """Withdraw, with new keys or without."""
            return shares.withdraw(turn, unlock(turn, key, Action.REVOKE), link_id, reseal=reseal)

        try:
            return self._write(lambda turn: work(turn, reseal=True))
        except SealError:
            self._write(lambda turn: work(turn, reseal=False))
            raise

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Count an opening of a link and return the ticket that the browser keeps.

        Raises:
            CodeNeededError: the link lives, and its code was not given.
            LinkUnusableError: unknown, run out, withdrawn, used up, frozen or another code; told alike.
            TooManyTriesError: too many failures from this address.
        """
        coded = bool(attempt.code.strip())

        def check(turn: Turn) -> bool:
            """Tell whether to wait."""
            return ClaimLimits(turn, attempt.address, link.lookup).check(with_code=coded)

        if self._read(check):
            time.sleep(1)
        stretched = stretch_code(attempt.code, link.lookup) if coded else b""
        answer = self._write(lambda turn: claims.claim(turn, claims.Claim(link, stretched, attempt.address)))
        if isinstance(answer, Ticket):
            return answer
        raise answer

    # -- beside the draft -------------------------------------------------------------------------------------------

    def comment(self, key: Key, new: NewComment) -> None:
        """Keep a comment; a retry of the same one changes nothing."""
        self._write(lambda turn: comments.add_comment(turn, unlock(turn, key, Action.COMMENT), new))

    def comments(self, key: Key) -> list[CommentText]:
        """Return all comments, the oldest first."""
        return self._read(lambda turn: comments.list_comments(turn, unlock(turn, key, Action.READ_COMMENTS)))

    def delete_comment(self, key: Key, comment_id: bytes) -> bool:
        """Delete a comment: the owner any, a link its own."""
        return self._write(
            lambda turn: comments.delete_comment(turn, unlock(turn, key, Action.DELETE_COMMENT), comment_id)
        )

    def suggest(self, key: Key, new: NewSuggestion) -> None:
        """Keep a suggested value; a retry of the same one changes nothing."""
        self._write(lambda turn: suggestions.add_suggestion(turn, unlock(turn, key, Action.SUGGEST), new))

    def suggestions(self, key: Key) -> list[SuggestionText]:
        """Return all suggestions, the oldest first."""
        return self._read(lambda turn: suggestions.list_suggestions(turn, unlock(turn, key, Action.READ_SUGGESTIONS)))

    def settle(self, key: Key, suggestion_id: bytes, *, accepted: bool) -> bool:
        """Mark a suggestion as accepted or refused; the value itself is written by `save`."""
        return self._write(
            lambda turn: suggestions.settle_suggestion(
                turn, unlock(turn, key, Action.SETTLE), suggestion_id, accepted=accepted
            )
        )

    def attach(self, key: Key, new: NewFile) -> None:
        """Keep an evidence file that was already made safe; a retry of the same one changes nothing."""
        self._write(lambda turn: files.attach(turn, unlock(turn, key, Action.ATTACH), new))

    def files(self, key: Key) -> list[FileLabel]:
        """Return what is known of the evidence files."""
        return self._read(lambda turn: files.list_files(turn, unlock(turn, key, Action.READ_FILES)))

    def file(self, key: Key, file_id: bytes) -> bytes:
        """Return one evidence file."""
        return self._read(lambda turn: files.file_body(turn, unlock(turn, key, Action.READ_FILES), file_id))

    def detach(self, key: Key, file_id: bytes) -> bool:
        """Remove an evidence file; tell whether it was there."""
        return self._write(lambda turn: files.detach(turn, unlock(turn, key, Action.ATTACH), file_id))

    # -- upkeep -----------------------------------------------------------------------------------------------------

    def sweep(self, *, clock_is_right: bool = False) -> SweepReport:
        """Delete what has run out; `clock_is_right` after somebody looked at a clock that jumped."""
        if clock_is_right:
            self.database.write(self.clock.believe)
        if not self.database.read(self.clock.steady):
            return SweepReport({}, paused=True)
        if not self._write(take_lease):
            return SweepReport({})
        rows: Counter[str] = Counter()
        while (batch := self._write(sweep_batch))["workbooks"] == self.limits.sweep_batch:
            rows.update(batch)
        rows.update(batch)
        if rows["workbooks"]:
            scrub(self.database)
        return SweepReport(dict(rows))

    def backup(self, file: Path) -> BackupReport:
        """Write the present state, sealed, to a new file."""
        return backup(self.database, file)

    def restore(self, file: Path, *, replace: bool = False) -> BackupReport:
        """Bring a backup back; share links are left out."""
        return restore(self.database, file, self.pepper, replace=replace)

    def selfcheck(self) -> list[Finding]:
        """Return what was looked at, and whether it is right."""
        return selfcheck(self.settings, self.database)

    # -- turns ------------------------------------------------------------------------------------------------------

    def _touched_daily(self, key: OwnerKey, draft: Draft) -> Draft:
        left = draft.until.timestamp() - self._read(lambda turn: turn.now)
        if left > self.limits.draft_life:
            return draft
        try:
            until = self._write(lambda turn: touch(turn, unlock(turn, key, Action.OPEN)).until)
        except DownError:  # a busy database keeps nobody from reading; tomorrow is soon enough
            return draft
        return replace(draft, until=moment(until))
