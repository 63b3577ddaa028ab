"""The parts of a shared workbook: each reads from the case that was opened, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.case import Case
from accord.case.samples import SAMPLES
from accord.store import NewComment, Role, View
from components import link_door
from components.advisor_parts import PARTS
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, words

ROOM = "advisor_view.room()"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        yield found


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_draws_for_every_case(name: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch, example(name)) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        found.hand_over(found.link(Role.LOOK))

        assert not drawn(ROOM, advisor_part=part).exception


@pytest.mark.parametrize("part", PARTS)
def test_every_part_draws_for_an_empty_case(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch, Case()) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        found.hand_over(found.link())

        assert not drawn(ROOM, advisor_part=part).exception


def test_the_chosen_way_to_repay_stands_first(own: Shared) -> None:
    own.hand_over(own.link())

    shown = words(drawn(ROOM, advisor_part="ways"))

    assert "1,305" in shown.replace("\\", "").partition("\n| ")[2][:400]


def test_the_ceiling_is_in_the_chart_only_when_it_was_opened(own: Shared) -> None:
    own.hand_over(own.link())
    assert ":material/lock:" not in words(drawn(ROOM, advisor_part="ways"))

    own.hand_over(own.link(view=View(private_fields=("private.ceiling",))))

    assert ":material/lock:" in words(drawn(ROOM, advisor_part="ways"))


def test_a_part_that_is_none_falls_back_to_the_triage(own: Shared) -> None:
    own.hand_over(own.link(Role.LOOK))

    app = drawn(ROOM, advisor_part="remarks")

    assert app.session_state["advisor_part"] == "glance"
    assert "要点（供顾问先看）" in words(app)


def test_the_gates_are_told_when_they_were_opened(own: Shared) -> None:
    own.hand_over(own.link(view=View(private_fields=("private.gates",))))

    app = drawn(ROOM)

    assert not app.info
    assert "2026年10月30日" in words(app)


def test_without_the_figures_there_are_the_papers_for_the_bank_and_nothing_that_tells_more(own: Shared) -> None:
    own.store.comment(own.key, NewComment("debts", "看看本金", "debts"))
    own.hand_over(own.link(view=View(figures=False)))

    app = drawn(ROOM, advisor_part="answers")

    assert list(app.button_group(key="advisor_part").options) == ["材料", "意见"]
    assert "要点（供顾问先看）" not in words(app)
    assert app.button_group(key="advisor_part").value == "papers"
    assert "看看本金" not in words(drawn(ROOM, advisor_part="remarks"))


def test_without_the_papers_none_is_shown(own: Shared) -> None:
    own.hand_over(own.link(view=View(papers=False)))

    assert "papers" not in drawn(ROOM).button_group(key="advisor_part").options
    assert drawn(ROOM, advisor_part="papers").session_state["advisor_part"] == "glance"


def test_proofs_alone_have_a_part_of_their_own(own: Shared) -> None:
    own.hand_over(own.link(Role.LOOK, view=View(figures=False, papers=False), evidence=True))

    assert "还没有上传证明" in words(drawn(ROOM))


def test_a_link_that_opens_nothing_says_so(own: Shared) -> None:
    own.hand_over(own.link(Role.LOOK, view=View(figures=False, papers=False)))

    app = drawn(ROOM)
    assert "没有通过这个链接开放" in words(app)
    assert example().debts[0].creditor not in words(app)
