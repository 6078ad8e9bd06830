"""What the page of a plan shows: the plan beside its result."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from beide.text import Text
from beide.web.effects import access, asking, words
from beide.web.effects.models import Plan, Reading
from beide.web.evidence import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Fake:
    """The same question asked where nothing started."""

    name: str
    between: str
    holds_zero: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a verdict rests on, in words."""

    before: str
    after: str
    weeks_before: int
    weeks_after: int
    smallest: Text
    remarks: list[Text]
    in_time: list[Fake]
    in_space: list[Fake]

    @property
    def missed(self) -> int:
        """On how many dates without a start there seemed to be an effect too."""
        return sum(not fake.holds_zero for fake in self.in_time)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Something else that began on the same outcome."""

    name: str
    starts: date


def result_of(plan: Plan, reading: Reading | None) -> Result | None:
    """Return what a verdict rests on; nothing when there is none."""
    if reading is None or not reading.effect:
        return None
    told = reading.effect
    low, high = (words.value(plan.measure, level) for level in sorted(told["level_after"]))
    return Result(
        before=words.value(plan.measure, told["level_before"]),
        after=f"{low} – {high}",
        weeks_before=told["weeks_before"],
        weeks_after=told["weeks_after"],
        smallest=access.text(told["smallest_text"]),
        remarks=[access.text(remark) for remark in told["remarks"]],
        in_time=[_fake(told["kind"], fake) for fake in told["in_time"]],
        in_space=[_fake(told["kind"], fake) for fake in told["in_space"]],
    )


def _fake(kind: str, told: dict[str, Any]) -> Fake:
    low, high = told["interval"]
    return Fake(
        name=told["name"],
        between=f"{words.change(kind, low)} – {words.change(kind, high)}",
        holds_zero=told["holds_zero"],
    )


def others_in(reading: Reading | None) -> list[Other]:
    """Return what else began on the same outcome, as the reading found it."""
    told = reading.others if reading else []
    return [Other(name=name, starts=date.fromisoformat(starts)) for name, starts, _ in told]


def promised(plan: Plan) -> str:
    """Return what was promised when the plan was made."""
    return sentences.promised(asking.promised(plan)) if plan.asked else ""


def about(plan: Plan) -> str:
    """Return which cases it is about, when those are not all of the promise."""
    return asking.scope_name(plan.scope)


def compared(plan: Plan) -> str:
    """Return the cases it is compared with."""
    return ", ".join(asking.scope_name(scope) for scope in plan.compare_with)
