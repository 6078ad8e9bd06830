"""``beide promise``: whether a promise is kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beide.cli._say import Option, Speaking, json_option, language_option, number, say, say_json
from beide.cli._source import Reading, source_options
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Log, PromiseOverTime, PromiseWeek

_WEEKS_SHOWN = 12
_BAR = 20


@click.command(
    cls=Speaking,
    text=Text(
        nl="Zie of een belofte wordt nagekomen, week voor week. LOG is een map die "
        "`beide log read` maakte, of een bestand dat nog gelezen moet worden.",
        en="See whether a promise is kept, week by week. LOG is a folder that "
        "`beide log read` made, or a file that is still to be read.",
    ),
)
@click.argument("log", type=click.Path(path_type=Path))
@click.option(
    "--within",
    required=True,
    cls=Option,
    text=Text(nl="De langste doorlooptijd: 5d, 36h, 2w.", en="The longest lead time: 5d, 36h, 2w."),
)
@click.option(
    "--share",
    required=True,
    type=float,
    cls=Option,
    text=Text(
        nl="Voor welk deel van de casussen, zoals 0.9.",
        en="For which share of the cases, such as 0.9.",
    ),
)
@source_options
@json_option
@language_option
def promise(*, log: Path, within: str, share: float, as_json: bool, **asked: Any) -> None:
    """Tell whether a promise is kept."""
    from beide.log import Promise, parse_duration, promise_over_time

    promised = Promise(within=parse_duration(within), share=share)
    found = promise_over_time(_opened(log, Reading(**asked)), promised)
    if as_json:
        say_json(found.to_dict())
    else:
        _tell(found)


def _opened(path: Path, reading: Reading) -> "Log":
    from beide.log import open as open_log

    return open_log(path) if path.is_dir() else reading.log(path)


def _tell(found: "PromiseOverTime") -> None:
    say(
        Text(nl="Belofte: {nl}", en="Promise: {en}"),
        nl=found.promise.text.nl,
        en=found.promise.text.en,
    )
    kept = (
        Text(nl="Nagekomen", en="Kept")
        if found.kept_overall
        else Text(nl="Niet nagekomen", en="Not kept")
    )
    say(
        Text(
            nl=kept.nl + ": {share} van {cases} casussen, waarschijnlijk tussen {low} en {high}.",
            en=kept.en + ": {share} of {cases} cases, likely between {low} and {high}.",
        ),
        share=_percent(found.share),
        cases=number(found.cases),
        low=_percent(found.interval.low),
        high=_percent(found.interval.high),
    )
    say(Text(nl="De laatste weken:", en="The last weeks:"))
    for week in found.weeks[-_WEEKS_SHOWN:]:
        _tell_week(week)


def _tell_week(week: "PromiseWeek") -> None:
    if week.share is None:
        says = Text(
            nl="  {week}  te weinig om apart te tonen", en="  {week}  too few to show apart"
        )
        say(says, week=week.week)
        return
    says = Text(
        nl="  {week}  {bar} {share:>6}  van {cases}", en="  {week}  {bar} {share:>6}  of {cases}"
    )
    full = round(week.share * _BAR)
    bar = "█" * full + "░" * (_BAR - full)
    say(says, week=week.week, bar=bar, share=_percent(week.share), cases=number(week.cases))


def _percent(share: float) -> str:
    return f"{number(share * 100, decimals=1)}%"
