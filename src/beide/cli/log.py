"""``beide log``: read an event log."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beide.cli._key import key_in
from beide.cli._lazy import LazyGroup, Subcommand
from beide.cli._say import (
    Option,
    Speaking,
    json_option,
    language,
    language_option,
    number,
    say,
    say_json,
)
from beide.cli._source import Reading, source_options, where
from beide.cli.log_kept import KEPT
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Log

_READ = Text(
    nl="Lees een logboek (.xes, .csv, .xlsx of .parquet) en vertel wat erin staat. "
    "Personen en casusnummers worden niet bewaard.",
    en="Read an event log (.xes, .csv, .xlsx or .parquet) and tell what is in it. "
    "People and case numbers are not kept.",
)


ADD = Text(
    nl="Voeg de volgende export toe aan een bewaard log, zonder dubbele gebeurtenissen.",
    en="Add the next export to a log that was kept, without events twice.",
)
_HEADINGS = {
    "look": Text(nl="  Kijk hiernaar:", en="  Look into this:"),
    "note": Text(nl="  Goed om te weten:", en="  Good to know:"),
}


@click.group(
    cls=LazyGroup,
    subcommands={
        "read": Subcommand("beide.cli.log:read", _READ),
        "add": Subcommand("beide.cli.log_add:add", ADD),
        "kept": Subcommand("beide.cli.log_kept:kept", KEPT),
    },
    text=Text(nl="Lees een logboek van gebeurtenissen.", en="Read an event log."),
)
def log() -> None:
    """Hold the subcommands about logs."""


@click.command(cls=Speaking, text=_READ)
@click.argument("file", callback=where)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    cls=Option,
    text=Text(
        nl="Map om het log in te bewaren, zoals orders.log. Anders wordt niets bewaard.",
        en="Folder to keep the log in, such as orders.log. Without it nothing is kept.",
    ),
)
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    cls=Option,
    text=Text(
        nl="Bestand met de sleutel voor casusnummers; het wordt gemaakt als het er niet is. Nodig "
        "om later iets toe te voegen.",
        en="File with the key for case numbers; it is made when it is not there. Needed to add "
        "something later.",
    ),
)
@source_options
@json_option
@language_option
def read(
    *, file: str | Path, into: Path | None, key: Path | None, as_json: bool, **asked: Any
) -> None:
    """Read an event log."""
    secret = None if key is None else key_in(key, make=True)
    found = Reading(**asked).log(file, into=into, key=secret)
    if as_json:
        kept = {"log": str(into)} if into else {}
        say_json({**found.summary().to_dict(), **kept, "about": found.about.to_dict()})
    else:
        tell(found, into)


def tell(log: "Log", into: Path | None) -> None:
    """Tell what a log holds, its check report, and where it is kept."""
    about = log.about
    click.echo(about.source)
    say(
        Text(
            nl="  {cases} casussen · {events} gebeurtenissen · {activities} stappen · "
            "{roles} rollen",
            en="  {cases} cases · {events} events · {activities} activities · {roles} roles",
        ),
        cases=number(about.cases),
        events=number(about.events),
        activities=number(about.activities),
        roles=number(about.roles),
    )
    say(
        Text(nl="  van {from_} tot en met {until}", en="  from {from_} up to {until}"),
        from_=f"{about.from_:%Y-%m-%d}",
        until=f"{about.until:%Y-%m-%d}",
    )
    say(
        Text(nl="  {finished} casussen zijn af", en="  {finished} cases are finished"),
        finished=number(about.finished),
    )
    _tell_checks(log)
    if into:
        say(Text(nl="  Bewaard in {into}", en="  Kept in {into}"), into=into)
    else:
        say(
            Text(
                nl="  Niets bewaard. Geef --into NAAM.log om het log te bewaren.",
                en="  Nothing was kept. Give --into NAME.log to keep the log.",
            )
        )


def _tell_checks(found: "Log") -> None:
    """Tell the check report: what to look into first."""
    for kind, heading in _HEADINGS.items():
        findings = [each for each in found.checks if each.kind == kind]
        if findings:
            say(heading)
        for each in findings:
            click.echo(f"    {each.text.in_language(language())}")
