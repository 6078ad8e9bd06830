"""What several commands are asked: a log, and where chance starts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from beide.cli._say import Option
from beide.text import Text

Command = TypeVar("Command", bound=Callable[..., Any])


def log_argument(command: Command) -> Command:
    """Add the log that is asked, as a path."""
    return click.argument("log", type=click.Path(path_type=Path))(command)


def seed_option(default: int | None) -> Callable[[Command], Command]:
    """Return what adds ``--seed``; the same seed gives the same answer."""
    return click.option(
        "--seed",
        type=click.IntRange(min=0),
        default=default,
        cls=Option,
        text=Text(
            nl="Begin van het toeval, voor herhaling.", en="Where chance starts, to repeat it."
        ),
    )
