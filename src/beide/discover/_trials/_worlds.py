"""Worlds in which nothing helps, and one in which something does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from beide.discover._arrays import Codes, Flags, Floats
from beide.discover._model import Cases, Feature, Known

Outcome: TypeAlias = Literal["normal", "lognormal", "binary"]

FEATURES = 40
WEEKS = 52
_TYPES = 4
_SHARED = 0.5
_SHOCK = 0.5
_TYPE = 0.6
_LATENT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How cases come about when nothing that is known of them helps.

    Attributes
    ----------
    outcome
        A level with normal noise (a rating above 1 standard deviation is good), a lead time with
        lognormal noise and outliers (within the promise is good), or yes and no by chance.
    drifting
        Whether the level, the mix of types and how often features hold move with the weeks.
    cases
        How many cases.
    """

    outcome: Outcome = "normal"
    drifting: bool = False
    cases: int = 3000


WORLDS: Mapping[str, World] = {
    f"{name}_{count}": replace(world, cases=count)
    for count in (1000, 3000)
    for name, world in {
        "normal": World(),
        "lognormal": World(outcome="lognormal"),
        "binary": World(outcome="binary"),
        "drift": World(outcome="lognormal", drifting=True),
    }.items()
}


def draw(world: World, rng: np.random.Generator, *, helps: float = 0.0) -> Cases:
    """Return cases of a world.

    Types differ in level and in how often features hold; features hang together; every week has a
    shock of its own that moves the outcome of all its cases, and features with it.

    Parameters
    ----------
    world
        The world.
    rng
        Where chance comes from.
    helps
        How many standard deviations of the noise better a case is when the first two features hold,
        which they do together in one of ten cases.
    """
    count = world.cases
    week = np.sort(rng.integers(0, WEEKS, count))
    along = week / WEEKS if world.drifting else np.zeros(count)
    kind = _kinds(rng, along)
    shock = rng.standard_normal(WEEKS)
    held = _features(rng, kind, shock[week], along)
    if helps:
        held[:2] = _planted(rng, count)
    level = _TYPE * kind - _SHOCK * shock[week] + 1.5 * along
    good = _good(world.outcome, rng, level, helps * (held[0] & held[1]))
    features = tuple(Feature(kind="feature", values={"name": str(n)}) for n in range(FEATURES))
    return Cases(good=good, kind=kind, week=week, features=features, held=held)


def _kinds(rng: np.random.Generator, along: Floats) -> Codes:
    shares = np.stack([np.full(len(along), 0.3), 0.4 - 0.2 * along, 0.2 + 0.1 * along])
    drawn = rng.random(len(along))
    return np.asarray((drawn >= np.cumsum(shares, axis=0)).sum(axis=0), dtype=np.int64)


def _features(rng: np.random.Generator, kind: Codes, shock: Floats, along: Floats) -> Flags:
    """Return features that hang together by a few causes they share, and follow type and week."""
    count = len(kind)
    causes = rng.standard_normal((_LATENT, count))
    shared = causes[rng.integers(0, _LATENT, FEATURES)]
    noise = rng.standard_normal((FEATURES, count))
    lean = rng.normal(0, 0.5, (FEATURES, _TYPES))[:, kind]
    moved = rng.normal(0, 0.3, (FEATURES, 1)) * shock + rng.normal(0, 1, (FEATURES, 1)) * along
    value = np.sqrt(_SHARED) * shared + np.sqrt(1 - _SHARED) * noise + lean + moved
    return np.asarray(value > rng.uniform(0.0, 1.5, (FEATURES, 1)))


def _planted(rng: np.random.Generator, count: int) -> Flags:
    """Return two features that hold together in one of ten cases, apart in about three of ten."""
    both = rng.random(count) < 0.1
    alone = rng.random((2, count)) < 0.25
    alone[1] &= ~alone[0]
    return np.asarray(alone | both)


def _good(outcome: Outcome, rng: np.random.Generator, level: Floats, help_: Floats) -> Flags:
    """Return which cases are good; about half of them."""
    count = len(level)
    if outcome == "binary":
        chance = 1 / (1 + np.exp(-(level - level.mean() + 1.8 * help_)))
        return np.asarray(rng.random(count) < chance)
    noise = rng.standard_normal(count)
    if outcome == "normal":
        rating = level + noise + help_
        return np.asarray(rating >= np.median(rating))
    lead_time = np.exp(noise - help_ - level) * np.where(rng.random(count) < 0.05, 8.0, 1.0)
    return np.asarray(lead_time <= np.median(lead_time))


def tautology(cases: Cases, rng: np.random.Generator) -> tuple[Cases, int]:
    """Add a feature made from the end of the case, right nine times of ten; return its place."""
    wrong = rng.random(len(cases)) < 0.1
    made = Feature(kind="feature", values={"name": "ended early"}, known_at=Known.END)
    return (
        replace(
            cases,
            features=(*cases.features, made),
            held=np.concatenate([cases.held, (cases.good ^ wrong)[None]]),
        ),
        len(cases.features),
    )
