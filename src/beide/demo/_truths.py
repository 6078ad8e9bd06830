"""What is true in the demo organisation's data, as ``truths.toml`` has it.

The file explains itself; these dataclasses are its shape. Tests and later validation hold what
Beide finds against them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time the data cover."""

    until: date
    weeks: int
    timezone: str

    def monday(self, *, weeks_before_end: int, until: date | None = None) -> date:
        """Return the Monday on which something began, in a period that ends at ``until``."""
        last = until or self.until
        return last - timedelta(days=last.weekday(), weeks=weeks_before_end - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """Rules for the days on which nobody works."""

    fixed: tuple[str, ...]
    every_five_years: tuple[str, ...]
    after_easter: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How many orders come in, and when."""

    orders: int
    growth_per_year: float
    months: tuple[float, ...]
    weekdays: tuple[float, ...]
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueRole:
    """A role in the event data, with its calendar and what its people have for orders."""

    key: str
    name: Text
    team: Text
    calendar: str
    people: int
    hours_on_orders: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueStep:
    """An activity: median wait in working hours and median minutes of work, spread on log scale."""

    key: str
    name: Text
    role: str
    wait: float
    wait_spread: float
    minutes: int
    minutes_spread: float
    split: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseType:
    """A kind of order."""

    key: str
    name: Text
    share: float
    wait_log: float
    first_time_right: float
    condition_log_odds: Mapping[str, float]
    steps: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something under which orders go well more often, with its exact effects."""

    key: str
    name: Text
    types: tuple[str, ...]
    before: float
    wait_log: float
    wait_steps: tuple[str, ...]
    first_time_right_log_odds: float
    rating: float
    seen_in: str
    known_at: str
    needs_step: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoy:
    """An attribute without any effect within a case type."""

    key: str
    name: Text
    known_at: str
    values: tuple[str, ...]
    names: Mapping[str, Text]
    shares: tuple[float, ...]
    by_type: Mapping[str, tuple[float, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitChange:
    """An intervention's effect on the waiting before some steps."""

    steps: tuple[str, ...]
    log: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionChange:
    """An intervention's effect on how often a condition is met."""

    key: str
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """An intervention's effect on how often a step is needed."""

    step: str
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """Something that teams began to do, and what it did. ``teams`` are keys of roles."""

    key: str
    name: Text
    weeks_before_end: int
    ramp_weeks: int
    teams: tuple[str, ...]
    wait: tuple[WaitChange, ...]
    condition: tuple[ConditionChange, ...] = ()
    step: tuple[StepChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shocks:
    """What hits all teams at once, week by week."""

    week_spread: float
    week_memory: float
    busy_log_odds: float
    role_spread: float
    summer_months: tuple[int, ...]
    summer_log: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A few weeks in which some steps wait longer for everyone."""

    key: str
    name: Text
    weeks_before_end: int
    weeks: int
    steps: tuple[str, ...]
    log: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """How orders end and how customers rate them."""

    cancelled: float
    second_loop: float
    call_again: float
    answers: float
    rating: float
    rating_per_log_day: float
    rating_wrong: float
    rating_spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Hours a week that a team (a role's key) set free for the network, and the share used."""

    team: str
    weeks_before_end: int
    hours: float
    used: float
    dip_weeks_before_end: int = 0
    dip_weeks: int = 0
    dip_used: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Truths:
    """Everything that is true in the generated data."""

    seed: int
    period: Period
    holidays: Holidays
    calendars: Mapping[str, tuple[str, ...]]
    volume: Volume
    roles: tuple[TrueRole, ...]
    steps: tuple[TrueStep, ...]
    types: tuple[CaseType, ...]
    conditions: tuple[Condition, ...]
    decoys: tuple[Decoy, ...]
    interventions: tuple[Intervention, ...]
    shocks: Shocks
    delays: tuple[Delay, ...]
    outcomes: Outcomes
    room: tuple[Room, ...]
