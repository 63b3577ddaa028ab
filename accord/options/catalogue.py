"""All ways to repay, listed once, in the order they are offered. A new one is a file beside this and a line here."""

from __future__ import annotations

from accord.options import (
    balloon,
    combined,
    equal_principal,
    interest_only,
    keep_paying,
    longer_term,
    minimum_payment,
    payment_holiday,
    personalised_instalment,
    rate_cut,
    refinancing,
    repricing,
    settlement,
    step_up,
    token_payment,
    waiver,
)
from accord.options.base import Option

OPTIONS: tuple[Option, ...] = (
    keep_paying.OPTION,
    minimum_payment.OPTION,
    payment_holiday.OPTION,
    longer_term.OPTION,
    interest_only.OPTION,
    equal_principal.OPTION,
    rate_cut.OPTION,
    personalised_instalment.OPTION,
    waiver.OPTION,
    settlement.OPTION,
    step_up.OPTION,
    combined.OPTION,
    token_payment.OPTION,
    balloon.OPTION,
    repricing.OPTION,
    refinancing.OPTION,
)

_BY_ID = {option.id: option for option in OPTIONS}


def option(option_id: str) -> Option:
    """Return the option called `option_id`.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[option_id]
