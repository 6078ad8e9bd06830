"""When work began, where a log only tells when it was done."""

import numpy as np

from beide.room._arrays import Floats

_NEARLY_ALL = 0.995


def people_by_overtaking(ready: Floats, end: Floats) -> int:
    """Return how many people there must be, seen from work that overtakes other work.

    Work is taken up in the order in which it was ready. It can only be done before work that was
    ready earlier when someone else has that in hand; so the places it wins show how many there are.
    """
    place = np.empty(len(ready), dtype=np.int64)
    order = np.lexsort((end, ready))
    place[order] = np.arange(len(ready))
    done = np.empty(len(ready), dtype=np.int64)
    done[np.lexsort((ready, end))] = np.arange(len(ready))
    return 1 + int(np.quantile(np.maximum(place - done, 0), _NEARLY_ALL, method="lower"))


def inferred_starts(ready: Floats, end: Floats, people: int) -> Floats:
    """Return when each piece of work began, if so many people take it up in order.

    The first ones begin at once; each later one when so many fewer than came before it are left.
    Never after its own end.
    """
    order = np.lexsort((end, ready))
    freed = np.concatenate([np.full(people, -np.inf), np.sort(end)])[: len(ready)]
    start = np.empty(len(ready))
    start[order] = np.maximum(ready[order], freed)
    found: Floats = np.minimum(start, end)
    return found
