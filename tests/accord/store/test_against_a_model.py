"""Random histories of two owners and their links against a dictionary: the store always says what the dictionary says.

After each step every key is used: an owner sees the latest texts and nobody else's, a link opens just as long as its
terms say, and never shows what its role does not allow.
"""

# ruff: noqa: D102, D107  a step's name is its sentence, as a test's is

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accord.crypto import OwnerKey, Pepper, Ticket
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    CodeUnusableError,
    Consent,
    Limits,
    LinkUnusableError,
    NewComment,
    NewFile,
    NotAllowedError,
    Outcome,
    Role,
    ShareLink,
    ShareTerms,
    Store,
    Typed,
    UnknownDraftError,
)
from accord.store.clock import Clock
from tests import torture
from tests.accord.store.conftest import Hands

SECTIONS = ("person", "debts", "private")
LIMITS = Limits(saves_a_minute=10**9, typed_a_minute=10**9, claims_by_address=10**9, claims_by_all=10**9, history=10**9)
PEPPER = Pepper({1: bytes(range(32))}, 1).text
COUNTS: Counter[str] = Counter()
roles, pages = some.sampled_from([Role.LOOK, Role.COMMENT]), some.sampled_from(["page-one-1", "page-two-2"])
which, words = some.integers(0, 7), some.binary(max_size=12).map(lambda raw: b'{"t": "%s"}' % raw.hex().encode())


@dataclass
class Link:
    """What a link should be good for."""

    made: ShareLink
    role: Role
    ends: int
    opens: int
    tickets: list[tuple[Ticket, int]] = field(default_factory=list)
    live: bool = True


@dataclass
class Owner:
    """What one owner's workbook should hold; a section is the list of its texts, the latest last."""

    key: OwnerKey
    ends: int
    sections: dict[str, list[bytes]]
    lost: list[bytes] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    said: dict[bytes, str] = field(default_factory=dict)
    papers: dict[bytes, bytes] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    live: bool = True


class Histories(RuleBasedStateMachine):
    """The steps anybody can take."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="wb-model-"))
        self.hands, self.owners = Hands(), list[Owner]()
        place = Settings(self.folder, self.folder / "none", pepper=PEPPER)
        self.store = Store(place, clock=Clock(self.hands.read), limits=LIMITS)

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def _end(self, life: int) -> int:
        return (self.hands.at // 86400 + 1) * 86400 + life

    def _living(self) -> list[Owner]:
        return [owner for owner in self.owners if owner.live]

    def _owner(self, number: int) -> Owner:
        return self._living()[number % len(self._living())]

    @initialize()
    def begin(self) -> None:
        for _owner in range(2):
            self._begin()

    def _begin(self) -> None:
        key = self.store.create(b'{"person": {}, "debts": [], "private": {}}', Consent(given=True))
        first = {"person": [b"{}"], "debts": [b"[]"], "private": [b"{}"]}
        self.owners.append(Owner(key, self._end(LIMITS.draft_life), first))

    def _used(self, owner: Owner) -> None:
        owner.ends = self._end(LIMITS.draft_life)

    @rule(who=which, section=some.sampled_from(SECTIONS), text=words, behind=some.integers(0, 2), again=some.booleans())
    @precondition(lambda self: self._living())
    def save(self, who: int, section: str, text: bytes, behind: int, *, again: bool) -> None:
        owner = self._owner(who)
        texts = owner.sections[section]
        change = Change(section, text, max(len(texts) - behind, 0))
        results = [self.store.save(owner.key, change) for _try in range(1 + again)]
        self._used(owner)
        if change.base == len(texts):
            texts.append(text)
            assert [result.outcome for result in results] == [Outcome.SAVED, Outcome.REPEATED][: len(results)]
        else:
            owner.lost.append(text)
            assert {result.outcome for result in results} == {Outcome.CONFLICT}
            assert results[0].stored == texts[-1]

    @rule(who=which, texts=some.lists(words, min_size=3, max_size=3))
    @precondition(lambda self: self._living())
    def bring_in_a_file(self, who: int, texts: list[bytes]) -> None:
        owner = self._owner(who)
        changes = [Change(name, text, len(owner.sections[name])) for name, text in zip(SECTIONS, texts, strict=True)]
        assert {result.outcome for result in self.store.save_all(owner.key, changes)} == {Outcome.SAVED}
        for name, text in zip(SECTIONS, texts, strict=True):
            owner.sections[name].append(text)
        self._used(owner)

    @rule(who=which, section=some.sampled_from(SECTIONS))
    @precondition(lambda self: self._living())
    def undo(self, who: int, section: str) -> None:
        owner = self._owner(who)
        texts = owner.sections[section]
        earlier = [one for one in self.store.history(owner.key, section) if not one.conflict]
        assert len(earlier) == len(texts) - 1
        if earlier:
            before = max(earlier, key=lambda one: one.version)
            text = self.store.earlier(owner.key, before.id)
            assert text == texts[-2]
            self.store.save(owner.key, Change(section, text, len(texts)))
            texts.append(text)
            self._used(owner)

    @rule(
        who=which,
        role=some.sampled_from([Role.LOOK, Role.COMMENT]),
        hours=some.integers(1, 100),
        opens=some.integers(0, 2),
    )
    @precondition(lambda self: any(len(owner.links) < 3 for owner in self._living()))
    def share(self, who: int, role: Role, hours: int, opens: int) -> None:
        owner = self._owner(who)
        if len(owner.links) < 3:
            made = self.store.share(owner.key, ShareTerms(consent=True, role=role, life=hours * 3600, max_opens=opens))
            owner.links.append(Link(made, role, self.hands.at + hours * 3600, opens or 10**9))

    def _link(self, owner: Owner, number: int) -> Link | None:
        return owner.links[number % len(owner.links)] if owner.links else None

    def _opens(self, owner: Owner, link: Link) -> bool:
        return owner.live and link.live and self.hands.at < min(link.ends, owner.ends)

    @rule(who=which, number=which)
    def claim(self, who: int, number: int) -> None:
        owner = self.owners[who % len(self.owners)]
        link = self._link(owner, number)
        if link is None:
            return
        if self._opens(owner, link) and link.opens:
            link.opens -= 1
            link.tickets.append((self.store.claim(link.made.key, Attempt()), self.hands.at))
        else:
            with pytest.raises(LinkUnusableError):
                self.store.claim(link.made.key, Attempt())

    @rule(who=which, number=which)
    @precondition(lambda self: self._living())
    def revoke(self, who: int, number: int) -> None:
        owner = self._owner(who)
        link = self._link(owner, number)
        if link is not None:
            was = self.store.revoke(owner.key, link.made.id)
            assert not (was and not link.live)
            if not was:
                assert not link.live or self.hands.at >= link.ends
            link.live = False

    @rule(who=which, number=which, text=some.text(max_size=9))
    def remark(self, who: int, number: int, text: str) -> None:
        owner = self.owners[who % len(self.owners)]
        link, new = self._link(owner, number), NewComment("debts", text)
        if link is None or not link.tickets:
            return
        ticket, at = link.tickets[-1]
        if self._opens(owner, link) and self.hands.at < at + 12 * 3600 and link.role is Role.COMMENT:
            self.store.comment(ticket, new)
            owner.said[new.id] = text
        else:
            with pytest.raises((LinkUnusableError, NotAllowedError)):
                self.store.comment(ticket, new)

    @rule(who=which)
    @precondition(lambda self: any(owner.said for owner in self._living()))
    def delete_a_remark(self, who: int) -> None:
        owner = self._owner(who)
        if owner.said:
            assert self.store.delete_comment(owner.key, owner.said.popitem()[0])

    @rule(who=which, content=some.binary(min_size=1, max_size=99))
    @precondition(lambda self: self._living())
    def bring_a_paper(self, who: int, content: bytes) -> None:
        owner, new = self._owner(who), NewFile(content, "image/png")
        if len(owner.papers) < LIMITS.files:
            self.store.attach(owner.key, new)
            owner.papers[new.id] = content

    @rule(who=which)
    @precondition(lambda self: any(owner.papers for owner in self._living()))
    def take_a_paper_away(self, who: int) -> None:
        owner = self._owner(who)
        if owner.papers:
            assert self.store.detach(owner.key, owner.papers.popitem()[0])

    @rule(
        who=which,
        page=some.sampled_from(["page-one-1", "page-two-2"]),
        text=some.text(max_size=9),
        gone=some.booleans(),
    )
    @precondition(lambda self: self._living())
    def leave_typed_text(self, who: int, page: str, text: str, *, gone: bool) -> None:
        owner = self._owner(who)
        if gone:
            assert self.store.take_up(owner.key, [page]) == (owner.typed.pop(page, None) is not None)
        else:
            self.store.leave(owner.key, Typed(page, "field", text))
            owner.typed[page] = text

    @rule(who=which, minutes=some.integers(0, 15))
    @precondition(lambda self: self._living())
    def carry_over(self, who: int, minutes: int) -> None:
        owner = self._owner(who)
        code = self.store.lend(owner.key, Consent(given=True)).code
        self.hands.forward(seconds=60 * minutes)
        if minutes < 10 and self.hands.at < owner.ends:
            assert self.store.collect(Attempt(code=code)).key == owner.key
        with pytest.raises(CodeUnusableError):
            self.store.collect(Attempt(code=code))

    @rule(hours=some.sampled_from([1, 5, 13, 23]), days=some.sampled_from([0, 0, 1, 20, 45]))
    def time_passes(self, hours: int, days: int) -> None:
        for _day in range(days):
            self.hands.forward(days=1)
            self.store.sweep()
        self.hands.forward(hours=hours)
        for owner in self._living():
            owner.live = self.hands.at < owner.ends

    @rule(who=which)
    @precondition(lambda self: len(self._living()) > 1)
    def erase(self, who: int) -> None:
        owner = self._owner(who)
        assert self.store.erase(owner.key).rows["workbooks"] == 1
        owner.live = False
        self._begin()

    @invariant()
    def every_key_opens_what_it_should(self) -> None:
        COUNTS["steps"] += 1
        for owner in self.owners:
            if not owner.live:
                with pytest.raises(UnknownDraftError):
                    self.store.open(owner.key)
            else:
                self._compare(owner)
            for link in owner.links:
                for ticket, at in link.tickets:
                    self._look(owner, link, ticket, at)

    def _compare(self, owner: Owner) -> None:
        draft = self.store.open(owner.key)
        self._used(owner)
        COUNTS["openings compared"] += 1
        kept = {name: text.data for name, text in draft.sections.items() if name in SECTIONS}
        assert kept == {name: texts[-1] for name, texts in owner.sections.items()}
        lost = [self.store.earlier(owner.key, one.id) for one in self.store.history(owner.key) if one.conflict]
        assert sorted(lost) == sorted(owner.lost) or self.hands.at > Hands().at + LIMITS.conflict_life
        assert {one.id: one.words for one in self.store.comments(owner.key)} == owner.said
        assert {one.id for one in self.store.files(owner.key)} == set(owner.papers)
        assert {one.page: one.text for one in self.store.pending(owner.key)} == owner.typed

    def _look(self, owner: Owner, link: Link, ticket: Ticket, at: int) -> None:
        COUNTS["tickets tried"] += 1
        if self._opens(owner, link) and self.hands.at < at + 12 * 3600:
            shown = self.store.open(ticket).sections
            assert {name: text.data for name, text in shown.items()} == {
                "case": b"{}",
                "person": owner.sections["person"][-1],
                "debts": owner.sections["debts"][-1],
            }
        else:
            with pytest.raises(LinkUnusableError):
                self.store.open(ticket)


@torture.PATIENT
def test_any_history_leaves_the_store_as_the_dictionary_says(record_property: Callable[[str, object], None]) -> None:
    COUNTS.clear()
    chosen = settings(
        max_examples=torture.HISTORIES,
        stateful_step_count=torture.ACTIONS,
        deadline=None,
        derandomize=torture.FACTOR == 1,  # the same short run for everybody; a longer one looks further
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Histories, settings=chosen)
    record_property(torture.TRIED, COUNTS["steps"])
    record_property(torture.COUNTED, f"F12 {torture.HISTORIES} histories: {dict(COUNTS)}")
