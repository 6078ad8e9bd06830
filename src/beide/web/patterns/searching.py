"""From a question to what is kept of its answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide.errors import BeideError
from beide.text import Text
from beide.web.evidence import keeping, problems
from beide.web.evidence.access import is_open
from beide.web.evidence.models import Analysis
from beide.web.jobs.actions import NotWanted
from beide.web.patterns.models import Finding, Search
from beide.web.patterns.stored import stored_links, stored_pattern, stored_search

Report = Callable[[float, Text], None]

LOOKING = Text(
    nl="Er wordt gezocht naar wat samengaat met goed gaan",
    en="Looking for what goes together with going well",
)
CONNECTING = Text(
    nl="De verbindingen tussen rollen worden vergeleken",
    en="Comparing the connections between roles",
)
MAPPING = Text(
    nl="Goede casussen worden naast andere gelegd", en="Laying good cases beside the others"
)
KEEPING = Text(nl="Het antwoord wordt bewaard", en="Keeping the answer")
SEARCHED, CONNECTED = 0.8, 0.9  # how much of the work is done by then


def silent(_done: float, _doing: Text) -> None:
    """Report to nobody."""


def compute(search: Search, *, report: Report = silent) -> None:
    """Search, and keep what was found; a question that cannot be answered is told so."""
    report(0.01, LOOKING)
    if not _may_go_on(search):
        raise NotWanted
    try:
        patterns, found = _answer(search, event_log.open(search.log.path), report)
    except BeideError as error:
        patterns, found, search.problem = [], {}, problems.kept(error)
    report(1.0, KEEPING)
    if not _may_go_on(search):
        raise NotWanted
    _keep(search, patterns, found)


def _may_go_on(search: Search) -> bool:
    """Tell whether the log is still open; consent may be withdrawn while work goes on."""
    return is_open(organisation=search.log.organisation, generated=search.log.generated)


def _answer(
    search: Search, log: event_log.Log, report: Report
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    from beide import discover

    named: dict[str, Any] = {"good": search.good, "by": search.by or None, "seed": search.seed}
    named["where"] = where(search)
    patterns = discover.patterns(
        log,
        landmark=search.landmarks,
        progress=lambda share: report(SEARCHED * share, LOOKING),
        **named,
    )
    found = stored_search(patterns)
    report(SEARCHED, CONNECTING)
    if log.about.roles:
        found["connections"] = stored_links(discover.connections(log, **named))
    report(CONNECTED, MAPPING)
    found["steps"] = stored_links(discover.good_map(log, **named))
    return [stored_pattern(pattern) for pattern in patterns.patterns], found


def where(search: Search) -> event_log.Filter | None:
    """Return which cases a search is about; cases count by the day on which they arrived."""
    if not (search.since or search.until or search.scope):
        return None
    until = search.until + timedelta(days=1) if search.until else None
    return event_log.Filter(
        period=(search.since, until),
        by="arrival",
        roles=tuple(search.scope.get("roles", ())),
        attributes=search.scope.get("attributes", {}),
    )


@transaction.atomic
def _keep(search: Search, patterns: list[dict[str, Any]], found: dict[str, Any]) -> None:
    search.found, search.computed = found, timezone.now()
    search.save(update_fields=["found", "problem", "computed"])
    Finding.objects.bulk_create(
        Finding(search=search, place=place, told=told) for place, told in enumerate(patterns, 1)
    )
    if found:
        keeping.record(search.log, kind=Analysis.Kind.PATTERNS, cases=found["cases"])
