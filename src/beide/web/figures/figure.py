"""A figure: a title, a description for who cannot see it, a Vega-Lite specification and a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """The same data as the figure, to read."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a page, a notebook and a report show alike.

    ``spec`` is Vega-Lite as JSON; Altair writes it (``chart.to_dict()``).
    """

    name: str
    title: str
    description: str
    spec: dict[str, Any] = field(repr=False)
    table: Table = field(repr=False)
