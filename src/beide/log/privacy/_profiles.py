"""Roles found from who does what: people who do the same steps in the same measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]

_MOST_ROLES = 12
_MOST_COMPARED = 1500
_APART = 0.25
"""Below this mean silhouette groups are no groups, by the usual reading of that measure."""

_SEEN = 0.1
"""A second step is named when it is at least this share of what a group does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """Groups of people who do alike.

    Attributes
    ----------
    group
        Of each person the number of their group, from 0, the group with the most events first.
    main
        Of each group one or two steps that set it apart, the most frequent first.
    """

    group: Mapping[str, int]
    main: Sequence[Sequence[str]]


def profiles(counts: Mapping[tuple[str, str], int], *, least: int) -> Profiles | None:
    """Group people by what they do, so that no group has fewer than ``least`` people.

    A person is the square roots of the shares of each step in what they do, in which the distance
    between two people is Hellinger's. People are joined by average linkage; of two to twelve groups
    that number is taken whose mean silhouette is highest after groups that are too small have been
    merged into the nearest, and one group when none comes to 0.25. Nothing is left to chance.

    Parameters
    ----------
    counts
        How often each person did each step.
    least
        The fewest people in a group.

    Returns
    -------
    Profiles or None
        ``None`` when there are fewer than ``least`` people in all.
    """
    people = sorted({person for person, _ in counts})
    if len(people) < least:
        return None
    steps = sorted({step for _, step in counts})
    done = np.zeros((len(people), len(steps)))
    places = {name: place for place, name in enumerate(people)}
    columns = {name: place for place, name in enumerate(steps)}
    for (person, step), count in counts.items():
        done[places[person], columns[step]] = count
    label = _labels(done, least)
    order = sorted(set(label.tolist()), key=lambda each: (-done[label == each].sum(), each))
    number = {each: place for place, each in enumerate(order)}
    return Profiles(
        group={person: number[each] for person, each in zip(people, label.tolist(), strict=True)},
        main=[_main(done[label == each].sum(axis=0), done.sum(axis=0), steps) for each in order],
    )


def _labels(done: Floats, least: int) -> Ints:
    """Return a group for each person, a row of ``done``."""
    roots = np.sqrt(done / done.sum(axis=1, keepdims=True))
    busiest = np.argsort(-done.sum(axis=1), kind="stable")[:_MOST_COMPARED]
    among = np.sort(busiest)
    found = _grouped(roots[among], least)
    if len(among) == len(roots):
        return found
    centres = np.stack([roots[among][found == each].mean(axis=0) for each in np.unique(found)])
    return np.asarray(((roots[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1))


def _grouped(roots: Floats, least: int) -> Ints:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import pdist, squareform

    alone: Ints = np.zeros(len(roots), dtype=np.int64)
    most = min(_MOST_ROLES, len(roots) // least)
    if most < 2:
        return alone
    near = pdist(roots)
    tree, apart = linkage(near, "average"), squareform(near)
    best, found = _APART, alone
    for wanted in range(2, 3 * most + 1):
        label = merged(roots, np.asarray(fcluster(tree, wanted, "maxclust")), least)
        if 2 <= len(np.unique(label)) <= most:
            score = silhouette(apart, label)
            if score > best + 1e-9:
                best, found = score, label
    return found


def merged(roots: Floats, label: Ints, least: int) -> Ints:
    """Join each group with fewer than ``least`` rows to the group whose centre is nearest.

    The smallest goes first, and of groups of one size the one that comes first.
    """
    label = np.unique(label, return_inverse=True)[1].astype(np.int64)
    while True:
        names, sizes = np.unique(label, return_counts=True)
        if len(names) == 1 or sizes.min() >= least:
            return np.unique(label, return_inverse=True)[1].astype(np.int64)
        centres = np.stack([roots[label == each].mean(axis=0) for each in names])
        small = int(sizes.argmin())
        distance = ((centres - centres[small]) ** 2).sum(axis=1)
        distance[small] = np.inf
        label[label == names[small]] = names[int(distance.argmin())]


def silhouette(apart: Floats, label: Ints) -> float:
    """Return the mean silhouette (Rousseeuw, 1987) of groups, from distances between all rows."""
    names, place, sizes = np.unique(label, return_inverse=True, return_counts=True)
    member = np.eye(len(names))[place]
    mean = apart @ member / sizes
    rows = np.arange(len(label))
    own_size = sizes[place]
    own = mean[rows, place] * own_size / np.maximum(own_size - 1, 1)
    mean[rows, place] = np.inf
    other = mean.min(axis=1)
    widest = np.maximum(np.maximum(own, other), 1e-300)
    score = np.where(own_size > 1, (other - own) / widest, 0.0)
    return float(score.mean())


def _main(of_group: Floats, of_all: Floats, steps: Sequence[str]) -> list[str]:
    """Return the steps that a group does most beyond what all do, at most two."""
    share, common = of_group / of_group.sum(), of_all / of_all.sum()
    beyond = share - common if (np.abs(share - common) > 1e-12).any() else share
    ranked = np.argsort(-beyond, kind="stable")[:2]
    kept = [place for rank, place in enumerate(ranked) if rank == 0 or share[place] >= _SEEN]
    return [steps[place] for place in sorted(kept, key=lambda place: (-share[place], place))]
