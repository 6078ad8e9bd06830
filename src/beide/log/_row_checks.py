"""What stands out in the rows of a source: told with its row, before rows become a log."""

from collections.abc import Callable, Sequence
from datetime import datetime

from beide.engine import Engine, Row, Table
from beide.log._clean import Cleaned
from beide.log._findings import Finding
from beide.log._pairing import Paired
from beide.log.readers._source import Source

_MANY = 0.2
"""From this share of times at midnight on, they are probably days without a time."""

_REASONS = ("person", "identifier", "case", "empty", "nested", "free_text")


def row_findings(
    engine: Engine,
    source: Source,
    cleaned: Cleaned,
    paired: Paired,
    *,
    left_out: dict[str, str],
    zone: str | None,
    now: datetime,
) -> list[Finding]:
    """Return what was dropped and what stands out, by row and column.

    Parameters
    ----------
    engine
        Counts.
    source
        The source as it was read.
    cleaned
        Its checked rows.
    paired
        The events that they became.
    left_out
        Columns that are not kept, with why.
    zone
        The zone of times without one, when it was given.
    now
        The moment of reading, UTC without saying so.
    """
    table = cleaned.table
    marked = _marked(engine, table)
    found = [
        *_dropped(source, cleaned, left_out),
        *_transitions(paired, cleaned.endless),
        *_starts_missing(engine, paired),
        *_zones(cleaned, marked, source.line, zone),
        *_told("late_start", marked, source.line),
        *_repeated(engine, table, source.line),
        *_out_of_order(engine, table, source.line),
    ]
    if marked["latest"] > now:
        found.append(_future(engine, table, source.line, now=now))
    if marked["midnight"] >= _MANY * marked["rows"]:
        found.append(Finding(code="whole_days", count=int(marked["midnight"])))
    return [each for each in found if each.count]


def note_findings(source: Source) -> list[Finding]:
    """Return what the reader itself has to tell."""
    return [
        Finding(code="note", count=1, data={"nl": each.nl, "en": each.en}) for each in source.notes
    ]


def _marked(engine: Engine, table: Table) -> Row:
    """Count what a single row can tell, with the first row of each."""
    marks = {
        "late_start": table.start > table.time,
        "skipped": table.skipped,
        "twice": table.twice,
        "midnight": table.midnight,
    }
    asked = {"rows": table.count(), "latest": table.time.max()}
    for name, mark in marks.items():
        asked[name] = mark.sum().coalesce(0)
        asked[f"{name}_row"] = table.row.min(where=mark)
    return engine.rows(table.aggregate(**asked))[0]


def _future(engine: Engine, table: Table, line: Callable[[int], int], *, now: datetime) -> Finding:
    """Count the events after the moment of reading, with the first one in the file."""
    later = table.filter(table.time > now)
    first = later.time.argmin(later.row)
    found = engine.rows(later.aggregate(n=later.count(), row=later.row.min(), time=first))[0]
    data = {"row": line(found["row"]), "value": f"{found['time']:%Y-%m-%d %H:%M}"}
    return Finding(code="future", count=int(found["n"]), data=data)


def _told(code: str, marked: Row, line: Callable[[int], int], **data: object) -> list[Finding]:
    if not marked[code]:
        return []
    row = line(marked[f"{code}_row"])
    return [Finding(code=code, count=int(marked[code]), data={"row": row, **data})]


def _dropped(source: Source, cleaned: Cleaned, left_out: dict[str, str]) -> list[Finding]:
    found = []
    if cleaned.first_missing is not None:
        row, column = cleaned.first_missing
        where = {"row": source.line(row), "column": column}
        found.append(Finding(code="no_value", count=cleaned.rows_without_value, data=where))
    for activity, count in cleaned.activities_dropped.items():
        found.append(Finding(code="left_out", count=count, data={"activity": activity}))
    for reason in dict.fromkeys((*_REASONS, *left_out.values())):
        names = [name for name, why in left_out.items() if why == reason]
        data: dict[str, object] = {"columns": ", ".join(names)}
        code = reason if reason in _REASONS else "other"
        extra = {} if code == reason else {"reason": reason}
        found.append(Finding(code=code, count=len(names), data={**data, **extra}))
    return found


def _transitions(paired: Paired, endless: int) -> list[Finding]:
    found = [
        Finding(code="pairs", count=paired.pairs),
        Finding(code="no_end", count=paired.starts or endless),
    ]
    for name, count in paired.left_out.items():
        found.append(Finding(code="transition", count=count, data={"name": name}))
    return found


def _starts_missing(engine: Engine, paired: Paired) -> list[Finding]:
    table = paired.table
    known = table.start.notnull()
    begun = (table.lifecycle == "start").coalesce(False)
    counted = engine.rows(
        table.aggregate(known=known.sum(), missing=(~known & ~begun).sum().coalesce(0))
    )[0]
    return [Finding(code="no_start", count=int(counted["missing"]))] if counted["known"] else []


def _zones(
    cleaned: Cleaned, marked: Row, line: Callable[[int], int], zone: str | None
) -> list[Finding]:
    if zone is None:
        return [Finding(code="no_zone", count=cleaned.times_without_zone)]
    return [
        Finding(code="zone", count=cleaned.times_without_zone, data={"zone": zone}),
        *_told("skipped", marked, line, zone=zone),
        *_told("twice", marked, line, zone=zone),
    ]


def _repeated(engine: Engine, table: Table, line: Callable[[int], int]) -> list[Finding]:
    """Count the rows that are equal to an earlier one in everything."""
    same: Sequence[str] = [name for name in table.columns if name != "row"]
    groups = table.group_by(same).aggregate(n=table.count(), later=table.row.max())
    more = groups.filter(groups.n > 1)
    found = engine.rows(more.aggregate(n=(more.n - 1).sum(), row=more.later.min()))[0]
    if not found["n"]:
        return []
    return [Finding(code="repeated", count=int(found["n"]), data={"row": line(found["row"])})]


def _out_of_order(engine: Engine, table: Table, line: Callable[[int], int]) -> list[Finding]:
    """Count the events that stand in the file after a later one of their case."""
    import ibis

    in_file = ibis.window(group_by=table["case"], order_by=table.row)
    pairs = table.select("row", back=table.time < table.time.lag().over(in_file))
    told = {"n": pairs.back.sum(), "row": pairs.row.min(where=pairs.back)}
    found = engine.rows(pairs.aggregate(**told))[0]
    if not found["n"]:
        return []
    return [Finding(code="out_of_order", count=int(found["n"]), data={"row": line(found["row"])})]
