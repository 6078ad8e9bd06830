"""Asking a log for its paths."""

from beide import log as event_log
from beide.web.evidence.process.graph import Graph, Path, View, busiest_first, rounded


def ask(log: event_log.Log, *, view: View, where: event_log.Filter | None, minimum: int) -> Graph:
    """Return the paths between steps, or between roles.

    Raises
    ------
    TooLittleData
        When too few cases fit the filter, or the log has no roles.
    WrongOption
        When the filter does not fit the log.
    """
    if view == "roles":
        return _between_roles(log, where, minimum)
    return _between_steps(log, where, minimum)


def _between_steps(log: event_log.Log, where: event_log.Filter | None, minimum: int) -> Graph:
    pairs = event_log.directly_follows(log, where=where, minimum=minimum)
    first = event_log.starts(log, where=where, minimum=minimum)
    last = event_log.ends(log, where=where, minimum=minimum)
    paths = [
        *(
            Path(
                from_=pair.from_,
                to=pair.to,
                count=pair.count,
                cases=pair.cases,
                median=pair.median.total_seconds(),
            )
            for pair in pairs.pairs
        ),
        *(
            Path(from_=None, to=each.activity, count=each.cases, cases=each.cases)
            for each in first.activities
        ),
        *(
            Path(from_=each.activity, to=None, count=each.cases, cases=each.cases)
            for each in last.activities
        ),
    ]
    hidden = pairs.other.rows + first.other.rows + last.other.rows
    return _graph("steps", pairs.cases, minimum, hidden, paths)


def _between_roles(log: event_log.Log, where: event_log.Filter | None, minimum: int) -> Graph:
    found = event_log.connections(log, where=where, minimum=minimum)
    paths = [
        Path(
            from_=each.from_,
            to=each.to,
            count=each.count,
            cases=each.cases,
            median=each.median.total_seconds(),
        )
        for each in found.connections
    ]
    return _graph("roles", found.cases, minimum, found.other.rows, paths)


def _graph(view: View, cases: int, minimum: int, hidden: int, paths: list[Path]) -> Graph:
    shown = rounded(paths, minimum) if hidden else tuple(paths)
    return Graph(view=view, cases=cases, minimum=minimum, hidden=hidden, paths=busiest_first(shown))
