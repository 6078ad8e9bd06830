"""Truths must agree with each other before anything is generated from them."""

from collections.abc import Iterable, Iterator

from beide.demo._truths import Truths
from beide.errors import ContentError


def check(truths: Truths, *, file: str) -> None:
    """Raise a ContentError when names do not exist or shares do not add up."""
    for place, name, known in _names(truths):
        if name not in known:
            one_of = ", ".join(sorted(known))
            raise ContentError(
                file=file,
                key=place,
                problem_nl=f"bestaat '{name}' niet; kies uit: {one_of}",
                problem_en=f"there is no '{name}'; choose from: {one_of}",
            )
    for place, shares in _shares(truths):
        total = sum(shares)
        if abs(total - 1) > 1e-9:
            raise ContentError(
                file=file,
                key=place,
                problem_nl=f"tellen de aandelen op tot {total:g}, niet tot 1",
                problem_en=f"the shares add up to {total:g}, not to 1",
            )


def _names(truths: Truths) -> Iterator[tuple[str, str, set[str]]]:
    steps = {step.key for step in truths.steps}
    roles = {role.key for role in truths.roles}
    for role in truths.roles:
        yield f"roles.{role.key}.calendar", role.calendar, set(truths.calendars)
    for step in truths.steps:
        yield f"steps.{step.key}.role", step.role, roles
    for delay in truths.delays:
        yield from _each(f"delays.{delay.key}.steps", delay.steps, steps)
    for room in truths.room:
        yield "room.team", room.team, roles
    yield from _names_in_cases(truths, steps=steps)
    yield from _names_in_interventions(truths, steps=steps, roles=roles)


def _names_in_cases(truths: Truths, *, steps: set[str]) -> Iterator[tuple[str, str, set[str]]]:
    types = {kind.key for kind in truths.types}
    conditions = {condition.key for condition in truths.conditions}
    for kind in truths.types:
        yield from _each(f"types.{kind.key}.steps", kind.steps, steps)
        place = f"types.{kind.key}.condition_log_odds"
        yield from _each(place, kind.condition_log_odds, conditions)
    for condition in truths.conditions:
        yield from _each(f"conditions.{condition.key}.types", condition.types, types)
        yield from _each(f"conditions.{condition.key}.wait_steps", condition.wait_steps, steps)
    for decoy in truths.decoys:
        yield from _each(f"decoys.{decoy.key}.by_type", decoy.by_type or (), types)


def _names_in_interventions(
    truths: Truths, *, steps: set[str], roles: set[str]
) -> Iterator[tuple[str, str, set[str]]]:
    conditions = {condition.key for condition in truths.conditions}
    for change in truths.interventions:
        place = f"interventions.{change.key}"
        yield from _each(f"{place}.teams", change.teams, roles)
        for wait in change.wait:
            yield from _each(f"{place}.wait", wait.steps, steps)
        yield from _each(f"{place}.condition", (part.key for part in change.condition), conditions)
        yield from _each(f"{place}.step", (part.step for part in change.step), steps)


def _each(place: str, names: Iterable[str], known: set[str]) -> Iterator[tuple[str, str, set[str]]]:
    for name in names:
        yield place, name, known


def _shares(truths: Truths) -> Iterator[tuple[str, tuple[float, ...]]]:
    yield "types.share", tuple(kind.share for kind in truths.types)
    yield "volume.weekdays", truths.volume.weekdays
    for decoy in truths.decoys:
        yield f"decoys.{decoy.key}.shares", decoy.shares
        for kind, shares in (decoy.by_type or {}).items():
            yield f"decoys.{decoy.key}.by_type.{kind}", shares
