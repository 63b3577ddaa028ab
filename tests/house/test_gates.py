"""The structure keeps its limits: small functions, small modules, everything typed and explained."""

from __future__ import annotations

import pytest

from tests.house import metrics
from tests.house.tree import ROOMS, ROOT, SCRIPTS

GATES = (
    *("func_median<=8", "func_p95<=30", "func_max<=60", "func_over_50<=0.01"),
    *("mod_median<=120", "mod_p95<=300", "mod_max<=400"),
    *("branch_p95<=7", "depth_p95<=2", "args_p95<=5"),
    *("doc_public>=1", "doc_module>=1", "typed>=1"),
    *("cycles==0", "junk_drawers==0", "broad_except==0", "prints==0", "todos_kloc==0", "ignores_kloc<=5"),
    *("error_roots==1", "mirrored>=0.9", "test_ratio>=0.8"),
)


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    code = [
        m
        for path in metrics.find_files([ROOT / name for name in (*ROOMS, *SCRIPTS)], metrics.SKIP)
        if (m := metrics.read_module(path))
    ]
    tests = [m for path in metrics.find_files([ROOT / "tests"], metrics.SKIP) if (m := metrics.read_module(path))]
    return metrics.code_figures(code) | metrics.test_figures(code, tests)


@pytest.mark.parametrize("gate", GATES)
def test_the_structure_keeps_its_limit(gate: str, figures: dict[str, float]) -> None:
    assert metrics.broken_gates([gate], figures) == []
