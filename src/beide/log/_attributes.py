"""What each further column is: of the case or of the event, number or text, kept or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal, TypeAlias

from beide.engine import Engine, Row, Table
from beide.log._styles import ISO, parsed, zoneless
from beide.log._zones import Clock
from beide.log.privacy import _values as privacy

Kind: TypeAlias = Literal["int", "float", "decimal comma", "boolean", "time", "text", "as it is"]

_PATTERNS: Mapping[Kind, str] = {
    "int": r"^-?(0|[1-9]\d{0,17})$",
    "float": r"^-?(\d{1,18}(\.\d*)?|\.\d+)([eE][+-]?\d+)?$",
    "decimal comma": r"^-?\d{1,18}(,\d+)?$",
    "boolean": r"^(true|false)$",
    "time": ISO.pattern,
}
_NUMBERS = frozenset({"int", "float", "decimal comma"})
_LEADING_ZERO = r"^-?0\d"
_ALMOST_ALL = 0.9
_ENOUGH = 20
"""With fewer values, different values say nothing about being an identifier."""

_AT_ONCE = 12
"""So many columns are looked at in one question to the engine."""

_OWN_COLUMNS = """
    case position activity role start time lifecycle next_activity next_role next_time
    id id_hash first last events duration finished unfinished cut whole
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A column to keep: its name in the log, its field in the source, and what it holds."""

    name: str
    field: str
    kind: Kind
    of_case: bool


def decide(
    engine: Engine, raw: Table, *, fields: Mapping[str, str], choose: bool
) -> tuple[list[Attribute], dict[str, str]]:
    """Return which columns are kept, and why the others are not.

    Parameters
    ----------
    fields
        From a column's name to its field in ``raw``, which also has ``case``.
    choose
        Whether what looks like an identifier is left out: text or whole numbers of which nine
            tenths differ (20 or more of them), which would lead back to one case. E-mail addresses
        are left out whatever was asked.
    """
    kept: list[Attribute] = []
    dropped: dict[str, str] = {}
    taken = set(_OWN_COLUMNS.split())
    spread = engine.rows(_spread(raw, list(fields.values())))[0] if fields else {}
    evidence = _evidence_of(engine, raw, list(fields.values()))
    for name, field in fields.items():
        seen = _Seen(
            of_case=not spread[f"{field}_varies"],
            cases=spread[f"{field}_cases"],
            is_case=bool(spread[f"{field}_is_case"]),
            values=evidence.get(field, {"n": 0}),
        )
        if reason := seen.reason(choose=choose):
            dropped[name] = reason
        else:
            kept.append(
                Attribute(
                    name=_free(name, taken), field=field, kind=seen.kind, of_case=seen.of_case
                )
            )
    return kept, dropped


def _spread(raw: Table, fields: Sequence[str]) -> Table:
    """Tell of each field whether it varies within a case, and how many cases have it."""
    ends = {f"{field}_low": raw[field].min() for field in fields}
    ends |= {f"{field}_high": raw[field].max() for field in fields}
    each = raw.group_by("case").aggregate(events=raw.count(), **ends)
    told = {"cases": each.count()}
    for field in fields:
        low, high = each[f"{field}_low"], each[f"{field}_high"]
        told[f"{field}_varies"] = (low != high).any()
        told[f"{field}_is_case"] = ((low == each.case) & (high == each.case)).all()
        told[f"{field}_cases"] = low.count()
    return each.aggregate(**told)


def _evidence_of(engine: Engine, raw: Table, fields: Sequence[str]) -> dict[str, Row]:
    """Tell of each field with a value how many different ones there are, and what they all are."""
    import ibis

    found: dict[str, Row] = {}
    for at in range(0, len(fields), _AT_ONCE):
        values = reduce(ibis.union, (_values(raw, each) for each in fields[at : at + _AT_ONCE]))
        fits: dict[str, Table] = {
            kind: values.value.re_search(each).all() for kind, each in _PATTERNS.items()
        }
        zeros = values.value.re_search(_LEADING_ZERO).any()
        found |= privacy.counted(engine, values, {"leading_zero": zeros, **fits})
    return found


def _values(raw: Table, field: str) -> Table:
    """Return the different values of a field, with how often each occurs."""
    import ibis

    known = raw.filter(raw[field].notnull())
    each = known.group_by(value=known[field]).aggregate(n=known.count())
    return each.select("value", "n", field=ibis.literal(field))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What the values of one column tell."""

    of_case: bool
    is_case: bool
    cases: int
    values: Row

    @property
    def kind(self) -> Kind:
        for kind in _PATTERNS:
            if self.values[kind] and not (kind in _NUMBERS and self.values["leading_zero"]):
                return kind
        return "text"

    def reason(self, *, choose: bool) -> str | None:
        """Return why the column is not kept, or ``None``."""
        if not self.values["n"]:
            return "empty"
        if self.is_case:
            return "case"
        if self.kind == "text" and (told := privacy.reason(self.values)):
            return told
        count = self.cases if self.of_case else self.values["n"]
        unique = count >= _ENOUGH and self.values["distinct"] >= _ALMOST_ALL * count
        return "identifier" if choose and unique and self.kind in {"text", "int"} else None


def _free(name: str, taken: set[str]) -> str:
    """Return the name without ``case:``, or with a number when it is in use already."""
    plain = name.removeprefix("case:") or "attribute"
    free, number = plain, 1
    while free.lower() in taken:
        number += 1
        free = f"{plain}_{number}"
    taken.add(free.lower())
    return free


def typed(text: Table, kind: Kind, *, clock: Clock | None = None) -> Table:
    """Return a text column as what it holds; times without a zone are of a clock, else of UTC."""
    match kind:
        case "int":
            return text.cast("int64")
        case "float":
            return text.cast("float64")
        case "decimal comma":
            return text.replace(",", ".").cast("float64")
        case "boolean":
            return text == "true"
        case "time":
            moment = parsed(text, ISO)
            return clock.to_utc(moment, zoneless(text, ISO)) if clock else moment
        case "text" | "as it is":
            return text
