"""What a plan asks of a log, as it was promised when the plan was made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from beide import log as event_log
from beide.web.effects.models import Plan
from beide.web.evidence.models import Promise
from beide.web.evidence.promising import as_asked

Scope = Mapping[str, Any]
ASKED = ("condition", "within_hours", "share", "scope")


def asked_of(promise: Promise | None) -> dict[str, Any]:
    """Return what a promise says now, to keep with a plan."""
    if promise is None:
        return {}
    return {"name": promise.name, **{name: getattr(promise, name) for name in ASKED}}


def has_changed(plan: Plan) -> bool:
    """Tell whether the promise says something else now than when the plan was made."""
    now = asked_of(plan.promise)
    return bool(now) and any(now[name] != plan.asked.get(name) for name in ASKED)


def promised(plan: Plan) -> Promise:
    """Return the promise as it was when the plan was made; it is not to be saved."""
    told = {name: plan.asked[name] for name in ASKED if name in plan.asked}
    return Promise(name=plan.asked.get("name", ""), **told)


def good(plan: Plan) -> event_log.Good:
    """Return when a case keeps what was promised."""
    return as_asked(promised(plan)).good


def where(plan: Plan, scope: Scope) -> event_log.Filter:
    """Return which cases a part of the plan is about: of the promise, and in this scope."""
    return as_asked(promised(plan)).scope & event_log.Filter(
        roles=tuple(scope.get("roles", ())), attributes=scope.get("attributes", {})
    )


def scope_name(scope: Scope) -> str:
    """Return which cases a scope is about, such as ``Groningen``; nothing for every case."""
    return ", ".join(map(str, values(scope)))


def values(scope: Scope) -> Sequence[Any]:
    """Return the values and roles in a scope."""
    return [*scope.get("roles", ()), *scope.get("attributes", {}).values()]


def are_apart(one: Scope, other: Scope) -> bool:
    """Tell whether no case can be in both scopes: the same attribute, with another value."""
    mine, theirs = one.get("attributes", {}), other.get("attributes", {})
    return any(name in theirs and theirs[name] != value for name, value in mine.items())


def one_attribute(name: str, found: Iterable[str]) -> list[dict[str, Any]]:
    """Return a scope for each value of an attribute."""
    return [{"attributes": {name: value}} for value in found]
