"""OCEL 2.0, the standard for events that touch several objects, seen from one type of object."""

from collections.abc import Callable, Mapping
from pathlib import Path

from beide.errors import ObjectTypeNeeded, PersonColumn, TooLittleData, WrongOption
from beide.log._model import Columns
from beide.log._privacy import names_a_person
from beide.log.readers import _ask
from beide.log.readers._source import Source
from beide.log.readers._spool import Spool
from beide.log.readers.ocel_json import take_json
from beide.log.readers.ocel_sqlite import take_sqlite
from beide.log.readers.ocel_store import Row, Store
from beide.log.readers.ocel_xml import take_xml
from beide.log.readers.xes import ACTIVITY, CASE, ROLES, START, TIME
from beide.text import Text

_TAKE: Mapping[str, Callable[[Path, Store, Callable[[float], None]], None]] = {
    ".jsonocel": take_json,
    ".json": take_json,
    ".xmlocel": take_xml,
    ".xml": take_xml,
}
_TAKING = 0.7


def read_ocel(
    path: Path,
    work: Path,
    *,
    columns: Columns | None,
    object_type: str | None,
    people: str | None = None,
    told: Callable[[float], None],
) -> Source:
    """Copy the events of an OCEL 2.0 file to Parquet, one row for each object of a type.

    An event that touches several objects of the type counts for each of them. Attributes of the
    object, whose names begin with ``case:``, are those that held at the time of the event.

    Parameters
    ----------
    path
        The file: SQLite, JSON or XML; the last two packed with gzip or not.
    work
        A folder for temporary files.
    columns
        Which attribute holds what; default the names of XES, as which the standard's id, type and
        time are read.
    object_type
        The type of object that is the case. May be left out when there is one.
    people
        The attribute with people, where they are to become roles.
    told
        Called with the share of the file read.

    Raises
    ------
    UnreadableFile
        When the file is damaged or not OCEL 2.0, an id occurs twice, or an object is not there.
    ObjectTypeNeeded, WrongOption
        When the type has to be said, or there is none of that name.
    MissingColumn, PersonColumn
        When a named attribute does not occur, or it or the type is about people.
    WrongValue
        When the time of a value cannot be read.
    """
    if columns is not None:
        _ask.check_no_person(path.name, columns)
    spool = Spool(work, keep=lambda name: name == people or not names_a_person(name))
    with Store(path.name, work) as store:
        _taker(path)(path, store, lambda share: told(_TAKING * share))
        chosen = _case_type(store, object_type)
        store.check_ties()
        for row in store.rows(chosen):
            _spool(spool, row)
        notes = _notes(store, chosen)
    spool.flush()
    told(1.0)
    return _source(path, spool, columns or _standard(tuple(spool.fields), people), notes)


def _taker(path: Path) -> Callable[[Path, Store, Callable[[float], None]], None]:
    name = path.name.lower().removesuffix(".gz")
    return next((take for end, take in _TAKE.items() if name.endswith(end)), take_sqlite)


def _case_type(store: Store, asked: str | None) -> str:
    """Return the type of object that is the case, never one of people."""
    types = store.types()
    if not types:
        raise TooLittleData(
            what_nl=f"in {store.file} staat geen enkel object",
            what_en=f"{store.file} holds no object at all",
            needed_nl="een bestand met minstens één object en één gebeurtenis",
            needed_en="a file with at least one object and one event",
        )
    counts = ", ".join(f"{name} ({count})" for name, count in types.items())
    if asked is not None and asked not in types:
        raise WrongOption(
            option="object_type",
            value=asked,
            expected_nl=f"een van de soorten objecten: {counts}",
            expected_en=f"one of the types of object: {counts}",
        )
    if asked is not None and names_a_person(asked):
        raise PersonColumn(file=store.file, column=asked)
    if asked is None and len(types) > 1:
        example = next((name for name in types if not names_a_person(name)), "...")
        raise ObjectTypeNeeded(file=store.file, types=counts, example=example)
    return asked or next(iter(types))


def _spool(spool: Spool, row: Row) -> None:
    standard = {ACTIVITY: row.activity, TIME: row.time}
    event = row.of_event | {name: value for name, value in standard.items() if value is not None}
    case = {f"case:{name}": value for name, value in row.of_case.items()} | {CASE: row.case}
    spool.lines.append(row.line)
    spool.add(event, case)
    spool.flush_when_full()


def _notes(store: Store, object_type: str) -> tuple[Text, ...]:
    """Tell of the events that belong to no case."""
    outside = store.outside(object_type)
    if not outside:
        return ()
    says = Text(
        nl="Gebeurtenissen die bij geen enkel object van de soort '{kind}' horen, en dus niet in "
        "het log staan: {outside} van de {events}.",
        en="Events that touch no object of the type '{kind}', so they are not in the log: "
        "{outside} of {events}.",
    )
    return (says.format(outside=outside, events=store.events, kind=object_type),)


def _source(path: Path, spool: Spool, columns: Columns, notes: tuple[Text, ...]) -> Source:
    present = tuple(spool.fields)
    chosen = _ask.with_lifecycle(columns, present)
    if present:
        _ask.check_present(path.name, chosen, present)
    attributes, _ = _ask.other_columns(chosen, present)
    return Source(
        name=path.name,
        kind="ocel",
        fields=spool.fields,
        parts=tuple(spool.parts),
        columns=chosen,
        attributes=attributes,
        choose=chosen.attributes is None,
        line=spool.line,
        lifecycle=chosen.lifecycle,
        dropped=dict.fromkeys(sorted(spool.left_out), "person"),
        notes=notes,
    )


def _standard(present: tuple[str, ...], people: str | None) -> Columns:
    return Columns(
        case=CASE,
        activity=ACTIVITY,
        time=TIME,
        start=START if START in present else None,
        role=None if people else next((role for role in ROLES if role in present), None),
        attributes=None,
        people=people,
    )
