"""Reading a list of cases back, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list. ``week`` is the Monday of the week in which it began, where it may be told.

    ``lead`` is in seconds and ``good`` tells whether the promise was kept; both are ``None`` for a
    case that counts in no result, for the reason in ``open``.
    """

    place: int
    case: int
    code: str
    week: date | None
    lead: int | None
    steps: int
    good: bool | None
    open: str | None


def page_of(file: Path, *, start: int, count: int) -> list[CaseRow]:
    """Return some rows of a list."""
    from pyarrow import parquet

    inside = [("place", ">=", start), ("place", "<", start + count)]
    return [CaseRow(**row) for row in parquet.read_table(file, filters=inside).to_pylist()]


def with_code(file: Path, code: str) -> CaseRow | None:
    """Return the case with this code, when it is in the list."""
    from pyarrow import parquet

    found: list[dict[str, Any]] = parquet.read_table(
        file, filters=[("code", "==", code)]
    ).to_pylist()
    return CaseRow(**found[0]) if found else None


def every_row(file: Path) -> Iterator[CaseRow]:
    """Yield a whole list, without holding it in memory."""
    from pyarrow import parquet

    for batch in parquet.ParquetFile(file).iter_batches():
        yield from (CaseRow(**row) for row in batch.to_pylist())
