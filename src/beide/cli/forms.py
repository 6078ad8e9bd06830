"""``beide forms``: the four forms of change, and what they ask."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import click

from beide.cli._say import Speaking, json_option, language, language_option, say, say_json
from beide.text import Text

if TYPE_CHECKING:
    from beide.change import Content, Form


@click.command(
    cls=Speaking,
    text=Text(
        nl="De vier vormen van verandering, en wat ze vragen.",
        en="The four forms of change, and what they ask.",
    ),
)
@json_option
@language_option
def forms(*, as_json: bool) -> None:
    """Tell the four forms of change."""
    from beide.change import Form, content

    told = content()
    if as_json:
        say_json({"forms": [_form(told, form) for form in Form]})
        return
    for form in Form:
        _tell(told, form)


def _form(told: "Content", form: "Form") -> dict[str, Any]:
    return {
        "form": str(form),
        "mode": str(form.mode),
        "rhythm": [str(stage) for stage in form.rhythm.stages],
        "configuration_changes": form.configuration_changes,
        "paradigm_shifts": form.paradigm_shifts,
        **_plain(told.forms[form]),
    }


def _plain(value: Any) -> Any:
    """Return content as JSON knows it, in the reader's language."""
    if isinstance(value, Text):
        return value.in_language(language())
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _tell(told: "Content", form: "Form") -> None:
    text = told.forms[form]
    mode = told.modes[form.mode]
    stages = ", ".join(
        told.stage(stage).name.in_language(language()) for stage in form.rhythm.stages
    )
    name = text.name.in_language(language())
    click.secho(f"{name} · {mode.name.in_language(language())} · {stages}", bold=True)
    for sentence in (text.in_short, text.asks.rhythm):
        say(sentence)
    first = text.asks.first_step
    say(Text(nl=f"Eerste stap: {first.nl}", en=f"First step: {first.en}"))
    click.echo()
