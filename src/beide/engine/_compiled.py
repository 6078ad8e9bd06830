"""From an expression to SQL, worked out once for all expressions that are built alike.

Turning an expression into SQL takes longer than the answer itself when a log is small. What differs
between two logs with the same columns is only the names of their tables.
"""

import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

from ibis.common.graph import Node
from ibis.expr.operations import DatabaseTable, PhysicalTable

from beide.engine._protocol import Table

_MOST = 1_000
"""How many compiled expressions are kept; the one that was not used for longest goes first."""

_MARK = secrets.token_hex(8)
"""Stands for a table in SQL that is kept; no name in a log can be taken for it."""

_SLOT = re.compile(rf"{_MARK}_(\d+)_")
_kept: OrderedDict[Hashable, str] = OrderedDict()
_lock = threading.Lock()


def compiled(backend: Any, expression: Table) -> str | None:
    """Return an expression over tables of an Ibis backend as SQL.

    ``None`` when it holds a table in memory: the name of such a table belongs to its contents.
    """
    shape = _Shape(expression.op())
    if not shape.lasting:
        return None
    key = (backend.name, tuple(shape.nodes))
    sql = _found(key)
    if sql is None:
        sql = _without_names(str(backend.compile(expression)), shape.tables)
        _keep(key, sql)
    return _SLOT.sub(lambda slot: shape.tables[int(slot[1])], sql)


def _found(key: Hashable) -> str | None:
    with _lock:
        sql = _kept.get(key)
        if sql is not None:
            _kept.move_to_end(key)
        return sql


def _keep(key: Hashable, sql: str) -> None:
    with _lock:
        _kept[key] = sql
        while len(_kept) > _MOST:
            _kept.popitem(last=False)


def _without_names(sql: str, tables: list[str]) -> str:
    """Return SQL with a numbered mark in the place of each table's name."""
    for number, name in enumerate(tables):
        for quote in ('"', "`"):
            sql = sql.replace(f"{quote}{name}{quote}", f"{quote}{_MARK}_{number}_{quote}")
    return sql


class _Shape:
    """How an expression is built: its nodes, each with what it is made of, by their number.

    Two expressions with equal nodes become the same SQL, but for the names in ``tables``.
    """

    def __init__(self, root: Node) -> None:
        self.nodes: list[Hashable] = []
        self.tables: list[str] = []
        self.lasting = True
        self._numbers: dict[int, int] = {}
        waiting = [root]
        # Not by recursion: the clock of a place is a chain of hundreds of nodes.
        while waiting:
            node = waiting[-1]
            below = [each for each in node.__children__ if id(each) not in self._numbers]
            waiting.extend(below)
            if not below:
                self._add(waiting.pop())

    def _add(self, node: Any) -> None:
        if id(node) in self._numbers:
            return
        told = self._table(node) if isinstance(node, PhysicalTable) else self._told(node.args)
        self._numbers[id(node)] = len(self.nodes)
        self.nodes.append((type(node), told))

    def _table(self, node: Any) -> Hashable:
        self.lasting = self.lasting and isinstance(node, DatabaseTable)
        if node.name not in self.tables:
            self.tables.append(node.name)
        return self.tables.index(node.name), node.schema

    def _told(self, argument: Any) -> Hashable:
        if isinstance(argument, Node):
            return Node, self._numbers[id(argument)]
        if isinstance(argument, tuple):
            return tuple(map(self._told, argument))
        if isinstance(argument, dict):
            return tuple((name, self._told(each)) for name, each in argument.items())
        # With its type: 1, 1.0 and True are equal in Python and not in SQL.
        return type(argument), argument
