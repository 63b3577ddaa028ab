"""Reference cases: published figures reproduced, and figures that two independent computations agree on.

The files are the project's own, or the one named by GOLDEN_CASES; cases in the same notation need no code. A file
without cases fails, and so does a case of an unknown operation or an answer that lacks something expected.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from tests.accord.golden_operations import OPERATIONS

OWN = tuple(sorted((Path(__file__).parent / "golden").glob("*.json")))
GIVEN = os.environ.get("GOLDEN_CASES")
FILES = (Path(GIVEN),) if GIVEN else OWN
CASES = [case for file in FILES for case in json.loads(file.read_text(encoding="utf-8"))["cases"]]

EXACT = Decimal(0)
RATE = Decimal("1E-8")
RETURN = Decimal("1E-7")
VALUE = Decimal("0.01")
RATES = frozenset({"per_period", "effective_annual", "nominal_annual", "irr_per_period", "eir", "alpha"})
RETURNS = frozenset({"xirr", "eu_apr_with_2pct_upfront", "irr_per_period", "nominal_annual", "effective_annual"})
RATIOS = frozenset(
    {
        "simple_annualised",
        "quoted_nominal",
        "total_ratio",
        "housing_ratio",
        "discount_share",
        "value_per_yuan",
        "npv_loss_percent",
        "survival",
        "max_payment",
        "step",
    }
)
BANK_VALUES = frozenset({"value", "bank_value", "collection", "litigation", "sale", "best_value"})


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reference_case(case: Mapping[str, Any]) -> None:
    answer = OPERATIONS[case["op"]](case["inputs"])

    faults = list(_differences(answer, case["expected"], case.get("tolerance", {}), ""))

    assert not faults, "\n".join(faults)


def test_there_are_reference_cases() -> None:
    assert CASES


def test_every_operation_has_cases_of_our_own() -> None:
    own = [json.loads(file.read_text(encoding="utf-8")) for file in OWN]

    assert {case["op"] for file in own for case in file["cases"]} == set(OPERATIONS)
    assert [file["count"] for file in own] == [len(file["cases"]) for file in own]


FAULTY: list[tuple[object, object, dict[str, str]]] = [
    ({}, {"payment": "1.00"}, {}),
    ({"payment": Decimal("1.01")}, {"payment": "1.00"}, {}),
    ({"payment": None}, {"payment": "1.00"}, {}),
    ({"xirr": Decimal("0.1")}, {"xirr": None}, {}),
    ({"rows": [{"k": 1, "payment": Decimal(1)}]}, {"rows": [{"k": 2, "payment": "1.00"}]}, {}),
    ({"rows": [{"k": 2, "payment": Decimal(1)}]}, {"rows": [{"k": 2, "payment": "1.01"}]}, {}),
    ({"order": ["card"]}, {"order": ["card", "loan"]}, {}),
    ({"year_interest": {"1": Decimal(5)}}, {"year_interest": ["5.01"]}, {}),
    ({"effective_annual": Decimal("0.1000002")}, {"effective_annual": "0.1"}, {}),
    ({"bank_value": Decimal("9.02")}, {"bank_value": "9.00"}, {"bank_value": "0.01"}),
    ({"survival": Decimal("0.53")}, {"survival": "0.5", "four_sigma": "0.02"}, {}),
    ({"status": "paid"}, {"status": "never"}, {}),
    ({"within_limits": True}, {"within_limits": False}, {}),
]


@pytest.mark.parametrize(("found", "expected", "given"), FAULTY)
def test_every_kind_of_fault_is_found(found: object, expected: object, given: dict[str, str]) -> None:
    assert _differences(found, expected, given, "")


def test_written_in_another_way_is_still_the_same() -> None:
    found = {"years": {"1": Decimal(5), "2": Decimal(4)}, "rows": [{"k": 1}, {"k": 2, "fee": Decimal("0E-2")}]}

    for years in (["5.00", "4.00"], {"2": "4.00"}, [{"year": 1, "interest": "5.00"}, {"year": 2}]):
        assert not _differences(found, {"years": years, "rows": [{"k": 2, "fee": "0.00"}]}, {}, "")
    assert not _differences({"paid": Decimal("1.03")}, {"paid": "1.00"}, "0.03", "")


Tolerances = Mapping[str, str] | str
"""By key, or one for all amounts of a case."""


def _differences(found: object, expected: object, given: Tolerances, path: str) -> Sequence[str]:
    """Walk what is expected; what is found besides is ignored."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        missing = [f"{path}.{key} is missing" for key in expected if key not in found]
        pairs = [(found[key], expected[key], f"{path}.{key}") for key in expected if key in found]
        if "four_sigma" in expected:
            missing.remove(f"{path}.four_sigma is missing")
            given = {**(given if isinstance(given, Mapping) else {}), "survival": expected["four_sigma"]}
    elif isinstance(expected, list) and isinstance(found, Mapping):
        return _differences(_listed(found, expected), expected, given, path)
    elif isinstance(expected, list) and isinstance(found, Sequence):
        missing, pairs = _paired(found, expected, path)
    else:
        return [] if _same(found, expected, given, path) else [f"{path}: {found} instead of {expected}"]
    return missing + [fault for left, right, at in pairs for fault in _differences(left, right, given, at)]


def _listed(found: Mapping[str, Any], expected: list[Any]) -> list[Any]:
    """Write what we name by year as a list: of amounts, or of records with their year."""
    if expected and isinstance(expected[0], Mapping):
        return [{"year": int(year), "interest": amount} for year, amount in found.items()]
    return list(found.values())


def _paired(found: Sequence[Any], expected: list[Any], path: str) -> tuple[list[str], list[tuple[Any, Any, str]]]:
    """Pair rows by their number where they have one, else by place."""
    if expected and isinstance(expected[0], Mapping) and "k" in expected[0]:
        rows = {row["k"]: row for row in found}
        found = [rows.get(row["k"], {}) for row in expected]
    if len(found) != len(expected):
        return [f"{path}: {len(found)} entries instead of {len(expected)}"], []
    return [], [(*pair, f"{path}.{place}") for place, pair in enumerate(zip(found, expected, strict=True))]


def _same(found: object, expected: object, given: Tolerances, path: str) -> bool:
    number = _number(expected)
    if number is None or found is None or isinstance(found, bool):
        return (found.isoformat() if isinstance(found, date) else found) == expected
    key = next(part for part in reversed(path.split(".")) if not part.isdigit())
    computed = Decimal(str(found))
    allowed = given.get(key) if isinstance(given, Mapping) else given
    if allowed is not None:
        return abs(computed - number) <= Decimal(allowed)
    if key in RATIOS:
        return abs(computed - number) <= _half_unit(number)
    return abs(computed - number) <= _tolerance(key)


def _tolerance(key: str) -> Decimal:
    if key in RETURNS:
        return RETURN
    if key in RATES:
        return RATE
    return VALUE if key in BANK_VALUES else EXACT


def _half_unit(number: Decimal) -> Decimal:
    """Ratios count as they are written: to half a unit of the last place."""
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
