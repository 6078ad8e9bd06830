"""From checked events to the normalised log: coded, sorted once, the next step beside each."""

from dataclasses import dataclass
from pathlib import Path

from beide.engine import Engine, Row, Table
from beide.log._attributes import Attribute, typed
from beide.log._model import Progress, ProgressCallback
from beide.log._privacy import hashed


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The counts of what was written."""

    cases: int
    events: int
    activities: int
    roles: int
    span: Row


def normalise(
    engine: Engine,
    table: Table,
    folder: Path,
    work: Path,
    *,
    attributes: list[Attribute],
    lifecycle: bool,
    key: bytes,
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
    key
        The secret that case ids are hashed with.
    """
    told(Progress(step="sorting", share=0.6))
    activities = _codes(engine, table, "activity", folder / "activities.parquet")
    roles = _codes(engine, table, "role", folder / "roles.parquet")
    cases = _cases(engine, table, attributes, work, key)
    told(Progress(step="sorting", share=0.7))
    events = _events(table, cases, activities, roles, attributes, lifecycle=lifecycle)
    engine.write_parquet(events, folder / "events.parquet")
    told(Progress(step="writing", share=0.9))
    engine.write_parquet(cases.drop("id").order_by("case"), folder / "cases.parquet")
    span = engine.rows(
        cases.aggregate(
            first=cases["first"].min(),
            last=cases["last"].max(),
            cases=cases.count(),
            events=cases.events.sum(),
        )
    )[0]
    return Written(
        cases=span["cases"],
        events=int(span["events"]),
        activities=engine.rows(activities.aggregate(n=activities.count()))[0]["n"],
        roles=engine.rows(roles.aggregate(n=roles.count()))[0]["n"],
        span=span,
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
    engine: Engine, table: Table, attributes: list[Attribute], work: Path, key: bytes
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
        **{attribute.name: typed(each[attribute.name], attribute.kind) for attribute in of_case},
    )
    plain = work / "cases.parquet"
    engine.write_parquet(coded.order_by("case"), plain)
    known = engine.read_parquet([plain])
    hashes = engine.read_parquet([_hashes(engine, known, work, key)])
    joined = known.join(hashes, known.case == hashes.hashed_case)
    front = ("id", "case", "id_hash")
    return joined.select(*front, *(name for name in known.columns if name not in front))


def _hashes(engine: Engine, cases: Table, work: Path, key: bytes) -> Path:
    """Write the keyed hash of each case id by the case's code."""
    import pyarrow as pa
    from pyarrow import parquet

    ids = engine.values(cases.order_by("case"), "id")
    columns = {
        "hashed_case": pa.array(range(len(ids)), pa.int32()),
        "id_hash": pa.array(hashed(ids, key), pa.string()),
    }
    target = work / "hashes.parquet"
    parquet.write_table(pa.table(columns), target)
    return target


def _events(
    table: Table,
    cases: Table,
    activities: Table,
    roles: Table,
    attributes: list[Attribute],
    *,
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
        **{each.name: typed(joined[each.field], each.kind) for each in of_event},
    }
    return joined.select(**columns).order_by("case", "position")
