"""Compiled loops, and the threads that share them."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

Loop = TypeVar("Loop", bound=Callable[..., Any])
Part = TypeVar("Part")
Answer = TypeVar("Answer")


def compiled(loop: Loop) -> Loop:
    """Return a loop that is compiled when it is first called, and lets other threads run."""
    from numba import njit

    try:
        return cast("Loop", njit(cache=True, nogil=True)(loop))
    except RuntimeError:  # nowhere to keep what was compiled
        return cast("Loop", njit(nogil=True)(loop))


def shared(work: Callable[[Part], Answer], parts: Sequence[Part]) -> Iterator[Answer]:
    """Give each part's answer in order, whatever thread it came from."""
    if len(parts) < 2:
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(max_workers=threads()) as pool:
        yield from pool.map(work, parts)


def threads() -> int:
    """Return how many threads may run here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
