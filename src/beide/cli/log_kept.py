"""``beide log kept``: what a log keeps of its source, for the works council."""

from pathlib import Path

import click

from beide.cli._say import Speaking, json_option, language, language_option, say_json
from beide.text import Text

KEPT = Text(
    nl="Vertel wat een log bewaart en wat niet, voor de ondernemingsraad.",
    en="Tell what a log keeps and what it does not, for the works council.",
)


@click.command(cls=Speaking, text=KEPT)
@click.argument("log", type=click.Path(path_type=Path))
@json_option
@language_option
def kept(*, log: Path, as_json: bool) -> None:
    """Tell what a log keeps."""
    from beide.log import open as open_log
    from beide.log import privacy

    found = privacy.report(open_log(log))
    if as_json:
        say_json(found.to_dict())
    else:
        click.echo(found.text.in_language(language()), nl=False)
