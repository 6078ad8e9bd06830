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

        target = self._target()
        self.engine.write_parquet(expression, target)
        table = parquet.read_table(target)
        target.unlink()
        return {
            name: table[name].combine_chunks().to_numpy(zero_copy_only=False)
            for name in table.column_names
        }

    def kept(self, columns: dict[str, NDArray[Any]]) -> Table:
        """Return arrays as a table that the engine can join with."""
        import pyarrow as pa
        from pyarrow import parquet

        target = self._target()
        parquet.write_table(pa.table(columns), target)
        return self.engine.read_parquet([target])

    def _target(self) -> Path:
        self.count += 1
        return self.folder / f"{self.count}.parquet"


def codes(values: NDArray[Any]) -> tuple[NDArray[np.int64], list[Any]]:
    """Return a code for each value and the values by their code; null counts as a value, last."""
    known = np.array([value is not None and value == value for value in values.tolist()])
    found: list[Any] = sorted(set(values[known].tolist()), key=str)
    places = {value: place for place, value in enumerate(found)}
    code = np.array([places.get(value, len(found)) for value in values.tolist()], np.int64)
    return code, found if known.all() else [*found, None]
