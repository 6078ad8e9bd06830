"""What a search in a log answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from beide.discover._finding import STABLE
from beide.discover._landmark import Landmark
from beide.discover._model import Feature
from beide.discover._sizes import Quarter, Size, e_value
from beide.discover._words import Goal, feature_text, sentence, share_texts, together
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A pattern among the cases of one type or of one role that did the first step."""

    name: str
    cases: int
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A case to go and talk about: its hashed id, and the week it began (its Monday)."""

    case: str
    week: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A condition under which cases go well more often than comparable cases.

    Attributes
    ----------
    features
        What must hold.
    landmark
        When it is known; only cases that were still open then count.
    goal, within
        What going well means: as asked, or ready within some time, from arrival or from then on.
    size
        How large the difference is; ``size.at_least`` holds for everything that was searched.
    p
        How often chance alone does as well somewhere in the whole search.
    quarters
        The difference in each quarter of the period.
    by_type, by_role
        Its cases by type and by the role of the first step; small groups are left out.
    goes_with
        What else holds for mostly the same cases.
    examples
        Cases with the pattern that went well.
    """

    features: tuple[Feature, ...]
    landmark: Landmark
    goal: Goal
    within: timedelta | None
    size: Size
    p: float
    quarters: tuple[Quarter, ...]
    by_type: tuple[Part, ...]
    by_role: tuple[Part, ...]
    goes_with: tuple[Feature, ...]
    examples: tuple[Example, ...]

    @property
    def held_in(self) -> int:
        """In how many quarters cases with the condition went well more often."""
        return sum(each.difference is not None and each.difference > 0 for each in self.quarters)

    @property
    def stable(self) -> bool:
        """Whether that is three of the four or more."""
        return self.held_in >= STABLE

    @property
    def e_value(self) -> float:
        """How strongly something unmeasured would have to matter to explain all of it away.

        For the surest part of the difference, ``size.at_least``.
        """
        return e_value(self.size.with_, self.size.with_ - max(self.size.at_least, 0.0))

    @property
    def labels(self) -> tuple[Text, ...]:
        """What must hold, each by itself."""
        return tuple(feature_text(feature, "label") for feature in self.features)

    @property
    def sentences(self) -> tuple[Text, ...]:
        """The pattern in sentences: what, how sure, how often seen, when known."""
        size = self.size
        with_, beside = share_texts(size.with_, size.without, self.goal, self.within)
        found = {"when": together(self.features), "with": with_, "beside": beside}
        least = int(100 * size.at_least)
        return (
            sentence("found", **found),
            sentence("at_least", n=least) if least >= 1 else sentence("small"),
            sentence("seen", cases=size.cases, held=self.held_in),
            *(() if self.stable else (sentence("unstable"),)),
            sentence("known", landmark=self.landmark.text),
        )

    @property
    def text(self) -> Text:
        """The pattern in sentences, one after the other."""
        return one_after_the_other(self.sentences)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; shares from 0 to 1, ``within`` in seconds."""
        size = self.size
        return {
            "features": [
                {"key": feature.key, **both(label)}
                for feature, label in zip(self.features, self.labels, strict=True)
            ],
            "text": both(self.text),
            "landmark": self.landmark.source,
            "within": self.within.total_seconds() if self.within else None,
            "cases": size.cases,
            "good": size.kept,
            "share": size.with_,
            "comparable_share": size.without,
            "difference": size.difference,
            "at_least": size.at_least,
            "p": self.p,
            "e_value": self.e_value if self.e_value != float("inf") else None,
            "stable": self.stable,
            "quarters": [
                {"cases": each.cases, "good": each.kept, "difference": each.difference}
                for each in self.quarters
            ],
            "by_type": [_part(part) for part in self.by_type],
            "by_role": [_part(part) for part in self.by_role],
            "goes_with": [both(feature_text(feature, "label")) for feature in self.goes_with],
            "examples": [
                {"case": each.case, "week": each.week.isoformat()} for each in self.examples
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """When it goes well: at most seven patterns, and what they rest on.

    Attributes
    ----------
    good
        What going well means, as asked.
    patterns
        What was found; possibly nothing.
    cases
        How many cases were looked at, at the first of the moments.
    of_cases
        How many there were: more than ``cases`` where chance was asked of a sample of them.
    from_, until
        When the first and the last of them began.
    landmarks
        The moments that were looked at.
    possible
        How many things hold for enough cases to be looked at, over all moments. Where that is more
        than 300 at a moment, 300 were, and a note tells how they were chosen.
    searched
        How many combinations.
    detectable
        The difference that would mostly have been seen, for something that holds for one in ten.
    false_findings
        How often anything at all is told where nothing is true; at most.
    seed
        Where chance began.
    notes
        What to keep in mind, each in a sentence.
    """

    good: Text
    patterns: tuple[Pattern, ...]
    cases: int
    of_cases: int
    from_: date
    until: date
    landmarks: tuple[Landmark, ...]
    possible: int
    searched: int
    detectable: float
    false_findings: float
    seed: int | None
    notes: tuple[Text, ...]

    @property
    def sampled(self) -> bool:
        """Whether they were searched in a sample of the cases."""
        return self.cases < self.of_cases

    @property
    def text(self) -> Text:
        """What was found, in one sentence; the patterns have their own."""
        if not self.patterns:
            return sentence("none", n=max(round(100 * self.detectable), 1))
        return sentence("some", cases=self.cases, searched=self.searched)

    @property
    def caution(self) -> Text:
        """What a pattern is not."""
        return sentence("together")

    def table(self) -> list[dict[str, Any]]:
        """Return a row for each pattern, ready for a data frame; English, shares from 0 to 1."""
        return [
            {
                "pattern": " and ".join(label.en for label in each.labels),
                "known": each.landmark.text.en,
                "cases": each.size.cases,
                "share": each.size.with_,
                "comparable_share": each.size.without,
                "at_least": each.size.at_least,
                "p": each.p,
                "quarters": each.held_in,
                "e_value": each.e_value,
            }
            for each in self.patterns
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "good": both(self.good),
            "text": both(self.text),
            "caution": both(self.caution),
            "patterns": [pattern.to_dict() for pattern in self.patterns],
            "cases": self.cases,
            "of_cases": self.of_cases,
            "sampled": self.sampled,
            "from": self.from_.isoformat(),
            "until": self.until.isoformat(),
            "landmarks": [landmark.source for landmark in self.landmarks],
            "possible": self.possible,
            "searched": self.searched,
            "detectable": self.detectable,
            "false_findings": self.false_findings,
            "seed": self.seed,
            "notes": [both(note) for note in self.notes],
        }


def both(text: Text) -> dict[str, str]:
    """Return a text in both languages, ready for JSON."""
    return {"nl": text.nl, "en": text.en}


def one_after_the_other(sentences: Sequence[Text]) -> Text:
    """Return sentences as one text."""
    return Text(
        nl=" ".join(each.nl for each in sentences), en=" ".join(each.en for each in sentences)
    )


def _part(part: Part) -> dict[str, Any]:
    return {"name": part.name, "cases": part.cases, "good": part.kept}
