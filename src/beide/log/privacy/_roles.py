"""People to roles, while a source is read: by a list that the host has, or by what they do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from beide.engine import Engine, Table
from beide.errors import WrongOption
from beide.log.privacy._list import read_list
from beide.log.readers._source import Source
from beide.text import Text

LEAST = 5
"""A group of fewer people is never kept as a role."""

_LONGEST = 40
_ROLE = Text(nl="rol", en="role")
_OTHER = Text(nl="andere rollen", en="other roles")
_FOUND = Text(
    nl="Mensen die een rol werden, naar wat ze doen: {people}. Rollen: {roles}. Geen rol heeft "
    "minder dan {least} mensen.",
    en="People who became a role, by what they do: {people}. Roles: {roles}. No role has fewer "
    "than {least} people.",
)
_LISTED = Text(
    nl="Mensen die een rol werden, met de lijst die is gegeven: {people}, van wie {unknown} niet "
    "op de lijst staan. Rollen: {roles}. Rollen met minder dan {least} mensen, die zijn "
    "samengevoegd: {joined}.",
    en="People who became a role, by the list that was given: {people}, of whom {unknown} are not "
    "on it. Roles: {roles}. Roles of fewer than {least} people, which were joined: {joined}.",
)
_TOO_FEW = Text(
    nl="Er zijn minder dan {least} mensen, dus er zijn geen rollen bewaard.",
    en="There are fewer than {least} people, so no roles were kept.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRoles:
    """Ask for roles that are found from who does which steps.

    Attributes
    ----------
    least
        The fewest people in a role; 5 or more.
    language
        In which the roles are named: ``role 1: weigh, send`` or ``rol 1: wegen, sturen``.
    """

    least: int = LEAST
    language: str = "en"

    def __post_init__(self) -> None:
        if self.least < LEAST:
            raise WrongOption(
                option="least",
                value=self.least,
                expected_nl=f"minstens {LEAST}",
                expected_en=f"at least {LEAST}",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRoles:
    """Ask for the roles of a list.

    Attributes
    ----------
    role_of
        From a person, as the source writes them, to their role or team; or a file with a header
        and two columns, first the person and then the role.
    least, language
        As of ``FoundRoles``; roles of fewer people are joined as ``other roles``.
    """

    role_of: Mapping[str, str] | str | Path
    least: int = LEAST
    language: str = "en"

    def __post_init__(self) -> None:
        FoundRoles(least=self.least)


Roles: TypeAlias = FoundRoles | ListedRoles


def with_roles(engine: Engine, source: Source, work: Path, roles: Roles) -> Source:
    """Return a source in which each person has become a role, and the people are no more.

    Parameters
    ----------
    engine
        Reads and writes the source's parts.
    source
        A source whose ``columns.people`` was read.
    work
        A folder for temporary files, which has to go when the reading is over.
    roles
        How people become roles.

    Raises
    ------
    UnreadableFile
        When the list is a file that cannot be read.
    """
    column = source.columns.people or ""
    if not source.parts:
        return replace(source, columns=replace(source.columns, role=None))
    field = source.fields[column]
    raw = engine.read_parquet(source.parts)
    named = raw.mutate(person=raw[field].strip().nullif(""))
    counts = _counts(engine, named, source.fields[source.columns.activity])
    role_of, note = _decided(counts, roles)
    part = work / "roles.parquet"
    engine.write_parquet(_joined(engine, named, field, role_of, work).order_by("row"), part)
    return replace(
        source,
        parts=(part,),
        columns=replace(source.columns, role=column),
        hand=source.hand or "person_in_case",
        notes=(*source.notes, note),
    )


def _counts(engine: Engine, named: Table, activity: str) -> dict[tuple[str, str], int]:
    known = named.filter(named.person.notnull() & named[activity].notnull())
    each = known.group_by(person=known.person, step=known[activity].strip())
    found = engine.rows(each.aggregate(n=known.count()))
    return {(row["person"], row["step"]): int(row["n"]) for row in found}


def _joined(
    engine: Engine, named: Table, field: str, role_of: Mapping[str, str], work: Path
) -> Table:
    """Return the rows with the role where the person was, and a number that pairs their steps."""
    import pyarrow as pa
    from pyarrow import parquet

    people = sorted(role_of)
    columns = {
        "known": pa.array(people, pa.string()),
        "person_in_case": pa.array([str(number) for number in range(len(people))], pa.string()),
        "known_role": pa.array([role_of[person] or None for person in people], pa.string()),
    }
    target = work / "people.parquet"
    parquet.write_table(pa.table(columns), target)
    listed = engine.read_parquet([target])
    joined = named.left_join(listed, named.person == listed.known)
    kept = [name for name in named.columns if name not in (field, "person")]
    return joined.select(*kept, "person_in_case", **{field: joined.known_role})


def _decided(counts: Mapping[tuple[str, str], int], roles: Roles) -> tuple[dict[str, str], Text]:
    """Return the role of each person, empty where it is not kept, and what to tell of it."""
    people = sorted({person for person, _ in counts})
    if len(people) < roles.least:
        return dict.fromkeys(people, ""), _TOO_FEW.format(least=roles.least)
    if isinstance(roles, FoundRoles):
        return _found(counts, people, roles)
    return _listed(people, roles)


def _found(
    counts: Mapping[tuple[str, str], int], people: list[str], asked: FoundRoles
) -> tuple[dict[str, str], Text]:
    from beide.log.privacy._profiles import profiles

    made = profiles(counts, least=asked.least)
    if made is None:
        return dict.fromkeys(people, ""), _TOO_FEW.format(least=asked.least)
    word = _ROLE.in_language(asked.language)
    names = [
        f"{word} {number}: {', '.join(map(_short, steps))}"
        for number, steps in enumerate(made.main, 1)
    ]
    note = _FOUND.format(people=len(people), roles=len(names), least=asked.least)
    return {person: names[made.group[person]] for person in people}, note


def _short(step: str) -> str:
    return step if len(step) <= _LONGEST else f"{step[: _LONGEST - 1]}…"


def _listed(people: list[str], asked: ListedRoles) -> tuple[dict[str, str], Text]:
    told = asked.role_of if isinstance(asked.role_of, Mapping) else read_list(Path(asked.role_of))
    given = {person.strip(): role.strip() for person, role in told.items()}
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(given.get(person, ""), []).append(person)
    unknown = len(groups.get("", []))
    kept, pool = joined_small(groups, least=asked.least)
    other = _OTHER.in_language(asked.language)
    role_of = {person: role for role, members in kept.items() for person in members}
    role_of |= dict.fromkeys(pool, other if len(pool) >= asked.least else "")
    note = _LISTED.format(
        people=len(people),
        roles=len(kept) + bool(pool),
        unknown=unknown,
        joined=len([role for role in groups if role and role not in kept]),
        least=asked.least,
    )
    return role_of, note


def joined_small(
    groups: Mapping[str, list[str]], *, least: int
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the groups that are large enough, and everyone else together.

    People without a role (``""``) are among the others. When the others are fewer than ``least``,
    the smallest of the large groups joins them: otherwise the total would give them away.
    """
    kept = {role: members for role, members in groups.items() if role and len(members) >= least}
    pool = [each for role, members in groups.items() if role not in kept for each in members]
    while 0 < len(pool) < least and kept:
        smallest = min(kept, key=lambda role: (len(kept[role]), role))
        pool += kept.pop(smallest)
    return kept, pool
