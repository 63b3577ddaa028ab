"""A session's hold on the kept draft: only what changed is saved, and no tab's text is lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from accord.case import Case
from accord.case.workbook import read_workbook, write_workbook
from accord.days import now
from accord.store import Consent, DownError, FullError, Limits, Store, UnknownDraftError, split
from components.kept import Kept
from tests.components.opened import example
from tests.components.stores import cut_off, opened_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened_store(tmp_path) as found:
        yield found


def named(name: str, case: Case | None = None) -> bytes:
    changed = (case or example()).model_copy(deep=True)
    changed.person.name = name
    return write_workbook(changed)


def begun(store: Store) -> Kept:
    return Kept.create(store, write_workbook(example()), Consent(given=True))


def another_tab(store: Store, first: Kept) -> Kept:
    tab = Kept(first.key)
    tab.open(store)
    return tab


def test_the_end_of_a_draft_is_known_from_the_first_moment(store: Store) -> None:
    first = begun(store)
    tab = another_tab(store, first)

    assert first.until
    assert tab.until
    assert timedelta(0) <= tab.until - first.until <= timedelta(days=1)  # the store counts whole days
    assert first.until <= now() + timedelta(days=90)
    assert tab.unused_days == 0


def test_a_kept_case_comes_back_as_it_was(store: Store) -> None:
    kept = begun(store)

    assert read_workbook(Kept(kept.key).open(store)) == example()
    assert kept.is_known(write_workbook(example()))


def test_only_sections_that_changed_are_saved(store: Store) -> None:
    kept = begun(store)

    kept.save(store, named("王小明"))

    assert {name: text.version for name, text in kept.known.items() if text.version > 1} == {"person": 2}
    assert kept.settled


def test_saving_the_same_again_asks_the_store_for_nothing(store: Store) -> None:
    kept = begun(store)

    with cut_off():
        assert kept.save(store, write_workbook(example())) is None


def test_different_fields_of_two_tabs_come_together(store: Store) -> None:
    kept = begun(store)
    other = another_tab(store, kept)
    other.save(store, named("王小明"))
    mine = example()
    mine.person.phone = "13800000000"

    together = kept.save(store, write_workbook(mine))

    assert together is not None
    person = read_workbook(together).person
    assert (person.name, person.phone) == ("王小明", "13800000000")
    assert read_workbook(another_tab(store, kept).open(store)) == read_workbook(together)
    assert kept.differences == []


def test_the_same_field_of_two_tabs_keeps_both_texts(store: Store) -> None:
    kept = begun(store)
    other = another_tab(store, kept)
    other.save(store, named("那边"))

    together = kept.save(store, named("这边"))

    assert together is not None
    assert read_workbook(together).person.name == "那边"
    (difference,) = kept.differences
    assert (difference.path, difference.clash.mine, difference.clash.stored) == ("person.name", "这边", "那边")
    conflicts = [store.earlier(kept.key, row.id) for row in store.history(kept.key) if row.conflict]
    assert any("这边" in text.decode() for text in conflicts)


def test_another_language_in_another_tab_is_nothing_to_quarrel_about(store: Store) -> None:
    kept = begun(store)
    other = another_tab(store, kept)
    english = example()
    english.language = "en"
    other.save(store, write_workbook(english))
    invented = example()
    invented.sample = True

    kept.save(store, write_workbook(invented))

    assert kept.differences == []


def test_looking_again_brings_in_what_another_tab_changed(store: Store) -> None:
    kept = begun(store)
    another_tab(store, kept).save(store, named("王小明"))
    mine = example()
    mine.position.cause_words = "七月失业"
    kept.look_again()

    together = kept.save(store, write_workbook(mine))

    assert together is not None
    assert read_workbook(together).person.name == "王小明"
    assert read_workbook(another_tab(store, kept).open(store)).position.cause_words == "七月失业"
    assert kept.differences == []


def test_what_was_not_taken_waits_and_is_sent_again(store: Store) -> None:
    kept = begun(store)
    with cut_off(), pytest.raises(DownError):
        kept.save(store, named("王"))
    assert not kept.settled

    assert kept.save(store, named("王小")) is None

    assert kept.settled
    assert read_workbook(another_tab(store, kept).open(store)).person.name == "王小"


def test_a_save_whose_answer_was_lost_makes_no_quarrel_with_oneself(store: Store) -> None:
    kept = begun(store)
    with cut_off(after=True), pytest.raises(DownError):
        kept.save(store, named("王"))

    assert kept.save(store, named("王小明")) is None

    assert kept.differences == []
    assert read_workbook(another_tab(store, kept).open(store)).person.name == "王小明"


def test_what_was_typed_while_the_draft_could_not_be_opened_is_brought_together(store: Store) -> None:
    kept = begun(store)
    late = Kept(kept.key, begun=split(write_workbook(Case())))
    typed = Case()
    typed.person.name = "王小明"
    typed.position.cause_words = "七月失业"

    together = late.save(store, write_workbook(typed))

    assert together is not None
    case = read_workbook(together)
    assert case.debts == example().debts
    assert {difference.path for difference in late.differences} == {"person.name", "position.cause_words"}


def test_a_text_too_large_is_refused_and_a_shorter_one_passes(store: Store) -> None:
    kept = begun(store)
    store.limits = Limits(section_size=500)
    with pytest.raises(FullError):
        kept.save(store, _long())
    store.limits = Limits()

    assert kept.save(store, named("短")) is None
    assert read_workbook(another_tab(store, kept).open(store)).person.name == "短"


def _long() -> bytes:
    case = example()
    case.position.cause_words = "长" * 200
    return write_workbook(case)


def test_an_erased_draft_is_not_brought_back_by_a_tab_left_open(store: Store) -> None:
    kept = begun(store)
    store.erase(kept.key)

    with pytest.raises(UnknownDraftError):
        kept.save(store, named("王小明"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=some.lists(some.tuples(some.integers(0, 1), some.sampled_from("甲乙丙丁")), min_size=1, max_size=8))
def test_every_acknowledged_text_is_current_or_in_the_history(store: Store, steps: list[tuple[int, str]]) -> None:
    first = begun(store)
    tabs, cases, said = [first, another_tab(store, first)], [example(), example()], set()
    for tab, name in steps:
        cases[tab].person.name = name
        said.add(name)
        together = tabs[tab].save(store, write_workbook(cases[tab]))
        cases[tab] = read_workbook(together) if together else cases[tab]

    earlier = [store.earlier(first.key, row.id).decode() for row in store.history(first.key, "person")]
    texts = [*earlier, another_tab(store, first).open(store).decode()]

    assert {name for name in said if any(f'"name":"{name}"' in text.replace(" ", "") for text in texts)} == said
