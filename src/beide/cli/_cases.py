"""Which log a command asks, which of its cases, and how outcomes are measured."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from beide.cli._say import Option
from beide.cli._source import Reading
from beide.errors import WrongOption
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Filter, Log, Outcome

Command = TypeVar("Command", bound=Callable[..., Any])
Added = tuple[str, dict[str, Any], Text]

_DAY = click.DateTime()
_SCOPE: Sequence[Added] = (
    (
        "--where",
        {"multiple": True, "metavar": "NAME=VALUE"},
        Text(nl="Alleen casussen met deze waarde.", en="Only cases that have this value."),
    ),
    (
        "--contains",
        {"multiple": True},
        Text(nl="Alleen casussen met deze stap.", en="Only cases with this activity."),
    ),
    (
        "--took-part",
        {"multiple": True, "metavar": "ROLE"},
        Text(
            nl="Alleen casussen waaraan deze rol of dit team meedeed.",
            en="Only cases in which this role or team took part.",
        ),
    ),
)
_FILTER: Sequence[Added] = (
    ("--from", {"type": _DAY}, Text(nl="Vanaf deze dag.", en="From this day on.")),
    (
        "--until",
        {"type": _DAY},
        Text(nl="Tot deze dag, zonder die dag zelf.", en="Up to this day, without the day itself."),
    ),
    (
        "--by",
        {"type": click.Choice(["arrival", "completion"]), "default": "completion"},
        Text(
            nl="Tel een casus mee op de dag dat die binnenkwam of klaar was.",
            en="Count a case on the day it arrived or was completed.",
        ),
    ),
    *_SCOPE,
    (
        "--longer-than",
        {},
        Text(nl="Alleen casussen die langer duurden: 5d.", en="Only cases that took longer: 5d."),
    ),
    (
        "--shorter-than",
        {},
        Text(nl="Alleen casussen die korter duurden: 5d.", en="Only cases that took less: 5d."),
    ),
    (
        "--outcome",
        {"metavar": "CONDITION"},
        Text(
            nl="Alleen casussen met dit resultaat, zoals 'cijfer >= 9 en in één keer goed'.",
            en="Only cases with this result, such as 'rating >= 9 and right first time'.",
        ),
    ),
)
_MEASURES: Sequence[Added] = (
    (
        "--rating",
        {"metavar": "COLUMN"},
        Text(nl="Kolom met het cijfer van de klant.", en="Column with the customer's rating."),
    ),
    (
        "--hours",
        {"metavar": "HOURS"},
        Text(
            nl="Werktijden, zoals 'ma-vr 9:00-17:00, za 10:00-14:00'.",
            en="Working hours, such as 'mon-fri 9:00-17:00, sat 10:00-14:00'.",
        ),
    ),
    (
        "--once",
        {"multiple": True, "metavar": "ACTIVITY"},
        Text(
            nl="In één keer goed: deze stap komt maar één keer voor (anders: elke stap).",
            en="Right first time: this activity is done only once (else: every activity).",
        ),
    ),
    (
        "--never",
        {"multiple": True, "metavar": "ACTIVITY"},
        Text(
            nl="In één keer goed: deze stap komt niet voor.",
            en="Right first time: this activity is not done.",
        ),
    ),
)


def scope_options(command: Command) -> Command:
    """Add the options that say which cases a promise is about."""
    return _with(command, (*_SCOPE, *_MEASURES))


def filter_options(command: Command) -> Command:
    """Add the options that say which cases a question is about."""
    return _with(command, (*_FILTER, *_MEASURES))


def _with(command: Command, added: Sequence[Added]) -> Command:
    for name, settings, text in reversed(added):
        command = click.option(name, cls=Option, text=text, **settings)(command)
    return command


def opened(path: Path, reading: Reading) -> "Log":
    """Return a log from its folder, or from a file that is read now."""
    from beide.log import open as open_log

    return open_log(path) if path.is_dir() else reading.log(path)


def measures(asked: dict[str, Any]) -> tuple["Outcome", ...]:
    """Take out of what was asked how outcomes are measured, where that was said."""
    from beide.log import Calendar, FirstTimeRight, Hours, Outcome

    rating, hours = asked.pop("rating"), asked.pop("hours")
    once, never = asked.pop("once"), asked.pop("never")
    found = []
    if rating:
        found.append(Outcome(what="rating", attribute=rating))
    if hours:
        zone = asked.get("zone") or Calendar().zone
        calendar = Calendar(hours=Hours.parse(hours), zone=zone)
        found.append(Outcome(what="working_time", calendar=calendar))
    if once or never:
        right = FirstTimeRight(once=once or None, never=never)
        found.append(Outcome(what="first_time_right", right=right))
    return tuple(found)


def scope(asked: dict[str, Any]) -> "Filter":
    """Take out of what was asked which cases a promise is about."""
    from beide.log import Filter

    return Filter(
        attributes=dict(_named_value(each) for each in asked.pop("where")),
        activities=asked.pop("contains"),
        roles=asked.pop("took_part"),
    )


def chosen(asked: dict[str, Any]) -> "Filter | None":
    """Take out of what was asked which cases a question is about; ``None`` for all."""
    from dataclasses import replace

    from beide.log import Filter, good, parse_duration

    using, found = measures(asked), scope(asked)
    longer, shorter = asked.pop("longer_than"), asked.pop("shorter_than")
    outcome, until = asked.pop("outcome"), asked.pop("until")
    found = replace(
        found,
        period=(asked.pop("from"), until),
        by=asked.pop("by"),
        longer_than=parse_duration(longer) if longer else None,
        shorter_than=parse_duration(shorter) if shorter else None,
        outcome=good(outcome, using=using) if outcome else None,
    )
    return None if replace(found, by="completion") == Filter() else found


def _named_value(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise WrongOption(
            option="where",
            value=text,
            expected_nl="een naam en een waarde, zoals kanaal=post",
            expected_en="a name and a value, such as channel=post",
        )
    return name, value
