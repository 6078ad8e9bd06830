"""Of whom figures are told: of no role with too few people, unless small ones stand together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.errors import TooLittleData, WrongOption
from beide.room._arrays import Bools, Floats, Ints
from beide.text import Text

MINIMUM = 5
"""The fewest people at work of whom figures are told; an organisation can only raise it."""
OTHERS, EVERYONE = "+", "++"
"""The name of small teams together, and of all teams when all of them are small."""


@dataclass(frozen=True, slots=True)
class Group:
    """One role of enough people, or small roles together: what is told is told of all of it.

    Attributes
    ----------
    name
        The role's own name, or ``+`` for the other teams together, ``++`` for all teams together.
    codes
        The roles in it, by their place in the network.
    roles
        Their names.
    """

    name: str
    codes: tuple[int, ...]
    roles: tuple[str, ...]

    @property
    def is_one(self) -> bool:
        """Whether it is a single role."""
        return len(self.codes) == 1

    def among(self, count: int) -> Floats:
        """Return 1 for each role in it and 0 for the others, ``(count,)``."""
        found = np.zeros(count)
        found[list(self.codes)] = 1.0
        return found


@dataclass(frozen=True, slots=True)
class Groups:
    """Who is told of, and of which simulated roles nothing is.

    Attributes
    ----------
    told
        The groups, those of one role first, in the order of the network.
    untold
        Places of the roles of which nothing is told: too few people, also together.
    """

    told: tuple[Group, ...]
    untold: tuple[int, ...]

    @property
    def alone(self) -> list[int]:
        """Places of the roles that are told of on their own."""
        return [group.codes[0] for group in self.told if group.is_one]


def groups(names: Sequence[str], people: Ints, simulated: Bools, *, minimum: int) -> Groups:
    """Return of whom figures may be told.

    Nobody can be worked out by subtraction: totals are of who is told, roles of which nothing is
    told free no time at all, and small roles are told together only when they are enough people.

    Parameters
    ----------
    names
        The roles.
    people
        How many people of each are at work at its fullest hour, ``(roles,)``.
    simulated
        Which roles are simulated, ``(roles,)``.
    minimum
        The fewest people of whom figures are told.
    """
    large = np.flatnonzero(simulated & (people >= minimum)).tolist()
    small = np.flatnonzero(simulated & (people < minimum)).tolist()
    told = [Group(names[code], (code,), (names[code],)) for code in large]
    if int(people[small].sum()) < minimum:
        return Groups(tuple(told), tuple(small))
    name = OTHERS if large else EVERYONE
    told.append(Group(name, tuple(small), tuple(names[code] for code in small)))
    return Groups(tuple(told), ())


def check_about(about: Text, people: Ints, roles: Sequence[int], *, minimum: int) -> None:
    """Raise ``TooLittleData`` when a change is about too few people; one about nobody is fine."""
    if roles and int(people[list(roles)].sum()) < minimum:
        raise TooLittleData(
            what_nl=f"'{about.nl}' gaat over minder dan {minimum} mensen, voor zover het log laat "
            "zien, en Beide geeft geen cijfers over zo weinig mensen",
            what_en=f"'{about.en}' is about fewer than {minimum} people, as far as the log shows, "
            "and Beide gives no figures about so few people",
            needed_nl=f"een verandering bij een team van minstens {minimum} mensen, of een die "
            "over alle casussen of al het werk gaat",
            needed_en=f"a change in a team of at least {minimum} people, or one about all cases "
            "or all work",
        )


def check_minimum(minimum: int) -> None:
    """Raise ``WrongOption`` when fewer people than ``MINIMUM`` would be told of."""
    if minimum < MINIMUM:
        raise WrongOption(
            option="minimum",
            value=minimum,
            expected_nl=f"{MINIMUM} of meer",
            expected_en=f"{MINIMUM} or more",
        )


def check_enough(people: Ints, simulated: Bools, *, minimum: int) -> None:
    """Raise ``TooLittleData`` when an answer of all roles together is about too few people."""
    if int(people[simulated].sum()) < minimum:
        raise TooLittleData(
            what_nl=f"er zijn in dit log minder dan {minimum} mensen tegelijk aan het werk, en "
            "Beide geeft geen cijfers over zo weinig mensen",
            what_en=f"fewer than {minimum} people are at work at a time in this log, and Beide "
            "gives no figures about so few people",
            needed_nl="een log van meer teams samen, of van een groter team",
            needed_en="a log of several teams together, or of a larger team",
        )
