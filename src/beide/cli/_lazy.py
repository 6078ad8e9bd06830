"""A group that imports a subcommand when it is used."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click

from beide.cli._say import Speaking, fail, language
from beide.errors import BeideError
from beide.text import Text


class Subcommand(NamedTuple):
    """Where a subcommand is, as ``module:name``, and what it does."""

    place: str
    text: Text


class LazyGroup(Speaking, click.Group):
    """Knows its subcommands by name and one sentence; the rest waits until one is asked for."""

    def __init__(
        self, *args: Any, subcommands: Mapping[str, Subcommand], text: Text, **settings: Any
    ) -> None:
        super().__init__(*args, text=text, **settings)
        self.subcommands = subcommands

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.subcommands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.subcommands:
            return None
        module, _, name = self.subcommands[cmd_name].place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        heading = Text(nl="Opdrachten", en="Commands").in_language(language())
        with formatter.section(heading):
            formatter.write_dl(
                [(name, sub.text.in_language(language())) for name, sub in self.subcommands.items()]
            )

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; what Beide can explain is explained, once, at the outermost group."""
        try:
            return super().invoke(ctx)
        except BeideError as error:
            if ctx.parent is not None:
                raise
            fail(ctx, error)
