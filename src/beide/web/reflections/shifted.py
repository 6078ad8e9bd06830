"""How one person's view shifted between two times, no surer than the answers allow."""

from django.utils.translation import gettext

from beide.reflect import Dimension, Verdict, person_shift

SURE = 0.9


def shift_in_words(before: Verdict, now: Verdict) -> list[str]:
    """Return a sentence on each dimension: more change, less change, or not to be told."""
    shift = person_shift(before.cloud, now.cloud)
    return [
        _said(
            shift[Dimension.CONFIGURATION].more,
            gettext("How you work: you see more change in it than the time before."),
            gettext("How you work: you see less change in it than the time before."),
            gettext("How you work: no clear difference with the time before."),
        ),
        _said(
            shift[Dimension.PARADIGM].more,
            gettext("How you think: you see more change in it than the time before."),
            gettext("How you think: you see less change in it than the time before."),
            gettext("How you think: no clear difference with the time before."),
        ),
    ]


def _said(chance: float, more: str, less: str, open_still: str) -> str:
    if chance >= SURE:
        return more
    return less if chance <= 1 - SURE else open_still
