"""Which column of a table holds what, guessed from names and values, with how sure that is.

>>> found = guess(
...     ["Ordernummer", "Stap", "Gereed"],
...     [["1", "wegen", "2024-01-31"], ["1", "sturen", "2024-02-01"], ["2", "wegen", "2024-02-02"]],
... )
>>> found.columns()
Columns(case='Ordernummer', activity='Stap', time='Gereed', start=None, role=None, attributes=())
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from beide.errors import ColumnsNeeded, WrongOption
from beide.log._guess_names import CLEAR, NOTHING, STANDARD, Role, ends, fit
from beide.log._guess_values import Values, values_of
from beide.log._kinds import kind_of
from beide.log._model import Columns
from beide.log._privacy import names_a_person
from beide.text import Text

Sure: TypeAlias = Literal["high", "likely", "unsure"]

NEEDED: tuple[Role, ...] = ("case", "activity", "time")
_ORDER: tuple[Role, ...] = (
    "start", "time", "case", "activity", "role", "rating", "cost", "outcome"
)  # fmt: skip
_WORDS = {
    "case": Text(nl="de casus", en="the case"),
    "activity": Text(nl="de stap", en="the activity"),
    "start": Text(nl="het begin van de stap", en="the start of the activity"),
    "time": Text(nl="het einde van de stap", en="the end of the activity"),
    "role": Text(nl="de rol of het team", en="the role or team"),
    "rating": Text(nl="het cijfer van de klant", en="the customer's rating"),
    "cost": Text(nl="de kosten", en="the cost"),
    "outcome": Text(nl="een uitkomst", en="an outcome"),
}
_STANDARD = Text(nl="zo heet het in de standaard", en="that is its name in the standard")
_BOTH = Text(nl="de naam en de waarden passen", en="its name and its values fit")
_WEAK = Text(nl="de naam wijst er een beetje op", en="its name hints at it")
_ONLY = Text(
    nl="geen andere kolom heeft waarden die passen", en="no other column has values that fit"
)
_NEVER_TWICE = Text(
    nl="de naam wijst er een beetje op, maar geen waarde komt twee keer voor",
    en="its name hints at it, but no value occurs twice",
)
_RIVAL = Text(nl="'{other}' past even goed", en="'{other}' fits just as well")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """One column with the role it seems to have, how sure that is, and why."""

    column: str
    role: Role
    sure: Sure
    why: Text

    @property
    def text(self) -> Text:
        """The guess as a phrase: what, which column, and why."""
        what = _WORDS[self.role]
        return Text(
            nl=f"{what.nl}: '{self.column}' ({self.why.nl})",
            en=f"{what.en}: '{self.column}' ({self.why.en})",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What the columns of a table seem to hold; columns without a role are left out.

    ``names`` are all columns of the table, ``people`` those about people, which are never kept.
    """

    names: tuple[str, ...]
    found: tuple[Guessed, ...]
    people: tuple[str, ...]

    def of(self, role: Role) -> Guessed | None:
        """Return the column with a role, where there seems to be one."""
        return next((each for each in self.found if each.role == role), None)

    @property
    def open(self) -> tuple[Role, ...]:
        """The needed roles that a person has to say: nothing fits them, or too much does."""
        return tuple(
            role for role in NEEDED if (each := self.of(role)) is None or each.sure == "unsure"
        )

    def columns(self, *, file: str = "table", attributes: tuple[str, ...] | None = ()) -> Columns:
        """Return the columns to read with; a start or role that is unsure is left out.

        Raises ``ColumnsNeeded``, which tells the columns of ``file``, when a needed role is open.
        """
        if self.open:
            raise ColumnsNeeded(file=file, columns=", ".join(self.names))
        held = {each.role: each.column for each in self.found if each.sure != "unsure"}
        return Columns(
            case=held["case"],
            activity=held["activity"],
            time=held["time"],
            start=held.get("start"),
            role=held.get("role"),
            attributes=attributes,
        )


def guess(columns: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Guess:
    """Guess what each column holds, from Dutch and English names and from the first values.

    Columns about people get no role. Nothing is guessed that the values speak against.

    Parameters
    ----------
    columns
        The names in the header.
    rows
        Some rows under it, a few hundred if there are; each as long as the header.

    Returns
    -------
    Guess
        For each role at most one column, with ``high``, ``likely`` or ``unsure``.

    Raises
    ------
    WrongOption
        When a row is not as long as the header.
    """
    for row in rows:
        if len(row) != len(columns):
            raise WrongOption(
                option="rows",
                value=tuple(row),
                expected_nl=f"rijen van {len(columns)} waarden",
                expected_en=f"rows of {len(columns)} values",
            )
    people = tuple(name for name in columns if names_a_person(name))
    seen = {
        name: values_of([row[place] for row in rows])
        for place, name in enumerate(columns)
        if name and name not in people
    }
    found: list[Guessed] = []
    for role in _ORDER:
        left = {name: each for name, each in seen.items() if name not in _taken(found)}
        if best := _best(role, left):
            found.append(best)
    return Guess(names=tuple(columns), found=tuple(found), people=people)


def guess_file(
    source: str | Path,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    table: str | None = None,
    query: str | None = None,
) -> Guess:
    """Guess what the columns of a text file, a workbook, a Parquet file or a database hold.

    Parameters
    ----------
    source
        The file, or the address of a database.
    delimiter, encoding, sheet, table, query
        How it is read, as in ``beide.log.read``.

    Raises
    ------
    InputError
        As ``beide.log.read``, when the file cannot be read.
    """
    names, rows = first_rows(
        source, delimiter=delimiter, encoding=encoding, sheet=sheet, table=table, query=query
    )
    return guess(names, rows)


def first_rows(
    source: str | Path,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    table: str | None = None,
    query: str | None = None,
) -> tuple[list[str], list[list[str | None]]]:
    """Return the names in the header and at most 1000 rows under it, as text.

    Parameters
    ----------
    source
        The file, or the address of a database; not XES or OCEL, which name their own columns.
    delimiter, encoding, sheet, table, query
        How it is read, as in ``beide.log.read``.

    Raises
    ------
    InputError
        As ``beide.log.read``, when the file cannot be read.
    """
    from beide.log.readers._look import look
    from beide.log.readers.database import Asked

    with tempfile.TemporaryDirectory(prefix="beide-") as work:
        return look(
            source,
            Path(work),
            delimiter=delimiter,
            encoding=encoding,
            sheet=sheet,
            asked=Asked(table=table, query=query),
        )


def names_its_columns(
    source: str | Path, *, table: str | None = None, query: str | None = None
) -> bool:
    """Tell whether a source says itself what its columns hold, as XES and OCEL do.

    Raises ``UnknownFormat`` for a file of a kind that Beide does not read.
    """
    kind = kind_of(source)
    if kind == "sqlite" and not (table or query) and Path(source).is_file():
        from beide.log.readers.ocel_sqlite import is_ocel

        return is_ocel(Path(source))
    return kind in {"xes", "ocel"}


def _taken(found: Sequence[Guessed]) -> set[str]:
    return {each.column for each in found}


def _best(role: Role, seen: dict[str, Values]) -> Guessed | None:
    """Return the column that fits a role best, if one does."""
    may = [name for name, values in seen.items() if values.may_be(role)]
    if role == "start" and len(may) < 2:
        return None  # a single time is when the step ended
    ranked = sorted(may, key=lambda name: -_rank(name, role))
    if not ranked:
        return None
    best, others = ranked[0], ranked[1:]
    clear = fit(best, role)
    if clear == NOTHING:
        return _by_values(role, best, others)
    rival = next((name for name in others if _rank(name, role) == _rank(best, role)), None)
    if rival is not None:
        return Guessed(column=best, role=role, sure="unsure", why=_RIVAL.format(other=rival))
    if clear == STANDARD:
        return Guessed(column=best, role=role, sure="high", why=_STANDARD)
    if role == "time" and fit(best, "start") != NOTHING:
        return Guessed(column=best, role=role, sure="likely", why=_ONLY)
    if clear == CLEAR:
        return Guessed(column=best, role=role, sure="high", why=_BOTH)
    if role == "case" and not seen[best].repeats:
        return Guessed(column=best, role=role, sure="unsure", why=_NEVER_TWICE)
    return Guessed(column=best, role=role, sure="likely", why=_WEAK)


def _rank(name: str, role: Role) -> float:
    """Return how well a name fits; one that says it ended goes before one that says a time."""
    return fit(name, role) + (0.5 if role == "time" and ends(name) else 0)


def _by_values(role: Role, best: str, others: Sequence[str]) -> Guessed | None:
    """Return a guess without help from names: only for what a log cannot do without."""
    if role not in NEEDED:
        return None
    if not others:
        sure: Sure = "likely" if role == "time" else "unsure"
        return Guessed(column=best, role=role, sure=sure, why=_ONLY)
    return Guessed(column=best, role=role, sure="unsure", why=_RIVAL.format(other=others[0]))
