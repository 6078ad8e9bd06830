"""Which engine is used when nobody says so."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beide.engine._protocol import Engine

_of_this_thread = threading.local()


def default() -> Engine:
    """Return this thread's engine, made when first asked for.

    Returns
    -------
    Engine
        What ``BEIDE_ENGINE`` names: a Spark cluster, such as ``spark://host:7077``; left out,
        DuckDB in this process. Its memory and threads follow ``BEIDE_ENGINE_MEMORY`` (such as
        ``2GB``) and ``BEIDE_ENGINE_THREADS`` where those are set.
    """
    if not hasattr(_of_this_thread, "engine"):
        _of_this_thread.engine = _asked_for(os.environ.get("BEIDE_ENGINE", ""))
    engine: Engine = _of_this_thread.engine
    return engine


def _asked_for(master: str) -> Engine:
    if master in {"", "duckdb"}:
        from beide.engine._duckdb import DuckDBEngine

        return DuckDBEngine()
    from beide.engine._spark import SparkEngine

    return SparkEngine(master)


def spark(master: str, *, files: str | None = None, local: str | Path | None = None) -> Engine:
    """Return an engine on a Spark cluster.

    Parameters
    ----------
    master
        Where the cluster is: ``spark://host:7077``, ``yarn``, ``k8s://...``, or ``local[2]`` for
        two cores of this machine.
    files, local
        Where the cluster finds what is in the folder ``local`` of this machine, such as
        ``s3a://bucket/logs``; left out, it finds it under the same path.

    Raises
    ------
    MissingPackage
        When Beide was installed without ``beide[spark]``.
    EngineFailure
        When the cluster cannot be reached.
    """
    from beide.engine._spark import SparkEngine

    return SparkEngine(master, files=files, local=local)


@contextmanager
def using(engine: Engine) -> Iterator[Engine]:
    """Let this thread compute with ``engine`` for a while, whatever the setting says."""
    before = getattr(_of_this_thread, "engine", None)
    _of_this_thread.engine = engine
    try:
        yield engine
    finally:
        del _of_this_thread.engine
        if before is not None:
            _of_this_thread.engine = before


@contextmanager
def temporary(folder: Path) -> Iterator[Engine]:
    """Give an engine of its own to one piece of work, and close it afterwards.

    Parameters
    ----------
    folder
        Where what does not fit in memory may be kept meanwhile.
    """
    from beide.engine._duckdb import DuckDBEngine

    engine = DuckDBEngine(spill=folder)
    try:
        yield engine
    finally:
        engine.close()
