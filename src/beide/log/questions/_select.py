"""The cases that fit a filter."""

from collections.abc import Sequence
from datetime import timedelta

from beide.engine import Table
from beide.log.outcomes import Good, Tables, code_of, column, judged, moment, typed, whole_cases
from beide.log.questions._filter import Filter

_MICROSECOND = timedelta(microseconds=1)


def select(tables: Tables, where: Filter, cases: Table) -> Table:
    """Return the cases that fit a filter and everything it was joined with.

    Parameters
    ----------
    tables
        The log's tables; the log knows the attributes of its cases.
    where
        The filter.
    cases
        The cases to choose from.

    Raises
    ------
    WrongOption
        When the log has no such attribute, activity or role, or a value cannot be one of an
        attribute's.
    """
    events = tables.events
    for each in where.all:
        cases = _inside(each, cases)
        for name, value in each.attributes.items():
            held = column(tables.log, cases, name)
            values = value if isinstance(value, tuple) else (value,)
            cases = cases.filter(held.isin([typed(held, name, one) for one in values]))
        for activity in each.activities:
            code = code_of(tables.names("activities"), activity)
            cases = cases.semi_join(events.filter(events["activity"] == code), "case")
        if each.roles:
            roles = tables.names("roles")
            codes = [code_of(roles, role, option="roles") for role in each.roles]
            cases = cases.semi_join(events.filter(events["role"].isin(codes)), "case")
        if each.outcome:
            found = judged(tables, each.outcome)
            cases = cases.semi_join(found.filter(found["good"]), "case")
    return cases


def with_known(tables: Tables, conditions: Sequence[Good], cases: Table) -> Table:
    """Return the cases of which everything in some conditions is known."""
    for good in conditions:
        cases = cases.semi_join(judged(tables, good), "case")
    return cases


def _inside(where: Filter, cases: Table) -> Table:
    """Return the cases in the period, with a lead time that fits.

    A case that still goes on was not completed, and has no lead time.
    """
    from_, until = where.period
    arrived = where.by == "arrival"
    if where.longer_than is not None or where.shorter_than is not None:
        cases = whole_cases(cases)
    elif where.period != (None, None) and not arrived:
        cases = cases.filter(cases["finished"])
    when = cases["first" if arrived else "last"]
    conditions = []
    if from_ is not None:
        conditions.append(when >= moment(from_))
    if until is not None:
        conditions.append(when < moment(until))
    if where.longer_than is not None:
        conditions.append(cases["duration"] > where.longer_than // _MICROSECOND)
    if where.shorter_than is not None:
        conditions.append(cases["duration"] < where.shorter_than // _MICROSECOND)
    return cases.filter(*conditions) if conditions else cases
