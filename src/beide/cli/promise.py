"""``beide promise``: whether a promise is kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beide.cli._cases import measures, opened, scope, scope_options
from beide.cli._say import Option, Speaking, json_option, language_option, say_json
from beide.cli._source import Reading, source_options
from beide.errors import WrongOption
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Promise


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
    "--promise",
    "written",
    cls=Option,
    text=Text(
        nl="De belofte, zoals 'binnen 5d voor 90%' of 'doorlooptijd <= 5d en cijfer >= 9 voor 80% "
        "per maand'.",
        en="The promise, such as 'within 5d for 90%' or 'lead_time <= 5d and rating >= 9 for 80% "
        "each month'.",
    ),
)
@click.option(
    "--within",
    cls=Option,
    text=Text(nl="De langste doorlooptijd: 5d, 36h, 2w.", en="The longest lead time: 5d, 36h, 2w."),
)
@click.option(
    "--share",
    type=float,
    cls=Option,
    text=Text(
        nl="Voor welk deel van de casussen, zoals 0.9.",
        en="For which share of the cases, such as 0.9.",
    ),
)
@scope_options
@source_options
@json_option
@language_option
def promise(
    *,
    log: Path,
    written: str | None,
    within: str | None,
    share: float | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Tell whether a promise is kept."""
    from beide.cli._promise import Limits, tell
    from beide.log import promise_over_time

    promised = _promised(written, within, share, asked)
    found = promise_over_time(opened(log, Reading(**asked)), promised)
    limits = Limits.of(found)
    if as_json:
        say_json({**found.to_dict(), **limits.to_dict()})
    else:
        tell(found, limits)


def _promised(
    written: str | None, within: str | None, share: float | None, asked: dict[str, Any]
) -> "Promise":
    from beide.log import Promise, parse_duration

    using, where = measures(asked), scope(asked)
    if written and within is None and share is None:
        return Promise.parse(written, using=using, scope=where)
    if written or within is None or share is None:
        raise WrongOption(
            option="--promise",
            value=written,
            expected_nl="een belofte zoals 'binnen 5d voor 90%', of weg als je --within en --share "
            "allebei geeft",
            expected_en="a promise such as 'within 5d for 90%', or absent where you give both "
            "--within and --share",
        )
    return Promise(within=parse_duration(within), share=share, scope=where)
