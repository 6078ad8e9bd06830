"""Which reader a source asks for: the one place where readers are chosen."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beide.engine import Engine
from beide.errors import UnknownFormat, WrongOption
from beide.log._model import Columns
from beide.log.readers._source import Source, Told
from beide.log.readers.database_place import Place, is_address, place_of

if TYPE_CHECKING:
    from beide.log.privacy import Roles

RESOURCE = "org:resource"
_KINDS = {
    ".xes": "xes",
    ".xes.gz": "xes",
    ".csv": "csv",
    ".csv.gz": "csv",
    ".tsv": "csv",
    ".tsv.gz": "csv",
    ".txt": "csv",
    ".txt.gz": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".parquet": "parquet",
    ".jsonocel": "ocel",
    ".json": "ocel",
    ".json.gz": "ocel",
    ".xmlocel": "ocel",
    ".xml": "ocel",
    ".xml.gz": "ocel",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
FORMATS = tuple(_KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What was said about the source itself."""

    columns: Columns | None = None
    delimiter: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    object_type: str | None = None
    table: str | None = None
    query: str | None = None
    address: str | None = None
    roles: "Roles | None" = None

    @property
    def people(self) -> str | None:
        """The column with people who become roles: the named one, else XES's own."""
        if self.roles is None:
            return None
        return self.columns.people if self.columns else RESOURCE


def kind_of(source: str | Path) -> str:
    """Return which reader a source's name asks for, or raise ``UnknownFormat``."""
    if is_address(source):
        return "database"
    path = Path(source)
    for ending, kind in _KINDS.items():
        if path.name.lower().endswith(ending):
            return kind
    raise UnknownFormat(file=path.name, formats=", ".join(FORMATS))


def name_of(source: str | Path) -> str | Path:
    """Return a file's path, or of a database the name without its address."""
    return place_of(str(source)).name if is_address(source) else source


def read_source(kind: str, path: Path, work: Path, engine: Engine, how: How, told: Told) -> Source:
    """Copy a source to Parquet, all as text, and let people become roles where that was asked."""
    _check_people(how)
    found = _read_source(kind, path, work, engine, how, told)
    if how.roles is None:
        from beide.log.privacy._refuse import refuse_people

        refuse_people(engine, found)
        return found
    from beide.log.privacy._roles import with_roles

    return with_roles(engine, found, work, how.roles)


def _check_people(how: How) -> None:
    """Raise ``WrongOption`` when it is not clear who becomes a role, or how."""
    people, role = (how.columns.people, how.columns.role) if how.columns else (None, None)
    if how.columns and (people is None) != (how.roles is None):
        raise WrongOption(
            option="roles",
            value=how.roles,
            expected_nl="gegeven samen met Columns(people=...)",
            expected_en="given together with Columns(people=...)",
        )
    if people and role:
        raise WrongOption(
            option="role",
            value=role,
            expected_nl="leeg als mensen rollen worden (people)",
            expected_en="left out when people become roles (people)",
        )


def _read_source(kind: str, path: Path, work: Path, engine: Engine, how: How, told: Told) -> Source:
    match kind:
        case "xes":
            from beide.log.readers.xes import read_xes

            return read_xes(path, work, columns=how.columns, people=how.people, told=told)
        case "parquet":
            from beide.log.readers.parquet import read_parquet

            return read_parquet(path, work, engine=engine, columns=how.columns, told=told)
        case "xlsx":
            from beide.log.readers.xlsx import read_xlsx

            return read_xlsx(path, work, columns=how.columns, sheet=how.sheet, told=told)
        case "ocel":
            return _read_ocel(path, work, how, told)
        case "sqlite":
            return _read_sqlite(path, work, how, told)
        case "database":
            return _read_database(place_of(how.address or ""), work, how, told)
    from beide.log.readers.csv import read_csv

    return read_csv(
        path,
        work,
        engine=engine,
        columns=how.columns,
        delimiter=how.delimiter,
        encoding=how.encoding,
        told=told,
    )


def _read_ocel(path: Path, work: Path, how: How, told: Told) -> Source:
    from beide.log.readers.ocel import read_ocel

    return read_ocel(
        path,
        work,
        columns=how.columns,
        object_type=how.object_type,
        people=how.people,
        told=told,
    )


def _read_sqlite(path: Path, work: Path, how: How, told: Told) -> Source:
    from beide.log.readers.ocel_sqlite import is_ocel

    if not (how.table or how.query) and is_ocel(path):
        return _read_ocel(path, work, how, told)
    return _read_database(Place(kind="sqlite", database=str(path)), work, how, told)


def _read_database(place: Place, work: Path, how: How, told: Told) -> Source:
    from beide.log.readers.database import Asked, read_database

    asked = Asked(table=how.table, query=how.query)
    return read_database(place, work, columns=how.columns, asked=asked, told=told)
