"""Series from CSV files: one row for each week, or for each week and team."""

from collections.abc import Sequence
from pathlib import Path

from beide.effect._build import amounts, ratings, shares
from beide.effect._checks import mondays
from beide.effect._csv import Row, parse_day, read_rows
from beide.effect._series import Kind, Series, day
from beide.errors import TooLittleData

__all__ = ["parse_day", "read_series", "read_teams"]

_WEEK = ("week", "datum", "date")
_VALUE = ("value", "waarde")
_CASES = ("cases", "casussen")
_KEPT = ("kept", "nagekomen")
_SPREAD = ("spread", "spreiding")
_TEAM = ("team",)


def read_series(
    path: Path, *, kind: Kind | None = None, lower_is_better: bool | None = None
) -> Series:
    """Return the series in a CSV file.

    Parameters
    ----------
    path
        Columns ``week`` (a day in it) and ``value``; perhaps ``cases``; for shares ``kept`` and
        ``cases`` instead of ``value``; for ratings perhaps ``spread``. The Dutch names
        ``waarde``, ``casussen``, ``nagekomen`` and ``spreiding`` will do as well.
    kind
        What sort of number it is; default a share where there is a column ``kept``, else an
        amount.
    lower_is_better
        Default true for amounts only.

    Raises
    ------
    InputError
        When the file cannot be read, or a value is wrong: with row, column and value.
    """
    rows = _rows(path, kind, with_team=False)
    return _series(rows, kind, lower_is_better=lower_is_better)


def read_teams(
    path: Path, *, kind: Kind | None = None, lower_is_better: bool | None = None
) -> dict[str, Series]:
    """Return the series of each team in a CSV file with a column ``team`` as well.

    Parameters
    ----------
    path
        As for ``read_series``, with a column ``team``.
    kind, lower_is_better
        As for ``read_series``.

    Raises
    ------
    InputError
        When the file cannot be read, or a value is wrong: with row, column and value.
    """
    by_team: dict[str, list[Row]] = {}
    for row in _rows(path, kind, with_team=True):
        name = row.values["team"].strip()
        if not name:
            raise row.wrong("team", "naam van een team", "the name of a team")
        by_team.setdefault(name, []).append(row)
    return {
        name: _series(rows, kind, lower_is_better=lower_is_better) for name, rows in by_team.items()
    }


def _rows(path: Path, kind: Kind | None, *, with_team: bool) -> list[Row]:
    team = (_TEAM,) if with_team else ()
    if kind is Kind.SHARE or (kind is None and _has_kept(path)):
        return read_rows(path, (_WEEK, _KEPT, _CASES, *team), ())
    return read_rows(path, (_WEEK, _VALUE, *team), (_CASES, _SPREAD))


def _has_kept(path: Path) -> bool:
    return "kept" in read_rows(path, (_WEEK,), (_KEPT,))[0].values


def _series(rows: Sequence[Row], kind: Kind | None, *, lower_is_better: bool | None) -> Series:
    _check_weeks(rows)
    is_share = "kept" in rows[0].values
    if lower_is_better is None:
        lower_is_better = not is_share and kind is not Kind.RATING
    weeks = [row.day_in("week") for row in rows]
    if is_share:
        kept, cases = zip(*(_counts(row) for row in rows), strict=True)
        if not any(cases):
            raise TooLittleData(
                what_nl="er zijn geen casussen",
                what_en="there are no cases",
                needed_nl="weken met casussen",
                needed_en="weeks with cases",
            )
        return shares(weeks, kept, cases, lower_is_better=lower_is_better)
    least = None if kind is Kind.RATING else 0.0
    values = [row.number_in("value", above=least) for row in rows]
    counts = _column(rows, "cases")
    if kind is not Kind.RATING:
        return amounts(weeks, values, cases=counts, lower_is_better=lower_is_better)
    spreads = _column(rows, "spread")
    spread = sum(spreads) / len(spreads) if spreads else None
    return ratings(weeks, values, cases=counts, spread=spread, lower_is_better=lower_is_better)


def _column(rows: Sequence[Row], name: str) -> list[float] | None:
    if name not in rows[0].values:
        return None
    return [row.number_in(name, above=0.0) for row in rows]


def _counts(row: Row) -> tuple[float, float]:
    kept, cases = row.number_in("kept"), row.number_in("cases")
    if cases < 0:
        raise row.wrong("cases", "aantal van 0 of meer", "a number of 0 or more")
    if not 0 <= kept <= cases:
        raise row.wrong(
            "kept", f"aantal tussen 0 en {cases:g}", f"a number between 0 and {cases:g}"
        )
    return kept, cases


def _check_weeks(rows: Sequence[Row]) -> None:
    seen: dict[object, int] = {}
    for row, monday in zip(rows, mondays([row.day_in("week") for row in rows]), strict=True):
        first = seen.setdefault(day(monday), row.number)
        if first != row.number:
            raise row.wrong(
                "week",
                f"nieuwe week: rij {first} is van dezelfde week",
                f"a new week: row {first} is of the same week",
            )
