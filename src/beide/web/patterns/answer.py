"""What pages show of a search, from what was stored."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from beide import log as event_log
from beide.text import Text
from beide.web.evidence import words
from beide.web.patterns.models import Search
from beide.web.patterns.stored import text_of

MOST_CONNECTIONS = 7  # of each, that are told


@dataclass(frozen=True, slots=True)
class SearchShown:
    """A search with what it rests on, in words."""

    search: Search

    @property
    def found(self) -> dict[str, Any]:
        """What was stored of it."""
        found: dict[str, Any] = self.search.found
        return found

    @property
    def good(self) -> Text:
        """When a case is good."""
        if self.found:
            return text_of(self.found["good"])
        return event_log.good(self.search.good).text

    @property
    def text(self) -> Text:
        """What was found, in one sentence."""
        return text_of(self.found["text"])

    @property
    def caution(self) -> Text:
        """What a pattern is not."""
        return text_of(self.found["caution"])

    @property
    def notes(self) -> list[Text]:
        """What to keep in mind."""
        return [text_of(each) for each in self.found["notes"]]

    @property
    def cases(self) -> str:
        """On how many cases it rests."""
        return words.cases(self.found["cases"])

    @property
    def since(self) -> date:
        """When the first case began."""
        return date.fromisoformat(self.found["from"])

    @property
    def until(self) -> date:
        """When the last case began."""
        return date.fromisoformat(self.found["until"])

    @property
    def searched(self) -> str:
        """How many combinations were looked at."""
        return words.number(self.found["searched"])

    @property
    def in_how_many_logs(self) -> str:
        """In one of how many logs something is told where nothing is true, at most."""
        return words.number(1 / self.found["false_findings"])

    @property
    def landmarks(self) -> list[Text]:
        """From which moments was looked."""
        return [text_of(each) for each in self.found.get("landmarks", [])]

    @property
    def steps(self) -> Text | None:
        """What the map of good cases says in one sentence."""
        told = self.found.get("steps")
        return text_of(told["text"]) if told else None

    @property
    def is_outdated(self) -> bool:
        """Tell whether the log was read again since."""
        return self.search.folder != self.search.log.folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The connections between roles that surely tell good cases from others."""

    text: Text
    more: list[Text]
    less: list[Text]
    notes: list[Text]


def connections_shown(search: Search, *, minimum: int) -> Connections | None:
    """Return the sure connections of a search; nothing when its log has no roles."""
    told = search.found.get("connections")
    if not told:
        return None
    sure = [link for link in told["links"] if link["sure"] and link["cases"] >= minimum]
    more = [link for link in sure if link["good_share"] > link["other_share"]]
    less = [link for link in sure if link not in more]
    return Connections(
        text=text_of(told["text"]),
        more=[text_of(link["text"]) for link in more[:MOST_CONNECTIONS]],
        less=[text_of(link["text"]) for link in less[:MOST_CONNECTIONS]],
        notes=[text_of(each) for each in told["notes"]],
    )
