"""Everything that the library's doors offer says what it does."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

DOORS = [
    "text",
    "errors",
    "checks",
    "change",
    "engine",
    "log",
    "log.privacy",
    "discover",
    "room",
    "reflect",
    "effect",
    "demo",
]


def offered(door: str) -> Iterator[tuple[str, Any]]:
    """Yield what a room offers: its functions, its classes and their public methods."""
    module = import_module(f"beide.{door}")
    names = getattr(module, "__all__", None) or [n for n in vars(module) if n[0] != "_"]
    for name in names:
        thing = getattr(module, name)
        if not getattr(thing, "__module__", "").startswith("beide"):
            continue
        if inspect.isfunction(thing):
            yield f"{door}.{name}", thing
        elif inspect.isclass(thing):
            yield f"{door}.{name}", thing
            yield from methods(f"{door}.{name}", thing)


def methods(where: str, cls: type) -> Iterator[tuple[str, Any]]:
    for name, member in vars(cls).items():
        function = member.fget if isinstance(member, property) else member
        function = getattr(function, "__func__", function)
        if name[0] != "_" and inspect.isfunction(function):
            yield f"{where}.{name}", function


@pytest.mark.parametrize("door", DOORS)
def test_what_is_offered_has_a_docstring(door: str) -> None:
    things = dict(offered(door))
    assert things
    assert [name for name, thing in things.items() if not thing.__doc__] == []
