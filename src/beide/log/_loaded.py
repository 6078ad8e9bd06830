"""A log in memory, for as long as many questions are asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from beide.log._model import Log


@contextmanager
def loaded(log: Log) -> Iterator[Log]:
    """Keep a log in memory while many questions are asked of it.

    Without this, each question reads what it needs from disk, which is right for a single question
    and for a log that is larger than memory. The answers are the same ones.

    Parameters
    ----------
    log
        A normalised log, of which the events and cases fit in memory: about 60 bytes for each event
        and as many for each attribute of text.

    Yields
    ------
    Log
        The same log.

    Raises
    ------
    EngineFailure
        When it does not fit, or is not there.
    """
    from beide import engine

    here = engine.default()
    with here.holding(log.file("events")), here.holding(log.file("cases")):
        yield log
