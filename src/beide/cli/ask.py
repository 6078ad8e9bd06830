"""``beide ask``: questions over a log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from beide.cli._cases import chosen, filter_options, opened
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
from beide.cli._source import Reading, source_options
from beide.text import Text

_SHOWN = 20
"""Rows shown to a person; a program gets them all."""


@dataclass(frozen=True, slots=True)
class _Question:
    """The function in ``beide.log``, the field with its rows, and what to show of each row."""

    function: str
    rows: str
    columns: Sequence[str]
    latest: bool = False
    """Whether the last rows are shown instead of the first."""


QUESTIONS = {
    "variants": _Question("variants", "variants", ("cases", "share", "activities")),
    "follows": _Question(
        "directly_follows", "pairs", ("count", "cases", "median", "mean", "from_", "to")
    ),
    "durations": _Question(
        "durations",
        "activities",
        ("count", "cases", "lower", "median", "upper", "total", "activity"),
    ),
    "waiting": _Question(
        "waiting", "activities", ("count", "cases", "lower", "median", "upper", "total", "activity")
    ),
    "connections": _Question(
        "connections", "connections", ("count", "cases", "median", "from_", "to")
    ),
    "arrivals": _Question("arrivals", "weeks", ("week", "cases"), latest=True),
    "progress": _Question("work_in_progress", "weeks", ("week", "open"), latest=True),
    "starts": _Question("starts", "activities", ("cases", "share", "activity")),
    "ends": _Question("ends", "activities", ("cases", "share", "activity")),
    "rework": _Question(
        "rework", "activities", ("count", "cases", "loops", "loop_cases", "activity")
    ),
}
_NAMES = {
    "activities": Text(nl="stappen", en="activities"),
    "activity": Text(nl="stap", en="activity"),
    "cases": Text(nl="casussen", en="cases"),
    "count": Text(nl="keer", en="times"),
    "from_": Text(nl="van", en="from"),
    "loop_cases": Text(nl="casussen met lus", en="cases with a loop"),
    "loops": Text(nl="lussen", en="loops"),
    "lower": Text(nl="kwart onder", en="quarter under"),
    "mean": Text(nl="gemiddeld", en="average"),
    "median": Text(nl="midden", en="middle"),
    "open": Text(nl="open casussen", en="open cases"),
    "share": Text(nl="deel", en="share"),
    "to": Text(nl="naar", en="to"),
    "total": Text(nl="samen", en="in all"),
    "upper": Text(nl="kwart boven", en="quarter over"),
    "week": Text(nl="week", en="week"),
}
_LEFT_ALIGNED = {"activities", "activity", "from_", "to", "week"}


@click.command(
    cls=Speaking,
    text=Text(
        nl="Stel een vraag aan een log. LOG is een map die `beide log read` maakte, of een bestand "
        "dat nog gelezen moet worden. Wat over te weinig casussen gaat, wordt niet apart getoond.",
        en="Ask a question of a log. LOG is a folder that `beide log read` made, or a file that is "
        "still to be read. What rests on too few cases is not shown apart.",
    ),
)
@click.argument("log", type=click.Path(path_type=Path))
@click.argument("question", type=click.Choice(list(QUESTIONS)))
@filter_options
@click.option(
    "--minimum",
    type=int,
    default=5,
    cls=Option,
    text=Text(
        nl="Het kleinste aantal casussen om apart te tonen; 5 of meer.",
        en="The fewest cases to show apart; 5 or more.",
    ),
)
@source_options
@json_option
@language_option
def ask(*, log: Path, question: str, minimum: int, as_json: bool, **asked: Any) -> None:
    """Ask a question of a log."""
    import beide.log

    one = QUESTIONS[question]
    where = chosen(asked)
    function = getattr(beide.log, one.function)
    found = function(opened(log, Reading(**asked)), where=where, minimum=minimum)
    if as_json:
        say_json(found.to_dict())
    else:
        _tell(found, one)


def _tell(found: Any, chosen: _Question) -> None:
    every = getattr(found, chosen.rows)
    rows = every[-_SHOWN:] if chosen.latest else every[:_SHOWN]
    say(Text(nl="Over {n} casussen.", en="Over {n} cases."), n=number(found.cases))
    heads = [_NAMES[name].in_language(language()) for name in chosen.columns]
    _tell_table(
        heads,
        [[_cell(getattr(row, name), name) for name in chosen.columns] for row in rows],
        [name in _LEFT_ALIGNED for name in chosen.columns],
    )
    if len(rows) < len(every):
        says = Text(
            nl="En nog {n}; met --json zie je alles.", en="And {n} more; --json shows everything."
        )
        say(says, n=number(len(every) - len(rows)))
    other = getattr(found, "other", None)
    if other and other.rows:
        says = Text(nl="Niet apart getoond: {n}.", en="Not shown apart: {n}.")
        say(says, n=number(other.rows))


def _tell_table(heads: list[str], rows: list[list[str]], left: list[bool]) -> None:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (
            cell.ljust(width) if to_left else cell.rjust(width)
            for cell, width, to_left in zip(row, widths, left, strict=True)
        )
        click.echo(("  " + "  ".join(cells)).rstrip())


def _cell(value: Any, name: str) -> str:
    from beide.log import spoken_duration

    if value is None:
        return Text(nl="te weinig", en="too few").in_language(language())
    if isinstance(value, timedelta):
        return spoken_duration(value).in_language(language())
    if isinstance(value, tuple):
        return " → ".join(value)
    if name == "share":
        return f"{number(value * 100, decimals=1)}%"
    return number(value) if isinstance(value, int) else str(value)
