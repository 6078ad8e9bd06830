"""The sentences that stand on a brick."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.process.graph import Graph, Path
from beide.web.tables.facts.binding import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern that is about a step or role: its sentence, and which it is."""

    sentence: str
    finding: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one log, with small groups hidden.

    ``steps`` are the times of each step by its name; ``cases`` is on how many cases all rests.
    """

    name: str
    cases: int
    graphs: Sequence[Graph]
    steps: Mapping[str, Mapping[str, Any]]
    patterns: Sequence[Pattern]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What stands on a brick: the figures in words, on what they rest, and the patterns."""

    figures: tuple[str, ...]
    rests_on: str
    patterns: tuple[Pattern, ...]


def fact(known: Known, bound: Bound) -> Fact:
    """Return what a log says of the step or passage that a brick stands for."""
    if bound.activity:
        figures = tuple(_of_step(known, bound.activity))
        names = {bound.activity}
    else:
        figures = tuple(_of_passage(known, bound))
        names = {bound.from_, bound.to}
    rests_on = gettext("%(log)s, on %(cases)s.") % {
        "log": known.name,
        "cases": words.cases(known.cases),
    }
    if not figures:
        figures = (gettext("Too few cases have this to say something of it."),)
    about = tuple(each for each in known.patterns if each.names & names)
    return Fact(figures=figures, rests_on=rests_on, patterns=about)


def _of_step(known: Known, activity: str) -> Iterator[str]:
    visits = max((graph.visits(activity) for graph in known.graphs), default=0)
    if visits:
        yield _times(visits)
    times = known.steps.get(activity)
    if times is None:
        return
    waited = {"duration": words.duration(times["waited"])}
    if times["took"] is None or times["with_work"]:
        yield gettext("Half of the time it is done within %(duration)s after what came before.") % (
            waited
        )
    else:
        yield gettext("Half of the time it waits at most %(duration)s.") % waited
    if times["took"] is not None:
        took = {"duration": words.duration(times["took"])}
        yield gettext("Half of the time the work takes at most %(duration)s.") % took


def _of_passage(known: Known, bound: Bound) -> Iterator[str]:
    path = _path(known.graphs, bound)
    if path is None:
        return
    yield _times(path.count)
    if path.median is not None:
        yield gettext("Half of the time %(duration)s or less lies between the two.") % {
            "duration": words.duration(path.median)
        }


def _path(graphs: Sequence[Graph], bound: Bound) -> Path | None:
    """Return the path that is meant, between steps or between roles."""
    paths = (path for graph in graphs for path in graph.paths)
    return next((path for path in paths if (path.from_, path.to) == (bound.from_, bound.to)), None)


def _times(count: int) -> str:
    return ngettext("%(count)s time.", "%(count)s times.", count) % {"count": words.number(count)}
