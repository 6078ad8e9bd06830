"""Rows of text on their way to Parquet, a batch at a time, with the line each came from."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

_BATCH = 50_000


def write_rows(
    rows: Iterable[tuple[int, Sequence[str | None]]], folder: Path, *, fields: Sequence[str]
) -> list[Path]:
    """Write rows to numbered Parquet files and return those.

    Parameters
    ----------
    rows
        Of each row the line it stands on, counted from 1, and a text or nothing for each field.
    folder
        Where the files are written.
    fields
        The names of the columns beside ``row`` and ``line``.
    """
    import pyarrow as pa
    from pyarrow import parquet

    parts: list[Path] = []
    waiting, written = iter(rows), 0
    while batch := list(islice(waiting, _BATCH)):
        arrays = {
            "row": pa.array(range(written, written + len(batch)), pa.int64()),
            "line": pa.array([line for line, _ in batch], pa.int64()),
        }
        for place, name in enumerate(fields):
            arrays[name] = pa.array([values[place] for _, values in batch], pa.string())
        part = folder / f"part-{len(parts):05}.parquet"
        parquet.write_table(pa.table(arrays), part, compression="lz4")
        parts.append(part)
        written += len(batch)
    return parts


def line_of(parts: Sequence[Path], row: int) -> int:
    """Return the line of the file that a row came from."""
    from pyarrow import parquet

    for part in parts:
        table = parquet.read_table(part, columns=["row", "line"])
        first = table["row"][0].as_py()
        if first <= row < first + len(table):
            return int(table["line"][row - first].as_py())
    return row + 1
