"""Events on their way to Parquet, a batch at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from beide.log.readers._ask import check_width
from beide.log.readers._batches import line_of

_BATCH = 50_000


class Spool:
    """Collects events as text and writes them to numbered Parquet files.

    Parameters
    ----------
    folder
        Where the files are written.
    keep
        Whether an attribute of this name may be written at all.
    file
        The source's name, to tell when it has more attributes than any event log has.
    """

    def __init__(self, folder: Path, *, keep: Callable[[str], bool], file: str = "") -> None:
        self.fields: dict[str, str] = {}
        self.left_out: set[str] = set()
        self.lines: list[int] = []
        self.parts: list[Path] = []
        self._folder = folder
        self._keep = keep
        self._file = file
        self._written = 0
        self._events: list[dict[str, str]] = []
        self._traces: list[dict[str, str]] = []

    def add(self, event: dict[str, str], trace: dict[str, str]) -> None:
        """Add one event; its trace may still grow until the next flush."""
        self._events.append(event)
        self._traces.append(trace)

    def flush_when_full(self) -> None:
        """Write when enough has been collected. Call it between traces."""
        if len(self._events) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what has been collected."""
        if not self._events:
            return
        import pyarrow as pa
        from pyarrow import parquet

        count = len(self._events)
        arrays = {
            "row": pa.array(range(self._written, self._written + count), pa.int64()),
            "line": pa.array(self.lines, pa.int64()),
        }
        arrays |= self._columns(self._events)
        traces = list({id(trace): trace for trace in self._traces}.values())
        place = {id(trace): at for at, trace in enumerate(traces)}
        of_event = pa.array([place[id(trace)] for trace in self._traces], pa.int64())
        for field, values in self._columns(traces).items():
            arrays[field] = values.take(of_event)
        part = self._folder / f"part-{len(self.parts):05}.parquet"
        parquet.write_table(pa.table(arrays), part, compression="lz4")
        self.parts.append(part)
        self._written += count
        self._events, self._traces, self.lines = [], [], []

    def _columns(self, rows: list[dict[str, str]]) -> dict[str, Any]:
        """Return the values of some rows by field, as Arrow arrays of text."""
        import pyarrow as pa

        return {
            self.fields[name]: pa.array([row.get(name) for row in rows], pa.string())
            for name in self._names(rows)
        }

    def _names(self, rows: list[dict[str, str]]) -> list[str]:
        """Return which attributes of these rows are written, giving new ones a field."""
        found: dict[str, None] = {}
        for row in rows:
            if not row.keys() <= found.keys():
                found |= dict.fromkeys(row)
        check_width(self._file or self._folder.name, len(self.fields.keys() | found.keys()))
        for name in found:
            if name not in self.fields and name not in self.left_out:
                if self._keep(name):
                    self.fields[name] = f"c{len(self.fields)}"
                else:
                    self.left_out.add(name)
        return [name for name in found if name in self.fields]

    def line(self, row: int) -> int:
        """Return the line of the file on which an event begins."""
        return line_of(self.parts, row)
