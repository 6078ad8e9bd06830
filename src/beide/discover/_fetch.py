"""Columns from the engine room as arrays, by way of a file: no Python object for each row."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.engine import Engine, Table


class Fetch:
    """Computes expressions into arrays; what it writes meanwhile stands in ``folder``."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine, self.folder, self.count = engine, folder, 0

    def columns(self, expression: Table) -> dict[str, NDArray[Any]]:
        """Compute an expression; null becomes NaN, NaT or None."""
        from pyarrow import parquet

        self.count += 1
        target = self.folder / f"{self.count}.parquet"
        self.engine.write_parquet(expression, target)
        table = parquet.read_table(target)
        target.unlink()
        return {name: _array(table[name]) for name in table.column_names}

    def kept(self, columns: dict[str, NDArray[Any]]) -> Table:
        """Return arrays as a table that the engine can join with, wherever it computes."""
        import ibis
        import pyarrow as pa

        return ibis.memtable(pa.table(columns))


def _array(column: Any) -> NDArray[Any]:
    """Return a column; a text that occurs often is one object."""
    import pyarrow as pa

    whole = column.combine_chunks()
    if not pa.types.is_string(whole.type):
        return np.asarray(whole.to_numpy(zero_copy_only=False))
    coded = whole.dictionary_encode()
    words = np.array([*coded.dictionary.to_pylist(), None], np.object_)
    return np.asarray(words[coded.indices.fill_null(len(words) - 1).to_numpy()])


def codes(values: NDArray[Any]) -> tuple[NDArray[np.int64], list[Any]]:
    """Return a code for each value and the values by their code; null counts as a value, last."""
    known = np.array([value is not None and value == value for value in values.tolist()])
    found: list[Any] = sorted(set(values[known].tolist()), key=str)
    places = {value: place for place, value in enumerate(found)}
    code = np.array([places.get(value, len(found)) for value in values.tolist()], np.int64)
    return code, found if known.all() else [*found, None]
