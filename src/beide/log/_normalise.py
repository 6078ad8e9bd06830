"""From checked events to the normalised log: coded, sorted once, the next step beside each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from beide.engine import Engine, Row, Table
from beide.log._attributes import Attribute, typed
from beide.log._model import Progress, ProgressCallback
from beide.log._period import Period, period_of
from beide.log._privacy import hashed
from beide.log._whole import Judged, codes_of, judge
from beide.log._zones import Clock

VERDICT = ("finished", "unfinished", "cut", "whole")


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What is said about when a case is over: activities that end or begin one, and the present."""

    now: datetime
    ends: Sequence[str] = ()
    starts: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: ``counts`` has first, last, cases, events, activities, roles, and more."""

    counts: Row
    names: Sequence[str]
    """The activities by their code."""
    period: Period
    judged: Judged


def normalise(
    engine: Engine,
    table: Table,
    folder: Path,
    work: Path,
    *,
    attributes: list[Attribute],
    lifecycle: bool,
    clock: Clock | None,
    key: bytes | None,
    over: Over,
    told: ProgressCallback,
) -> Written:
    """Write ``events``, ``cases``, ``activities`` and ``roles`` to a folder.

    Codes count from 0: cases by their first event's time and then by the file's order, activities
    and roles by where they first occur in the file. Events are sorted by case and time; those with
    equal times keep the file's order.

    Parameters
    ----------
    table
        Checked events: row, case, activity, role, lifecycle, time, start and attribute fields.
    folder, work
        Where the log goes, and a place for temporary files.
    attributes
        The further columns to keep.
    lifecycle
        Whether to keep the lifecycle column.
    clock
        The clock of attributes that are times without a zone; default that of UTC.
    key
        The secret that case ids are hashed with; without one the ids are hashes already.
    over
        What is said about when a case is over.
    """
    told(Progress(step="sorting", share=0.6))
    activities = _codes(engine, table, "activity", folder / "activities.parquet")
    roles = _codes(engine, table, "role", folder / "roles.parquet")
    cases = _cases(engine, table, attributes, work, clock, key)
    told(Progress(step="sorting", share=0.7))
    events = _events(table, cases, activities, roles, attributes, clock=clock, lifecycle=lifecycle)
    engine.write_parquet(events, folder / "events.parquet")
    told(Progress(step="checking", share=0.85))
    kept = engine.read_parquet([folder / "events.parquet"])
    period = period_of(engine, kept, now=over.now)
    names = engine.values(activities.order_by("code"), "name")
    judged = judge(
        engine,
        kept,
        cases,
        work,
        period=period,
        ends=codes_of(names, over.ends, "ends"),
        starts=codes_of(names, over.starts, "starts"),
    )
    told(Progress(step="writing", share=0.95))
    target = folder / "cases.parquet"
    engine.write_parquet(_with_verdict(cases.drop("id"), judged.table).order_by("case"), target)
    counted = engine.rows(_counts(engine.read_parquet([target])))[0]
    known_roles = engine.rows(roles.aggregate(n=roles.count()))[0]["n"]
    return Written(
        counts={**counted, "activities": len(names), "roles": known_roles},
        names=names,
        period=period,
        judged=judged,
    )


def _with_verdict(cases: Table, verdict: Table) -> Table:
    """Return the cases with whether each is finished, after ``events``."""
    told = verdict.rename(verdict_case="case")
    joined = cases.join(told, cases["case"] == told.verdict_case)
    at = cases.columns.index("events") + 1
    return joined.select(*cases.columns[:at], *VERDICT, *cases.columns[at:])


def _counts(cases: Table) -> Table:
    duration: Table = cases.whole.ifelse(cases.duration, None)
    return cases.aggregate(
        first=cases["first"].min(),
        last=cases["last"].max(),
        cases=cases.count(),
        events=cases.events.sum().cast("int64"),
        finished=cases.finished.sum().cast("int64"),
        whole=cases.whole.sum().cast("int64"),
        cut_start=cases.cut.isin(("start", "both")).sum().coalesce(0),
        running=(cases.unfinished == "running").sum().coalesce(0),
        longest_usual=duration.quantile(0.95),
    )


def _codes(engine: Engine, table: Table, column: str, target: Path) -> Table:
    """Write and return the codes of a column's values: code, name, count."""
    import ibis

    known = table.filter(table[column].notnull())
    each = known.group_by(name=known[column]).aggregate(count=known.count(), first=known.row.min())
    place = ibis.row_number().over(ibis.window(order_by=each["first"]))
    coded = each.select(code=place.cast("int32"), name=each.name, count=each["count"])
    engine.write_parquet(coded.order_by("code"), target)
    return engine.read_parquet([target])


def _cases(
    engine: Engine,
    table: Table,
    attributes: list[Attribute],
    work: Path,
    clock: Clock | None,
    key: bytes | None,
) -> Table:
    """Return one row a case, with its id still beside the id's keyed hash."""
    import ibis

    of_case = [each for each in attributes if each.of_case]
    each = table.group_by(id=table.case).aggregate(
        first_row=table.row.min(),
        first=table.time.min(),
        last=table.time.max(),
        events=table.count().cast("int32"),
        **{attribute.name: table[attribute.field].max() for attribute in of_case},
    )
    place = ibis.row_number().over(ibis.window(order_by=[each["first"], each.first_row]))
    coded = each.select(
        "id",
        case=place.cast("int32"),
        first=each["first"],
        last=each["last"],
        duration=each["last"].delta(each["first"], unit="microsecond"),
        events=each.events,
        **{it.name: typed(each[it.name], it.kind, clock=clock) for it in of_case},
    )
    plain = work / "cases.parquet"
    engine.write_parquet(coded.order_by("case"), plain)
    known = engine.read_parquet([plain])
    if key is None:
        return known.mutate(id_hash=known.id).relocate("id", "case", "id_hash")
    hashes = engine.read_parquet([_hashes(plain, work, key)])
    joined = known.join(hashes, known.case == hashes.hashed_case)
    front = ("id", "case", "id_hash")
    return joined.select(*front, *(name for name in known.columns if name not in front))


def _hashes(plain: Path, work: Path, key: bytes) -> Path:
    """Write the keyed hash of each case id by the case's code, some at a time."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([("hashed_case", pa.int32()), ("id_hash", pa.string())])
    target = work / "hashes.parquet"
    with parquet.ParquetWriter(target, schema) as out, parquet.ParquetFile(plain) as cases:
        for batch in cases.iter_batches(columns=["id", "case"]):
            ids = hashed(batch["id"].to_pylist(), key)
            out.write_batch(pa.record_batch([batch["case"], pa.array(ids)], schema=schema))
    return target


def _events(
    table: Table,
    cases: Table,
    activities: Table,
    roles: Table,
    attributes: list[Attribute],
    *,
    clock: Clock | None,
    lifecycle: bool,
) -> Table:
    """Return the events with codes, positions and what comes next, sorted."""
    import ibis

    case_codes = cases.select(case_id="id", case_code="case")
    activity_codes = activities.select(activity_name="name", activity_code="code")
    role_codes = roles.select(role_name="name", role_code="code")
    joined = (
        table.join(case_codes, table.case == case_codes.case_id)
        .join(activity_codes, table.activity == activity_codes.activity_name)
        .left_join(role_codes, table.role == role_codes.role_name)
    )
    in_case = ibis.window(group_by=joined.case_code, order_by=[joined.time, joined.row])
    of_event = [each for each in attributes if not each.of_case]
    columns = {
        "case": joined.case_code,
        "position": ibis.row_number().over(in_case).cast("int32"),
        "activity": joined.activity_code,
        "role": joined.role_code,
        "start": joined.start,
        "time": joined.time,
        **({"lifecycle": joined.lifecycle} if lifecycle else {}),
        "next_activity": joined.activity_code.lead().over(in_case),
        "next_role": joined.role_code.lead().over(in_case),
        "next_time": joined.time.lead().over(in_case),
        **{each.name: typed(joined[each.field], each.kind, clock=clock) for each in of_event},
    }
    return joined.select(**columns).order_by("case", "position")
