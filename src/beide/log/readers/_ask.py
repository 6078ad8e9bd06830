"""Whether the columns that were asked for are there, and may be kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beide.errors import ColumnsNeeded, DuplicateColumn, MissingColumn, PersonColumn, UnreadableFile
from beide.log._model import Columns
from beide.log._privacy import names_a_person

_MOST_COLUMNS = 2000
LIFECYCLE = "lifecycle:transition"


def asked(columns: Columns) -> tuple[str, ...]:
    """Return every column that a caller named, once."""
    named = (
        columns.case,
        columns.activity,
        columns.time,
        columns.start,
        columns.role,
        columns.lifecycle,
        columns.people,
        *(columns.attributes or ()),
    )
    return tuple(dict.fromkeys(name for name in named if name))


def check_names(file: str, names: Sequence[str]) -> None:
    """Raise ``DuplicateColumn`` when a name occurs twice; columns without a name may."""
    check_width(file, len(names))
    for name, count in Counter(names).items():
        if count > 1 and name:
            raise DuplicateColumn(file=file, column=name, count=count)


def check_width(file: str, columns: int) -> None:
    """Raise ``UnreadableFile`` when there are more columns than any event log has."""
    if columns > _MOST_COLUMNS:
        raise UnreadableFile(
            file=file,
            reason_nl=f"het heeft meer dan {_MOST_COLUMNS} kolommen; bewaar alleen de kolommen die "
            "je nodig hebt",
            reason_en=f"it has more than {_MOST_COLUMNS} columns; keep only the columns that you "
            "need",
        )


def checked(file: str, columns: Columns | None, present: Sequence[str]) -> Columns:
    """Return the columns that were asked for, all of which are there and may be kept."""
    check_names(file, present)
    if columns is None:
        raise ColumnsNeeded(file=file, columns=", ".join(present))
    check_present(file, columns, present)
    check_no_person(file, columns)
    return with_lifecycle(columns, present)


def with_lifecycle(columns: Columns, present: Sequence[str]) -> Columns:
    """Return the columns, with the standard's transitions where those occur and none were named."""
    if columns.lifecycle is not None or LIFECYCLE not in present:
        return columns
    return replace(columns, lifecycle=LIFECYCLE)


def check_present(file: str, columns: Columns, present: Sequence[str]) -> None:
    """Raise ``MissingColumn`` for the first named column that the file has not."""
    for name in asked(columns):
        if name not in present:
            raise MissingColumn(file=file, column=name, columns=", ".join(present))


def check_no_person(file: str, columns: Columns) -> None:
    """Raise ``PersonColumn`` when people would be kept as roles, steps or attributes."""
    kept: Iterable[str | None] = (columns.role, columns.activity, *(columns.attributes or ()))
    for name in kept:
        if name and names_a_person(name):
            raise PersonColumn(file=file, column=name)


def other_columns(
    columns: Columns, present: Iterable[str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return which further columns to look at, and which are dropped, with why."""
    if columns.attributes is not None:
        others = (columns.case, columns.lifecycle, columns.people)
        return tuple(name for name in columns.attributes if name not in others), {}
    rest = [name for name in present if name not in asked(columns)]
    people = {name: "person" for name in rest if names_a_person(name)}
    return tuple(name for name in rest if name not in people), people
