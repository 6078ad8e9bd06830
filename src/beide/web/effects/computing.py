"""From a plan and its log to what can be said. Only the worker imports this."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import override

from beide import log as event_log
from beide.effect import Effect, Kind, Series, Watch, effect, interval_text, watch
from beide.errors import BeideError, TooLittleData
from beide.text import Text
from beide.web.effects import asking, overlap
from beide.web.effects.models import Plan, Reading
from beide.web.effects.weeks import WEEK, Weeks, weeks_of
from beide.web.evidence.words import day

Verdict = Reading.Verdict

NOT_STARTED = Text(
    nl="Er zijn nog geen hele weken van na de start.",
    en="There are no whole weeks from after the start yet.",
)
TO_COME = Text(
    nl="Nog te vroeg voor een oordeel. Jullie kijken op {day}. Tot dan let Beide elke week op.",
    en="Too early for a verdict. You look on {day}. Until then Beide watches every week.",
)
GONE = Text(
    nl="De belofte of haar gegevens zijn er niet meer.",
    en="The promise or its data are not there any more.",
)


def compute(plan: Plan) -> Reading:
    """Return what the data say about a plan now; it is not saved."""
    if plan.promise is None or not plan.promise.log.is_ready:
        return _refused(plan, GONE)
    log = event_log.open(plan.promise.log.path)
    minimum = plan.initiative.organisation.threshold
    try:
        found = weeks_of(log, plan, plan.scope, minimum=minimum)
        beside = {
            asking.scope_name(scope): weeks_of(log, plan, scope, minimum=minimum).series
            for scope in plan.compare_with
        }
        reading = _read(plan, found, beside)
    except BeideError as error:
        return _refused(plan, error.text)
    reading.series = kept(found)
    return reading


def _read(plan: Plan, found: Weeks, beside: Mapping[str, Series]) -> Reading:
    series = found.series
    others = [each for each in overlap.others_of(plan) if each.starts <= plan.look_on]
    reading = Reading(
        plan=plan,
        until=series.last,
        others=[[each.name, each.starts.isoformat(), each.initiative] for each in others],
    )
    _check_before(plan, series)
    if first_week(plan.starts) > series.last:
        return _waits(reading, NOT_STARTED)
    watched = watch(_watched(plan, series), start=plan.starts, compare=beside or None)
    reading.watch, reading.flagged = watched.to_dict(), _suffers(plan, watched)
    if series.last < last_week(plan.look_on):
        return _waits(reading, in_words(TO_COME, plan.look_on))
    answer = _effect(plan, series, beside, [each.starts for each in others])
    if isinstance(answer, Text):
        reading.verdict, reading.said = Verdict.REFUSED, _both(answer)
        return reading
    reading.verdict, reading.said = Verdict(answer.verdict.value), _both(answer.text)
    reading.effect = told(answer)
    return reading


def _effect(
    plan: Plan, series: Series, beside: Mapping[str, Series], others: list[date]
) -> Effect | Text:
    """Return the effect on the day that was agreed, or why it cannot be told."""
    try:
        return effect(
            series,
            start=plan.starts,
            compare=beside or None,
            until=last_week(plan.look_on),
            others=others,
        )
    except TooLittleData as error:
        return error.text


def _watched(plan: Plan, series: Series) -> Series:
    """Return the weeks that are watched: up to the one in which it ended."""
    if plan.ended is None:
        return series
    import numpy as np

    end = max(plan.ended, first_week(plan.starts))
    return series.part(series.weeks <= np.datetime64(end, "D"))


def _suffers(plan: Plan, watched: Watch) -> bool:
    return plan.stop_if_suffers and watched.suffers


def _check_before(plan: Plan, series: Series) -> None:
    if plan.starts <= series.first:
        raise TooLittleData(
            what_nl=f"de gegevens beginnen pas op {series.first}, na de start",
            what_en=f"the data only begin on {series.first}, after it started",
            needed_nl="minstens 16 weken van voor de start, liever 40",
            needed_en="at least 16 weeks from before the start, better 40",
        )


def first_week(starts: date) -> date:
    """Return the Monday of the first whole week after a start."""
    return starts + timedelta(days=-starts.weekday() % 7)


def last_week(look_on: date) -> date:
    """Return the Monday of the last week that is over when it is time to look."""
    return look_on - timedelta(days=look_on.weekday()) - WEEK


def told(found: Effect) -> dict[str, Any]:
    """Return an effect ready to keep, with its interval in words and the level after."""
    ends = [_after(found, end) for end in found.interval]
    return {
        **found.to_dict(),
        "between": _both(interval_text(found.kind, found.interval)),
        "level_after": ends,
    }


def _after(found: Effect, change: float) -> float:
    if found.kind is Kind.AMOUNT:
        return found.level_before * (1 + change)
    return found.level_before + change


def kept(found: Weeks) -> dict[str, Any]:
    """Return the weeks ready to keep; of a hidden one neither its value nor its cases."""
    series = found.series
    cases = [None] * len(series.weeks) if series.cases is None else list(series.cases)
    days = [date.fromisoformat(str(week)) for week in series.weeks]
    return {
        "kind": str(series.kind),
        "weeks": [
            [monday.isoformat(), None, None]
            if monday in found.hidden
            else [monday.isoformat(), float(value), None if count is None else float(count)]
            for monday, value, count in zip(days, series.values, cases, strict=True)
        ],
    }


def _refused(plan: Plan, why: Text) -> Reading:
    return Reading(plan=plan, verdict=Verdict.REFUSED, said=_both(why))


def _waits(reading: Reading, why: Text) -> Reading:
    reading.verdict, reading.said = Verdict.WAITING, _both(why)
    return reading


def in_words(told: Text, when: date) -> Text:
    """Fill in a day as people write it, in both languages."""
    days = {}
    for language in ("nl", "en"):
        with override(language):
            days[language] = day(when)
    return Text(nl=told.nl.format(day=days["nl"]), en=told.en.format(day=days["en"]))


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}
