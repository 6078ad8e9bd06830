"""Which engine is used when nobody says so."""

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
        DuckDB in this process. Its memory and threads follow ``BEIDE_ENGINE_MEMORY`` (such as
        ``2GB``) and ``BEIDE_ENGINE_THREADS`` where those are set.
    """
    if not hasattr(_of_this_thread, "engine"):
        from beide.engine._duckdb import DuckDBEngine

        _of_this_thread.engine = DuckDBEngine()
    engine: Engine = _of_this_thread.engine
    return engine


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
