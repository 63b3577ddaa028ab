"""The structure keeps its limits: small functions, small modules, everything typed and explained."""

from __future__ import annotations

from dataclasses import dataclass

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
LONGEST_MODULE = 400


@dataclass(frozen=True)
class Measured:
    """The figures of the tree, and the names behind those that are easier mended by name."""

    figures: dict[str, float]
    behind: dict[str, list[str]]


def _modules(*names: str) -> list[metrics.Module]:
    files = metrics.find_files([ROOT / name for name in names], metrics.SKIP)
    return [module for path in files if (module := metrics.read_module(path))]


def _bare(module: metrics.Module) -> list[str]:
    functions = [f.where for f in module.functions if not f.documented and not f.name.startswith("_")]
    return [*functions, *(f"{module.name}:{name}" for name, documented in module.classes if not documented)]


@pytest.fixture(scope="module")
def measured() -> Measured:
    code, tests = _modules(*ROOMS, *SCRIPTS), _modules("tests")
    named = [module for module in code if module.code and module.path.stem != "__init__"]
    behind = {
        "mirrored": [module.name for module in named if not metrics.is_mirrored(module, tests)],
        "doc_public": [name for module in code for name in _bare(module)],
        "typed": [f.where for module in code for f in module.functions if not f.typed],
        "mod_max": [module.name for module in code if module.lines > LONGEST_MODULE],
    }
    return Measured(metrics.code_figures(code) | metrics.test_figures(code, tests), behind)


@pytest.mark.parametrize("gate", GATES)
def test_the_structure_keeps_its_limit(gate: str, measured: Measured) -> None:
    name = gate.rstrip("0123456789.<>=")

    assert metrics.broken_gates([gate], measured.figures) == [], measured.behind.get(name, "")
