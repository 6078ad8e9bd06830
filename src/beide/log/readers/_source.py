"""What every reader hands over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from beide.log._model import Columns
from beide.text import Text

Told: TypeAlias = Callable[[float], None]
"""Told of the share of the file that has been read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as it was read: text columns and the column ``row`` (from 0, in the file's order).

    Columns have neutral names in the parts, because an engine may hold ``Role`` and ``role`` to be
    one name; ``fields`` maps the file's names to them.

    Attributes
    ----------
    name
        The file's name, without its folder.
    kind
        ``xes``, ``csv``, ``xlsx`` or ``parquet``.
    fields
        From a column's name in the file to its name in the parts.
    parts
        The Parquet files with the columns.
    columns
        Which column holds what.
    attributes
        The other columns to keep, or to look at when ``choose`` is true.
    choose
        Whether attributes that look like an identifier are left out.
    lifecycle
        The column with lifecycle transitions, where there is one.
    hand
        The field with a number for each person within one case, never a name, where known.
    dropped
        Columns that were not even read, with why.
    line
        From a row's number to its place in the file as a person sees it, counted from 1.
    notes
        What the reader itself has to tell.
    encoding, delimiter, sheet
        How a text file was read, or which sheet of a workbook.
    """

    name: str
    kind: str
    fields: Mapping[str, str]
    parts: tuple[Path, ...]
    columns: Columns
    attributes: tuple[str, ...]
    choose: bool
    line: Callable[[int], int]
    lifecycle: str | None = None
    hand: str | None = None
    dropped: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
