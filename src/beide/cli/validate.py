"""``beide validate``: whether the engines say no more than they know, on this machine."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol

import click

from beide.checks import Check
from beide.cli._asked import seed_option
from beide.cli._say import Option, Speaking, json_option, language_option, number, say, say_json
from beide.text import Text


class Validity(Protocol):
    """What an engine's own validation returns."""

    @property
    def checks(self) -> Sequence[Check]:
        """Everything that has bounds."""

    @property
    def text(self) -> Text:
        """What was done."""

    @property
    def holds(self) -> bool:
        """Whether every check holds."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    def to_dict(self) -> dict[str, object]:
        """Return everything, for programs."""


# An engine is a room of the library with a function validate(quick=, seed=) -> Validity.
ENGINES = {
    "reflect": "beide.reflect",
    "effect": "beide.effect.validate",
    "discover": "beide.cli._discovered",
    "room": "beide.room.validate",
}


@click.command(
    cls=Speaking,
    text=Text(
        nl="Ga op deze machine na of een onderdeel niet meer zegt dan het weet, met gegevens "
        "waarvan de waarheid bekend is.",
        en="Check on this machine that an engine says no more than it knows, on data of which the "
        "truth is known.",
    ),
)
@click.argument("engine", type=click.Choice(list(ENGINES)))
@click.option(
    "--quick",
    is_flag=True,
    cls=Option,
    text=Text(nl="Sneller, met minder zekerheid.", en="Faster, and less sure."),
)
@seed_option(None)
@json_option
@language_option
@click.pass_context
def validate(
    context: click.Context, *, engine: str, quick: bool, seed: int | None, as_json: bool
) -> None:
    """Tell whether an engine says no more than it knows; exit code 1 when it does."""
    asked: dict[str, Any] = {"quick": quick} if seed is None else {"quick": quick, "seed": seed}
    found: Validity = import_module(ENGINES[engine]).validate(**asked)
    if as_json:
        say_json(found.to_dict())
    else:
        _tell(found)
    if not found.holds:
        context.exit(1)


def _tell(found: Validity) -> None:
    say(found.text)
    click.echo()
    for check in found.checks:
        _tell_check(check)
    click.echo()
    all_hold = Text(nl="Alles klopt ({s} s).", en="Everything holds ({s} s).")
    some_fail = Text(nl="Niet alles klopt ({s} s).", en="Not everything holds ({s} s).")
    say(all_hold if found.holds else some_fail, s=number(found.seconds, decimals=1))


def _tell_check(check: Check) -> None:
    sign = (
        Text(nl="klopt     ", en="holds   ")
        if check.holds
        else Text(nl="klopt niet", en="fails   ")
    )
    bounds, value = _bounds(check), _figure(check.value)
    nl = f"  {sign.nl}  {check.text.nl}: {value} ({bounds.nl})."
    say(Text(nl=nl, en=f"  {sign.en}  {check.text.en}: {value} ({bounds.en})."))


def _bounds(check: Check) -> Text:
    nl = [f"minstens {_figure(check.least)}"] if check.least is not None else []
    en = [f"at least {_figure(check.least)}"] if check.least is not None else []
    nl += [f"hoogstens {_figure(check.most)}"] if check.most is not None else []
    en += [f"at most {_figure(check.most)}"] if check.most is not None else []
    return Text(nl=", ".join(nl), en=", ".join(en))


def _figure(value: float) -> str:
    return number(value, decimals=0 if value == int(value) and value > 1 else 3)
