"""Pictures of room, drawn on the server: weeks of hours, and why waiting explodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from django.utils.safestring import SafeString, mark_safe

from beide.text import Text

WIDTH, HEIGHT = 400.0, 150.0
LEFT, BOTTOM = 34.0, 4.0
WIDEST = 26.0
CURVE_HEIGHT = 220.0
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Hours(Protocol):
    """A week with hours granted and used."""

    @property
    def granted(self) -> Decimal:
        """Hours agreed."""

    @property
    def used(self) -> Decimal | None:
        """Hours used, when that was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One week: how high the granted and the used hours stand."""

    left: float
    middle: float
    width: float
    inner_left: float
    inner_width: float
    granted_top: float
    granted_height: float
    used_top: float
    used_height: float
    is_told: bool
    is_eaten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Granted and used hours beside each other, week by week."""

    width: float
    height: float
    base: float
    left: float
    bars: tuple[Bar, ...]
    top: Decimal


def weeks(found: Sequence[Hours]) -> Weeks | None:
    """Draw weeks; nothing when there are none."""
    if not found:
        return None
    top = max(max(week.granted, week.used or Decimal(0)) for week in found)
    step = (WIDTH - LEFT) / len(found)
    return Weeks(
        width=WIDTH,
        height=HEIGHT,
        base=HEIGHT - BOTTOM,
        left=LEFT,
        bars=tuple(_bar(week, at, step=step, top=float(top)) for at, week in enumerate(found)),
        top=top,
    )


def _bar(week: Hours, at: int, *, step: float, top: float) -> Bar:
    tall = HEIGHT - BOTTOM - 8.0
    width = min(WIDEST, step * 0.82)
    left = LEFT + step * at + (step - width) / 2
    granted = tall * float(week.granted) / top if top else 0.0
    used = tall * float(week.used or 0) / top if top else 0.0
    base = HEIGHT - BOTTOM
    return Bar(
        left=round(left, 1),
        middle=round(left + width / 2, 1),
        width=round(width, 1),
        inner_left=round(left + width * 0.2, 1),
        inner_width=round(width * 0.6, 1),
        granted_top=round(base - granted, 1),
        granted_height=round(granted, 1),
        used_top=round(base - used, 1),
        used_height=round(used, 1),
        is_told=week.used is not None,
        is_eaten=bool(getattr(week, "is_eaten", False)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One team on the curve, with its number in the list under the picture."""

    number: int
    name: Text
    busy: float
    waited: float
    x: float
    y: float

    @property
    def busy_percent(self) -> int:
        """How busy the team is, of 100."""
        return round(100 * self.busy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the axis of how busy a team is."""

    x: float
    percent: int
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How long work waits at each load, and where each team is."""

    width: float
    height: float
    base: float
    left: float
    line: SafeString
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def waiting(found: Mapping[str, Any]) -> Waiting | None:
    """Draw what a study says about waiting; nothing when it says nothing of it."""
    curve: list[list[float]] = found.get("curve", [])
    if not curve:
        return None
    names = {team["team"]: Text(**team["name"]) for team in found["teams"]}
    checks = sorted(found["checks"], key=lambda check: -float(check["busy"]))
    top = max(curve[-1][1], 1.0)
    points = " ".join(f"{_x(busy)},{_y(waited, top)}" for busy, waited in curve)
    return Waiting(
        width=WIDTH,
        height=CURVE_HEIGHT,
        base=_y(0.0, top),
        left=LEFT,
        line=mark_safe(points),  # noqa: S308 - numbers only
        dots=tuple(_dot(check, names, at, top) for at, check in enumerate(checks, start=1)),
        ticks=tuple(_tick(share) for share in TICKS),
    )


def _tick(share: float) -> Tick:
    side = "end" if share == TICKS[-1] else "start" if share == TICKS[0] else "middle"
    return Tick(x=_x(share), percent=round(100 * share), side=side)


def _dot(check: Mapping[str, Any], names: Mapping[str, Text], number: int, top: float) -> Dot:
    busy, work = float(check["busy"]), float(check["work"])
    waited = float(check["waited"]) / max(work, 1e-9)
    name = names.get(check["role"], Text(nl=check["role"], en=check["role"]))
    return Dot(
        number=number,
        name=name,
        busy=busy,
        waited=float(check["waited"]),
        x=_x(min(busy, 1.0)),
        y=_y(min(waited, top), top),
    )


def _x(busy: float) -> float:
    return round(LEFT + busy * (WIDTH - LEFT - 12), 1)


def _y(waited: float, top: float) -> float:
    return round(CURVE_HEIGHT - 22 - waited / top * (CURVE_HEIGHT - 40), 1)
