"""The check report of a log, and what the council reads of it, as pages show them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from beide.log import Finding
from beide.text import Text

Row = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What a reading found: what to look into, and what to know."""

    look: tuple[Text, ...]
    note: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a report: a heading, a table, or a paragraph."""

    heading: str = ""
    text: str = ""
    columns: Row = ()
    rows: tuple[Row, ...] = ()


def checks_of(about: Mapping[str, Any]) -> Checks:
    """Return what stands in a log's report."""
    found = [Finding(**told) for told in about.get("findings", ())]
    return Checks(
        look=tuple(each.text for each in found if each.kind == "look"),
        note=tuple(each.text for each in found if each.kind == "note"),
    )


def blocks(report: str) -> Iterator[Block]:
    """Yield the parts of a report that the library wrote in Markdown, without its title."""
    for part in report.strip().split("\n\n"):
        if part.startswith("## "):
            yield Block(heading=part.removeprefix("## "))
        elif part.startswith("|"):
            head, _, *rows = [_cells(line) for line in part.splitlines()]
            yield Block(columns=head, rows=tuple(rows))
        elif not part.startswith("# "):
            yield Block(text=part)


def _cells(line: str) -> Row:
    marked = line.strip().strip("|").replace("\\|", "\0")
    return [cell.strip().replace("\0", "|") for cell in marked.split("|")]
