"""Every public function of the library says what it does."""

import ast
from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "src" / "beide"
ROOMS = ["change", "engine", "log", "demo", "cli"]


def public_functions() -> dict[str, bool]:
    """Return every public function and method of the library, and whether it has a docstring."""
    rooms = (file for room in ROOMS for file in (LIBRARY / room).rglob("*.py"))
    files = [
        f for f in (*LIBRARY.glob("*.py"), *rooms) if f.name[0] != "_" or f.name == "__init__.py"
    ]
    return {
        f"{path.relative_to(LIBRARY)}:{node.lineno} {node.name}": bool(ast.get_docstring(node))
        for path in files
        for node in public_nodes(ast.parse(path.read_text("utf-8")))
    }


def public_nodes(tree: ast.Module) -> list[ast.FunctionDef]:
    holders: list[ast.Module | ast.ClassDef] = [tree]
    holders += [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name[0] != "_"]
    return [
        node
        for holder in holders
        for node in holder.body
        if isinstance(node, ast.FunctionDef) and node.name[0] != "_"
    ]


def test_public_functions_have_docstrings() -> None:
    functions = public_functions()
    assert len(functions) > 30
    assert [name for name, documented in functions.items() if not documented] == []
