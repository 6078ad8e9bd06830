"""Reading a source into the normalised log."""

import atexit
import secrets
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from beide.engine import Engine, temporary
from beide.errors import UnknownFormat, WrongOption
from beide.log._attributes import Attribute
from beide.log._attributes import decide as decide_attributes
from beide.log._clean import Cleaned, clean
from beide.log._model import (
    About,
    Columns,
    Dropped,
    Log,
    OnMissing,
    Progress,
    ProgressCallback,
    utc,
)
from beide.log._normalise import Written, normalise
from beide.log._store import check_free, open_log, write_about, written_at_once
from beide.log.readers._files import check_file
from beide.log.readers._source import Source

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
}
FORMATS = tuple(_KINDS)
_READING = 0.4
"""The share of the work that reading the file itself takes, about."""


def read(
    source: str | Path,
    *,
    into: str | Path | None = None,
    columns: Columns | None = None,
    key: bytes | None = None,
    drop_activities: Sequence[str] = (),
    time_format: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    on_missing: OnMissing = "refuse",
    progress: ProgressCallback | None = None,
) -> Log:
    """Read an event log, normalise it once, and keep it as a folder of Parquet files.

    People are not kept: ``org:resource`` and every column whose name says that it holds people are
    left out, roles or teams take their place. Case ids are not kept either, only the first 16
    hexadecimals of ``sha256(key || id)``.

    Parameters
    ----------
    source
        A file that ends in ``.xes``, ``.csv``, ``.tsv`` or ``.txt``, packed with gzip (``.gz``) or
        not, or in ``.xlsx`` (Excel) or ``.parquet``.
    into
        The folder to make, by habit ``name.log``. An earlier log there is replaced when the new one
        is whole. Default a temporary folder that goes when Python ends.
    columns
        Which column holds what. Needed for all but XES; there the standard's attributes are the
        default, with ``org:role``, else ``org:group``, as the role.
    key
        The secret for the case ids' hashes. With the same key a case has the same hash in every
        log. Default a fresh random key that is not kept, so that nobody can lead a hash back.
    drop_activities
        Activities to leave out, such as the artificial ``Start`` and ``End`` of some exports.
    time_format
        How the times are written, as in ``strptime``: ``"%d/%m/%Y %H:%M"``. Default decided from
        all values of the column together; when they leave it open, the reader asks.
    delimiter
        What stands between the values of a CSV file; default found by the named columns.
    encoding
        How a CSV file's text is encoded, such as ``"cp1252"``; default decided from all its bytes.
    sheet
        The name of an Excel sheet; default the first that is not hidden.
    on_missing
        What to do with rows without a case, an activity or a time: ``"refuse"`` the file or
        ``"drop"`` those rows (the log says how many).
    progress
        Called now and then with how far the reading is.

    Returns
    -------
    Log
        The log. Times are UTC in microseconds; a time without a zone is taken as UTC, and
        ``log.about`` says how many there were and what else was assumed or left out.

    Raises
    ------
    InputError
        ``UnreadableFile``, ``UnknownFormat``, ``MissingColumn``, ``DuplicateColumn``,
        ``PersonColumn``, ``RaggedRow``, ``WrongValue``, ``MissingValue``, ``OpenDates``,
        ``WrongOption`` or ``OccupiedFolder``, each with what to do.
    TooLittleData
        When there is no event in the source.
    """
    path = Path(source)
    kind = kind_of(path)
    if on_missing not in ("refuse", "drop"):
        raise WrongOption(
            option="on_missing",
            value=on_missing,
            expected_nl="'refuse' of 'drop'",
            expected_en="'refuse' or 'drop'",
        )
    check_file(path)
    target = Path(into) if into is not None else _passing_folder(path)
    check_free(target)
    told = progress or _silent
    with tempfile.TemporaryDirectory(prefix="beide-") as scratch:
        work = Path(scratch)
        with temporary(work) as engine, written_at_once(target) as folder:
            how = _How(columns=columns, delimiter=delimiter, encoding=encoding, sheet=sheet)
            found = _source(kind, path, work, engine, how, told)
            told(Progress(step="checking", share=_READING))
            cleaned = clean(
                engine,
                found,
                work,
                drop_activities=tuple(drop_activities),
                time_format=time_format,
                on_missing=on_missing,
            )
            about = _write(engine, found, cleaned, folder, work, key=key, told=told)
            write_about(folder, about)
    told(Progress(step="writing", share=1.0))
    return open_log(target)


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """What was said about the file itself."""

    columns: Columns | None
    delimiter: str | None
    encoding: str | None
    sheet: str | None


def _silent(_: Progress) -> None:
    return None


def kind_of(path: Path) -> str:
    """Return which reader a file's name asks for, or raise ``UnknownFormat``."""
    for ending, kind in _KINDS.items():
        if path.name.lower().endswith(ending):
            return kind
    raise UnknownFormat(file=path.name, formats=", ".join(FORMATS))


def _passing_folder(path: Path) -> Path:
    """Return where to put a log that is gone when Python ends."""
    folder = Path(tempfile.mkdtemp(prefix="beide-log-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / f"{path.name.split('.')[0]}.log"


def _source(
    kind: str, path: Path, work: Path, engine: Engine, how: _How, told: ProgressCallback
) -> Source:
    def reading(share: float) -> None:
        told(Progress(step="reading", share=_READING * share))

    match kind:
        case "xes":
            from beide.log.readers.xes import read_xes

            return read_xes(path, work, columns=how.columns, told=reading)
        case "parquet":
            from beide.log.readers.parquet import read_parquet

            return read_parquet(path, work, engine=engine, columns=how.columns, told=reading)
        case "xlsx":
            from beide.log.readers.xlsx import read_xlsx

            return read_xlsx(path, work, columns=how.columns, sheet=how.sheet, told=reading)
    from beide.log.readers.csv import read_csv

    return read_csv(
        path,
        work,
        engine=engine,
        columns=how.columns,
        delimiter=how.delimiter,
        encoding=how.encoding,
        told=reading,
    )


def _write(
    engine: Engine,
    source: Source,
    cleaned: Cleaned,
    folder: Path,
    work: Path,
    *,
    key: bytes | None,
    told: ProgressCallback,
) -> About:
    attributes, left_out = decide_attributes(
        engine,
        cleaned.table,
        fields={name: source.fields[name] for name in source.attributes},
        choose=source.choose,
    )
    written = normalise(
        engine,
        cleaned.table,
        folder,
        work,
        attributes=attributes,
        lifecycle=source.lifecycle is not None,
        key=secrets.token_bytes(32) if key is None else key,
        told=told,
    )
    return _about(source, cleaned, attributes, left_out, written)


def _about(
    source: Source,
    cleaned: Cleaned,
    attributes: list[Attribute],
    left_out: dict[str, str],
    written: Written,
) -> About:
    columns = asdict(source.columns)
    del columns["attributes"]
    return About(
        source=source.name,
        kind=source.kind,
        cases=written.cases,
        events=written.events,
        activities=written.activities,
        roles=written.roles,
        from_=utc(written.span["first"]),
        until=utc(written.span["last"]),
        rows_read=cleaned.rows_read,
        columns=columns,
        case_attributes=tuple(each.name for each in attributes if each.of_case),
        event_attributes=tuple(each.name for each in attributes if not each.of_case),
        time_format=cleaned.style.name,
        zone_assumed="UTC",
        times_without_zone=cleaned.times_without_zone,
        starts_after_end=cleaned.starts_after_end,
        dropped=Dropped(
            rows_without_value=cleaned.rows_without_value,
            activities=cleaned.activities_dropped,
            columns={**source.dropped, **left_out},
        ),
        encoding=source.encoding,
        delimiter=source.delimiter,
        sheet=source.sheet,
    )
