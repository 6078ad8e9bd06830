"""What every engine can do, whatever computes underneath."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

Table: TypeAlias = Any
"""An ``ibis.Table``. Ibis builds its methods at run time, so there is no type to check against."""

Row: TypeAlias = Mapping[str, Any]
"""One row of an answer: column name to Python value."""


class Engine(Protocol):
    """Computes Ibis expressions over Parquet and text files.

    An engine answers the same question in the same way as every other engine: rows keep no order
    unless the expression asks for one, times are UTC in microseconds, text compares by code point.
    """

    def read_parquet(self, paths: Sequence[Path]) -> Table:
        """Return one table over Parquet files, columns matched by name; absent ones are null."""
        ...

    def holding(self, path: Path) -> AbstractContextManager[None]:
        """Keep a Parquet file in memory for a while, so that many questions read it once."""
        ...

    def text_to_parquet(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int], delimiter: str
    ) -> None:
        """Copy columns of a delimited file with a header, all as text, to Parquet.

        The file is UTF-8 with ``columns`` columns; those at the positions ``keep`` are copied as
        ``c0``, ``c1``, ... by their position. The column ``row`` (int64) counts the rows under the
        header from 0. Empty text and ``?`` become null. Raises ``UnreadableFile`` when a row does
        not fit.
        """
        ...

    def parquet_to_text(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int]
    ) -> None:
        """Copy columns of a Parquet file, all as text, to Parquet, without holding it in memory.

        As ``text_to_parquet``: ``columns`` columns of which ``keep`` are copied, ``row`` counts
        from 0, empty text and ``?`` become null. Times are written as in ISO 8601, those of a zone
        in UTC with their offset. Raises ``UnreadableFile`` when the file is damaged.
        """
        ...

    def write_parquet(self, expression: Table, target: Path) -> None:
        """Compute an expression into one Parquet file, in the order the expression asks for."""
        ...

    def rows(self, expression: Table) -> list[Row]:
        """Compute an expression that has few rows."""
        ...

    def values(self, expression: Table, column: str) -> list[Any]:
        """Compute one column of an expression, in the expression's order."""
        ...

    def close(self) -> None:
        """Let go of memory and temporary files."""
        ...
