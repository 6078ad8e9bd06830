"""What was read into a log and what was left out, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.models import EventLog

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a log keeps of its source, and what it has not."""

    kept: tuple[Fact, ...]
    dropped: tuple[Fact, ...]


def report_of(log: EventLog) -> Report | None:
    """Return what a log says about itself, or nothing when it was not read yet."""
    if not log.about:
        return None
    return Report(kept=tuple(_kept(log.about)), dropped=tuple(_dropped(log.about)))


def _kept(about: Mapping[str, Any]) -> list[Fact]:
    columns: Mapping[str, str | None] = about["columns"]
    kept = [
        (gettext("Cases"), gettext("only a code that cannot be led back to the number you use")),
        (gettext("Events"), gettext("what was done, and when")),
        (
            gettext("Roles or teams"),
            columns["role"] and gettext("from “%(column)s”") % {"column": columns["role"]},
        ),
        (gettext("Starts"), columns["start"] and gettext("when each event began")),
        (gettext("About cases"), ", ".join(about["case_attributes"])),
        (gettext("About events"), ", ".join(about["event_attributes"])),
    ]
    return [(name, value) for name, value in kept if value]


def _dropped(about: Mapping[str, Any]) -> list[Fact]:
    dropped: Mapping[str, Any] = about["dropped"]
    found: list[Fact] = []
    why_not = {
        "person": gettext("About people"),
        "identifier": gettext("Points to one case or person"),
        "empty": gettext("Empty everywhere"),
        "nested": gettext("Lists or files inside a row"),
    }
    for reason, heading in why_not.items():
        names = [name for name, why in dropped["columns"].items() if why == reason]
        if names:
            found.append((heading, ", ".join(names)))
    if dropped["rows_without_value"]:
        count = dropped["rows_without_value"]
        rows = ngettext("%(count)s row", "%(count)s rows", count) % {"count": words.number(count)}
        found.append((gettext("Without a case, an activity or a time"), rows))
    for activity, count in dropped["activities"].items():
        rows = ngettext("%(count)s row", "%(count)s rows", count) % {"count": words.number(count)}
        found.append((gettext("“%(activity)s”, as you asked") % {"activity": activity}, rows))
    return found
