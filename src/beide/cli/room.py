"""``beide room``: how much time can be set free while a promise holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beide.cli._asked import log_argument, seed_option
from beide.cli._cases import opened
from beide.cli._say import Option, Speaking, json_option, language_option, say, say_json
from beide.cli._source import Reading, source_options
from beide.errors import WrongOption
from beide.text import Text

if TYPE_CHECKING:
    from beide.room import Change, Refused, Room, WhatIf

_WAYS = ("spread", "hour_a_day", "half_day", "rota", "taking_turns")
_TEAMS = ("roles", "activities", "one")
_CHANGES = {
    "with-arrivals": Text(
        nl="Zoveel keer zoveel casussen: 1.1.", en="So many times the cases: 1.1."
    ),
    "with-work": Text(
        nl="Werk duurt zoveel keer zo lang: 0.9, of 0.9:team.",
        en="Work takes so many times as long: 0.9, or 0.9:team.",
    ),
    "with-people": Text(
        nl="Mensen meer of minder in een team: -1:team.",
        en="People more or fewer in a team: -1:team.",
    ),
    "without-step": Text(nl="Een stap niet meer doen.", en="No longer do a step."),
    "move-step": Text(
        nl="Een stap door een ander team laten doen: stap:team.",
        en="Let another team do a step: step:team.",
    ),
}


def _what_if_options(command: Any) -> Any:
    for name, text in reversed(_CHANGES.items()):
        option = click.option(f"--{name}", multiple=True, cls=Option, text=text)
        command = option(command)
    return command


@click.command(
    cls=Speaking,
    text=Text(
        nl="Zie hoeveel uur per week teams kunnen vrijmaken terwijl een belofte gehouden wordt, of "
        "wat er met de belofte gebeurt als er iets verandert. LOG is een map die `beide log read` "
        "maakte, of een bestand dat nog gelezen moet worden.",
        en="See how many hours a week teams can set free while a promise holds, or what happens to "
        "the promise when something changes. LOG is a folder that `beide log read` made, or a file "
        "that is still to be read.",
    ),
)
@log_argument
@click.option(
    "--promise",
    required=True,
    cls=Option,
    text=Text(
        nl="De belofte, zoals 'doorlooptijd <= 5d voor 90%'.",
        en="The promise, such as 'lead_time <= 5d for 90%'.",
    ),
)
@click.option(
    "--way",
    type=click.Choice(_WAYS),
    default="hour_a_day",
    cls=Option,
    text=Text(nl="Hoe tijd wordt vrijgemaakt.", en="How time is set free."),
)
@click.option(
    "--teams",
    type=click.Choice(_TEAMS),
    default="roles",
    cls=Option,
    text=Text(
        nl="Wat een team is: de rollen uit het log, een team per stap, of één team.",
        en="What a team is: the roles of the log, a team for each step, or one team.",
    ),
)
@click.option(
    "--staff",
    multiple=True,
    cls=Option,
    text=Text(
        nl="Hoeveel mensen een team heeft, als je het weet: 4:team.",
        en="How many people a team has, where you know it: 4:team.",
    ),
)
@click.option(
    "--minimum",
    type=int,
    default=5,
    cls=Option,
    text=Text(
        nl="Van hoeveel mensen minstens er cijfers komen; 5 of meer.",
        en="The fewest people to give figures about; 5 or more.",
    ),
)
@seed_option(2026)
@_what_if_options
@source_options
@json_option
@language_option
def room(
    *,
    log: Path,
    promise: str,
    way: str,
    teams: str,
    staff: tuple[str, ...],
    seed: int,
    minimum: int,
    as_json: bool,
    **asked: Any,
) -> None:
    """Tell how much time can be set free, or what a change would do."""
    from beide import room as rooms
    from beide.log import Promise

    changes = _changes({name: asked.pop(name.replace("-", "_")) for name in _CHANGES})
    how: Any = {
        "promise": Promise.parse(promise),
        "teams": teams,
        "zone": asked.get("zone"),
        "people": dict(_named("--staff", each) for each in staff),
        "seed": seed,
        "minimum": minimum,
    }
    read = opened(log, Reading(**asked))
    found = rooms.what_if(read, changes, **how) if changes else rooms.room(read, way=way, **how)
    if as_json:
        say_json(found.to_dict())
    else:
        _tell(found)


def _tell(found: "Room | Refused | WhatIf") -> None:
    for sentence in found.sentences:
        say(sentence)
    remarks = getattr(found, "remarks", ())
    if remarks:
        click.echo()
    for remark in remarks:
        say(remark)


def _changes(asked: dict[str, tuple[str, ...]]) -> list["Change"]:
    from beide.room import Arrivals, Moved, People, Removed, Work

    found: list[Change] = [
        Arrivals(_number("--with-arrivals", each)) for each in asked["with-arrivals"]
    ]
    for each in asked["with-work"]:
        size, _, team = each.partition(":")
        found.append(Work(_number("--with-work", size), team or None))
    for each in asked["with-people"]:
        team, more = _named("--with-people", each)
        found.append(People(team, more))
    found += [Removed(each) for each in asked["without-step"]]
    for each in asked["move-step"]:
        step, sign, team = each.rpartition(":")
        if not sign:
            raise _wrong(
                "--move-step", each, "een stap en een team: stap:team", "a step and a team"
            )
        found.append(Moved(step, team))
    return found


def _named(option: str, written: str) -> tuple[str, float]:
    """Read ``4:team``."""
    count, sign, team = written.partition(":")
    if not sign or not team:
        raise _wrong(
            option, written, "een getal en een team: 4:team", "a number and a team: 4:team"
        )
    return team, _number(option, count)


def _number(option: str, written: str) -> float:
    try:
        return float(written.replace(",", "."))
    except ValueError as problem:
        raise _wrong(option, written, "een getal, zoals 1.1", "a number, such as 1.1") from problem


def _wrong(option: str, value: str, nl: str, en: str) -> WrongOption:
    return WrongOption(option=option, value=value, expected_nl=nl, expected_en=en)
