"""What the list of cases shows, in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from beide.web.evidence import words
from beide.web.evidence.cases.rows import CaseRow
from beide.web.evidence.sheets import Cell, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShown:
    """A case as a list shows it."""

    row: CaseRow
    week: str
    lead: str
    result: str
    kind: str

    @property
    def code(self) -> str:
        """How the case is called."""
        return self.row.code


def cases_shown(rows: Iterable[CaseRow]) -> Iterator[CaseShown]:
    """Yield rows in words."""
    for row in rows:
        yield CaseShown(
            row=row,
            week=words.day(row.week) if row.week else gettext("a week with few cases"),
            lead="" if row.lead is None else words.duration(row.lead),
            result=result(row),
            kind={True: "kept", False: "late", None: "open"}[row.good],
        )


def result(row: CaseRow) -> str:
    """Return whether a case kept the promise, or why it counts in no result."""
    if row.open:
        return {
            "running": gettext("still going on"),
            "stopped": gettext("stopped halfway"),
            "start": gettext("began before the log does"),
            "end": gettext("still going on"),
            "both": gettext("began before the log does, and still goes on"),
        }[row.open]
    if row.good is None:
        return gettext("not known")
    return gettext("kept") if row.good else gettext("not kept")


def sheet(rows: Iterable[CaseRow], *, name: str, about: Sequence[str]) -> Sheet:
    """Return a list of cases for a spreadsheet, whose rows are read as they are asked for."""
    return Sheet(
        name=name,
        about=about,
        headings=[
            gettext("Case"),
            gettext("Began in the week of"),
            gettext("Lead time (seconds)"),
            gettext("Promise"),
            gettext("Steps"),
        ],
        rows=(_cells(row) for row in rows),
    )


def _cells(row: CaseRow) -> tuple[Cell, ...]:
    week = row.week.isoformat() if row.week else ""
    return (row.code, week, row.lead, result(row), row.steps)
