"""The ``beide`` command. A subcommand is imported when it is used, so that help comes at once."""

import click

from beide.cli._lazy import LazyGroup, Subcommand
from beide.cli._say import language_option
from beide.text import Text

SUBCOMMANDS = {
    "log": Subcommand(
        "beide.cli.log:log",
        Text(nl="Lees een logboek van gebeurtenissen.", en="Read an event log."),
    ),
    "ask": Subcommand(
        "beide.cli.ask:ask",
        Text(nl="Stel een vraag aan een logboek.", en="Ask a question of an event log."),
    ),
    "promise": Subcommand(
        "beide.cli.promise:promise",
        Text(nl="Zie of een belofte wordt nagekomen.", en="See whether a promise is kept."),
    ),
    "discover": Subcommand(
        "beide.cli.discover:discover",
        Text(nl="Zie wanneer het goed gaat.", en="See when it goes well."),
    ),
    "effect": Subcommand(
        "beide.cli.effect:effect",
        Text(nl="Zie of iets heeft geholpen.", en="See whether something helped."),
    ),
    "room": Subcommand(
        "beide.cli.room:room",
        Text(nl="Zie hoeveel ruimte er is.", en="See how much room there is."),
    ),
    "forms": Subcommand(
        "beide.cli.forms:forms",
        Text(
            nl="De vier vormen van verandering, en wat ze vragen.",
            en="The four forms of change, and what they ask.",
        ),
    ),
    "validate": Subcommand(
        "beide.cli.validate:validate",
        Text(
            nl="Ga na of een onderdeel niet meer zegt dan het weet.",
            en="Check that an engine says no more than it knows.",
        ),
    ),
    "reflect": Subcommand(
        "beide.cli.reflect:reflect",
        Text(
            nl="De stellingen van de reflectie bijstellen.",
            en="Recalibrate the statements of the reflection.",
        ),
    ),
    "serve": Subcommand(
        "beide.cli.serve:serve",
        Text(nl="Start de webapplicatie.", en="Start the web application."),
    ),
    "demo": Subcommand(
        "beide.cli.demo:demo",
        Text(
            nl="Start Beide met een bedachte organisatie.",
            en="Start Beide with an invented organisation.",
        ),
    ),
}


@click.group(
    cls=LazyGroup,
    subcommands=SUBCOMMANDS,
    text=Text(
        nl="Beide: kom je belofte na, en groei. Allebei tegelijk.",
        en="Beide: keep the promise, and grow. Both at once.",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@language_option
@click.version_option(package_name="beide", prog_name="beide")
def cli() -> None:
    """Hold the subcommands."""


def main() -> None:
    """Run the command."""
    cli(prog_name="beide")
