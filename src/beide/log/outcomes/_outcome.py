"""What is measured of a case."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from beide.errors import WrongOption
from beide.log.outcomes._calendar import Calendar
from beide.text import Text

What: TypeAlias = Literal[
    "lead_time",
    "working_time",
    "touch_time",
    "waiting_time",
    "first_time_right",
    "rating",
    "attribute",
]
Measure: TypeAlias = Literal["time", "yes_no", "number", "category"]
Better: TypeAlias = Literal["lower", "higher"]

TIMES: frozenset[What] = frozenset({"lead_time", "working_time", "touch_time", "waiting_time"})
TEXTS: dict[What, Text] = {
    "lead_time": Text(nl="doorlooptijd", en="lead time"),
    "working_time": Text(nl="werktijd", en="working time"),
    "touch_time": Text(nl="bewerktijd", en="touch time"),
    "waiting_time": Text(nl="wachttijd", en="waiting time"),
    "first_time_right": Text(nl="in één keer goed", en="right first time"),
    "rating": Text(nl="cijfer", en="rating"),
}
UNITS: dict[Measure, Text] = {
    "time": Text(nl="microseconden", en="microseconds"),
    "yes_no": Text(nl="ja of nee", en="yes or no"),
    "number": Text(nl="getal", en="number"),
    "category": Text(nl="soort", en="category"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTimeRight:
    """What it means that a case was right the first time.

    Attributes
    ----------
    once
        Activities that may be done only once in a case; ``None`` for every activity.
    never
        Activities that tell that something came back, such as a return or a complaint.
    attribute, value
        An attribute of the case that tells it instead, and its value when all was right. A case
        of which the attribute is not known has no outcome.

    Raises
    ------
    WrongOption
        When activities and an attribute are both given.
    """

    once: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()
    attribute: str | None = None
    value: str = "true"

    def __post_init__(self) -> None:
        if self.attribute is not None and (self.once is not None or self.never):
            raise WrongOption(
                option="attribute",
                value=self.attribute,
                expected_nl="weggelaten, of in de plaats van once en never gegeven",
                expected_en="left out, or given in place of once and never",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is measured of a case.

    Attributes
    ----------
    what
        ``lead_time``: from the first event to the last, by the clock. ``working_time``: the same,
        while people work. ``touch_time`` and ``waiting_time``: while somebody works on the case,
        and while nobody does. ``first_time_right``: nothing was done again or came back.
        ``rating``: what the customer gave. ``attribute``: any other attribute of the case.
    attribute
        The attribute of the case that holds it; needed for ``attribute``. For ``rating`` the one
        that is named so when left out.
    calendar
        When people work, for ``working_time``; default the Netherlands, Monday to Friday 9 to 5.
    right
        What right means, for ``first_time_right``; default that no activity is done again.

    Raises
    ------
    WrongOption
        When something is given that does not belong to it, or is missing.

    >>> Outcome(what="attribute", attribute="amount").name
    'amount'
    """

    what: What = "lead_time"
    attribute: str | None = None
    calendar: Calendar | None = None
    right: FirstTimeRight | None = None

    def __post_init__(self) -> None:
        if self.what not in get_args(What):
            listed = ", ".join(get_args(What))
            raise WrongOption(
                option="what", value=self.what, expected_nl=listed, expected_en=listed
            )
        if self.what == "attribute" and not self.attribute:
            raise _does_not_fit("attribute", self.attribute, "de naam van een kenmerk", "a name")
        for option, value, owners in (
            ("attribute", self.attribute, {"attribute", "rating"}),
            ("calendar", self.calendar, {"working_time"}),
            ("right", self.right, {"first_time_right"}),
        ):
            if value is not None and self.what not in owners:
                raise _does_not_fit(
                    option, value, f"weg bij {self.what}", f"absent with {self.what}"
                )

    @property
    def name(self) -> str:
        """The word for it in a condition."""
        return self.attribute or "" if self.what == "attribute" else self.what

    @property
    def text(self) -> Text:
        """The word for it to people."""
        return TEXTS.get(self.what) or Text(nl=self.name, en=self.name)

    @property
    def better(self) -> Better | None:
        """Which way is better, or ``None`` where nobody knows."""
        if self.what == "attribute":
            return None
        return "lower" if self.what in TIMES and self.what != "touch_time" else "higher"


def _does_not_fit(option: str, value: object, nl: str, en: str) -> WrongOption:
    return WrongOption(option=option, value=value, expected_nl=nl, expected_en=en)
