"""When does it go well? Asked of a log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np

from beide.discover._arrays import Codes, Flags
from beide.discover._base import Asked, monday
from beide.discover._case_table import CaseTable, case_table
from beide.discover._find import ALPHA, MOST, find
from beide.discover._finding import Finding, Found
from beide.discover._landmark import Landmark
from beide.discover._model import Feature, Known
from beide.discover._permute import PERMUTATIONS
from beide.discover._result import Example, Part, Pattern, Patterns
from beide.discover._words import feature_text, note
from beide.errors import WrongOption
from beide.log import Filter, Good, Log
from beide.log import good as parse_good
from beide.text import Text

Told: TypeAlias = Callable[[float], None]

MINIMUM = 5
"""Fewer cases than this are not shown apart."""
MOST_MOMENTS = 10
_EXAMPLES = 10
_ALIKE = 0.5
_GOES_WITH = 3


def patterns(
    log: Log,
    *,
    good: Good | str,
    by: str | None = None,
    landmark: str | Landmark | Sequence[str | Landmark] = "arrival",
    later: Sequence[str] = (),
    early: Sequence[str] = (),
    where: Filter | None = None,
    depth: int = 3,
    seed: int | np.random.Generator = 0,
    permutations: int = PERMUTATIONS,
    progress: Told | None = None,
) -> Patterns:
    """Find under which conditions cases go well more often than comparable cases.

    Cases are comparable when they are of one type and from one week. What is told goes together
    with going well; it does not say why.

    Parameters
    ----------
    log
        A normalised log.
    good
        What going well means: such as ``lead_time <= 5d``, ``rating >= 9`` or both with ``and``.
    by
        The attribute of a case that is its type. Without it types are not kept apart, and what
        differs between types may seem to help.
    landmark
        The moment, or moments, from which the outcome counts: ``arrival``, ``first_step``,
        ``steps:3``, ``handover:2`` or ``step:`` and its name. Only cases that are still open then
        count, and only what is known then is used. A lead time counts from that moment on. The
        error rate is divided over the moments.
    later, early
        Attributes of a case that are known only when it is over, and attributes that are known on
        arrival. For the others Beide judges by their names, by the cases that are still open, and
        by the steps that they come with; what seems to be known only later is not used, and told.
    where
        Which cases it is about, such as those of a period; default all.
    depth
        The most things in a pattern, 1 to 3.
    seed
        Where chance begins. The same seed gives the same answer, whatever the number of threads.
    permutations
        How often the good cases are dealt anew.
    progress
        Is called with the share that is done, from 0 to 1.

    Returns
    -------
    Patterns
        At most seven patterns. If nothing is true, anything at all is told in 1 of 20 logs at most.

    Raises
    ------
    TooLittleData
        When there are fewer than 300 finished cases or 13 weeks, or hardly any case goes well, or
        hardly any does not.
    WrongOption
        When an option is out of range, or the log has no such attribute or step.

    Notes
    -----
    Within type and week the good cases are dealt anew, and a pattern is told when it does better
    than the best of all patterns does by chance (Westfall and Young 1993). Patterns of three things
    are searched in half of the weeks and tested in the other half.
    """
    moments = _moments(landmark)
    asked = Asked(
        log=log,
        good=parse_good(good) if isinstance(good, str) else good,
        by=by,
        later=tuple(later),
        early=tuple(early),
        where=where,
    )
    rng = np.random.default_rng(seed)
    looks: list[_Look] = []
    for number, moment in enumerate(moments):
        table = case_table(asked, moment, rng)
        found = find(
            table.cases,
            rng=rng,
            depth=depth,
            alpha=ALPHA / len(moments),
            permutations=permutations,
            given=_told_before(looks, table),
            told=_of_all(progress, number, len(moments)),
        )
        looks.append(_Look(table=table, found=found))
    return _answer(asked, looks, rng, seed=seed if isinstance(seed, int) else None, depth=depth)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Look:
    """What was found at one moment."""

    table: CaseTable
    found: Found


def _moments(landmark: str | Landmark | Sequence[str | Landmark]) -> list[Landmark]:
    given = [landmark] if isinstance(landmark, str | Landmark) else list(landmark)
    parsed = [Landmark.parse(each) if isinstance(each, str) else each for each in given]
    moments = list(dict.fromkeys(parsed)) or [Landmark()]
    if len(moments) > MOST_MOMENTS:
        raise WrongOption(
            option="landmark",
            value=len(moments),
            expected_nl=f"hoogstens {MOST_MOMENTS} momenten; hoe meer, hoe minder er zeker is",
            expected_en=f"at most {MOST_MOMENTS} moments; the more there are, the less is sure",
        )
    return moments


def _of_all(progress: Told | None, number: int, count: int) -> Told | None:
    if progress is None:
        return None
    return lambda share: progress((number + share) / count)


def _told_before(looks: Sequence[_Look], table: CaseTable) -> list[Flags]:
    """Return which of the cases had each pattern that was told at an earlier moment."""
    return [
        np.isin(table.code, look.table.code[finding.mask])
        for look in looks
        for finding in look.found.findings
    ]


def _answer(
    asked: Asked,
    looks: Sequence[_Look],
    rng: np.random.Generator,
    *,
    seed: int | None,
    depth: int,
) -> Patterns:
    found = [
        _pattern(look.table, finding, rng) for look in looks for finding in look.found.findings
    ]
    surest = sorted(found, key=lambda each: -each.size.at_least)[:MOST]
    first = looks[0].table
    return Patterns(
        good=asked.good.text,
        patterns=tuple(sorted((p for p in found if p in surest), key=lambda p: not p.stable)),
        cases=len(first.cases),
        of_cases=first.of_cases,
        from_=_day(first.first.min()),
        until=_day(first.first.max()),
        landmarks=tuple(look.table.landmark for look in looks),
        possible=sum(look.table.possible for look in looks),
        searched=sum(sum(look.found.searched) for look in looks),
        detectable=max(look.found.detectable for look in looks),
        false_findings=ALPHA,
        seed=seed,
        notes=_notes(looks, depth=depth),
    )


def _notes(looks: Sequence[_Look], *, depth: int) -> tuple[Text, ...]:
    """Return what to keep in mind, each remark once."""
    told = [said for look in looks for said in look.table.notes]
    weeks = max(look.found.weeks for look in looks)
    if weeks > 1:
        told.append(note("weeks", weeks=weeks))
    kept, used = [look.found.candidates for look in looks], _used(looks)
    # What is late at one moment only is simply not there yet; what is late at all is left out.
    late = [
        each
        for one in kept
        for each in one.late
        if each.known_at is Known.END and each.values.get("name") not in used
    ]
    if names := _names(late):
        told.append(note("late", names=names))
    if names := _names([each for one in kept for each in one.equal]):
        told.append(note("equal", names=names))
    tried = [look.found.searched for look in looks]
    if depth == 3 and any(one > 2 and not three for one, _, three in tried):
        told.append(note("pairs"))
    if len(looks) > 1 and any(look.found.findings for look in looks[:-1]):
        told.append(note("first"))
    return tuple(dict.fromkeys(told))


def _used(looks: Sequence[_Look]) -> set[str]:
    """Return the attributes that were searched at one of the moments."""
    searched = (
        look.table.cases.features[place]
        for look in looks
        for place in look.found.candidates.places.tolist()
    )
    return {feature.values["name"] for feature in searched if "name" in feature.values}


def _names(features: Sequence[Feature]) -> Text | None:
    """Return what features are about: attributes by their name, each once."""
    texts = [
        Text(nl=each.values["name"], en=each.values["name"])
        if "name" in each.values
        else feature_text(each, "label")
        for each in features
    ]
    once = list(dict.fromkeys(texts))
    if not once:
        return None
    return Text(nl=", ".join(each.nl for each in once), en=", ".join(each.en for each in once))


def _pattern(table: CaseTable, finding: Finding, rng: np.random.Generator) -> Pattern:
    features, judged = table.cases.features, table.judged
    return Pattern(
        features=tuple(features[place] for place in finding.features),
        landmark=table.landmark,
        goal=judged.goal,
        within=judged.within,
        size=finding.size,
        p=finding.p,
        quarters=finding.quarters,
        by_type=_parts(finding, judged.good, *table.types),
        by_role=_parts(finding, judged.good, *table.roles),
        goes_with=_goes_with(table, finding),
        examples=_examples(table, finding, rng),
    )


def _parts(finding: Finding, good: Flags, code: Codes, names: Sequence[str]) -> tuple[Part, ...]:
    """Return the cases of each group, without those that are too small to show."""
    from beide.log._hiding import hidden

    mask = finding.mask & finding.where
    cases = np.bincount(code[mask], minlength=len(names))
    kept = np.bincount(code[mask & good], minlength=len(names))
    counted = {place: int(cases[place]) for place in range(len(names))}
    secret = hidden(counted, MINIMUM)
    shown = [place for place, count in counted.items() if count and place not in secret]
    parts = [Part(name=names[at], cases=counted[at], kept=int(kept[at])) for at in shown]
    return tuple(sorted(parts, key=lambda part: (-part.cases, part.name)))


def _goes_with(table: CaseTable, finding: Finding) -> tuple[Feature, ...]:
    """Return what else holds for mostly the same cases, the most alike first."""
    cases = table.cases
    used = {cases.features[place].group or place for place in finding.features}
    alike = []
    for place, feature in enumerate(cases.features):
        if feature.known_at > cases.known or (feature.group or place) in used:
            continue
        if place in finding.features:
            continue
        same = float(np.corrcoef(cases.held[place], finding.mask)[0, 1])
        if same >= _ALIKE:
            alike.append((-same, place))
    return tuple(cases.features[place] for _, place in sorted(alike)[:_GOES_WITH])


def _examples(table: CaseTable, finding: Finding, rng: np.random.Generator) -> tuple[Example, ...]:
    """Return some cases with the pattern that went well, spread over the period."""
    places = np.flatnonzero(finding.mask & finding.where & table.judged.good)
    drawn = np.sort(rng.choice(places, min(_EXAMPLES, len(places)), replace=False))
    return tuple(
        Example(case=str(table.id_hash[at])[:8], week=_day(monday(table.first[at])))
        for at in drawn.tolist()
    )


def _day(moment: np.datetime64) -> date:
    day: date = moment.astype("datetime64[D]").item()
    return day
