"""First time right: nothing had to be done again, and nothing came back."""

import ibis

from beide.engine import Table
from beide.log.outcomes._attribute import code_of, column, typed
from beide.log.outcomes._outcome import FirstTimeRight
from beide.log.outcomes._tables import Tables


def first_time_right(tables: Tables, cases: Table, right: FirstTimeRight) -> Table:
    """Return ``case`` and ``value``: whether all was right the first time, true or false."""
    if right.attribute is not None:
        said = column(tables.log, cases, right.attribute)
        return cases.select("case", value=said == typed(said, right.attribute, right.value))
    names = tables.names("activities")
    once = None if right.once is None else [code_of(names, each) for each in right.once]
    never = [code_of(names, each) for each in right.never]
    events = tables.events.semi_join(cases, "case")
    each = events.group_by("case", "activity").aggregate(done=events.count())
    wrong = each["done"] > 1
    if once is not None:
        wrong = wrong & each["activity"].isin(once)
    told = each.select("case", wrong=ibis.ifelse(wrong | each["activity"].isin(never), 1, 0))
    in_case = told.group_by("case").aggregate(wrong=told["wrong"].sum())
    return in_case.select("case", value=in_case["wrong"] == 0)
