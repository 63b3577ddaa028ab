"""The level payment, and what is owed after each: whole numbers throughout, in fen or in smaller units."""

from __future__ import annotations

from itertools import repeat
from math import expm1, log1p
from operator import sub
from typing import NamedTuple

from accord.money import half_up

SURE_BELOW = 10**10
FAR_FROM_A_TIE = 0.01
"""Below 10^10 units a level payment in floats is wrong by less than 10^-4 units, a hundredth of this distance."""


class Monthly(NamedTuple):
    """A rate a month, as an exact fraction."""

    numerator: int
    denominator: int


class Months(NamedTuple):
    """Some months of a level payment, in units: three lists of equal length."""

    interest: list[int]
    principal: list[int]
    balance: list[int]


def level_of(balance: int, months: int, numerator: int, denominator: int) -> int:
    """Return the level payment that clears `balance` in `months` at `numerator / denominator` a month, half-up.

    A = P i (1+i)^n / ((1+i)^n - 1), or P / n without interest. A float decides when it lies far from a tie by more
    than it can be wrong; everything else is worked out in whole numbers.
    """
    if numerator == 0:
        return half_up(balance, months)
    if balance < SURE_BELOW:
        rate = numerator / denominator
        near = balance * rate / -expm1(-months * log1p(rate))
        if abs(near % 1 - 0.5) > FAR_FROM_A_TIE:
            return int(near + 0.5)
    grown = (numerator + denominator) ** months
    return half_up(balance * numerator * grown, denominator * (grown - denominator**months))


def level_months(balance: int, planned: int, months: int, rate: Monthly) -> Months:
    """Return `months` of a level payment: interest half-up, the rest principal, never more than is owed.

    With half-up interest i = (2 B r + d) // (2 d) the next balance is one division:
    B + i - A = (B (2 r + 2 d) + d - 2 d A) // (2 d).
    A balance below nothing stays there, so the last one tells whether any was.
    """
    whole = 2 * rate.denominator
    factor, less = 2 * rate.numerator + whole, rate.denominator - planned * whole
    owed = balance
    after = [owed := (owed * factor + less) // whole for _ in repeat(None, months)]
    if owed >= 0:
        principal = list(map(sub, [balance, *after], after))
        return Months(list(map(sub, repeat(planned), principal)), principal, after)
    owed = balance
    after = [owed := max(0, (owed * factor + less) // whole) for _ in repeat(None, months)]
    before = [balance, *after]
    return Months([interest_on(one, rate) for one in before[:-1]], list(map(sub, before, after)), after)


def interest_on(balance: int, rate: Monthly) -> int:
    """Return a month's interest, half-up."""
    return (2 * balance * rate.numerator + rate.denominator) // (2 * rate.denominator)
