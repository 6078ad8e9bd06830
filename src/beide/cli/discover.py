"""``beide discover``: when it goes well."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beide.cli._asked import log_argument, seed_option
from beide.cli._cases import measures, opened, scope, scope_options
from beide.cli._say import Option, Speaking, json_option, language_option, say, say_json
from beide.cli._source import Reading, source_options
from beide.text import Text

if TYPE_CHECKING:
    from beide.discover import Links, Patterns

_LINKS_SHOWN = 10


@click.command(
    cls=Speaking,
    text=Text(
        nl="Zie wanneer het goed gaat: wat samengaat met goede casussen, vergeleken met casussen "
        "van dezelfde soort uit dezelfde week. LOG is een map die `beide log read` maakte, of een "
        "bestand dat nog gelezen moet worden.",
        en="See when it goes well: what goes together with good cases, compared with cases of the "
        "same type from the same week. LOG is a folder that `beide log read` made, or a file that "
        "is still to be read.",
    ),
)
@log_argument
@click.option(
    "--good",
    required=True,
    cls=Option,
    text=Text(
        nl="Wat goed is, zoals 'doorlooptijd <= 5d' of 'cijfer >= 9 en doorlooptijd <= 5d'.",
        en="What good is, such as 'lead_time <= 5d' or 'rating >= 9 and lead_time <= 5d'.",
    ),
)
@click.option(
    "--by",
    cls=Option,
    text=Text(nl="Kolom met de soort casus.", en="Column with the type of case."),
)
@click.option(
    "--landmark",
    multiple=True,
    default=("arrival",),
    cls=Option,
    text=Text(
        nl="Het moment vanaf waar je kijkt: arrival (binnenkomst), first_step, steps:3, handover:2 "
        "of step:NAAM. Mag vaker.",
        en="The moment you look from: arrival, first_step, steps:3, handover:2 or step:NAME. May "
        "be given more than once.",
    ),
)
@click.option(
    "--later",
    multiple=True,
    cls=Option,
    text=Text(
        nl="Kolom die pas bekend is als een casus klaar is.",
        en="Column that is known only when a case is over.",
    ),
)
@click.option(
    "--early",
    multiple=True,
    cls=Option,
    text=Text(
        nl="Kolom die bij binnenkomst al bekend is.", en="Column that is known on arrival already."
    ),
)
@click.option(
    "--depth",
    type=click.IntRange(1, 3),
    default=3,
    cls=Option,
    text=Text(nl="Hoeveel dingen tegelijk, 1 tot 3.", en="How many things at once, 1 to 3."),
)
@click.option(
    "--show",
    type=click.Choice(["patterns", "connections", "steps"]),
    default="patterns",
    cls=Option,
    text=Text(
        nl="Patronen, verbindingen tussen rollen, of overgangen tussen stappen.",
        en="Patterns, connections between roles, or passages between steps.",
    ),
)
@seed_option(0)
@click.option(
    "--from",
    "from_",
    type=click.DateTime(),
    cls=Option,
    text=Text(nl="Binnengekomen vanaf deze dag.", en="Arrived from this day on."),
)
@click.option(
    "--until",
    type=click.DateTime(),
    cls=Option,
    text=Text(nl="Binnengekomen vóór deze dag.", en="Arrived before this day."),
)
@scope_options
@source_options
@json_option
@language_option
def discover(
    *,
    log: Path,
    good: str,
    by: str | None,
    show: str,
    seed: int,
    as_json: bool,
    landmark: tuple[str, ...],
    later: tuple[str, ...],
    early: tuple[str, ...],
    depth: int,
    from_: datetime | None,
    until: datetime | None,
    **asked: Any,
) -> None:
    """Tell when it goes well."""
    from beide import discover as search
    from beide.log import good as parse_good

    meant = parse_good(good, using=measures(asked))
    where = replace(scope(asked), period=(from_, until), by="arrival")
    source = opened(log, Reading(**asked))
    found: Patterns | Links
    if show == "patterns":
        found = search.patterns(
            source,
            good=meant,
            by=by,
            landmark=landmark,
            later=later,
            early=early,
            where=where,
            depth=depth,
            seed=seed,
        )
    else:
        ask = search.connections if show == "connections" else search.good_map
        found = ask(source, good=meant, by=by, where=where, seed=seed)
    if as_json:
        say_json(found.to_dict())
    elif isinstance(found, search.Patterns):
        _tell(found)
    else:
        _tell_links(found)


def _tell(found: "Patterns") -> None:
    _tell_good(found.good)
    say(found.text)
    for number, pattern in enumerate(found.patterns, 1):
        click.echo()
        first, *others = pattern.sentences
        say(Text(nl=f"{number}. {first.nl}", en=f"{number}. {first.en}"))
        for sentence in others:
            say(Text(nl=f"   {sentence.nl}", en=f"   {sentence.en}"))
    if found.patterns:
        click.echo()
        say(found.caution)
    _tell_notes(found.notes)


def _tell_links(found: "Links") -> None:
    _tell_good(found.good)
    say(found.text)
    for link in found.sure[:_LINKS_SHOWN]:
        say(Text(nl=f"  {link.text.nl}", en=f"  {link.text.en}"))
    _tell_notes(found.notes)


def _tell_good(good: Text) -> None:
    say(Text(nl=f"Goed is hier: {good.nl}.", en=f"Good is here: {good.en}."))


def _tell_notes(notes: tuple[Text, ...]) -> None:
    if notes:
        click.echo()
    for note in notes:
        say(note)
