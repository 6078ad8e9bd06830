"""What values give away that no column's name says: free text, and people."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from beide.engine import Engine, Row, Table

Reason: TypeAlias = Literal["person", "free_text"]

_ADDRESS = r"[^@\s]@[^@\s]+\.[a-zA-Z]"
_PHONE = r"^(\+|00|0)[1-9][\d\s().-]{6,16}\d$"
_SALUTATION = r"((dhr|mevr|mw|mrs|drs)\.?|(mr|ms|dr|ir|ing|prof)\.)"
_BETWEEN = r"((van|de|der|den|ten|ter|von|di|la|le|el|te|in|op|'t)\s+)*"
_SURNAME = r"\p{Lu}[\p{L}'’-]+"
_INITIALS = rf"^({_SALUTATION}\s+)?(\p{{Lu}}\.\s?)+{_BETWEEN}{_SURNAME}$"
_TURNED = rf"^{_BETWEEN}{_SURNAME},\s*(\p{{Lu}}\.\s?)+[\p{{Ll}}' ]*$"
_TITLE = rf"(?i)^{_SALUTATION}\s+\p{{L}}"
_LIKELY = r"(?i)\.|^(dhr|mevr|mw|mrs|drs)\s"
"""Without this in it a value is no name with initials or a title."""

_FOUR_WORDS = r"\S+\s+\S+\s+\S+\s+\S+"
_SEVEN_WORDS = r"(\S+\s+){6}\S+"
_LINES = r"\S\s*\n\s*\S"
_LONG = 120

_HALF, _MOST, _FEW = 0.5, 0.8, 0.1
_SEVERAL, _MANY = 3, 20
_DIFFERENT, _OFTEN_DIFFERENT = 0.5, 0.2


def counted(engine: Engine, values: Table, more: Mapping[str, Table]) -> Mapping[str, Row]:
    """Return, for each field with a value, what its different values tell.

    Parameters
    ----------
    engine
        Counts.
    values
        One row for each different value of each ``field``, in ``value``, with how often it occurs
        in ``n``.
    more
        What else to count of each field.
    """
    each = values.group_by("field").aggregate(
        n=values.n.sum(), distinct=values.count(), **_evidence(values), **more
    )
    found: dict[str, dict[str, Any]] = {
        row["field"]: {**row, "people": 0} for row in engine.rows(each)
    }
    likely = [field for field, row in found.items() if row["likely"] >= _HALF * row["distinct"]]
    # Names are dear to recognise, as every letter that people write with has to be known.
    for field, people in _people(engine, values, likely).items():
        found[field]["people"] = people
    return found


def _evidence(values: Table) -> Mapping[str, Table]:
    text = values.value.strip()
    long = (text.length() > _LONG) | text.re_search(_LINES)
    return {
        "addresses": text.re_search(_ADDRESS).sum(),
        "likely": text.re_search(_LIKELY).sum(),
        "phones": text.re_search(_PHONE).sum(),
        "four_words": text.re_search(_FOUR_WORDS).sum(),
        "seven_words": text.re_search(_SEVEN_WORDS).sum(),
        "long": long.sum(),
    }


def _people(engine: Engine, values: Table, fields: Sequence[str]) -> dict[str, int]:
    """Count the names of people in some fields."""
    if not fields:
        return {}
    asked = values.filter(values.field.isin(fields))
    text = asked.value.strip()
    person = text.re_search(_INITIALS) | text.re_search(_TURNED) | text.re_search(_TITLE)
    rows = engine.rows(asked.group_by("field").aggregate(people=person.sum()))
    return {row["field"]: int(row["people"]) for row in rows}


def reason(seen: Row) -> Reason | None:
    """Return why a column of text may not be kept, judging by its values.

    E-mail addresses anywhere, names with initials or titles in half of the different values, and
    telephone numbers in most of them are people. Free text is long, or has several words and is
    hardly ever the same twice: half of the values with seven words, a few lines or over 120 signs,
    or at least twenty different ones with four words.

    Parameters
    ----------
    seen
        What ``counted`` told: of ``distinct`` different values, and ``n`` in all.
    """
    distinct, count = seen["distinct"], seen["n"]
    if seen["addresses"] or named(seen):
        return "person"
    several = distinct >= _SEVERAL
    written = several and distinct >= _DIFFERENT * count and seen["seven_words"] >= _HALF * distinct
    varied = distinct >= _MANY and distinct >= _OFTEN_DIFFERENT * count
    spoken = varied and seen["four_words"] >= _HALF * distinct
    lengthy = several and seen["long"] >= max(_FEW * distinct, 1)
    return "free_text" if written or spoken or lengthy else None


def named(seen: Row) -> bool:
    """Tell whether half of the values are names or addresses of people, or most are telephones."""
    distinct = seen["distinct"]
    people = max(seen["people"], seen["addresses"]) >= _HALF * distinct
    return bool(distinct >= _SEVERAL and (people or seen["phones"] >= _MOST * distinct))
