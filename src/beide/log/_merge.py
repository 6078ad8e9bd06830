"""Two normalised logs as one table of events, without what both have."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from beide.engine import Engine, Table
from beide.log._attributes import Attribute
from beide.log._model import Log
from beide.log._pairing import COMPLETE, START, pair

_SAME = ("case", "activity", "role", "start", "time", "lifecycle")
"""What makes two events one; of equal ones, the first of both logs are one, and so on."""

_CASE_APART, _LOG_APART = 2**31, 2**62
_OWN = ("row", *_SAME, "old")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The events of two logs, ready to be normalised.

    ``known`` events of the later log were in the earlier one, ``added`` were not. ``changed`` cases
    have another attribute in the later log.
    """

    table: Table
    attributes: list[Attribute]
    known: int
    added: int
    changed: int


def merge(engine: Engine, earlier: Log, later: Log, work: Path) -> Merged:
    """Join two logs that were read with the same key.

    An event that both have is there once: equal case, activity, role, start, time and transition,
    and as often as in the log that has it most often. A start that was left without a completion
    in one log and has it in the other is one event. An attribute of a case is the later one.

    Parameters
    ----------
    engine
        Computes.
    earlier, later
        The logs; of what both tell of a case, the later one is right.
    work
        A folder for temporary files.
    """
    found = [_decoded(engine, log, old=log is earlier) for log in (earlier, later)]
    attributes = _attributes(earlier, later)
    fields = {each.field: each.name for each in attributes}
    kinds = _kinds(found, fields)
    aligned = [_aligned(table, fields, kinds) for table in found]
    numbered = [_numbered(table) for table in aligned]
    old, new = (
        engine.read_parquet([_written(engine, table, work / f"{name}.parquet")])
        for table, name in zip(numbered, ("earlier", "later"), strict=True)
    )
    fresh = new.anti_join(old, [new[name].identical_to(old[name]) for name in (*_SAME, "nth")])
    added = engine.read_parquet([_written(engine, fresh, work / "added.parquet")])
    union = _of_one_case(
        old.drop("nth").union(added.drop("nth")), new, [each for each in attributes if each.of_case]
    )
    together = engine.read_parquet([_written(engine, union, work / "together.parquet")])
    counts = [engine.rows(table.aggregate(n=table.count()))[0]["n"] for table in (new, added)]
    return Merged(
        table=_completed(engine, together, work).drop("old"),
        attributes=attributes,
        known=counts[0] - counts[1],
        added=counts[1],
        changed=_changed(engine, earlier, later, old, new, attributes),
    )


def _written(engine: Engine, table: Table, target: Path) -> Path:
    engine.write_parquet(table, target)
    return target


def _decoded(engine: Engine, log: Log, *, old: bool) -> Table:
    """Return a log's events with names for codes, and the attributes of their case beside them."""
    import ibis

    parts = {
        part: engine.read_parquet([log.path / f"{part}.parquet"])
        for part in ("events", "cases", "activities", "roles")
    }
    events, cases = parts["events"], parts["cases"]
    activities = parts["activities"].select(activity_code="code", activity_name="name")
    roles = parts["roles"].select(role_code="code", role_name="name")
    of_case = cases.select(
        case_code="case",
        id_hash="id_hash",
        **{f"of_case_{name}": cases[name] for name in log.about.case_attributes},
    )
    joined = (
        events.join(of_case, events["case"] == of_case.case_code)
        .join(activities, events.activity == activities.activity_code)
        .left_join(roles, events.role == roles.role_code)
    )
    first = 0 if old else _LOG_APART
    place = joined["case"].cast("int64") * _CASE_APART + joined.position
    kept = {name: joined[f"of_case_{name}"] for name in log.about.case_attributes}
    kept |= {name: joined[name] for name in log.about.event_attributes}
    return joined.select(
        row=place + first,
        case=joined.id_hash,
        activity=joined.activity_name,
        role=joined.role_name,
        start=joined.start,
        time=joined.time,
        lifecycle=joined.lifecycle if "lifecycle" in events.columns else ibis.null("string"),
        old=ibis.literal(old),
        **{f"kept_{name}": column for name, column in kept.items()},
    )


def _attributes(earlier: Log, later: Log) -> list[Attribute]:
    """Return the attributes of both logs; one is of the case when no log has it of the event."""
    of_event = {*earlier.about.event_attributes, *later.about.event_attributes}
    names = dict.fromkeys(
        name
        for log in (earlier, later)
        for name in (*log.about.case_attributes, *log.about.event_attributes)
    )
    return [
        Attribute(name=name, field=f"a{number}", kind="as it is", of_case=name not in of_event)
        for number, name in enumerate(names)
    ]


def _kinds(found: list[Table], fields: Mapping[str, str]) -> dict[str, str]:
    """Return what each attribute holds: what both logs say, else text."""
    kinds = {}
    for field, name in fields.items():
        told = {
            str(table.schema()[f"kept_{name}"])
            for table in found
            if f"kept_{name}" in table.columns
        }
        kinds[field] = told.pop() if len(told) == 1 else "string"
    return kinds


def _aligned(table: Table, fields: Mapping[str, str], kinds: Mapping[str, str]) -> Table:
    """Return a log's events with the same columns as the other's."""
    import ibis

    def kept(field: str) -> Table:
        name = f"kept_{fields[field]}"
        if name not in table.columns:
            return ibis.null(kinds[field])
        return table[name].cast(kinds[field])

    return table.select(*_OWN, **{field: kept(field) for field in fields})


def _numbered(table: Table) -> Table:
    """Return the events with which of the equal ones in its log each is."""
    import ibis

    equal = ibis.window(group_by=[table[name] for name in _SAME], order_by=table.row)
    return table.mutate(nth=ibis.row_number().over(equal))


def _of_one_case(events: Table, later: Table, of_case: list[Attribute]) -> Table:
    """Return the events with, of each case, the attributes that the later log has."""
    if not of_case:
        return events
    fields = [each.field for each in of_case]
    newest = later.group_by("case").aggregate(
        **{f"new_{field}": later[field].max() for field in fields}
    )
    told = newest.rename(new_case="case")
    joined = events.left_join(told, events["case"] == told.new_case)
    return joined.select(
        **{
            name: joined[f"new_{name}"].coalesce(joined[name]) if name in fields else joined[name]
            for name in events.columns
        }
    )


def _completed(engine: Engine, table: Table, work: Path) -> Table:
    """Return the events where a start of one log has found its completion in the other."""
    import ibis

    alone = (table.lifecycle.lower() == START) & table.start.isnull()
    begun, rest = table.filter(alone), table.filter(~alone | alone.isnull())
    have = rest.filter(rest.start.notnull())
    left = begun.anti_join(
        have,
        [
            begun["case"] == have["case"],
            begun.activity == have.activity,
            begun.time == have.start,
        ],
    )
    ends = ~rest.old & (rest.lifecycle.lower() == COMPLETE) & rest.start.isnull()
    loose = rest.filter(ends).union(left.filter(left.old))
    paired = pair(engine, loose.mutate(hand=ibis.null("string")), work)
    joined = paired.table.select(*table.columns)
    return rest.filter(~ends | ends.isnull()).union(left.filter(~left.old)).union(joined)


def _changed(
    engine: Engine, earlier: Log, later: Log, old: Table, new: Table, attributes: list[Attribute]
) -> int:
    """Count the cases of which the later log tells another attribute than the earlier one."""
    import ibis

    shared = {*earlier.about.case_attributes, *later.about.case_attributes}
    fields = [each.field for each in attributes if each.of_case and each.name in shared]
    if not fields:
        return 0
    before, after = (
        table.group_by("case").aggregate(**{field: table[field].max() for field in fields})
        for table in (old, new)
    )
    same = before.rename(before_case="case", **{f"before_{field}": field for field in fields})
    both = after.join(same, after["case"] == same.before_case)
    other = ibis.or_(
        *(
            both[field].notnull() & ~both[field].identical_to(both[f"before_{field}"])
            for field in fields
        )
    )
    return int(engine.rows(both.aggregate(n=other.sum()))[0]["n"] or 0)
