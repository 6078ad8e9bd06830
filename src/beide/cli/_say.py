"""Speaking the reader's language, in people's words or in JSON."""

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from beide.errors import BeideError
from beide.text import Text

Command = TypeVar("Command", bound=Callable[..., Any])


def language() -> str:
    """Return ``nl`` or ``en``: what was asked with ``--language``, else the system's language."""
    context = click.get_current_context(silent=True)
    asked = _told(context).get("language") if context else None
    system = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    found = asked or next((value for value in system if value), "en")
    return "nl" if found.lower().startswith("nl") else "en"


def say(text: Text, **data: object) -> None:
    """Write a sentence in the reader's language."""
    click.echo((text.format(**data) if data else text).in_language(language()))


def say_json(told: object) -> None:
    """Write an answer for programs."""
    click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))


def fail(context: click.Context, error: BeideError) -> None:
    """Say what went wrong and stop with exit code 2."""
    sentence = error.in_language(language())
    if _told(context).get("json"):
        say_json({"error": {"code": error.code, "message": sentence, "data": error.data}})
    else:
        click.echo(sentence, err=True)
    context.exit(2)


def number(value: float, *, decimals: int = 0) -> str:
    """Return a number with the language's thousands and decimal marks."""
    written = f"{value:,.{decimals}f}"
    return written if language() == "en" else written.translate(str.maketrans(",.", ".,"))


def language_option(command: Command) -> Command:
    """Add ``--language`` to a command."""

    def remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
        if value:
            _told(context)["language"] = value

    return click.option(
        "--language",
        type=click.Choice(["nl", "en"]),
        callback=remember,
        is_eager=True,
        expose_value=False,
        cls=Option,
        text=Text(nl="De taal van de antwoorden.", en="The language of the answers."),
    )(command)


def json_option(command: Command) -> Command:
    """Add ``--json`` to a command; it arrives as ``as_json``."""

    def remember(context: click.Context, _: click.Parameter, value: bool) -> bool:  # noqa: FBT001
        _told(context)["json"] = value
        return value

    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        callback=remember,
        is_eager=True,
        cls=Option,
        text=Text(nl="Antwoord in JSON.", en="Answer in JSON."),
    )(command)


def _told(context: click.Context) -> dict[str, Any]:
    told: dict[str, Any] = context.find_root().ensure_object(dict)
    return told


class Option(click.Option):
    """An option with help in both languages."""

    def __init__(self, *names: Any, text: Text, **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self.text.in_language(language())
        return super().get_help_record(ctx)


class Speaking(click.Command):
    """A command with help in both languages."""

    def __init__(self, *args: Any, text: Text, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.text = text

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = self.text.in_language(language())
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        self.help, self.short_help = self.text.in_language(language()), None
        return super().get_short_help_str(limit)
