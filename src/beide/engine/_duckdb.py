"""DuckDB in this process: no server, and larger than memory. The only module with its SQL."""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import ibis
from ibis.formats.pyarrow import PyArrowData

from beide.engine._compiled import compiled
from beide.engine._protocol import Row, Table
from beide.errors import EngineFailure, UnreadableFile, WrongOption

_MISSING = ("", "?")

_FORM = "FORMAT parquet, COMPRESSION zstd"
"""The first version of Parquet: Spark cannot read how the second one packs numbers."""

_Marks: TypeAlias = tuple[tuple[int, int, int], ...]
"""What tells of each file whether it is still the same one: then its columns are, too."""


class DuckDBEngine:
    """Computes with DuckDB.

    Parameters
    ----------
    memory
        The most memory to use, such as ``"2GB"``; default ``BEIDE_ENGINE_MEMORY``, else what
        DuckDB takes (four fifths of the machine).
    threads
        How many threads; default ``BEIDE_ENGINE_THREADS``, else one for each core.
    spill
        A folder for what does not fit in memory; default DuckDB's own.

    Raises
    ------
    WrongOption
        When the memory or the number of threads cannot be used.
    """

    def __init__(
        self, *, memory: str | None = None, threads: int | None = None, spill: Path | None = None
    ) -> None:
        self._backend = ibis.duckdb.connect()
        self._known: dict[str, tuple[_Marks, Table]] = {}
        self._set("TimeZone", "UTC")
        # DuckDB would draw its bar on standard output, in the middle of an answer in JSON.
        self._set("enable_progress_bar", "false")
        self._set("enable_progress_bar_print", "false")
        self._set_memory(memory or os.environ.get("BEIDE_ENGINE_MEMORY"))
        self._set_threads(os.environ.get("BEIDE_ENGINE_THREADS") if threads is None else threads)
        if spill:
            self._set("temp_directory", str(spill))

    def _set(self, name: str, value: str) -> None:
        self._backend.con.execute(f"SET {name} = {_quoted(value)}")

    def _set_memory(self, memory: str | None) -> None:
        if not memory:
            return
        try:
            self._set("memory_limit", memory)
        except duckdb.Error as error:
            raise WrongOption(
                option="memory",
                value=memory,
                expected_nl="een maat zoals 2GB",
                expected_en="a size such as 2GB",
            ) from error

    def _set_threads(self, threads: int | str | None) -> None:
        if threads is None or threads == "":
            return
        if not str(threads).isdecimal() or int(threads) < 1:
            raise WrongOption(
                option="threads",
                value=threads,
                expected_nl="een heel getal vanaf 1",
                expected_en="a whole number from 1",
            )
        self._set("threads", str(threads))

    def read_parquet(self, paths: Sequence[Path]) -> Table:
        """Return one table over Parquet files; columns are matched by name."""
        files = [_no_pattern(path) for path in paths]
        # One name for one set of files: a server that is asked for years keeps no heap of views.
        name = "parquet_" + hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
        marks = _marks(paths)
        before, known = self._known.get(name, (None, None))
        if marks is None or marks != before:
            with _explained():
                known = self._backend.read_parquet(files, table_name=name, union_by_name=True)
            if marks is not None:
                self._known[name] = marks, known
        return known

    @contextmanager
    def holding(self, path: Path) -> Iterator[None]:
        """Keep a Parquet file in memory for a while, so that many questions read it once.

        The file's name stands for the table meanwhile; a file that changes is read anew.
        """
        name = self.read_parquet([path]).get_name()
        held = f"held_{name}"
        with _explained():
            self._backend.con.execute(f'CREATE OR REPLACE TEMP TABLE "{held}" AS FROM "{name}"')
            self._backend.con.execute(f'CREATE OR REPLACE TEMP VIEW "{name}" AS FROM "{held}"')
        try:
            yield
        finally:
            self._known.pop(name, None)
            self._backend.con.execute(f'DROP VIEW IF EXISTS "{name}"')
            self._backend.con.execute(f'DROP TABLE IF EXISTS "{held}"')

    def text_to_parquet(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int], delimiter: str
    ) -> None:
        """Copy columns of a delimited file with a header, all as text, to Parquet."""
        types = ", ".join(f"c{place}: 'VARCHAR'" for place in range(columns))
        missing = ", ".join(_quoted(text) for text in _MISSING)
        query = f"""
            COPY (
                SELECT row_number() OVER () - 1 AS "row", {", ".join(f"c{place}" for place in keep)}
                FROM read_csv(
                    {_quoted(_no_pattern(source))}, columns = {{{types}}},
                    delim = {_quoted(delimiter)}, quote = '"', escape = '"', header = true,
                    nullstr = [{missing}], auto_detect = false, strict_mode = true,
                    compression = 'none'
                )
            ) TO {_quoted(str(target))} (FORMAT parquet)
        """  # noqa: S608  (what comes from outside is quoted)
        try:
            self._backend.con.execute(query)
        except duckdb.OutOfMemoryException as error:
            target.unlink(missing_ok=True)
            raise EngineFailure(detail=_first_line(error)) from error
        except duckdb.Error as error:
            target.unlink(missing_ok=True)
            raise UnreadableFile(
                file=source.name, reason_nl="de rijen passen niet", reason_en="its rows do not fit"
            ) from error

    def parquet_to_text(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int]
    ) -> None:
        """Copy columns of a Parquet file, all as text, to Parquet."""
        missing = ", ".join(_quoted(text) for text in _MISSING)
        texts = [
            f"CASE WHEN trim(c{at}::VARCHAR) IN ({missing}) THEN NULL ELSE c{at}::VARCHAR END"
            f" AS c{at}"
            for at in keep
        ]
        # Named by position: DuckDB would rename columns that differ in capitals only.
        names = ", ".join([*(f"c{place}" for place in range(columns)), "place"])
        query = f"""
            COPY (
                SELECT place AS "row", {", ".join(texts)}
                FROM read_parquet(
                    {_quoted(_no_pattern(source))}, file_row_number = true,
                    hive_partitioning = false
                ) AS source({names})
            ) TO {_quoted(str(target))} (FORMAT parquet)
        """  # noqa: S608  (what comes from outside is quoted)
        try:
            self._backend.con.execute(query)
        except duckdb.OutOfMemoryException as error:
            target.unlink(missing_ok=True)
            raise EngineFailure(detail=_first_line(error)) from error
        except duckdb.Error as error:
            target.unlink(missing_ok=True)
            raise UnreadableFile(
                file=source.name,
                reason_nl="het bestand is beschadigd of afgebroken; haal het opnieuw op",
                reason_en="the file is damaged or cut off; fetch it again",
            ) from error

    def write_parquet(self, expression: Table, target: Path) -> None:
        """Compute an expression into one Parquet file, in the order the expression asks for."""
        with _explained():
            if sql := compiled(self._backend, expression):
                self._backend.con.execute(f"COPY ({sql}) TO {_quoted(str(target))} ({_FORM})")
            else:
                self._backend.to_parquet(expression, str(target), compression="zstd")

    def rows(self, expression: Table) -> list[Row]:
        """Compute an expression that has few rows."""
        found: list[Row] = self._computed(expression).to_pylist()
        return found

    def values(self, expression: Table, column: str) -> list[Any]:
        """Compute one column of an expression, in the expression's order."""
        found: list[Any] = self._computed(expression.select(column))[column].to_pylist()
        return found

    def _computed(self, expression: Table) -> Any:
        with _explained():
            if not (sql := compiled(self._backend, expression)):
                return self._backend.to_pyarrow(expression)
            found = self._backend.con.sql(sql).to_arrow_table()
            return PyArrowData.convert_table(found, expression.schema())

    def close(self) -> None:
        """Let go of memory and temporary files."""
        self._backend.disconnect()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what DuckDB says into an error that Beide can tell."""
    try:
        yield
    except duckdb.Error as error:
        raise EngineFailure(detail=_first_line(error)) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _marks(paths: Sequence[Path]) -> _Marks | None:
    """Return what tells whether files change; nothing when one is not there."""
    try:
        found = [path.stat() for path in paths]
    except OSError:
        return None
    return tuple((each.st_ino, each.st_mtime_ns, each.st_size) for each in found)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _no_pattern(path: Path) -> str:
    """Return a path in which DuckDB sees no wildcards."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))
