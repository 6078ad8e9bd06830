"""The value of outcomes, beside each case that is over."""

from collections.abc import Sequence

from beide.engine import Table
from beide.errors import WrongOption
from beide.log._guess_names import NOTHING, fit
from beide.log.outcomes._attribute import column
from beide.log.outcomes._calendar import Calendar
from beide.log.outcomes._outcome import FirstTimeRight, Measure, Outcome
from beide.log.outcomes._tables import Tables, whole_cases


def with_values(tables: Tables, outcomes: Sequence[Outcome]) -> Table:
    """Return the cases that are over and whose outcomes are all known.

    The columns are ``case``, ``first``, ``last`` and ``value_0``, ``value_1``, ... in the outcomes'
    order: microseconds (int64), true or false, numbers (float64) or text.
    """
    cases = whole_cases(tables.cases)
    found = cases.select("case", "first", "last")
    for place, outcome in enumerate(outcomes):
        values = value_of(tables, cases, outcome)
        known = values.filter(values["value"].notnull())
        found = found.join(known.select("case", **{f"value_{place}": known["value"]}), "case")
    return found


def value_of(tables: Tables, cases: Table, outcome: Outcome) -> Table:
    """Return ``case`` and ``value`` of an outcome; null, or no row, where it is not known."""
    match outcome.what:
        case "lead_time":
            return cases.select("case", value="duration")
        case "working_time":
            from beide.log.outcomes._working import working_time

            return working_time(tables, cases, outcome.calendar or Calendar())
        case "touch_time" | "waiting_time":
            from beide.log.outcomes._touch import touched

            return touched(tables, cases, outcome.what)
        case "first_time_right":
            from beide.log.outcomes._right import first_time_right

            return first_time_right(tables, cases, outcome.right or FirstTimeRight())
        case "rating" | "attribute":
            return _attribute(tables, cases, outcome)


def measure_of(tables: Tables, outcome: Outcome) -> Measure:
    """Return what kind of value an outcome has."""
    if outcome.what == "first_time_right":
        return "yes_no"
    if outcome.what not in {"rating", "attribute"}:
        return "time"
    kind = _column(tables, tables.cases, outcome).type()
    if kind.is_boolean():
        return "yes_no"
    return "number" if kind.is_numeric() else "category"


def _attribute(tables: Tables, cases: Table, outcome: Outcome) -> Table:
    value = _column(tables, cases, outcome)
    if value.type().is_numeric():
        value = value.cast("float64")
        value = value.isnan().ifelse(None, value)
    return cases.select("case", value=value)


def _column(tables: Tables, cases: Table, outcome: Outcome) -> Table:
    name = outcome.attribute or _rating(tables)
    found = column(tables.log, cases, name)
    kind = found.type()
    if kind.is_timestamp() or (outcome.what == "rating" and not kind.is_numeric()):
        raise WrongOption(
            option=outcome.name,
            value=name,
            expected_nl="een kenmerk met getallen" + _OR_NL * (outcome.what == "attribute"),
            expected_en="an attribute with numbers" + _OR_EN * (outcome.what == "attribute"),
        )
    return found


_OR_NL, _OR_EN = ", soorten, of ja en nee", ", categories, or yes and no"


def _rating(tables: Tables) -> str:
    """Return the attribute that is named as a rating."""
    known = tables.log.about.case_attributes
    named = [name for name in known if fit(name, "rating") > NOTHING]
    if len(named) == 1:
        return named[0]
    listed = ", ".join(named or known) or "-"
    raise WrongOption(
        option="rating",
        value=listed if named else None,
        expected_nl=f"een kenmerk met het cijfer van de klant; zeg welk: {listed}",
        expected_en=f"an attribute with the customer's rating; say which: {listed}",
    )
