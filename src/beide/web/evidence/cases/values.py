"""What the attributes of cases hold, to choose from."""

from beide import engine
from beide import log as event_log
from beide.engine import Row, Table

MOST = 40  # values of one attribute, the most frequent ones
LONGEST = 80  # signs of a value that still reads well in a list


def held(log: event_log.Log, *, minimum: int) -> dict[str, list[str]]:
    """Return, for each attribute of the cases, the values that at least ``minimum`` cases have.

    The most frequent come first, as text, at most 40 of each. An attribute of which every value is
    rare, such as an amount, is left out.
    """
    here = engine.default()
    cases = here.read_parquet([log.file("cases")])
    found = {
        name: _texts(here.rows(_counted(cases, name, minimum)))
        for name in log.about.case_attributes
    }
    return {name: values for name, values in found.items() if values}


def _counted(cases: Table, name: str, minimum: int) -> Table:
    known = cases.filter(cases[name].notnull())
    counted = known.group_by(value=known[name].cast("string")).aggregate(n=known.count())
    enough = counted.filter(counted["n"] >= minimum)
    return enough.order_by(enough["n"].desc(), enough["value"]).limit(MOST)


def _texts(rows: list[Row]) -> list[str]:
    return [row["value"] for row in rows if row["value"] and len(row["value"]) <= LONGEST]
