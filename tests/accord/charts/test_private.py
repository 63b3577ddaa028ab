"""Private pictures: what they hold, and that no paper for a bank can be given one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast, get_args

from accord.bank.area import Area, Parties, area
from accord.bank.grid import Axes, of_household
from accord.bank.seat import seat
from accord.bank.view import BankView
from accord.budget.stress import Household, Run, Stress, survival
from accord.case import Ask
from accord.charts.private import (
    MapPicture,
    OfferDot,
    PrivatePicture,
    RibbonPicture,
    SeatPicture,
    agreement_map,
    bank_seat,
    keeping_ribbon,
)
from accord.charts.records import Chart, OpenChart
from accord.documents.drawing import draw_chart
from accord.documents.sheet import Sheet
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options import plan
from tests.accord.options.invented_debts import ON, card
from tests.house.tree import ROOT, imported

PRIVATE_ROOMS = ("accord.charts.private", "accord.bank", "accord.rehearsal", "accord.budget.promise")
DRAWN = survival(Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(paths=400, seed=6))
PARTIES = Parties(
    owed=4_320_000, waivable=720_000, affordable=140_000, cash=400_000, other_way=1.4e6, other_way_at_best=2.5e6
)
AXES = Axes(terms=tuple(range(12, 61, 6)), waived=(0, 360_000), first_payments=(0, 400_000))


def _area(parties: Parties = PARTIES) -> Area:
    return area(parties, AXES, of_household(DRAWN, months=60, most=1_500_000, other_break=0.008), BankView())


def kinds(of: type[PrivatePicture] = PrivatePicture) -> set[type[PrivatePicture]]:
    """Return every private picture there is, one added later included."""
    found = {of}
    for kind in of.__subclasses__():
        found |= kinds(kind)
    return found


def the_seat() -> SeatPicture:
    debt = card(overdue_since=date(2026, 5, 5))
    found = seat(plan("personalised_instalment", debt, Ask(debt_id="debt-1", months=48), ON), debt, ON)
    assert found is not None
    return bank_seat(found)


def test_no_private_picture_is_an_open_chart() -> None:
    assert {SeatPicture, MapPicture, RibbonPicture} < kinds()
    for kind in kinds():
        assert not issubclass(kind, Chart)
        assert kind not in get_args(OpenChart)


def test_a_private_picture_given_to_a_paper_all_the_same_leaves_no_mark() -> None:
    for picture in (the_seat(), agreement_map(_area()), keeping_ribbon(DRAWN, [1_000.0] * 12)):
        sheet = Sheet()

        draw_chart(sheet, cast("Any", picture))

        assert sheet.pages == [[]]


def test_no_paper_knows_of_anything_private() -> None:
    for path in (ROOT / "accord" / "documents").rglob("*.py"):
        assert not {name for name in imported(path) if name.startswith(PRIVATE_ROOMS)}, path


def test_the_seat_shows_five_ranges_and_the_books_apart() -> None:
    debt = card(overdue_since=date(2026, 5, 5))
    made = plan("personalised_instalment", debt, Ask(debt_id="debt-1", months=48, annual_rate=Decimal(0)), ON)
    found = seat(made, debt, ON)
    assert found is not None

    with speaking(ENGLISH):
        picture = bank_seat(found)

    assert [bar.is_plan for bar in picture.bars] == [True, True, False, False, False]
    assert all(bar.low < bar.middle < bar.high for bar in picture.bars)
    assert picture.books_loss is not None
    assert picture.books_loss > 0
    assert len(picture.table.rows) == 5
    assert picture.why_not


def test_the_map_shows_each_area_and_every_offer_made() -> None:
    picture = agreement_map(_area(), [OfferDot(48, 900.0, "mine")])

    assert {cell.zone for cell in picture.cells} >= {"both", "banks"}
    assert all(cell.low < cell.high for cell in picture.cells)
    assert picture.dots[0].label == "mine"
    assert picture.openings == ()
    assert picture.table.rows


def test_my_area_is_bounded_by_the_ceiling_and_by_what_is_kept() -> None:
    picture = agreement_map(_area())

    assert picture.ceiling == 1_400
    assert [months for months, _amount in picture.kept] == list(AXES.terms)
    assert all(later <= earlier for (_m, earlier), (_n, later) in pairwise(picture.kept))


def test_a_firm_cell_is_worth_more_than_the_bank_s_best_day_elsewhere() -> None:
    easy = agreement_map(_area(replace(PARTIES, other_way_at_best=1.4e6)))
    hard = agreement_map(_area(replace(PARTIES, other_way_at_best=9e9)))

    assert sum(cell.firm for cell in easy.cells) > sum(cell.firm for cell in hard.cells) == 0


def test_an_empty_map_says_what_opens_it() -> None:
    with speaking(CHINESE):
        picture = agreement_map(_area(replace(PARTIES, affordable=20_000)))

    assert "both" not in {cell.zone for cell in picture.cells}
    assert picture.openings
    assert picture.sentence.startswith(picture.openings[0])


def test_the_ribbon_falls_and_keeps_within_its_interval() -> None:
    picture = keeping_ribbon(DRAWN, [1_000.0] * 30)

    assert list(picture.shares) == sorted(picture.shares, reverse=True)
    assert all(
        low <= share <= high for low, share, high in zip(picture.lows, picture.shares, picture.highs, strict=True)
    )
    assert [row[0] for row in picture.table.rows] == ["12", "24", "30"]
    assert picture.sentence == keeping_ribbon(DRAWN, [1_000.0] * 30, "and more").sentence.removesuffix(" and more")
    assert picture.threshold == 0.8
