"""From what is known to a verdict that does not say more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from beide.effect import _words as words
from beide.effect._mixture import Mixture
from beide.effect._past import bad_month
from beide.effect._placebo import range_of
from beide.effect._result import Effect, Placebo, Plan, Range, Verdict
from beide.effect._scale import change, usual
from beide.effect._window import Window
from beide.text import Text

PROBABLE = 0.9
"""From this probability of improvement on, Beide says probably."""
STEADY = 0.85
"""With fewer fake dates than this whose interval holds zero, a verdict is told more weakly."""
FEWEST_PLACEBOS = 10
_TO_BE_FOUND = (1.96 + 0.84) / 1.96
"""What half an interval must grow to, to be found four times out of five."""
_WEAKER = {
    Verdict.IMPROVED: Verdict.PROBABLY,
    Verdict.PROBABLY: Verdict.CANNOT_TELL,
    Verdict.CANNOT_TELL: Verdict.CANNOT_TELL,
    Verdict.WORSE: Verdict.CANNOT_TELL,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """Everything a verdict rests on."""

    window: Window
    belief: Mixture
    in_time: tuple[Placebo, ...]
    in_space: tuple[Placebo, ...]
    weights: Mapping[str, float]
    waits: bool


def judged(evidence: Evidence, *, start: date, plan: Plan | None, notes: Sequence[Text]) -> Effect:
    """Return the verdict, what it rests on and what to keep in mind."""
    found, series = evidence.window, evidence.window.series
    size, interval = range_of(series, found.at, evidence.belief)
    wanted = chance_of_improvement(evidence.belief, lower_is_better=series.lower_is_better)
    doubts = _doubts(evidence, size)
    verdict = plain_verdict(interval, wanted, lower_is_better=series.lower_is_better)
    for _ in doubts:
        verdict = _WEAKER[verdict]
    if evidence.waits:
        verdict = Verdict.CANNOT_TELL
    smallest = _smallest(evidence)
    return Effect(
        kind=series.kind,
        lower_is_better=series.lower_is_better,
        start=start,
        weeks_before=found.at,
        weeks_after=found.after,
        verdict=verdict,
        change=size,
        interval=interval,
        probability_of_improvement=wanted,
        level_before=usual(found.before),
        smallest=smallest,
        in_time=evidence.in_time,
        in_space=evidence.in_space,
        weights=evidence.weights,
        plan=plan,
        remarks=(*notes, *doubts, *_remarks(evidence)),
        text=words.verdict_text(series.kind, verdict, size, interval),
        smallest_text=words.smallest_text(series.kind, smallest),
    )


def chance_of_improvement(belief: Mixture, *, lower_is_better: bool) -> float:
    """Return how probable it is that the step is in the wanted direction."""
    down = float(belief.below(0.0)[0])
    return down if lower_is_better else 1 - down


def plain_verdict(interval: Range, wanted: float, *, lower_is_better: bool) -> Verdict:
    """Return the verdict before any doubt."""
    if interval.low > 0 or interval.high < 0:
        is_better = (interval.high < 0) == lower_is_better
        return Verdict.IMPROVED if is_better else Verdict.WORSE
    return Verdict.PROBABLY if wanted >= PROBABLE else Verdict.CANNOT_TELL


def _smallest(evidence: Evidence) -> float:
    """Return the smallest improvement that would mostly have been found."""
    series, belief = evidence.window.series, evidence.belief
    low, high = belief.quantiles(0.025, 0.975)
    half = float(high[0] - low[0]) / 2
    away = -half if series.lower_is_better else half
    return abs(change(series.kind, usual(evidence.window.before), _TO_BE_FOUND * away))


def _doubts(evidence: Evidence, size: float) -> list[Text]:
    doubts = []
    tried = len(evidence.in_time)
    missed = sum(not placebo.holds_zero for placebo in evidence.in_time)
    if tried >= FEWEST_PLACEBOS and missed > (1 - STEADY) * tried:
        doubts.append(words.UNSTEADY.format(missed=missed, tried=tried))
    alike = [
        placebo.name
        for placebo in evidence.in_space
        if not placebo.holds_zero and placebo.change * size > 0 and abs(placebo.change) >= abs(size)
    ]
    if alike:
        doubts.append(words.ELSEWHERE.format(teams=", ".join(alike)))
    return doubts


def _remarks(evidence: Evidence) -> list[Text]:
    remarks = []
    if bad_month(evidence.window.before):
        remarks += [words.BAD_MONTH, words.WHY_THEN]
    if len(evidence.in_time) < FEWEST_PLACEBOS:
        remarks.append(words.FEW_PLACEBOS)
    return remarks
