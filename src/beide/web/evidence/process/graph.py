"""Steps, or roles, and the paths between them, as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

View = Literal["steps", "roles"]
Measure = Literal["count", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """From one step to the next, or the work passing from one role to another.

    ``from_`` is ``None`` where cases begin, ``to`` where they end; ``median`` is in seconds.
    """

    from_: str | None
    to: str | None
    count: int
    cases: int
    median: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The paths of ``cases`` cases, the busiest first; ``hidden`` are too small to show.

    When any is hidden, counts are rounded to multiples of ``minimum``.
    """

    view: View
    cases: int
    minimum: int
    hidden: int
    paths: tuple[Path, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step or role, the busiest first."""
        met: dict[str, int] = defaultdict(int)
        for path in self.paths:
            for name in {path.from_, path.to} - {None}:
                met[name or ""] += path.count
        return tuple(sorted(met, key=lambda name: (-met[name], name)))

    def visits(self, step: str) -> int:
        """Return how often a step is arrived at by the paths that may be shown."""
        return sum(path.count for path in self.paths if path.to == step)

    def to_stored(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "view": self.view,
            "cases": self.cases,
            "minimum": self.minimum,
            "hidden": self.hidden,
            "paths": [
                [path.from_, path.to, path.count, path.cases, path.median] for path in self.paths
            ],
        }

    @classmethod
    def from_stored(cls, told: Mapping[str, Any]) -> "Graph":
        """Return what ``to_stored`` told."""
        names = ("from_", "to", "count", "cases", "median")
        return cls(
            view=told["view"],
            cases=told["cases"],
            minimum=told["minimum"],
            hidden=told["hidden"],
            paths=tuple(Path(**dict(zip(names, each, strict=True))) for each in told["paths"]),
        )


def busiest_first(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return paths by falling count, then by name."""
    return tuple(sorted(paths, key=lambda path: (-path.count, path.from_ or "", path.to or "")))


def rounded(paths: Sequence[Path], minimum: int) -> tuple[Path, ...]:
    """Round counts to multiples of ``minimum``, for when a path is hidden.

    As often as a step is arrived at, it is left. So with exact counts, what flows in and out of a
    step would tell the size of a small path that is hidden.

    >>> [path.count for path in rounded([Path(from_="a", to="b", count=998, cases=12)], 5)]
    [1000]
    """
    return tuple(
        replace(path, count=_nearest(path.count, minimum), cases=_nearest(path.cases, minimum))
        for path in paths
    )


def _nearest(count: int, base: int) -> int:
    return (2 * count + base) // (2 * base) * base
