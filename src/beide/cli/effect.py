"""``beide effect``: whether something that started helped."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from beide.cli._say import Option, Speaking, json_option, language_option, number, say, say_json
from beide.errors import WrongOption
from beide.text import Text

if TYPE_CHECKING:
    from beide.effect import Effect, Watch

_KINDS = ("amount", "share", "rating")

_ALMOST = 0.99


@click.command(
    cls=Speaking,
    text=Text(
        nl="Zie of iets heeft geholpen. SERIES.csv heeft per week een rij, met de kolommen week en "
        "value (en eventueel cases), of week, kept en cases voor een deel van de casussen.",
        en="See whether something helped. SERIES.csv has a row for each week, with the columns "
        "week and value (and perhaps cases), or week, kept and cases for a share of the cases.",
    ),
)
@click.argument("series", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "start",
    required=True,
    cls=Option,
    text=Text(nl="De dag waarop het begon: 2025-03-03.", en="The day it started: 2025-03-03."),
)
@click.option(
    "--compare",
    type=click.Path(path_type=Path),
    cls=Option,
    text=Text(
        nl="Bestand met teams waar niets begon: dezelfde kolommen en een kolom team.",
        en="File with teams in which nothing started: the same columns and a column team.",
    ),
)
@click.option(
    "--lower-is-better/--higher-is-better",
    default=None,
    cls=Option,
    text=Text(
        nl="Is lager beter? Standaard voor doorlooptijden wel, voor delen en waarderingen niet.",
        en="Is lower better? By default for lead times, not for shares and ratings.",
    ),
)
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    cls=Option,
    text=Text(
        nl="Wat voor getal het is; anders blijkt het uit de kolommen.",
        en="What sort of number it is; otherwise the columns tell.",
    ),
)
@json_option
@language_option
def effect(
    *,
    series: Path,
    start: str,
    compare: Path | None,
    lower_is_better: bool | None,
    kind: str | None,
    as_json: bool,
) -> None:
    """Tell whether something helped."""
    from beide.effect import Kind, watch
    from beide.effect import effect as effect_of
    from beide.effect.files import read_series, read_teams

    sort = Kind(kind) if kind else None
    begun = _day(start)
    weeks = read_series(series, kind=sort, lower_is_better=lower_is_better)
    teams = read_teams(compare, kind=sort, lower_is_better=lower_is_better) if compare else None
    found = effect_of(weeks, start=begun, compare=teams)
    watched = watch(weeks, start=begun, compare=teams)
    if as_json:
        say_json({**found.to_dict(), "watch": watched.to_dict()})
    else:
        _tell(found, watched)


def _tell(found: "Effect", watched: "Watch") -> None:
    say(found.text)
    say(
        Text(
            nl="Kans dat het beter werd: {chance}. Weken voor de start: {before}, erna: {after}.",
            en="Chance that it got better: {chance}. Weeks before the start: {before}, "
            "after it: {after}.",
        ),
        chance=_chance(found.probability_of_improvement),
        before=found.weeks_before,
        after=found.weeks_after,
    )
    say(found.smallest_text)
    say(
        Text(nl="Elke week gekeken: {nl}", en="Looked at every week: {en}"),
        nl=watched.text.nl,
        en=watched.text.en,
    )
    for remark in found.remarks:
        say(remark)


def _chance(share: float) -> str:
    """Return a chance in whole percents, never quite none or all."""
    percent = min(max(100 * share, 1), 99)
    sign = ">" if share > _ALMOST else "<" if share < 1 - _ALMOST else ""
    return f"{sign}{number(percent)}%"


def _day(written: str) -> date:
    from beide.effect.files import parse_day

    found = parse_day(written.strip())
    if found is None:
        raise WrongOption(
            option="--from",
            value=written,
            expected_nl="een dag, zoals 2025-03-03",
            expected_en="a day, such as 2025-03-03",
        )
    return found
