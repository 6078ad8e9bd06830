"""``beide log add``: add the next export to a log."""

from pathlib import Path
from typing import Any

import click

from beide.cli._key import key_in
from beide.cli._say import Option, Speaking, json_option, language_option, say_json
from beide.cli._source import Reading, source_options, where
from beide.cli.log import ADD, tell
from beide.text import Text


@click.command(cls=Speaking, text=ADD)
@click.argument("log", type=click.Path(path_type=Path))
@click.argument("file", callback=where)
@click.option(
    "--key",
    required=True,
    type=click.Path(path_type=Path),
    cls=Option,
    text=Text(
        nl="Bestand met de sleutel waarmee het log is gelezen.",
        en="File with the key that the log was read with.",
    ),
)
@source_options
@json_option
@language_option
def add(*, log: Path, file: str | Path, key: Path, as_json: bool, **asked: Any) -> None:
    """Add an export to a log."""
    found = Reading(**asked).added(log, file, key=key_in(key, make=False))
    if as_json:
        say_json({**found.summary().to_dict(), "log": str(log), "about": found.about.to_dict()})
    else:
        tell(found, log)
