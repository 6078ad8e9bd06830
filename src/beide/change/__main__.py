"""Show the four forms of change: ``python -m beide.change --language nl``."""

import argparse
import sys
from collections.abc import Sequence

from beide.change import Content, Form, content
from beide.text import Text

HEADINGS = (
    Text(nl="vorm", en="form"),
    Text(nl="hoe we werken", en="how we work"),
    Text(nl="hoe we denken", en="how we think"),
    Text(nl="modus", en="mode"),
    Text(nl="ritme", en="rhythm"),
)
CHANGES = Text(nl="verandert", en="changes")
SHIFTS = Text(nl="verschuift", en="shifts")
STAYS = Text(nl="blijft", en="stays")
STAYS_FOR_NOW = Text(nl="blijft voorlopig", en="stays for now")


def table(language: str) -> str:
    """Return the four forms as lines of aligned columns."""
    texts = content()
    rows = [HEADINGS, *(_row(form, texts) for form in Form)]
    return _aligned([[cell.in_language(language) for cell in row] for row in rows])


def _row(form: Form, texts: Content) -> tuple[Text, ...]:
    mode = texts.modes[form.mode]
    return (
        texts.forms[form].name,
        _how_we_work(form),
        SHIFTS if form.paradigm_shifts else STAYS,
        mode.name,
        _joined([stage.name for stage in mode.stages]),
    )


def _how_we_work(form: Form) -> Text:
    if form.configuration_changes:
        return CHANGES
    return STAYS_FOR_NOW if form.paradigm_shifts else STAYS


def _joined(names: Sequence[Text]) -> Text:
    return Text(nl=", ".join(name.nl for name in names), en=", ".join(name.en for name in names))


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]]) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table in the language asked for."""
    parser = argparse.ArgumentParser(prog="python -m beide.change", description=__doc__)
    parser.add_argument("--language", choices=("nl", "en"), default="en")
    sys.stdout.write(table(parser.parse_args(arguments).language))


if __name__ == "__main__":
    main()
