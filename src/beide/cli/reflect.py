"""``beide reflect``: what a host does with the statements of the reflection."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from beide.cli._asked import seed_option
from beide.cli._lazy import LazyGroup, Subcommand
from beide.cli._say import Option, Speaking, json_option, language_option, number, say, say_json
from beide.text import Text

if TYPE_CHECKING:
    from beide.reflect import Recalibration


_RECALIBRATE = Text(
    nl="Leer uit verzamelde antwoorden hoe stellingen werken. Dat wordt alleen bewaard als het "
    "antwoorden van anderen beter voorspelt.",
    en="Learn from collected answers how statements work. It is kept only when it predicts the "
    "answers of others better.",
)


@click.group(
    cls=LazyGroup,
    subcommands={"recalibrate": Subcommand("beide.cli.reflect:recalibrate", _RECALIBRATE)},
    text=Text(
        nl="De stellingen van de reflectie bijstellen.",
        en="Recalibrate the statements of the reflection.",
    ),
)
def reflect() -> None:
    """Hold the subcommands about the reflection."""


@click.command(cls=Speaking, text=_RECALIBRATE)
@click.argument("answers", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    cls=Option,
    text=Text(nl="Waar de stellingen komen te staan.", en="Where the statements are written."),
)
@click.option(
    "--bank",
    type=click.Path(path_type=Path),
    cls=Option,
    text=Text(
        nl="De stellingen die zijn beantwoord, als het niet die van BEIDE_BANK of Beide zijn.",
        en="The statements that were answered, when not those of BEIDE_BANK or Beide.",
    ),
)
@seed_option(0)
@json_option
@language_option
def recalibrate(
    *, answers: Path, output: Path, bank: Path | None, seed: int, as_json: bool
) -> None:
    """Recalibrate statements; write them only when they are better."""
    found = _recalibrated(answers, bank, output, seed)
    if as_json:
        say_json(
            {
                "promoted": found.promoted,
                "gain": found.gain,
                "unsure": found.unsure,
                "people": found.people,
                "bank": found.bank.version,
                "output": str(output) if found.promoted else None,
            }
        )
    else:
        _tell(found, output)


def _recalibrated(answers: Path, bank: Path | None, output: Path, seed: int) -> "Recalibration":
    import numpy as np

    from beide import reflect as library

    found = library.recalibrate(
        library.read_answers(answers),
        library.load_bank(bank) if bank else None,
        rng=np.random.default_rng(seed),
    )
    if found.promoted:
        library.write_bank(found.bank, output)
        # What cannot be read back is better known now than when a host starts.
        library.load_bank(output)
    return found


def _tell(found: "Recalibration", output: Path) -> None:
    say(
        Text(
            nl="Antwoorden van {people} mensen. Winst per mens die niet was meegeteld: {gain}, "
            "plus of min {unsure}.",
            en="Answers of {people} people. Gain for each person who was left out: {gain}, "
            "give or take {unsure}.",
        ),
        people=number(found.people),
        gain=number(found.gain, decimals=3),
        unsure=number(2 * found.unsure, decimals=3),
    )
    if found.promoted:
        say(
            Text(
                nl="Dat is beter. De stellingen staan in {output}. Zet BEIDE_BANK op dit bestand "
                "om ze te gebruiken.",
                en="That is better. The statements are in {output}. Set BEIDE_BANK to this file "
                "to use them.",
            ),
            output=output,
        )
    else:
        say(
            Text(
                nl="Dat is niet duidelijk beter dan het was. Er is niets geschreven.",
                en="That is not clearly better than it was. Nothing was written.",
            )
        )
