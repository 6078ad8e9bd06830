"""The check report of a log, and what the council reads of it, as pages show them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from beide.log import Finding
from beide.text import Text

Row = Sequence[str]

# The library's own sentences speak of arguments; on a page there are fields instead.
ON_A_PAGE: Mapping[str, Text] = {
    "no_zone": Text(
        nl="Tijden zonder tijdzone, gelezen als UTC: {count}. Kloppen de uren niet, voeg het "
        "bestand dan opnieuw toe en kies de tijdzone.",
        en="Times without a time zone, read as UTC: {count}. If the hours are not right, add the "
        "file again and choose the time zone.",
    ),
    "ends": Text(
        nl="Casussen eindigen met: {activities}. Klopt dat niet, voeg het bestand dan opnieuw toe "
        "en zeg met welke stappen een casus eindigt.",
        en="Cases end with: {activities}. If that is not right, add the file again and say with "
        "which steps a case ends.",
    ),
    "ends_unclear": Text(
        nl="Casussen eindigen met veel verschillende stappen. Een casus telt hier als klaar als "
        "er lang niets meer gebeurde. Je kunt het bestand opnieuw toevoegen en zeggen met welke "
        "stappen een casus eindigt.",
        en="Cases end with many different steps. A case counts here as done when nothing happened "
        "in it for long. You can add the file again and say with which steps a case ends.",
    ),
    "ends_unknown": Text(
        nl="Er zijn te weinig casussen om te zien welke al klaar zijn. Ze tellen hier allemaal "
        "als klaar. Je kunt het bestand opnieuw toevoegen en zeggen met welke stappen een casus "
        "eindigt.",
        en="There are too few cases to see which are done. All count here as done. You can add "
        "the file again and say with which steps a case ends.",
    ),
}


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
        look=tuple(_said(each) for each in found if each.kind == "look"),
        note=tuple(_said(each) for each in found if each.kind == "note"),
    )


def _said(found: Finding) -> Text:
    words = ON_A_PAGE.get(found.code)
    return words.format(count=found.count, **found.data) if words else found.text


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
