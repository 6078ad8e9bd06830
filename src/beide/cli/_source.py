"""The options of commands that read a source, and the reading itself."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from beide.cli._say import Option, language
from beide.text import Text

if TYPE_CHECKING:
    from datetime import timedelta

    from beide.log import Columns, Log, Progress
    from beide.log.guess import Guess
    from beide.log.privacy import Roles

Command = TypeVar("Command", bound=Callable[..., Any])

_COLUMNS = {
    "case": Text(nl="Kolom met de casus.", en="Column with the case."),
    "activity": Text(nl="Kolom met de stap.", en="Column with the activity."),
    "time": Text(
        nl="Kolom met de tijd dat de stap klaar was.", en="Column with the time it ended."
    ),
    "start": Text(nl="Kolom met de tijd dat de stap begon.", en="Column with the time it began."),
    "role": Text(nl="Kolom met de rol of het team.", en="Column with the role or team."),
    "person": Text(
        nl="Kolom met mensen, die rollen worden naar wat ze doen of met --roles.",
        en="Column with people, who become roles by what they do or with --roles.",
    ),
    "lifecycle": Text(
        nl="Kolom die zegt of een rij een begin (start) of einde (complete) is.",
        en="Column that says whether a row is a start or a completion (complete).",
    ),
}
_HOW = {
    "delimiter": Text(
        nl="Scheidingsteken, zoals ; of tab.", en="What stands between values: ; or tab."
    ),
    "encoding": Text(
        nl="Codering van de tekst, zoals cp1252.", en="How the text is encoded, such as cp1252."
    ),
    "roles": Text(
        nl="Bestand met twee kolommen: de persoon en de rol of het team.",
        en="File with two columns: the person, and the role or team.",
    ),
    "sheet": Text(nl="Naam van het werkblad in Excel.", en="Name of the sheet in Excel."),
    "time-format": Text(
        nl="Hoe tijden zijn geschreven, zoals %d/%m/%Y %H:%M.",
        en="How times are written, such as %d/%m/%Y %H:%M.",
    ),
    "zone": Text(
        nl="Tijdzone van tijden zonder zone, zoals Europe/Amsterdam.",
        en="Zone of times that name none, such as Europe/Amsterdam.",
    ),
    "object-type": Text(
        nl="Soort object dat de casus is, in OCEL.", en="Type of object that is the case, in OCEL."
    ),
    "table": Text(nl="Tabel in een database.", en="Table in a database."),
    "query": Text(nl="Vraag aan een database: select ...", en="Query to a database: select ..."),
}
_SHOWN_AFTER = 1.0
"""Seconds before progress is shown at all."""


def where(_context: click.Context, _parameter: click.Parameter, value: str) -> str | Path:
    """Return an argument as a path, or as it stands when it is the address of a database."""
    return value if "://" in value else Path(value)


def source_options(command: Command) -> Command:
    """Add the options that say how to read a source."""
    many = (
        ("attribute", Text(nl="Verdere kolom om te bewaren.", en="Further column to keep.")),
        ("drop-activity", Text(nl="Stap om weg te laten.", en="Activity to leave out.")),
        ("begin", Text(nl="Stap waarmee casussen beginnen.", en="Activity that begins cases.")),
        ("end", Text(nl="Stap die casussen afrondt.", en="Activity that finishes cases.")),
    )
    added: list[Callable[[Command], Command]] = [
        *(click.option(f"--{name}", cls=Option, text=text) for name, text in _COLUMNS.items()),
        *(click.option(f"--{name}", cls=Option, text=text) for name, text in _HOW.items()),
        *(click.option(f"--{name}", multiple=True, cls=Option, text=text) for name, text in many),
        click.option(
            "--drop-missing",
            is_flag=True,
            cls=Option,
            text=Text(
                nl="Laat rijen zonder casus, stap of tijd weg.",
                en="Leave out rows without a case, activity or time.",
            ),
        ),
    ]
    for option in reversed(added):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a person asked to read a source: the options of ``source_options``."""

    case: str | None = None
    activity: str | None = None
    time: str | None = None
    start: str | None = None
    role: str | None = None
    person: str | None = None
    roles: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    time_format: str | None = None
    zone: str | None = None
    lifecycle: str | None = None
    object_type: str | None = None
    table: str | None = None
    query: str | None = None
    attribute: tuple[str, ...] = ()
    drop_activity: tuple[str, ...] = field(default=())
    begin: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    drop_missing: bool = False

    def log(
        self, source: str | Path, *, into: Path | None = None, key: bytes | None = None
    ) -> "Log":
        """Read the source, with progress on the terminal when it takes long."""
        from beide.log import read

        how = self._said()
        with _Meter() as meter:
            return read(
                source,
                into=into,
                key=key,
                columns=self._columns(source),
                zone=self.zone,
                starts=self.begin,
                ends=self.end,
                drop_activities=self.drop_activity,
                progress=meter,
                **how,
            )

    def added(self, log: Path, source: str | Path, *, key: bytes) -> "Log":
        """Add the source to a log; what was not said is as it was when that log was read."""
        from beide.log import add

        given = {
            "zone": self.zone,
            "starts": self.begin,
            "ends": self.end,
            "drop_activities": self.drop_activity,
        }
        said: dict[str, Any] = {name: value for name, value in given.items() if value}
        columns = self._columns(source) if self._names_columns else None
        with _Meter() as meter:
            return add(
                log, source, key=key, columns=columns, progress=meter, **said, **self._said()
            )

    @property
    def _names_columns(self) -> bool:
        named = (self.case, self.activity, self.time, self.start, self.role, self.lifecycle)
        return any(named) or bool(self.attribute) or self.person is not None

    def _said(self) -> dict[str, Any]:
        """Return what was said about the source itself, and about what it lacks."""
        return {
            "time_format": self.time_format,
            "delimiter": self.delimiter,
            "encoding": self.encoding,
            "sheet": self.sheet,
            "object_type": self.object_type,
            "table": self.table,
            "query": self.query,
            "roles": self._roles(),
            "on_missing": "drop" if self.drop_missing else "refuse",
        }

    def _roles(self) -> "Roles | None":
        from beide.log.privacy import FoundRoles, ListedRoles

        if self.roles is not None:
            return ListedRoles(role_of=self.roles, language=language())
        return FoundRoles(language=language()) if self.person is not None else None

    def _columns(self, source: str | Path) -> "Columns | None":
        from beide.log import Columns
        from beide.log.guess import names_its_columns
        from beide.log.readers.xes import ACTIVITY, CASE, RESOURCE, TIME

        named = (self.case, self.activity, self.time, self.start, self.role)
        if names_its_columns(source, table=self.table, query=self.query):
            if not any(named) and not self.attribute and self.person in (None, RESOURCE):
                return None
            case, activity, moment = CASE, ACTIVITY, TIME
        elif self.case and self.activity and self.time:
            case, activity, moment = self.case, self.activity, self.time
        elif not any(named) and (isinstance(source, str) or source.exists()):
            return self._guessed(source)
        else:
            return None
        return Columns(
            case=self.case or case,
            activity=self.activity or activity,
            time=self.time or moment,
            start=self.start,
            role=self.role,
            attributes=self.attribute,
            lifecycle=self.lifecycle,
            people=self.person,
        )

    def _guessed(self, source: str | Path) -> "Columns":
        """Return what the columns seem to hold, and say so on standard error."""
        from beide.log.guess import guess_file

        found = guess_file(
            source,
            delimiter=self.delimiter,
            encoding=self.encoding,
            sheet=self.sheet,
            table=self.table,
            query=self.query,
        )
        tell_guess(found)
        name = self.table or "query" if isinstance(source, str) else source.name
        columns = found.columns(file=name, attributes=self.attribute)
        role = None if self.person else columns.role
        return replace(columns, lifecycle=self.lifecycle, people=self.person, role=role)


def tell_guess(found: "Guess") -> None:
    """Say what was guessed, and which options a person has to give where that was not enough."""
    whole = Text(nl="De kolommen zijn geraden:", en="The columns were guessed:")
    unsure = Text(
        nl="Niet zeker genoeg om te lezen. Geef --case, --activity en --time. Zo leek het:",
        en="Not sure enough to read. Give --case, --activity and --time. This is how it looked:",
    )
    marks = {
        "high": Text(nl="zeker", en="sure"),
        "likely": Text(nl="waarschijnlijk", en="likely"),
        "unsure": Text(nl="onzeker", en="unsure"),
    }
    spoken = language()
    click.echo((unsure if found.open else whole).in_language(spoken), err=True)
    for each in found.found:
        sure = marks[each.sure].in_language(spoken)
        click.echo(f"  {sure} · {each.text.in_language(spoken)}", err=True)


class _Meter:
    """Shows progress on one line of a terminal, and wipes it."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.shown = False

    def __enter__(self) -> "_Meter":
        return self

    def __call__(self, progress: "Progress") -> None:
        if sys.stderr.isatty() and time.monotonic() - self.begun > _SHOWN_AFTER:
            text = progress.text.in_language(language())
            left = "" if progress.left is None else f" · {_spoken(progress.left)}"
            click.echo(f"\r\x1b[K{text} · {progress.share:.0%}{left}", nl=False, err=True)
            self.shown = True

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _spoken(left: "timedelta") -> str:
    from beide.log import spoken_duration

    still = Text(nl="nog ongeveer {it}", en="about {it} left")
    return still.in_language(language()).format(it=spoken_duration(left).in_language(language()))
