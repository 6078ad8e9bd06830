"""Small files and small functions: the budgets of the house."""

import ast
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]


def sources() -> list[Path]:
    """Return Beide's own Python files, without what Django generated."""
    found = (ROOT / "src" / "beide").rglob("*.py")
    return [path for path in found if "migrations" not in path.parts and path.stat().st_size > 1]


def file_lengths() -> dict[str, int]:
    return {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in sources()}


def function_lengths() -> dict[str, int]:
    """Return the lines of every function, from its name to its end, docstring left out."""
    lengths = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                lengths[name] = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring(node)
    return lengths


def docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_half_the_files_are_under_120_lines_and_none_over_500() -> None:
    lengths = file_lengths()
    assert median(lengths.values()) < 120
    assert {name: lines for name, lines in lengths.items() if lines > 500} == {}


def test_hardly_any_file_is_over_350_lines() -> None:
    assert quantiles(file_lengths().values(), n=20)[-1] <= 350


def test_half_the_functions_are_under_10_lines_and_hardly_any_over_45() -> None:
    lengths = function_lengths()
    assert median(lengths.values()) <= 10
    assert quantiles(lengths.values(), n=20)[-1] <= 45
    assert {name: lines for name, lines in lengths.items() if lines > 80} == {}
