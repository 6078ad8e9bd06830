"""What the room engine answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beide.room._gate import Backtest
from beide.room._sanity import RoleCheck
from beide.room._ways import Way
from beide.room._words import team_text
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRoom:
    """What one team can set free, in hours a week for all its people together.

    A role in which fewer than five people work has no figures of its own: small roles are told
    together, or not at all.

    Attributes
    ----------
    team
        The role; ``+`` for small roles together beside others, ``++`` for all roles together, and
        ``*`` where the log has one team.
    roles
        The roles in it. Each frees the same share of its time.
    total
        How many hours a week it works.
    hours
        What it can set free while the others do too; count on this.
    likely
        What it could probably set free.
    alone
        What it could set free if it were the only team.
    busiest
        Hours of the week to leave alone, 0 for Monday 0:00.
    """

    team: str
    roles: tuple[str, ...]
    total: float
    hours: float
    likely: float
    alone: float
    busiest: tuple[int, ...]

    @property
    def name(self) -> Text:
        """Its name, for people."""
        return team_text(self.team)

    @property
    def share(self) -> float:
        """The share of its time that a team can set free."""
        return self.hours / self.total if self.total else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "team": self.team,
            "name": both(self.name),
            "roles": list(self.roles),
            "total": round(self.total, 1),
            "hours": round(self.hours, 1),
            "likely": round(self.likely, 1),
            "alone": round(self.alone, 1),
            "share": self.share,
            "busiest": list(self.busiest),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """The share within the promise: in the middle one of the years, and in the worst tenth."""

    middle: float
    low: float

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"middle": self.middle, "low": self.low}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A change that was tried, and the share within the promise that it leads to."""

    change: Text
    in_time: InTime

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"change": both(self.change), **self.in_time.to_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much time can be set free while the promise holds.

    Attributes
    ----------
    within, share, promise
        The promise: hours, the share of the cases, and in words.
    way
        How time is freed.
    teams
        Each role of enough people, and the smaller ones together.
    untold
        The roles of which nothing is told, because too few people work there, also together. They
        set no time free.
    now, with_room, with_twice
        The share within the promise now, with the room used, and with twice as much.
    tried
        With room: what the answer leans on, the most fragile first. Without: what would make space
        first.
    checks
        How busy each team is, beside a formula.
    backtest
        How the model did on the last part of the log.
    remarks
        What to keep in mind, each in a sentence.
    sentences
        The whole answer in sentences.
    """

    within: float
    share: float
    promise: Text
    way: Way
    day: int
    teams: tuple[TeamRoom, ...]
    untold: tuple[str, ...]
    now: InTime
    with_room: InTime
    with_twice: InTime
    tried: tuple[Tried, ...]
    checks: tuple[RoleCheck, ...]
    backtest: Backtest
    remarks: tuple[Text, ...]
    sentences: tuple[Text, ...]

    @property
    def hours(self) -> float:
        """How many hours a week all teams together can set free; count on this."""
        return sum(team.hours for team in self.teams)

    @property
    def likely(self) -> float:
        """How many hours a week all teams together could probably set free."""
        return sum(team.likely for team in self.teams)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "refused": False,
            "promise": both(self.promise),
            "within_hours": self.within,
            "share": self.share,
            "way": str(self.way),
            "day": self.day,
            "hours": round(self.hours, 1),
            "likely": round(self.likely, 1),
            "teams": [team.to_dict() for team in self.teams],
            "untold": list(self.untold),
            "now": self.now.to_dict(),
            "with_room": self.with_room.to_dict(),
            "with_twice": self.with_twice.to_dict(),
            "tried": [each.to_dict() for each in self.tried],
            "checks": [check.to_dict() for check in self.checks],
            "backtest": self.backtest.to_dict(),
            "remarks": [both(remark) for remark in self.remarks],
            "sentences": [both(sentence) for sentence in self.sentences],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """No number: the model does not reproduce what it has not seen. Says why, and what would help.

    Attributes
    ----------
    promise
        The promise in words.
    backtest
        How the model did on the last part of the log.
    remarks
        What to keep in mind, each in a sentence.
    sentences
        Why there is no number and what would help, in sentences.
    """

    promise: Text
    backtest: Backtest
    remarks: tuple[Text, ...]
    sentences: tuple[Text, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "refused": True,
            "promise": both(self.promise),
            "backtest": self.backtest.to_dict(),
            "remarks": [both(remark) for remark in self.remarks],
            "sentences": [both(sentence) for sentence in self.sentences],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What changes would do to the promise.

    Attributes
    ----------
    change
        What would be different, in words.
    before, after
        The share within the promise.
    low, high
        By how much it changes: between these in nine of ten years that the log could lead to.
    backtest
        How the model did on the last part of the log.
    text
        The answer in a sentence.
    """

    change: Text
    before: InTime
    after: InTime
    low: float
    high: float
    backtest: Backtest
    text: Text

    @property
    def sentences(self) -> Iterator[Text]:
        """The answer, a sentence at a time."""
        yield self.text

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "refused": False,
            "change": both(self.change),
            "before": self.before.to_dict(),
            "after": self.after.to_dict(),
            "low": self.low,
            "high": self.high,
            "backtest": self.backtest.to_dict(),
            "text": both(self.text),
        }


def both(text: Text) -> dict[str, str]:
    """Return a sentence ready for JSON."""
    return {"nl": text.nl, "en": text.en}
