"""How one person's view shifted between two times, no surer than the answers allow."""

from math import erf, sqrt

from django.utils.translation import gettext

from beide.reflect import Dimension, Verdict

SURE = 0.9


def shift_in_words(before: Verdict, now: Verdict) -> list[str]:
    """Return a sentence on each dimension: more change, less change, or not to be told."""
    return [
        _said(
            grew(before, now, Dimension.CONFIGURATION),
            gettext("How you work: you see more change in it than the time before."),
            gettext("How you work: you see less change in it than the time before."),
            gettext("How you work: no clear difference with the time before."),
        ),
        _said(
            grew(before, now, Dimension.PARADIGM),
            gettext("How you think: you see more change in it than the time before."),
            gettext("How you think: you see less change in it than the time before."),
            gettext("How you think: no clear difference with the time before."),
        ),
    ]


def grew(before: Verdict, now: Verdict, dimension: Dimension) -> float:
    """Return the probability that the second position is the higher one.

    Both times are taken as two independent normal distributions. They are about one person, so
    that the truth is a little surer than this.
    """
    one, other = before.positions[dimension], now.positions[dimension]
    score = (other.mean - one.mean) / sqrt(one.sd**2 + other.sd**2)
    return 0.5 * (1 + erf(score / sqrt(2)))


def _said(chance: float, more: str, less: str, open_still: str) -> str:
    if chance >= SURE:
        return more
    return less if chance <= 1 - SURE else open_still
