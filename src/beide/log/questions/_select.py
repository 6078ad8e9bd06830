"""The cases that fit a filter."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from beide.engine import Table
from beide.errors import WrongOption
from beide.log._model import Log
from beide.log.questions._filter import Filter, Value, moment

_MICROSECOND = timedelta(microseconds=1)
_TRUE = {"true": True, "false": False}


def select(log: Log, where: Filter, *, cases: Table, events: Table, names: Sequence[str]) -> Table:
    """Return the cases that fit a filter and everything it was joined with.

    Parameters
    ----------
    log
        The log, which knows the attributes of its cases.
    where
        The filter.
    cases, events
        The log's tables.
    names
        The activities by their code.

    Raises
    ------
    WrongOption
        When the log has no such attribute or activity, or a value cannot be one of an attribute's.
    """
    for each in where.all:
        cases = _inside(each, cases)
        for name, value in each.attributes.items():
            column = _column(log, cases, name)
            cases = cases.filter(column == _typed(column, name, value))
        for activity in each.activities:
            code = _code(names, activity)
            cases = cases.semi_join(events.filter(events["activity"] == code), "case")
    return cases


def _inside(where: Filter, cases: Table) -> Table:
    """Return the cases in the period, with a lead time that fits."""
    when = cases["first" if where.by == "arrival" else "last"]
    from_, until = where.period
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


def _column(log: Log, cases: Table, name: str) -> Table:
    known = log.about.case_attributes
    if name in known:
        return cases[name]
    listed = ", ".join(known)
    raise WrongOption(
        option="where",
        value=name,
        expected_nl=f"een kenmerk dat het log van een casus bewaart ({listed or 'dat zijn er 0'})",
        expected_en=f"an attribute that the log keeps of a case ({listed or 'there are none'})",
    )


def _code(names: Sequence[str], activity: str) -> int:
    if activity in names:
        return names.index(activity)
    listed = ", ".join(names)
    raise WrongOption(
        option="activities",
        value=activity,
        expected_nl=f"een stap in het log ({listed})",
        expected_en=f"an activity in the log ({listed})",
    )


def _typed(column: Table, name: str, value: Value) -> Any:
    """Return the value as the attribute's column holds it."""
    kind = column.type()
    try:
        if kind.is_boolean():
            return value if isinstance(value, bool) else _TRUE[str(value).lower()]
        if kind.is_numeric():
            return _number(value)
        if kind.is_timestamp():
            return moment(
                value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
            )
    except (KeyError, ValueError) as error:
        raise WrongOption(
            option=f"where {name}",
            value=value,
            expected_nl="een waarde die bij de kolom past: true of false, een getal, of een tijd "
            f"(de kolom bevat {kind})",
            expected_en="a value that fits the column: true or false, a number, or a time "
            f"(the column holds {kind})",
        ) from error
    return str(value)


def _number(value: Value) -> int | float:
    if isinstance(value, bool | datetime):
        raise ValueError(value)
    if isinstance(value, int | float):
        return value
    text = value.strip()
    return int(text) if text.lstrip("-").isdecimal() else float(text.replace(",", "."))
