"""Groups of cases that are large enough to show."""

from collections.abc import Mapping, Sequence
from typing import Any

Group = Mapping[str, Any]


def enough(groups: Sequence[Group], *, total: int, minimum: int) -> list[Group]:
    """Return the groups with at least ``minimum`` cases, the largest first.

    What is left out of ``total`` could be worked out by subtracting. So when that is fewer than
    ``minimum`` cases, the next smallest group is left out too, and so on.

    >>> cases = [{"cases": 40}, {"cases": 9}]
    >>> enough(cases, total=52, minimum=5)
    [{'cases': 40}]
    """
    shown = sorted(
        (group for group in groups if group["cases"] >= minimum),
        key=lambda group: -group["cases"],
    )
    while shown and 0 < total - sum(group["cases"] for group in shown) < minimum:
        shown.pop()
    return shown
