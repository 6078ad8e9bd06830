"""What the page of the process map shows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.process.detail import Level, at_first, levels
from beide.web.evidence.process.graph import Graph, Measure
from beide.web.evidence.process.picture import Picture, from_name, picture, to_name
from beide.web.evidence.sheets import Cell, Sheet

ZOOMS = (50, 75, 100, 150, 200)
FIT = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in the table, and how often it is arrived at."""

    name: str
    visits: int

    @property
    def anchor(self) -> str:
        """The id of its row."""
        return anchor(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShown:
    """A map at one level of detail."""

    graph: Graph
    level: Level
    number: int
    of: int
    zoom: int
    measure: Measure
    drawn: Picture

    @property
    def svg(self) -> SafeString:
        """The drawing; every text in it was escaped when it was written."""
        return SafeString(self.drawn.to_text())

    @property
    def smaller(self) -> int:
        """The zoom one button down."""
        return max((zoom for zoom in ZOOMS if zoom < (self.zoom or 100)), default=ZOOMS[0])

    @property
    def larger(self) -> int:
        """The zoom one button up."""
        return min((zoom for zoom in ZOOMS if zoom > (self.zoom or 100)), default=ZOOMS[-1])

    @property
    def steps(self) -> list[Step]:
        """The steps that are drawn, the busiest first."""
        part = Graph(
            view=self.graph.view, cases=0, minimum=0, hidden=0, paths=tuple(self.level.paths)
        )
        visits = {name: part.visits(name) for name in part.steps}
        ranked = sorted(visits, key=lambda name: (-visits[name], name))
        return [Step(name=name, visits=visits[name]) for name in ranked]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The paths that are drawn, in words."""
        return [
            (
                from_name(path),
                to_name(path),
                words.number(path.count),
                words.number(path.cases),
                "" if path.median is None else words.duration(path.median),
            )
            for path in sorted(self.level.paths, key=lambda path: -path.count)
        ]

    @property
    def summary(self) -> str:
        """How much of the whole is drawn, and on how many cases it rests."""
        drawn, every = len(self.level.paths), len(self.graph.paths)
        told = {
            "drawn": words.number(drawn),
            "every": words.number(every),
            "share": words.percent(self.level.share),
            "cases": words.cases(self.graph.cases),
        }
        if drawn == every:
            return (
                ngettext(
                    "The only path that may be shown. On %(cases)s.",
                    "All %(every)s paths that may be shown. On %(cases)s.",
                    every,
                )
                % told
            )
        return (
            gettext(
                "%(drawn)s of %(every)s paths, with %(share)s of all steps taken. On %(cases)s."
            )
            % told
        )


def anchor(step: str) -> str:
    """Return the id of a step's row in the table."""
    return f"step-{hashlib.sha256(step.encode()).hexdigest()[:10]}"


def map_shown(
    graph: Graph, *, detail: int | None, zoom: int | None, measure: Measure
) -> MapShown | None:
    """Return the map at a level of detail, or nothing when no path may be shown."""
    found = levels(graph)
    if not found:
        return None
    number = min(max(detail or at_first(found), 1), len(found))
    level = found[number - 1]
    zoom = zoom if zoom in ZOOMS else FIT
    drawn = _drawn(graph, level, measure)
    drawn.size(zoom or 100)
    return MapShown(
        graph=graph,
        level=level,
        number=number,
        of=len(found),
        zoom=zoom,
        measure=measure,
        drawn=drawn,
    )


def _drawn(graph: Graph, level: Level, measure: Measure) -> Picture:
    label = (
        gettext("Map of how work passes between roles. The tables under it say the same.")
        if graph.view == "roles"
        else gettext(
            "Map of the steps and the paths between them. The tables under it say the same."
        )
    )
    return picture(
        level.paths, measure=measure, label=label, address=lambda name: f"#{anchor(name)}"
    )


def sheet(graph: Graph, *, name: str, about: Sequence[str]) -> Sheet:
    """Return every path that may be shown, for a spreadsheet."""
    rows: list[tuple[Cell, ...]] = [
        (from_name(path), to_name(path), path.count, path.cases, path.median)
        for path in graph.paths
    ]
    return Sheet(
        name=name,
        about=about,
        headings=[
            gettext("Comes from"),
            gettext("Goes to"),
            gettext("Times"),
            gettext("Cases"),
            gettext("Half within (seconds)"),
        ],
        rows=rows,
    )
