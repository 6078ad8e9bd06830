"""What a reflection is made of: statements, answers, and the rules of asking."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import isclose

from beide.errors import WrongOption
from beide.text import Text

POINTS = 5


class Dimension(StrEnum):
    """One of the two things that may change."""

    CONFIGURATION = "configuration"
    PARADIGM = "paradigm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """How a statement works, on the scale of its dimension (mean 0, standard deviation 1).

    ``a`` is how sharply it tells people apart; ``b`` are the four positions at which the next
    answer towards change becomes the likelier one.
    """

    a: float
    b: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence about the tension at hand, to agree or disagree with.

    ``reversed`` means that agreeing says it can stay. ``version`` goes up with every change to
    the words or the parameters. An ``anchor`` is asked of everyone in a team.
    """

    key: str
    version: int
    dimension: Dimension
    reversed: bool
    anchor: bool
    parameters: Parameters
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Bank:
    """All statements that may be asked. Two banks are the same only if they are one object."""

    statements: tuple[Statement, ...]

    def __getitem__(self, key: str) -> Statement:
        """Return the statement with this key; raise WrongOption if there is none."""
        return self.statements[self.index(key)]

    def index(self, key: str) -> int:
        """Return where the statement with this key stands; raise WrongOption if it does not."""
        for place, statement in enumerate(self.statements):
            if statement.key == key:
                return place
        raise WrongOption(
            option="statement",
            expected_nl="de sleutel van een stelling uit deze verzameling",
            expected_en="the key of a statement in this bank",
            value=key,
        )

    @property
    def version(self) -> str:
        """The highest version among the statements, and how many there are: ``1x32``."""
        highest = max(statement.version for statement in self.statements)
        return f"{highest}x{len(self.statements)}"

    def with_parameters(self, parameters: dict[str, Parameters]) -> "Bank":
        """Return a bank in which these statements have other parameters and a next version."""
        return Bank(
            statements=tuple(
                replace(each, parameters=parameters[each.key], version=each.version + 1)
                if each.key in parameters
                else each
                for each in self.statements
            )
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one statement.

    ``value`` is 1 (not at all) to 5 (completely), or None for "I don't know yet". An answer that
    does not count was asked only to learn how its statement works.
    """

    statement: str
    value: int | None
    counts: bool = True

    def __post_init__(self) -> None:
        if self.value is not None and self.value not in range(1, POINTS + 1):
            raise WrongOption(
                option="value",
                expected_nl="een getal van 1 tot en met 5, of leeg voor 'weet ik nog niet'",
                expected_en="a number from 1 to 5, or empty for 'I don't know yet'",
                value=self.value,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How statements are chosen and when it is enough.

    Parameters
    ----------
    sure
        A form is named when at least this probability lies in it or just next to it.
    near
        How far "just next to it" reaches, in standard deviations.
    careless
        Share of answers assumed to be given at random.
    correlation
        Between the two dimensions, over all people and tensions.
    per_dimension
        Answers on a dimension before anything is said about it.
    at_most
        Questions in all.
    among
        The next statement is drawn from this many best ones, so that all get their turn.
    try_out_after
        After how many questions one is drawn blindly from all that are left, so that every
        statement is heard by all kinds of people; None for never.
    try_out_counts
        Whether that one counts. Switch it off when statements are new and their parameters are
        less sure than those of the others.
    anchors
        Whether to begin with the anchors, as a team does.
    """

    sure: float = 0.85
    near: float = 0.3
    careless: float = 0.05
    correlation: float = 0.3
    per_dimension: int = 2
    at_most: int = 10
    among: int = 4
    try_out_after: int | None = 2
    try_out_counts: bool = True
    anchors: bool = False

    def __post_init__(self) -> None:
        _within("sure", self.sure, 0.5, 0.99)
        _within("near", self.near, 0.15, 0.6)
        _within("careless", self.careless, 0.0, 0.5)
        _within("correlation", self.correlation, -0.9, 0.9)
        _within("per_dimension", self.per_dimension, 1, 10)
        _within("at_most", self.at_most, 2 * self.per_dimension, 100)
        _within("among", self.among, 1, 100)
        if self.try_out_after is not None:
            _within("try_out_after", self.try_out_after, 0, self.at_most - 1)


def _within(name: str, value: float, low: float, high: float) -> None:
    if not (low <= value <= high or isclose(value, low) or isclose(value, high)):
        raise WrongOption(
            option=name,
            expected_nl=f"een getal van {low} tot en met {high}",
            expected_en=f"a number from {low} to {high}",
            value=value,
        )
