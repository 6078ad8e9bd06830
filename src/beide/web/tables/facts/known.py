"""Asking the logs that a table is bound to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext

from beide.web.evidence import access as evidence
from beide.web.evidence import actions as asking
from beide.web.evidence.models import Answer, EventLog
from beide.web.evidence.process.graph import Graph
from beide.web.evidence.questions import about_map, about_steps
from beide.web.organisation.models import Membership
from beide.web.page.templatetags.beide_text import say
from beide.web.patterns.shown import Shown
from beide.web.tables.facts.binding import Bound, bound
from beide.web.tables.facts.told import Fact, Known, Pattern, fact
from beide.web.tables.reading import Board

if TYPE_CHECKING:
    from beide.web.patterns.models import Finding

MOST_LOGS = 3
"""Logs that one table is told of: each costs questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What stands on the bricks by their id, and what is still being asked."""

    bricks: dict[str, Fact]
    awaited: bool


def facts(board: Board, *, membership: Membership) -> Facts:
    """Return what the logs say of the bricks that are bound to them.

    A log that is not the organisation's, or may not be opened, says why instead.
    """
    bricks = {brick.id: found for brick in board.bricks if (found := bound(brick)) is not None}
    logs = list(dict.fromkeys(each.log for each in bricks.values()))
    said = {pk: _log(pk, membership) for pk in logs[:MOST_LOGS]}
    told, awaited = {}, False
    for key, each in bricks.items():
        known = said.get(each.log, gettext("A table shows the figures of at most three logs."))
        if known is None:
            awaited = True
        else:
            told[key] = _told(known, each)
    return Facts(bricks=told, awaited=awaited)


def _told(known: Known | str, each: Bound) -> Fact:
    if isinstance(known, str):
        return Fact(figures=(known,), rests_on="", patterns=())
    return fact(known, each)


def _log(pk: int, membership: Membership) -> Known | str | None:
    """Return what is known of a log; why that is nothing; or nothing while it is being asked."""
    try:
        log = evidence.open_log(membership=membership, pk=pk)
    except Http404:
        return gettext("The log of this brick is no longer there.")
    if log is None:
        return gettext("The log of this brick may not be opened: there is no consent.")
    return known_of(log)


def known_of(log: EventLog) -> Known | None:
    """Return what is known of a log, or nothing while it is being asked."""
    minimum = log.organisation.threshold
    ask = partial(asking.ask, log=log)
    views = ["steps", "roles"] if log.about.get("roles") else ["steps"]
    maps = [
        ask(kind=Answer.Kind.MAP, asked=about_map({}, view=view, minimum=minimum)) for view in views
    ]
    times = ask(kind=Answer.Kind.STEPS, asked=about_steps(minimum=minimum))
    if any(answer.is_awaited for answer in (*maps, times)):
        return None
    graphs = [Graph.from_stored(answer.found) for answer in maps if answer.found]
    return Known(
        name=log.name,
        cases=max((graph.cases for graph in graphs), default=0),
        graphs=graphs,
        steps={step["name"]: step for step in times.found.get("steps", ())},
        patterns=_patterns(log, minimum),
    )


def _patterns(log: EventLog, minimum: int) -> list[Pattern]:
    """Return what the latest search of a log found, with the steps and roles it is about."""
    search = log.searches.exclude(computed=None).order_by("-pk").first()
    findings: Iterable[Finding] = search.findings.all() if search is not None else ()
    return [
        Pattern(
            sentence=say(Shown(finding, minimum).sentence),
            finding=finding.pk,
            names=_names(finding.told["features"]),
        )
        for finding in findings
    ]


def _names(features: Iterable[dict[str, Any]]) -> frozenset[str]:
    kinds = ("step", "other", "role")
    values = (feature["values"] for feature in features)
    return frozenset(each[kind] for each in values for kind in kinds if kind in each)
