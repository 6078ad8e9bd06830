"""Touch time and waiting time: while somebody works on a case, and while nobody does."""

from typing import Literal

import ibis

from beide.engine import Table
from beide.errors import TooLittleData
from beide.log.outcomes._tables import Tables


def touched(tables: Tables, cases: Table, what: Literal["touch_time", "waiting_time"]) -> Table:
    """Return ``case`` and ``value``: how long work on the case went on, or waited.

    In microseconds, from the first start to the last completion. What goes on at the same time
    counts once. Only cases of which every start is known have a value.

    Raises
    ------
    TooLittleData
        When there is no such case.
    """
    events = tables.events.semi_join(cases, "case")
    known = events.filter(events["start"] <= events["time"])
    in_order = ibis.window(
        group_by=known["case"], order_by=[known["start"], known["position"]], preceding=(None, 1)
    )
    known = known.mutate(done=known["time"].max().over(in_order))
    begun = ibis.greatest(known["start"], known["done"].fill_null(known["start"]))
    worked = known["time"].delta(begun, unit="microsecond")
    each = known.group_by("case").aggregate(
        steps=known.count(),
        worked=ibis.greatest(worked, 0).sum(),
        whole=known["time"].max().delta(known["start"].min(), unit="microsecond"),
    )
    joined = cases.select("case", "events").join(each, "case")
    whole = joined.filter(joined["events"] == joined["steps"])
    if not tables.rows_in(whole):
        raise _no_starts()
    value = whole["worked"] if what == "touch_time" else whole["whole"] - whole["worked"]
    return whole.select("case", value=value.cast("int64"))


def _no_starts() -> TooLittleData:
    return TooLittleData(
        what_nl="van geen enkele casus is van elke stap bekend wanneer die begon",
        what_en="of no case is it known of every activity when it began",
        needed_nl="een log met een kolom voor het begin naast die voor het einde "
        "(of in XES met start en complete)",
        needed_en="a log with a column for the start beside the one for the end "
        "(or in XES with start and complete)",
    )
