"""What a bank's other ways out may bring: collectors, a lawsuit, a sale. The court's fee comes from its rule.

Values are expectations under assumptions that the person can change; they are unrounded floats in fen and never a
forecast.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from accord.bank.court_fee import court_fee
from accord.bank.view import check_cost, check_delay, check_discount, discount_factor
from accord.loans.schedule import check_part

WayOut = Literal["collection", "litigation", "sale"]


class Collection(NamedTuple):
    """Outside collectors: part recovered, their share of it, months until the money is there."""

    recovery: float = 0.15
    fee_share: float = 0.30
    delay_months: int = 6


class Litigation(NamedTuple):
    """A lawsuit: part recovered, months until then, lawyers and other costs in fen."""

    recovery: float = 0.35
    delay_months: int = 18
    other_cost: float = 0.0


OUTSIDE_COLLECTORS, LAWSUIT = Collection(), Litigation()


@dataclass(frozen=True, kw_only=True)
class WaysOut:
    """A bank's ways out when no plan is agreed. `sale_price` is the price of a yuan owed, 0 to 1."""

    annual_discount: float = 0.03
    collection: Collection = OUTSIDE_COLLECTORS
    litigation: Litigation = LAWSUIT
    sale_price: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for way in (self.collection, self.litigation):
            check_part(way.recovery, "recovery")
            check_delay(way.delay_months, "delay_months")
        check_part(self.collection.fee_share, "fee_share")
        check_cost(self.litigation.other_cost, "other_cost")
        check_part(self.sale_price, "sale_price")
        check_discount(self.annual_discount)


class Alternatives(NamedTuple):
    """What each way out is worth to the bank, fen; a lawsuit may cost more than it brings."""

    collection: float
    litigation: float
    sale: float

    @property
    def best(self) -> WayOut:
        """The way out worth most."""
        values: dict[WayOut, float] = {
            "collection": self.collection,
            "litigation": self.litigation,
            "sale": self.sale,
        }
        return max(values, key=values.__getitem__)

    @property
    def best_value(self) -> float:
        """What the best way out is worth, fen."""
        return max(self)


def alternatives(claim: int, ways: WaysOut, on: date | None = None) -> Alternatives:
    """Return what a claim (fen) is worth to the bank without a plan.

    In court the summary fee is paid first and comes back in proportion to what is recovered.

    Args:
        claim: fen.
        ways: the bank's ways out.
        on: the day whose scale of fees counts; without it the scale as it is kept.

    Raises:
        TermsError: a claim that is not above zero.
    """
    fee, court = court_fee(claim, halved=True, on=on), ways.litigation
    later = discount_factor(ways.annual_discount, court.delay_months)
    sooner = discount_factor(ways.annual_discount, ways.collection.delay_months)
    return Alternatives(
        collection=claim * ways.collection.recovery * (1 - ways.collection.fee_share) * sooner,
        litigation=(claim + fee) * court.recovery * later - fee - court.other_cost,
        sale=claim * ways.sale_price,
    )
