"""What pages show of a finding, from what was stored."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from beide.text import Text
from beide.web.evidence import words
from beide.web.page.templatetags.beide_text import say
from beide.web.patterns.dots import OF, dots
from beide.web.patterns.groups import Group, enough
from beide.web.patterns.models import Finding
from beide.web.patterns.stored import text_of

HARDLY, SOMEWHAT, CLEARLY = 1.25, 2.0, 3.0  # E-values from which words change


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A group of cases with the pattern: a type, a role or a quarter of the period."""

    name: str
    cases: str
    good: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quarter of the period, and how much more often cases with the pattern went well in it."""

    number: int
    cases: str
    difference: str
    points: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A case to go and talk about."""

    case: str
    week: date


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with small groups hidden."""

    finding: Finding
    minimum: int

    @property
    def told(self) -> dict[str, Any]:
        """What was stored."""
        told: dict[str, Any] = self.finding.told
        return told

    @property
    def sentence(self) -> Text:
        """The pattern in one sentence."""
        return text_of(self.told["sentences"][0])

    @property
    def rest(self) -> Text:
        """How sure, how often seen, and when known, one sentence after the other."""
        said = [text_of(each) for each in self.told["sentences"][1:]]
        return Text(nl=" ".join(each.nl for each in said), en=" ".join(each.en for each in said))

    @property
    def labels(self) -> list[Text]:
        """What must hold, each by itself."""
        return [text_of(each) for each in self.told["features"]]

    @property
    def name(self) -> str:
        """What must hold, in a few words."""
        return " + ".join(say(label) for label in self.labels)

    @property
    def known(self) -> Text:
        """When in the case it is known."""
        return text_of(self.told["landmark"])

    @property
    def cases(self) -> str:
        """In how many cases it was seen."""
        return words.cases(self.told["cases"])

    @property
    def with_(self) -> int:
        """How many of a hundred cases go well with the pattern."""
        return _of_a_hundred(self.told["share"])

    @property
    def without(self) -> int:
        """How many of a hundred comparable cases go well without it."""
        return _of_a_hundred(self.told["comparable_share"])

    @property
    def at_least(self) -> int:
        """How many more of a hundred cases at least, surely."""
        return int(OF * self.told["at_least"])

    @property
    def drawn(self) -> list[tuple[str, SafeString]]:
        """The two pictures with what is under them."""
        said = (with_said(self.with_), without_said(self.without))
        return [
            (text, dots(count, text))
            for text, count in zip(said, (self.with_, self.without), strict=True)
        ]

    @property
    def quarters(self) -> list[Quarter]:
        """How it held over the quarters of the period."""
        told: list[Group] = self.told["quarters"]
        large = enough(told, total=self.told["cases"], minimum=self.minimum)
        return [
            _quarter(number, each, shown=each in large, minimum=self.minimum)
            for number, each in enumerate(told, 1)
        ]

    @property
    def by_type(self) -> list[Row]:
        """Its cases by type."""
        return self._rows("by_type")

    @property
    def by_role(self) -> list[Row]:
        """Its cases by the role or team of the first step."""
        return self._rows("by_role")

    def _rows(self, name: str) -> list[Row]:
        shown = enough(self.told[name], total=self.told["cases"], minimum=self.minimum)
        return [
            Row(
                name=each["name"] or gettext("not filled in"),
                cases=words.number(each["cases"]),
                good=words.number(each["good"]),
                share=words.percent(each["good"] / each["cases"]),
            )
            for each in shown
        ]

    @property
    def goes_with(self) -> list[Text]:
        """What else holds for mostly the same cases."""
        return [text_of(each) for each in self.told["goes_with"]]

    @property
    def examples(self) -> list[Example]:
        """Some cases to talk about, when there are enough to hide among."""
        if self.told["good"] < self.minimum:
            return []
        return [
            Example(case=each["case"], week=date.fromisoformat(each["week"]))
            for each in self.told["examples"]
        ]

    @property
    def unmeasured(self) -> str:
        """How strongly something that nobody measured would have to matter."""
        value = self.told["e_value"]
        return explain_away(float("inf") if value is None else value)


def _of_a_hundred(share: float) -> int:
    return round(OF * share)


def with_said(count: int) -> str:
    """Say how many of a hundred cases with the pattern go well."""
    return ngettext(
        "With the pattern %(count)s of 100 cases goes well.",
        "With the pattern %(count)s of 100 cases go well.",
        count,
    ) % {"count": count}


def without_said(count: int) -> str:
    """Say how many of a hundred comparable cases go well."""
    return ngettext(
        "Of 100 comparable cases without it, %(count)s goes well.",
        "Of 100 comparable cases without it, %(count)s go well.",
        count,
    ) % {"count": count}


def explain_away(value: float) -> str:
    """Say an E-value in words."""
    if value == float("inf"):
        return gettext("Nothing that was not measured could explain all of it away.")
    how = {"times": words.number(value, 1)}
    if value < HARDLY:
        return gettext(
            "Something small that was not measured could explain even the sure part of it away. "
            "So be careful with it."
        )
    if value < SOMEWHAT:
        said = gettext(
            "Something that was not measured would explain the sure part away if it made both "
            "this and going well %(times)s times as likely. Such things exist. What could it be?"
        )
    elif value < CLEARLY:
        said = gettext(
            "Only something that makes both this and going well %(times)s times as likely would "
            "explain the sure part away. That would have to be something that matters clearly."
        )
    else:
        said = gettext(
            "Only something that makes both this and going well %(times)s times as likely would "
            "explain the sure part away. You would probably know of something so strong."
        )
    return said % how


def _quarter(number: int, told: Group, *, shown: bool, minimum: int) -> Quarter:
    difference = told["difference"]
    if not shown or difference is None:
        return Quarter(
            number=number,
            cases=words.cases(told["cases"]) if shown else few(minimum),
            difference=gettext("too few to compare"),
            points=None,
        )
    points = round(OF * difference)
    return Quarter(
        number=number, cases=words.cases(told["cases"]), difference=in_points(points), points=points
    )


def few(minimum: int) -> str:
    """Say that there are too few to show."""
    return gettext("fewer than %(minimum)s, or left out with them") % {"minimum": minimum}


def in_points(points: int) -> str:
    """Say how many more or fewer of a hundred cases go well."""
    if points == 0:
        return gettext("no difference")
    more = {"count": abs(points)}
    if points > 0:
        return gettext("%(count)s more in every 100") % more
    return gettext("%(count)s fewer in every 100") % more
