"""What was found, as tables to take away."""

from collections.abc import Sequence

from django.utils.translation import gettext

from beide.web.evidence import words
from beide.web.evidence.sheets import Cell, Sheet
from beide.web.page.templatetags.beide_text import say
from beide.web.patterns.groups import Group, enough
from beide.web.patterns.models import Search
from beide.web.patterns.shown import Shown
from beide.web.patterns.stored import text_of


def search_sheet(search: Search, findings: Sequence[Shown]) -> Sheet:
    """Return every pattern of a search, a row each; shares from 0 to 1."""
    rows: list[tuple[Cell, ...]] = [
        (
            shown.name,
            say(shown.sentence),
            say(shown.known),
            shown.told["cases"],
            round(shown.told["share"], 3),
            round(shown.told["comparable_share"], 3),
            round(max(shown.told["at_least"], 0.0), 3),
            shown.told["e_value"],
            gettext("yes") if shown.told["stable"] else gettext("no"),
        )
        for shown in findings
    ]
    return Sheet(
        name=gettext("When it goes well in %(log)s") % {"log": search.log.name},
        about=about(search),
        headings=[
            gettext("Pattern"),
            gettext("In a sentence"),
            gettext("Known"),
            gettext("Cases"),
            gettext("Share that goes well"),
            gettext("Share of comparable cases"),
            gettext("Sure difference"),
            gettext("E-value"),
            gettext("Held over time"),
        ],
        rows=rows,
    )


def finding_sheet(shown: Shown) -> Sheet:
    """Return one pattern by quarter, type and role, small groups left out."""
    parts: list[tuple[str, Sequence[Group]]] = [
        (gettext("quarter of the period"), _numbered(shown.told["quarters"])),
        (gettext("type"), shown.told["by_type"]),
        (gettext("role of the first step"), shown.told["by_role"]),
    ]
    rows: list[tuple[Cell, ...]] = [
        (kind, each["name"], each["cases"], each["good"])
        for kind, groups in parts
        for each in enough(groups, total=shown.told["cases"], minimum=shown.minimum)
    ]
    return Sheet(
        name=shown.name,
        about=[say(shown.sentence), say(shown.rest)],
        headings=[gettext("Part"), gettext("Name"), gettext("Cases"), gettext("Went well")],
        rows=rows,
    )


def _numbered(quarters: Sequence[Group]) -> list[Group]:
    return [{**each, "name": str(number)} for number, each in enumerate(quarters, 1)]


def about(search: Search) -> list[str]:
    """Return what a search rests on."""
    found = search.found
    return [
        search.log.name,
        gettext("Good is here: %(good)s.") % {"good": say(text_of(found["good"]))},
        gettext("On %(cases)s.") % {"cases": words.cases(found["cases"])},
        say(text_of(found["caution"])),
    ]
