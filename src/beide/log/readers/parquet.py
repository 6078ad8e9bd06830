"""Parquet: columns with types, streamed through the engine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from beide.engine import Engine
from beide.log._model import Columns
from beide.log.readers import _ask
from beide.log.readers._files import unreadable
from beide.log.readers._source import Source


def read_parquet(
    path: Path,
    work: Path,
    *,
    engine: Engine,
    columns: Columns | None,
    told: Callable[[float], None],
) -> Source:
    """Copy the named columns of a Parquet file, all as text, in a constant amount of memory.

    Parameters
    ----------
    path
        The file.
    work
        A folder for temporary files.
    engine
        Reads the file.
    columns
        Which column holds what; ``None`` is answered with the names there are.
    told
        Called with the share of the file read.

    Raises
    ------
    UnreadableFile
        When the file is not Parquet, is damaged, or a named column holds lists, records or bytes.
    ColumnsNeeded, MissingColumn, DuplicateColumn, PersonColumn
        When nobody says which columns, a named one is absent, a name occurs twice, or a column is
        about people.
    """
    told(0.0)
    schema = schema_of(path)
    names = [name.strip() for name in schema.names]
    columns = _ask.checked(path.name, columns, names)
    deep = [name for name, kind in zip(names, schema.types, strict=True) if _is_deep(kind)]
    for name in _ask.asked(columns):
        if name in deep:
            raise _too_deep(path, name)
    unread = deep if columns.attributes is None else []
    others, dropped = _ask.other_columns(columns, [name for name in names if name not in deep])
    wanted = dict.fromkeys((*_ask.asked(columns), *others))
    part = work / "part-00000.parquet"
    keep = [names.index(name) for name in wanted]
    engine.parquet_to_text(path, part, columns=len(names), keep=keep)
    told(1.0)
    return Source(
        name=path.name,
        kind="parquet",
        fields={name: f"c{names.index(name)}" for name in wanted},
        parts=(part,),
        columns=columns,
        attributes=others,
        lifecycle=columns.lifecycle,
        choose=columns.attributes is None,
        line=lambda row: row + 1,
        dropped={**dropped, **dict.fromkeys(unread, "nested")},
    )


def schema_of(path: Path) -> Any:
    """Return the names and types of a Parquet file's columns, as pyarrow has them.

    Raises ``UnreadableFile`` when the file is not Parquet, or its end is not there.
    """
    from pyarrow import parquet

    with explained(path):
        return parquet.read_schema(path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what pyarrow says about a file into an error that Beide can tell."""
    import pyarrow as pa

    try:
        yield
    except PermissionError as error:
        raise unreadable(path, "je mag het niet lezen", "you may not read it") from error
    except (pa.ArrowException, OSError) as error:
        raise unreadable(
            path,
            "het is geen Parquet, of het is beschadigd of afgebroken; haal het opnieuw op",
            "it is not Parquet, or it is damaged or cut off; fetch it again",
        ) from error


def _is_deep(kind: Any) -> bool:
    """Tell whether a column holds more in a row than one value that people can read."""
    from pyarrow import types

    return bool(
        types.is_nested(kind)
        or types.is_binary(kind)
        or types.is_large_binary(kind)
        or types.is_fixed_size_binary(kind)
    )


def _too_deep(path: Path, column: str) -> Exception:
    return unreadable(
        path,
        f"kolom '{column}' bevat lijsten, groepen van waarden of bytes; "
        "maak er één waarde per rij van",
        f"column '{column}' holds lists, groups of values or bytes; make it one value a row",
    )
