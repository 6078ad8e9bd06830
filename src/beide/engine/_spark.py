"""A Spark cluster: for logs that one machine should not carry. The only module that names Spark."""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beide.engine._compiled import compiled
from beide.engine._java import find_java
from beide.engine._protocol import Row, Table
from beide.errors import EngineFailure, MissingPackage

if TYPE_CHECKING:
    from beide.engine._duckdb import DuckDBEngine

_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}


class SparkEngine:
    """Computes questions with Apache Spark.

    A source is still read by one machine, because its rows must keep their order; what is asked of
    the normalised log afterwards runs on the cluster.

    Parameters
    ----------
    master
        Where the cluster is: ``spark://host:7077``, ``yarn``, ``k8s://...``, or ``local[2]`` for
        two cores of this machine.
    files
        Where the cluster finds what is under ``local`` on this machine, such as
        ``s3a://bucket/logs``; default the same path, as on a shared folder.
    local
        The folder of logs on this machine that ``files`` stands for.

    Raises
    ------
    MissingPackage
        When Beide was installed without ``beide[spark]``.
    EngineFailure
        When Spark cannot be started or reached.
    """

    def __init__(
        self, master: str, *, files: str | None = None, local: str | Path | None = None
    ) -> None:
        self._session = _session(master)
        self._backend = self._connect()
        self._files = files or os.environ.get("BEIDE_SPARK_FILES")
        self._local = Path(local or os.environ.get("BEIDE_SPARK_LOCAL") or "/").resolve()

    def _connect(self) -> Any:
        import ibis

        with _explained():
            return ibis.pyspark.connect(self._session)

    @cached_property
    def _reader(self) -> "DuckDBEngine":
        from beide.engine._duckdb import DuckDBEngine

        return DuckDBEngine()

    def read_parquet(self, paths: Sequence[Path]) -> Table:
        """Return one table over Parquet files; columns are matched by name."""
        files = self._files_at(paths)
        name = "parquet_" + hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
        with _explained():
            self._frame(files).createOrReplaceTempView(name)
            return self._backend.table(name)

    def _files_at(self, paths: Sequence[Path]) -> list[str]:
        return [_no_pattern(self._address(path)) for path in paths]

    def _frame(self, files: Sequence[str]) -> Any:
        return self._session.read.option("mergeSchema", "true").parquet(*files)

    @contextmanager
    def holding(self, path: Path) -> Iterator[None]:
        """Keep a Parquet file in the cluster's memory for a while, from the first question on."""
        with _explained():
            frame = self._frame(self._files_at([path])).cache()
        try:
            yield
        finally:
            frame.unpersist()

    def _address(self, path: Path) -> str:
        """Return where the cluster finds a file of this machine."""
        whole = path.resolve()
        if self._files and whole.is_relative_to(self._local):
            return f"{self._files.rstrip('/')}/{whole.relative_to(self._local).as_posix()}"
        return str(whole)

    def text_to_parquet(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int], delimiter: str
    ) -> None:
        """Copy columns of a delimited file with a header to Parquet, on this machine."""
        self._reader.text_to_parquet(
            source, target, columns=columns, keep=keep, delimiter=delimiter
        )

    def parquet_to_text(
        self, source: Path, target: Path, *, columns: int, keep: Sequence[int]
    ) -> None:
        """Copy columns of a Parquet file, all as text, to Parquet, on this machine."""
        self._reader.parquet_to_text(source, target, columns=columns, keep=keep)

    def write_parquet(self, expression: Table, target: Path) -> None:
        """Compute an expression into one Parquet file, in the order the expression asks for."""
        from pyarrow import parquet

        parquet.write_table(self._computed(expression), target, compression="zstd")

    def rows(self, expression: Table) -> list[Row]:
        """Compute an expression that has few rows."""
        found: list[Row] = self._computed(expression).to_pylist()
        return found

    def values(self, expression: Table, column: str) -> list[Any]:
        """Compute one column of an expression, in the expression's order."""
        found: list[Any] = self._computed(expression.select(column))[column].to_pylist()
        return found

    def _computed(self, expression: Table) -> Any:
        with _explained(), self._small_tables(expression):
            sql = compiled(self._backend, expression) or self._backend.compile(expression)
            return self._session.sql(sql).toArrow()

    @contextmanager
    def _small_tables(self, expression: Table) -> Iterator[None]:
        """Bring the tables that an expression holds itself, such as a calendar's days."""
        from ibis.expr.operations import InMemoryTable

        held = list(expression.op().find(InMemoryTable))
        for each in held:
            frame = self._session.createDataFrame(each.data.to_pyarrow(each.schema))
            frame.createOrReplaceTempView(each.name)
        try:
            yield
        finally:
            for each in held:
                self._session.catalog.dropTempView(each.name)

    def close(self) -> None:
        """Let the cluster go, and with it every other engine on it in this process."""
        self._session.stop()


def _session(master: str) -> Any:
    find_java()
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingPackage(package="pyspark", extra="spark") from error
    builder = SparkSession.builder.master(master).appName("beide")
    for name, value in {**_SETTINGS, **_given()}.items():
        builder = builder.config(name, value)
    with _explained():
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
    return session


def _given() -> dict[str, str]:
    """Return what the host set: ``BEIDE_SPARK_CONF="spark.executor.memory=4g spark.x=y"``."""
    pairs = os.environ.get("BEIDE_SPARK_CONF", "").split()
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what Spark says into an error that Beide can tell."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise EngineFailure(detail=str(error).partition("\n")[0]) from error


def _no_pattern(address: str) -> str:
    """Return an address in which Spark sees no wildcards."""
    return re.sub(r"([*?\[\]{}\\])", r"\\\1", address)
