"""What of a round may be shown, and to make it. Pure: answers in, what is shown out.

Three groups of people are shown about one tension: those of the first picture, those of the
second, and those of the shift, who are in both. Whoever lays two of them side by side can work out
what the people said who are in one and not in the other; so these are none, or as many as it takes
to show anything.
"""

from collections.abc import Mapping

import numpy as np

from beide import reflect
from beide.reflect import Hidden, Thresholds, Why
from beide.web.team_sessions import drawing_up
from beide.web.team_sessions.asking import RULES, Answers, known_counts, says_something
from beide.web.team_sessions.snapshot import Covered, Json, Shifted, Shown

People = Mapping[str, Answers]
Keys = frozenset[str]
# The least number of people of whom an average move says anything.
LEAST_PAIRS = 3


def first_round(people: People, thresholds: Thresholds, rng: np.random.Generator) -> Shown:
    """Return what is shown of the first round."""
    who = first_group(people, thresholds.result)
    return _picture(people, who, Why.TOO_FEW, thresholds, rng)


def second_round(
    before: People, after: People, thresholds: Thresholds, rng: np.random.Generator
) -> Shown:
    """Return what is shown of the second round, beside the first that was shown already."""
    first = first_group(before, thresholds.result)
    answered = frozenset(key for key, answers in after.items() if says_something(answers))
    who = second_group(first, answered, thresholds.result, rng)
    why = Why.TOO_FEW if len(answered) < thresholds.result else Why.PART_OF_THEM
    shown = _picture(after, who, why, thresholds, rng)
    if shown.picture is None or not first:
        return shown
    return Shown(picture=shown.picture, shift=_shift(before, after, first, who, thresholds))


def cards(kept: Json | None, before: Json | None, thresholds: Thresholds) -> Shown:
    """Return what is shown of counted cards, beside the first time that was shown already.

    Cards do not say who filled them in twice, so there is no shift; and a few cards more or fewer
    than the first time are a few people.
    """
    people = kept["people"] if kept else 0
    more = abs(people - before["people"]) if before else 0
    if before and before["people"] >= thresholds.result and 0 < more < thresholds.result:
        part = Hidden(why=Why.PART_OF_THEM, needed=thresholds.result)
        return Shown(covered=drawing_up.covered(part))
    counts = known_counts(kept["statements"] if kept else {})
    found = reflect.counted(counts, people=people, rules=RULES, thresholds=thresholds)
    if isinstance(found, Hidden):
        return Shown(covered=drawing_up.covered(found))
    return Shown(picture=drawing_up.counted(found))


def first_group(people: People, least: int) -> Keys:
    """Return whose answers are in the first picture: everyone's, or nobody's."""
    who = frozenset(key for key, answers in people.items() if says_something(answers))
    return who if len(who) >= least else frozenset()


def second_group(first: Keys, answered: Keys, least: int, rng: np.random.Generator) -> Keys:
    """Return whose answers are in the second picture.

    A few newcomers are left out. A few people who did not answer again would stand out by not being
    there; others, drawn by lot, are then left out with them until they are as many as it takes.

    Parameters
    ----------
    first
        The people in the first picture; none when that was not shown.
    answered
        The people who answered the second time.
    least
        As many people as it takes to show anything.
    rng
        Draws who is left out.
    """
    who = set(answered)
    if 0 < len(answered - first) < least:
        who &= first
    gone = len(first - who)
    if 0 < gone < least:
        both = sorted(who & first)
        who -= {both[n] for n in rng.permutation(len(both))[: least - gone]}
    return frozenset(who) if len(who) >= least else frozenset()


def _picture(
    people: People, who: Keys, why: Why, thresholds: Thresholds, rng: np.random.Generator
) -> Shown:
    if not who:
        return Shown(covered=drawing_up.covered(Hidden(why=why, needed=thresholds.result)))
    answers = [people[key] for key in sorted(who)]
    found = reflect.team_picture(answers, rules=RULES, thresholds=thresholds, rng=rng)
    if isinstance(found, Hidden):
        return Shown(covered=drawing_up.covered(found))
    return Shown(picture=drawing_up.picture(found))


def _shift(
    before: People, after: People, first: Keys, second: Keys, thresholds: Thresholds
) -> Shifted | Covered:
    least = max(thresholds.result, LEAST_PAIRS)
    if len(first & second) < least:
        return drawing_up.covered(Hidden(why=Why.TOO_FEW, needed=least))
    found = reflect.shift(
        {key: before[key] for key in first},
        {key: after[key] for key in second},
        rules=RULES,
        thresholds=thresholds,
    )
    return drawing_up.shifted(found)
