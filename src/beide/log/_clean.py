"""From a source's text to checked events: every row has a case, an activity and a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from beide.engine import Engine, Row, Table
from beide.errors import MissingValue, TooLittleData
from beide.log import _times
from beide.log._model import OnMissing
from beide.log._pairing import START
from beide.log._styles import Style, parsed, stripped, style_of, zoneless
from beide.log._where import Place, first_row
from beide.log._zones import clock_of
from beide.log.readers._source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Checked events in ``table``: row, case, activity, role, hand, lifecycle, time, start, fields.

    Beside each event stands whether its times named no zone (``zoneless``), were days without a
    time (``midnight``), never were on the clock of the zone that was given (``skipped``) or were
    there twice (``twice``), and whether it has no end (``endless``: so many in all).
    ``first_missing`` is the first row that lacked something, and the column.
    """

    table: Table
    style: Style
    rows_read: int
    rows_without_value: int
    first_missing: tuple[int, str] | None
    activities_dropped: dict[str, int]
    times_without_zone: int
    endless: int


def clean(
    engine: Engine,
    source: Source,
    work: Path,
    *,
    drop_activities: Sequence[str],
    time_format: str | None,
    on_missing: OnMissing,
    zone: ZoneInfo | None = None,
) -> Cleaned:
    """Check every value of a source and parse its times; those without a zone are of ``zone``.

    Raises
    ------
    WrongValue, OpenDates
        When a time cannot be read, or only by guessing.
    MissingValue
        When a row lacks a case, activity or time and ``on_missing`` is ``refuse``.
    TooLittleData
        When no event is left.
    """
    if not source.parts:
        raise _no_events(source)
    everything = engine.read_parquet(source.parts)
    raw, left_out = _without(engine, everything, source, drop_activities)
    style = style_of(time_format) if time_format else _decided(engine, raw, source, "time")
    start_style = style if time_format else _start_style(engine, raw, source, style)
    checked = work / "checked.parquet"
    engine.write_parquet(_checked(raw, source, style, start_style), checked)
    table = engine.read_parquet([checked])
    counts = engine.rows(table.aggregate(**_counts(table)))[0]
    _refuse_wrong(engine, raw, table, source, counts)
    if on_missing == "refuse":
        _refuse_missing(engine, table, source, counts)
    if counts["rows"] == counts["missing"]:
        raise _no_events(source)
    kept = _on_the_clock(engine, table.filter(~table.missing), work, zone)
    return Cleaned(
        table=kept.drop("missing", "has_time", "wrong_time", "wrong_start", "start_zoneless"),
        style=style,
        rows_read=counts["rows"] + sum(left_out.values()),
        rows_without_value=counts["missing"],
        first_missing=_first_missing(engine, table, source, counts["first_missing"]),
        activities_dropped=left_out,
        times_without_zone=counts["zoneless"] or 0,
        endless=counts["endless"] or 0,
    )


def _first_missing(
    engine: Engine, table: Table, source: Source, row: int | None
) -> tuple[int, str] | None:
    """Return the first row that misses something, and the column."""
    if row is None:
        return None
    found = engine.rows(table.filter(table.row == row).select("case", "activity"))[0]
    columns = source.columns
    empty = [name for name in ("case", "activity") if found[name] is None]
    return row, getattr(columns, empty[0] if empty else "time")


def _on_the_clock(engine: Engine, table: Table, work: Path, zone: ZoneInfo | None) -> Table:
    """Return the events with every time in UTC, and marks where the clock made that a choice."""
    import ibis

    table = table.mutate(midnight=table.zoneless & (table.time == table.time.truncate("D")))
    if zone is None:
        never = ibis.literal(value=False)
        return table.mutate(skipped=never, twice=never)
    local = table.filter(table.zoneless | table.start_zoneless).select("time", "start")
    clock = clock_of(zone, engine, local, ("time", "start"))
    at, begun = table.zoneless, table.start_zoneless & table.start.notnull()
    moved = table.mutate(
        time=clock.to_utc(table.time, at),
        start=clock.to_utc(table.start, begun),
        skipped=(at & clock.skipped(table.time)) | _true(begun & clock.skipped(table.start)),
        twice=(at & clock.twice(table.time)) | _true(begun & clock.twice(table.start)),
    )
    target = work / "in_utc.parquet"
    engine.write_parquet(moved, target)
    return engine.read_parquet([target])


def place(source: Source, column: str) -> Place:
    """Return where a column of a source is."""
    return Place(file=source.name, column=column, field=source.fields[column], line=source.line)


def _without(
    engine: Engine, raw: Table, source: Source, drop_activities: Sequence[str]
) -> tuple[Table, dict[str, int]]:
    """Return the rows without some activities, and how many of each were left out."""
    import ibis

    if not drop_activities:
        return raw, {}
    name = raw[source.fields[source.columns.activity]].strip()
    named = raw.select(name=name)
    found = (
        named.filter(named.name.isin(drop_activities)).group_by("name").aggregate(n=ibis._.count())
    )
    left_out = {row["name"]: int(row["n"]) for row in engine.rows(found.order_by("name"))}
    kept = raw.filter(name.isnull() | ~name.isin(drop_activities))
    return kept, left_out


def _decided(engine: Engine, raw: Table, source: Source, which: str) -> Style:
    column = source.columns.time if which == "time" else source.columns.start
    return _times.decide(engine, raw, place(source, column or ""))


def _start_style(engine: Engine, raw: Table, source: Source, style: Style) -> Style:
    """Return how start times are written: as the times are, where all of them fit that."""
    if source.columns.start is None:
        return style
    text = raw[source.fields[source.columns.start]]
    unfit = engine.rows(raw.aggregate(n=(text.notnull() & parsed(text, style).isnull()).sum()))
    return _decided(engine, raw, source, "start") if unfit[0]["n"] else style


def _checked(raw: Table, source: Source, style: Style, start_style: Style) -> Table:
    """Return the table with parsed times and a mark on every row that misses something.

    A step that was begun but has no end (``endless``) stands at its beginning.
    """
    import ibis

    def written(column: str | None) -> Table:
        return ibis.null("string") if column is None else raw[source.fields[column]]

    def text(column: str | None) -> Table:
        return written(column).strip().nullif("") if column else written(column)

    columns = source.columns
    case, activity = text(columns.case), text(columns.activity)
    # Parsed as they were written: stripped already, they would be stripped once more.
    plain, plain_start = written(columns.time), written(columns.start)
    time, start = stripped(plain).nullif(""), stripped(plain_start).nullif("")
    ended = parsed(plain, style)
    begun = parsed(plain_start, start_style) if columns.start else ibis.null("timestamp(6)")
    no_zone, no_start_zone = (
        _true(zoneless(each, how)) for each, how in ((plain, style), (plain_start, start_style))
    )
    endless = time.isnull() & start.notnull()
    return raw.select(
        "row",
        case=case,
        activity=activity,
        role=text(columns.role),
        lifecycle=endless.ifelse(START, text(source.lifecycle)),
        hand=ibis.null("string") if source.hand is None else raw[source.hand],
        time=endless.ifelse(begun, ended),
        start=endless.ifelse(None, begun),
        endless=endless,
        has_time=time.notnull() | start.notnull(),
        wrong_time=time.notnull() & ended.isnull(),
        wrong_start=start.notnull() & begun.isnull(),
        zoneless=no_zone | (endless & no_start_zone),
        start_zoneless=no_start_zone,
        missing=case.isnull() | activity.isnull() | (time.isnull() & start.isnull()),
        **{source.fields[name]: text(name) for name in source.attributes},
    )


def _true(condition: Table) -> Table:
    return condition.coalesce(False)


def _counts(table: Table) -> dict[str, Table]:
    return {
        "rows": table.count(),
        "missing": table.missing.sum().coalesce(0),
        "first_missing": table.row.min(where=table.missing),
        "case": table.case.isnull().sum(),
        "activity": table.activity.isnull().sum(),
        "time": (~table.has_time).sum(),
        "wrong_time": table.wrong_time.sum(),
        "wrong_start": table.wrong_start.sum(),
        "zoneless": table.zoneless.sum(),
        "endless": table.endless.sum(),
    }


def _refuse_wrong(engine: Engine, raw: Table, table: Table, source: Source, counts: Row) -> None:
    """Raise ``WrongValue`` for the first time that cannot be read."""
    columns = source.columns
    for which, column in (("time", columns.time), ("start", columns.start)):
        if column and counts[f"wrong_{which}"]:
            bad = table.filter(table[f"wrong_{which}"])
            row = engine.rows(bad.aggregate(row=bad.row.min()))[0]["row"]
            raise _times.wrong_time(engine, raw, place(source, column), raw.row == row)


def _refuse_missing(engine: Engine, table: Table, source: Source, counts: Row) -> None:
    columns = source.columns
    named = {"case": columns.case, "activity": columns.activity, "time": columns.time}
    for which, column in named.items():
        if counts[which]:
            empty = ~table.has_time if which == "time" else table[which].isnull()
            found = first_row(engine, table, empty, which)
            raise MissingValue(
                file=source.name,
                row=source.line(found["row"]),
                column=column,
                count=counts[which],
                rows=counts["rows"],
            )


def _no_events(source: Source) -> TooLittleData:
    return TooLittleData(
        what_nl=f"in {source.name} staat geen enkele gebeurtenis",
        what_en=f"{source.name} holds no event at all",
        needed_nl="een bestand met minstens één casus, stap en tijd",
        needed_en="a file with at least one case, activity and time",
    )
