"""Reading a source into the normalised log."""

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

from beide.engine import temporary
from beide.errors import WrongOption
from beide.log._kinds import How, kind_of, name_of, read_source
from beide.log._make import Wishes, make
from beide.log._model import (
    Columns,
    Log,
    OnLifecycle,
    OnMissing,
    Progress,
    ProgressCallback,
)
from beide.log._progress import Told
from beide.log._store import check_free, open_log, write_about, written_at_once
from beide.log._zones import checked_zone
from beide.log.privacy import Roles
from beide.log.readers._files import check_file, fingerprint

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
    zone: str | None = None,
    ends: Sequence[str] = (),
    starts: Sequence[str] = (),
    lifecycle: OnLifecycle = "pair",
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    object_type: str | None = None,
    table: str | None = None,
    query: str | None = None,
    roles: Roles | None = None,
    on_missing: OnMissing = "refuse",
    now: datetime | None = None,
    progress: ProgressCallback | None = None,
) -> Log:
    """Read an event log, normalise it once, and keep it as a folder of Parquet files.

    People are not kept: ``org:resource`` and every column whose name says that it holds people are
    left out, roles or teams take their place. Case ids are not kept either, only the first 16
    hexadecimals of their HMAC-SHA256 under a key.

    Parameters
    ----------
    source
        A file that ends in ``.xes``, ``.csv``, ``.tsv`` or ``.txt``, packed with gzip (``.gz``) or
        not, or in ``.xlsx`` (Excel) or ``.parquet``. Or OCEL 2.0: ``.json``, ``.xml`` or
        ``.sqlite``. Or the address of a database, ``postgresql://user@host/name``, with ``mysql``,
        ``mariadb`` or ``sqlite`` likewise.
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
    zone
        The zone of times that name none, such as ``"Europe/Amsterdam"``; default UTC. A time that
        the clock there skipped or showed twice is told.
    ends, starts
        The activities with which a case ends, and begins. Default learnt from the cases that are
        long over. Cases that are not finished, or began before the log does, are marked.
    lifecycle
        What to do with transitions such as ``start`` and ``complete``: ``"pair"`` them into one
        event with a start, or ``"keep"`` each as an event.
    delimiter
        What stands between the values of a CSV file; default found by the named columns.
    encoding
        How a CSV file's text is encoded, such as ``"cp1252"``; default decided from all its bytes.
    sheet
        The name of an Excel sheet; default the first that is not hidden.
    object_type
        Which type of object is the case, in OCEL.
    table, query
        What to read of a database: a table, or the answer to a ``SELECT``.
    roles
        How the people in ``columns.people`` (in XES ``org:resource``) become roles:
        ``ListedRoles`` by a list of the host's, ``FoundRoles`` by what they do. Default people are
        left out.
    on_missing
        What to do with rows without a case, an activity or a time: ``"refuse"`` the file or
        ``"drop"`` those rows (the log says how many).
    now
        The moment of reading, after which times are in the future; default this moment.
    progress
        Called now and then with how far the reading is. When it raises, reading stops and nothing
        is kept.

    Returns
    -------
    Log
        The log. Times are UTC in microseconds; ``log.checks`` is the report: what was
        read, left out and assumed, and what stands out.

    Raises
    ------
    InputError
        ``UnreadableFile``, ``UnknownFormat``, ``MissingColumn``, ``DuplicateColumn``,
        ``PersonColumn``, ``RaggedRow``, ``WrongValue``, ``MissingValue``, ``OpenDates``,
        ``WrongOption`` or ``OccupiedFolder``, each with what to do.
    TooLittleData
        When there is no event in the source.
    """
    path = Path(name_of(source))
    kind = kind_of(source)
    _check_choice("on_missing", on_missing, OnMissing)
    _check_choice("lifecycle", lifecycle, OnLifecycle)
    wishes = Wishes(
        now=(now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None),
        key=key,
        drop_activities=drop_activities,
        time_format=time_format,
        zone=None if zone is None else checked_zone(zone),
        on_missing=on_missing,
        lifecycle=lifecycle,
        ends=ends,
        starts=starts,
    )
    if kind != "database":
        check_file(path)
    target = Path(into) if into is not None else _passing_folder(path)
    check_free(target)
    how = How(
        columns=columns,
        delimiter=delimiter,
        encoding=encoding,
        sheet=sheet,
        object_type=object_type,
        table=table,
        query=query,
        roles=roles,
        address=str(source),
    )
    told = Told(progress)
    _read(kind, path, target, how, wishes, told)
    told(Progress(step="writing", share=1.0))
    return open_log(target)


def _read(kind: str, path: Path, target: Path, how: How, wishes: Wishes, told: Told) -> None:
    """Read a source into a folder, which is there when all went well and not before."""

    def reading(share: float) -> None:
        told(Progress(step="reading", share=_READING * share))

    with tempfile.TemporaryDirectory(prefix="beide-") as scratch:
        work = Path(scratch)
        with temporary(work) as engine, written_at_once(target) as folder:
            found = read_source(kind, path, work, engine, how, reading)
            told(Progress(step="checking", share=_READING))
            mark = None if kind == "database" else fingerprint(path)
            about = make(engine, found, folder, work, wishes=wishes, fingerprint=mark, told=told)
            write_about(folder, about)


def _check_choice(option: str, value: str, known: Any) -> None:
    one, other = get_args(known)
    if value not in (one, other):
        raise WrongOption(
            option=option,
            value=value,
            expected_nl=f"'{one}' of '{other}'",
            expected_en=f"'{one}' or '{other}'",
        )


def _passing_folder(path: Path) -> Path:
    """Return where to put a log that is gone when Python ends."""
    folder = Path(tempfile.mkdtemp(prefix="beide-log-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / f"{path.name.split('.')[0]}.log"
