"""Did it help? Effects, control charts and reinforcement: arrays in, a result out.

>>> from datetime import date, timedelta
>>> from beide.effect import amounts, effect
>>> weeks = [date(2024, 1, 1) + timedelta(weeks=week) for week in range(40)]
>>> days = [6.0 + week % 3 / 10 for week in range(28)] + [4.0 + week % 3 / 10 for week in range(12)]
>>> effect(amounts(weeks, days), start=weeks[28]).verdict.value
'improved'
"""

from beide.effect._build import amounts, ratings, shares
from beide.effect._cases import weekly_medians, weekly_ratings, weekly_shares
from beide.effect._chart import ControlChart, chart
from beide.effect._effect import effect
from beide.effect._reinforce import Direction, Reinforcement, Reinforces, reinforcement
from beide.effect._result import Effect, Placebo, Plan, Range, Verdict
from beide.effect._series import Kind, Series
from beide.effect._stability import CALM_WORDS, Calm, Stability, stability
from beide.effect._stagger import Start, staggered_starts
from beide.effect._watch import Watch, WatchWeek, watch
from beide.effect._words import VERDICTS, WHY_THEN, change_text, interval_text

__all__ = [
    "CALM_WORDS",
    "VERDICTS",
    "WHY_THEN",
    "Calm",
    "ControlChart",
    "Direction",
    "Effect",
    "Kind",
    "Placebo",
    "Plan",
    "Range",
    "Reinforcement",
    "Reinforces",
    "Series",
    "Stability",
    "Start",
    "Verdict",
    "Watch",
    "WatchWeek",
    "amounts",
    "change_text",
    "chart",
    "effect",
    "interval_text",
    "ratings",
    "reinforcement",
    "shares",
    "stability",
    "staggered_starts",
    "watch",
    "weekly_medians",
    "weekly_ratings",
    "weekly_shares",
]
