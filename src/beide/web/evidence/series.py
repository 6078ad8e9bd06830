"""A promise week by week or month by month, as it is stored, and what the last of them say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from beide.text import Text

WEEK = timedelta(days=7)
LAST_WEEKS = 4

Period = Literal["week", "month"]
CalmState = Literal["calm", "watch", "unsettled"]
Verdict = Literal["holds", "just_holds", "just_broken", "broken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week or month: how many cases ended, and the share that kept the promise.

    All numbers are ``None`` when it is hidden, because too few cases ended in it. When it is
    ``early`` the log had not run long enough: mainly quick cases can have ended in it.
    """

    start: date
    cases: int | None
    kept: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    early: bool = False

    @property
    def is_hidden(self) -> bool:
        """Tell whether too few cases ended in it to show."""
        return self.cases is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """How a promise went in the last full weeks, or the last full month, that may be shown.

    ``points`` are weekly shares in both cases. ``is_newest`` tells that nothing later is hidden.
    """

    promised: float
    cases: int
    kept: int
    low: float
    high: float
    weeks: int
    since: date
    until: date
    points: tuple[float, ...]
    period: Period = "week"
    is_newest: bool = True

    @property
    def share(self) -> float:
        """The share of cases that kept the promise."""
        return self.kept / self.cases

    @property
    def is_unbroken(self) -> bool:
        """Tell whether these weeks follow on each other, or this month is the last whole one."""
        if self.period == "month":
            return self.is_newest
        return self.since + self.weeks * WEEK == self.until + timedelta(days=1)

    @property
    def holds(self) -> bool:
        """Tell whether the promise was kept."""
        return self.share >= self.promised

    @property
    def verdict(self) -> Verdict:
        """How it went, and whether chance could have made the difference."""
        if self.holds:
            return "holds" if self.low >= self.promised else "just_holds"
        return "broken" if self.high < self.promised else "just_broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calm:
    """Whether the last weeks moved as the year before them did, and why."""

    state: CalmState
    why: tuple[Text, ...]

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> "Calm | None":
        """Read what the last analysis stored; nothing when there were too few weeks."""
        if not stored:
            return None
        why = tuple(Text(nl=reason["nl"], en=reason["en"]) for reason in stored["why"])
        return cls(state=stored["calm"], why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Within which limits the share moves by itself, and where it may have changed.

    ``weeks`` holds for a Monday the low and high limit, and whether the week is outside them.
    ``changes`` are Mondays; they are a picture, not a proof.
    """

    usual: float
    weeks: Mapping[date, tuple[float, float, bool]]
    changes: tuple[date, ...]

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> "Limits | None":
        """Read what the last analysis stored; nothing when there were too few weeks."""
        if not stored:
            return None
        return cls(
            usual=stored["centre"],
            weeks={
                date.fromisoformat(week["week"]): (week["low"], week["high"], week["outside"])
                for week in stored["weeks"]
            },
            changes=tuple(date.fromisoformat(each) for each in stored["changes"]),
        )

    @property
    def outside(self) -> int:
        """How many weeks are outside their limits."""
        return sum(outside for _, _, outside in self.weeks.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Every week of a promise, without holes: a week in which nothing ended has 0 cases.

    A promise that is judged by the month has ``months`` too. Its weeks then tell no numbers of
    cases when one of them is hidden, or the months would give that one away.
    """

    promised: float
    minimum: int
    until: date | None
    weeks: tuple[Week, ...]
    last: Mapping[str, Any]
    calm: Calm | None = None
    limits: Limits | None = None
    period: Period = "week"
    months: tuple[Week, ...] = ()

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> "Series":
        """Read what the last analysis stored; empty when there was none yet."""
        until = stored.get("until")
        return cls(
            promised=stored.get("promised", 0.0),
            minimum=stored.get("minimum", 0),
            until=date.fromisoformat(until) if until else None,
            weeks=without_holes([_week(told) for told in stored.get("weeks", [])]),
            last=stored.get("last") or {},
            calm=Calm.from_stored(stored.get("stability") or {}),
            limits=Limits.from_stored(stored.get("chart") or {}),
            period=stored.get("period", "week"),
            months=without_holes([_week(told) for told in stored.get("months", [])], next_month),
        )

    @property
    def judged(self) -> tuple[Week, ...]:
        """The months where it is judged by those, else the weeks."""
        return self.months if self.period == "month" else self.weeks

    @property
    def hidden(self) -> int:
        """How many weeks or months are hidden."""
        return sum(each.is_hidden for each in self.judged)

    @property
    def early(self) -> int:
        """How many weeks or months are at the beginning, before the log ran long enough."""
        return sum(each.early for each in self.judged)

    @property
    def leaves_early(self) -> bool:
        """Tell whether what is early is in the table only, as there is enough after it."""
        later = any(each.share is not None and not each.early for each in self.months)
        return self.limits is not None or (self.period == "month" and later)

    def shown(self) -> list[Week]:
        """Return the weeks that have a share to show."""
        return [week for week in self.weeks if week.share is not None]

    def latest(self) -> Latest | None:
        """Return how the last full weeks went."""
        if not self.last:
            return None
        points = tuple(week.share for week in self.shown() if week.share is not None)
        return Latest(
            promised=self.promised,
            since=date.fromisoformat(self.last["since"]),
            until=date.fromisoformat(self.last["until"]),
            points=points,
            period=self.period,
            is_newest=self.last.get("is_newest", True),
            **{name: self.last[name] for name in ("cases", "kept", "low", "high", "weeks")},
        )


def _week(told: Mapping[str, Any]) -> Week:
    numbers = {name: told.get(name) for name in ("cases", "kept", "share", "low", "high")}
    start = date.fromisoformat(told["start"])
    return Week(start=start, early=told.get("early", False), **numbers)


def next_week(start: date) -> date:
    """Return the Monday after a Monday."""
    return start + WEEK


def next_month(start: date) -> date:
    """Return the first day of the month after one."""
    return (start.replace(day=1) + timedelta(days=31)).replace(day=1)


def without_holes(
    weeks: list[Week], following: Callable[[date], date] = next_week
) -> tuple[Week, ...]:
    """Add the weeks, or months, in which nothing ended."""
    whole: list[Week] = []
    for week in sorted(weeks, key=lambda week: week.start):
        while whole and following(whole[-1].start) < week.start:
            whole.append(Week(start=following(whole[-1].start), cases=0, kept=0))
        whole.append(week)
    return tuple(whole)
