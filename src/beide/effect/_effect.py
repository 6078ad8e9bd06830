"""Did it help? A step in a series, with what the series would have done anyway."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from beide.effect import _words as words
from beide.effect._compare import compared
from beide.effect._judge import Evidence, judged
from beide.effect._placebo import placebos_in_space, placebos_in_time
from beide.effect._posterior import step, whitened
from beide.effect._result import Effect, Plan
from beide.effect._scale import Scaled, grid_for, scaled
from beide.effect._series import Series
from beide.effect._window import Window, check_alone, window
from beide.errors import WrongOption
from beide.text import Text, day_text

_WEEK = timedelta(weeks=1)


def effect(
    series: Series,
    *,
    start: date,
    compare: Mapping[str, Series] | None = None,
    plan: Plan | None = None,
    until: date | None = None,
    others: Sequence[date] = (),
) -> Effect:
    """Tell what something that started did to an outcome.

    A level and a step from the start on, at once or growing over 6 or 12 weeks, in noise that
    lasts (first-order autoregression) and wanders (random walk), integrated over a grid of how
    much of each. The change told is what the step has grown to in the last week. With comparison
    teams the same is asked of the difference with them, so that what all teams share cancels out.

    Parameters
    ----------
    series
        The outcome by week, with at least 16 weeks before the start and 4 after. At most
        104 weeks on either side are used. A week in which the start falls halfway is left out.
    start
        The first day. The week is counted as after when it is a Monday.
    compare
        Teams in which nothing started, by name. With at least 4 of them and 20 weeks before, they
        get non-negative weights that followed this team before the start; else equal ones.
    plan
        What was agreed beforehand. The weeks after its ``look`` are left out; when the data do not
        reach it yet, the verdict waits.
    until
        The last day that counts; default the plan's ``look``, or the end of the series.
    others
        When other things began that act on the same outcome.

    Returns
    -------
    Effect
        The verdict, always with its 95% interval.

    Raises
    ------
    TooLittleData
        When there are too few weeks, or another initiative cannot be told apart.
    WrongOption
        When the start is outside the data or differs from the plan's.

    References
    ----------
    Integration over a grid instead of one estimated autocorrelation: A. Zellner and G. C. Tiao
    (1964), Journal of the American Statistical Association 59, 763-778.
    """
    _check_plan(plan, start)
    last = until or (_last_week(plan) if plan else series.last)
    since = None if compare else check_alone(start, last, others)
    found = window(series, start, since=since, until=last)
    found, on_scale, weights = _beside(found, compare or {})
    seen = whitened(grid_for(found.series, on_scale), on_scale.values[None])
    evidence = Evidence(
        window=found,
        belief=step(seen, at=found.at),
        in_time=placebos_in_time(seen, found),
        in_space=placebos_in_space(found, compare or {}),
        weights=weights,
        waits=plan is not None and series.last < last,
    )
    notes = _notes(plan if evidence.waits else None, since, others if compare else ())
    return judged(evidence, start=start, plan=plan, notes=notes)


def _beside(
    found: Window, others: Mapping[str, Series]
) -> tuple[Window, Scaled, Mapping[str, float]]:
    """Return the weeks, the outcome on its scale, and what each other team counts for."""
    if not others:
        return found, scaled(found.series, at=found.at), {}
    beside = compared(found, others)
    return beside.window, beside.scaled, beside.weights


def _last_week(plan: Plan) -> date:
    """Return the Monday of the last week that is over when it is time to look."""
    return plan.look - timedelta(days=plan.look.weekday()) - _WEEK


def _check_plan(plan: Plan | None, start: date) -> None:
    if plan is not None and plan.start != start:
        raise WrongOption(
            option="start",
            value=start.isoformat(),
            expected_nl=f"de dag uit het plan, {plan.start}",
            expected_en=f"the day in the plan, {plan.start}",
        )
    if plan is not None and plan.look < plan.start + _WEEK:
        raise WrongOption(
            option="look",
            value=plan.look.isoformat(),
            expected_nl="minstens een week na de start",
            expected_en="at least a week after the start",
        )


def _notes(early: Plan | None, since: date | None, beside: Sequence[date]) -> list[Text]:
    notes = [words.BESIDE.format(day=day_text(other)) for other in beside]
    if since is not None:
        notes.append(words.SINCE.format(day=day_text(since)))
    if early is not None:
        notes.append(words.TOO_EARLY.format(day=day_text(early.look)))
    return notes
