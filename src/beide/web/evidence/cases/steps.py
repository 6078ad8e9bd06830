"""The steps of one case, by week."""

from dataclasses import dataclass
from datetime import date

from beide import engine
from beide import log as event_log
from beide.web.evidence.cases.rows import CaseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep:
    """A step of a case: its name, where enough cases have it, and in which week it was done.

    ``week`` is the Monday, and ``nth`` counts the weeks of the case from 1; the day is not told.
    """

    name: str | None
    week: date | None
    nth: int


def steps_of(log: event_log.Log, row: CaseRow, *, known: frozenset[str]) -> list[CaseStep]:
    """Return what was done in a case, in order.

    Parameters
    ----------
    log
        The log.
    row
        The case, as the list has it.
    known
        The steps that enough cases have to name them.
    """
    here = engine.default()
    events = here.read_parquet([log.file("events")])
    names = here.read_parquet([log.file("activities")]).select(activity="code", name="name")
    mine = events.filter(events["case"] == row.case).select(
        "position", "activity", week=events["time"].truncate("W").date()
    )
    told = here.rows(mine.join(names, "activity").order_by("position"))
    first: date | None = told[0]["week"] if told else None
    return [
        CaseStep(
            name=each["name"] if each["name"] in known else None,
            week=each["week"] if row.week is not None else None,
            nth=(each["week"] - first).days // 7 + 1 if first else 1,
        )
        for each in told
    ]
