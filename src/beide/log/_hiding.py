"""Which groups of a total are too small to show."""

from collections.abc import Mapping
from typing import TypeVar

from beide.errors import WrongOption

MINIMUM = 5
"""Fewer cases than this are not shown apart."""

Group = TypeVar("Group")


def check_minimum(minimum: int) -> None:
    """Raise ``WrongOption`` when groups smaller than ``MINIMUM`` would be shown."""
    if minimum < MINIMUM:
        raise WrongOption(
            option="minimum",
            value=minimum,
            expected_nl=f"{MINIMUM} of meer",
            expected_en=f"{MINIMUM} or more",
        )


def hidden(cases: Mapping[Group, int], minimum: int) -> frozenset[Group]:
    """Return which groups to hide, so that the total gives none of them away.

    A group with fewer than ``minimum`` cases is hidden. What is hidden can be worked out together,
    by subtracting what is shown from the total; so when that is one group only, or fewer than
    ``minimum`` cases, the next smallest group is hidden too, and so on. Groups without cases hide
    nothing and are never counted.

    >>> sorted(hidden({"a": 3, "b": 9, "c": 40}, 5))
    ['a', 'b']
    """
    filled = {group: count for group, count in cases.items() if count > 0}
    smallest_first = sorted(filled, key=lambda group: filled[group])
    chosen = [group for group in smallest_first if filled[group] < minimum]
    if not chosen:
        return frozenset()
    for group in smallest_first[len(chosen) :]:
        if len(chosen) > 1 and sum(filled[each] for each in chosen) >= minimum:
            break
        chosen.append(group)
    return frozenset(chosen)
